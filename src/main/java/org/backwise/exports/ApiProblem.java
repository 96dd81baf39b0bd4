package org.backwise.exports;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.backwise.triage.Problem;

/**
 * One thing that is wrong with a request.
 *
 * @param question id of the question, or the name that stands in its place; null when the
 * body as a whole is meant
 * @param kind what kind of problem it is
 * @param message what is wrong and what is expected
 * @param path where it stands in the body, as a JSON pointer; left out where the question
 * says it
 */
record ApiProblem(@Nullable String question, String kind, String message,
		@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path) {

	/** The body is not JSON, or not UTF-8. */
	static final String MALFORMED = "malformed";

	/** A key beside {@code answers} and {@code cleared}. */
	static final String UNKNOWN_KEY = "unknown-key";

	/** The key {@code answers} is not there. */
	static final String MISSING_KEY = "missing-key";

	/** A rule that no clearance lifts, or that there is not. */
	static final String NOT_CLEARABLE = "not-clearable";

	/** The answers refer elsewhere, and no clearance names the rule. */
	static final String NOT_CLEARED = "not-cleared";

	/** An id that there is not, of something that is no question and no option. */
	static final String UNKNOWN_ID = "unknown-id";

	/** No day of the calendar, or one that cannot stand here. */
	static final String IMPOSSIBLE_DATE = "impossible-date";

	/** A key that stands there twice. */
	static final String REPEATED_KEY = "repeated-key";

	/** A number outside its range, or a text that is too long. */
	static final String OUT_OF_RANGE = name(Problem.Kind.OUT_OF_RANGE);

	/** A question that there is not. */
	static final String UNKNOWN_QUESTION = name(Problem.Kind.UNKNOWN_QUESTION);

	/** Not the type that is asked for. */
	static final String WRONG_TYPE = name(Problem.Kind.WRONG_TYPE);

	/** A question that was asked has no answer. */
	static final String MISSING = name(Problem.Kind.MISSING);

	private static final int LONGEST_NAME = 60;

	/** Makes a name fit to be written back: not too long, and no half of a character. */
	ApiProblem {
		question = shown(question);
	}

	ApiProblem(@Nullable String question, String kind, String message) {
		this(question, kind, message, null);
	}

	static ApiProblem of(Problem problem) {
		return new ApiProblem(problem.question(), name(problem.kind()), problem.message());
	}

	static ApiProblem whole(String kind, String message) {
		return new ApiProblem(null, kind, message);
	}

	static String name(Problem.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static @Nullable String shown(@Nullable String name) {
		if (name == null) {
			return null;
		}
		String cut = (name.length() <= LONGEST_NAME) ? name : name.substring(0, LONGEST_NAME - 1) + "…";
		return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
	}

}
