package org.backwise.about;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.backwise.triage.InForce;

/**
 * Which kind of page a path leads to, for counts that tell of nobody: every result is one
 * kind, whatever it says and whosever it is.
 */
@Component
class PageKinds {

	private static final Map<String, String> PUBLIC = Map.of("/", "start", "/how-we-decide", "how-we-decide",
			"/how-we-decide/proof", "proof", "/privacy", "privacy", "/accessibility", "accessibility");

	private static final Set<String> STEPS = Set.of("consent", "details", "check", "later", "sent");

	private static final Set<String> OF_RESULT = Set.of("letter", "summary", "record", "trend", "calendar");

	private static final Pattern QUESTIONS = Pattern.compile("/intake/questions/([a-z0-9-]{1,40})");

	private static final Pattern RESULT = Pattern.compile("/result/[A-Za-z0-9_-]{1,80}(?:/([a-z-]{1,20}))?");

	private final InForce rules;

	PageKinds(InForce rules) {
		this.rules = rules;
	}

	/**
	 * The kind of a page.
	 * @param path its path, below the application's own
	 * @return empty for pages that are not asked about
	 */
	Optional<String> of(String path) {
		String known = PUBLIC.get(path);
		if (known != null) {
			return Optional.of(known);
		}
		if (path.startsWith("/intake/") && STEPS.contains(path.substring("/intake/".length()))) {
			return Optional.of(path.substring("/intake/".length()));
		}
		Matcher question = QUESTIONS.matcher(path);
		if (question.matches()) {
			return Optional.of(question.group(1)).filter(this.questions()::contains).map((id) -> "question-" + id);
		}
		Matcher result = RESULT.matcher(path);
		if (result.matches()) {
			return Optional.ofNullable(result.group(1))
				.map((part) -> Optional.of(part).filter(OF_RESULT::contains))
				.orElseGet(() -> Optional.of("result"));
		}
		return Optional.empty();
	}

	private List<String> questions() {
		return this.rules.base().questionnaire().pages().stream().map((page) -> page.id()).toList();
	}

	/** What a kind is called, for a question page in its own words. */
	Optional<String> question(String kind) {
		return Stream.of(kind)
			.filter((one) -> one.startsWith("question-"))
			.map((one) -> one.substring("question-".length()))
			.filter(this.questions()::contains)
			.flatMap((id) -> this.rules.base().questions().stream().filter((question) -> question.page().equals(id)))
			.map((question) -> question.shortName())
			.findFirst();
	}

}
