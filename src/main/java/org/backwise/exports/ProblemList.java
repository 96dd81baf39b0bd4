package org.backwise.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.triage.Problem;

/**
 * Collects all that is wrong with one body, each with the place where it stands: a JSON
 * pointer, such as {@code /before/0/day}.
 */
class ProblemList {

	/** The body as a whole. */
	static final String WHOLE = "";

	private final List<ApiProblem> problems = new ArrayList<>();

	private final Phrases phrases;

	ProblemList(Phrases phrases) {
		this.phrases = phrases;
	}

	void add(String path, String kind, String phrase, Object... arguments) {
		this.problems.add(new ApiProblem(null, kind, this.phrases.say("exports." + phrase, arguments), path));
	}

	/** A problem of a question, or of a rule that stands in its place. */
	void addOf(String name, String path, String kind, String phrase, Object... arguments) {
		this.problems.add(new ApiProblem(name, kind, this.phrases.say("exports." + phrase, arguments), path));
	}

	/** What the rules say of the answers under a path. */
	void add(String path, Problem problem) {
		String question = problem.question();
		this.problems.add(new ApiProblem(question, ApiProblem.name(problem.kind()), problem.message(),
				(question != null) ? under(path, question) : path));
	}

	void add(ApiProblem problem) {
		this.problems.add(problem);
	}

	boolean isEmpty() {
		return this.problems.isEmpty();
	}

	List<ApiProblem> all() {
		return List.copyOf(this.problems);
	}

	/** The path of a key, or of a place in a list. */
	static String under(String path, Object key) {
		String shown = Objects.requireNonNull(ApiProblem.shown(key.toString()));
		return path + "/" + shown.replace("~", "~0").replace("/", "~1");
	}

}
