package org.backwise.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Ids of questions, options and rules stand in the knowledge files, not in Java. */
class NoIdsInJavaTests {

	private static final Path MAIN = Path.of("src/main/java");

	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

	/** Reserved words of the format. */
	private static final Set<String> RESERVED = Set.of(Questionnaire.NOT_SURE, "none");

	/** Whole answer sheets as examples: of a call, and of people for a trial. */
	private static final Set<String> EXAMPLES = Set.of("Examples.java");

	/** The same word for something else. */
	private static final Map<String, Set<String>> OTHER_THINGS = Map.ofEntries(//
			Map.entry("CaseController.java", Set.of("history")), // the journal of a case
			Map.entry("Journal.java", Set.of("unknown")), // a person of an unknown kind
			Map.entry("SourceLine.java", Set.of("unknown")), // the year of a source
			Map.entry("DmnTechniques.java", Set.of("free")), // nothing is left out
			Map.entry("Reason.java", Set.of("better")), // why a course of care ends
			Map.entry("RulesController.java", Set.of("same")), // the same rules
			Map.entry("ResultController.java", Set.of("worse")), // when it gets worse
			Map.entry("CareViews.java", Set.of("worse")), // the same at the end
			Map.entry("ReplySchemas.java", Set.of("habit")), // the key of the reply
			Map.entry("ExplainedCare.java", Set.of("pain", "worse")), // names of phrases
			Map.entry("FollowUp.java", Set.of("habit")), // a placeholder
			Map.entry("Measures.java", Set.of("worse")), // a response to a plan
			Map.entry("Facts.java", Set.of("better", "worse", "yes", "no")), // facts
			Map.entry("SaidSpace.java", Set.of("yes")), // a fact
			Map.entry("Situation.java", Set.of("yes", "no")), // facts
			Map.entry("FollowUpReader.java", Set.of("habit")), // a key of the request
			Map.entry("FollowUpSchemas.java", Set.of("habit", "pain", "better")), // keys
			Map.entry("FollowUpProofs.java", Set.of("no")), // a fact
			Map.entry("ChangeAct.java", Set.of("habit")), // a field of the form
			Map.entry("GuideCheck.java", Set.of("preference", "habit"))); // keys

	@Test
	void noIdOfAQuestionAnOptionOrARuleStandsInJava() throws IOException {
		Set<String> ids = ids();
		try (Stream<Path> files = Files.walk(MAIN)) {
			List<String> found = files.filter((file) -> file.toString().endsWith(".java"))
				.filter((file) -> !EXAMPLES.contains(String.valueOf(file.getFileName())))
				.flatMap((file) -> literals(file).filter(ids::contains)
					.filter((literal) -> !OTHER_THINGS.getOrDefault(String.valueOf(file.getFileName()), Set.of())
						.contains(literal))
					.map((literal) -> file.getFileName() + ": " + literal))
				.toList();
			assertThat(found).isEmpty();
		}
	}

	private static Set<String> ids() {
		KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());
		Set<String> ids = new HashSet<>();
		base.questions().forEach((question) -> {
			ids.add(question.id());
			question.options().forEach((option) -> ids.add(option.id()));
		});
		base.referrals().forEach((rule) -> ids.add(rule.id()));
		base.cautions().forEach((rule) -> ids.add(rule.id()));
		ids.removeAll(RESERVED);
		assertThat(ids).hasSizeGreaterThan(200);
		return ids;
	}

	private static Stream<String> literals(Path file) {
		try {
			return Files.readAllLines(file)
				.stream()
				.map(String::strip)
				.filter((line) -> !line.startsWith("*") && !line.startsWith("/"))
				.flatMap((line) -> LITERAL.matcher(line).results())
				.map((found) -> found.group(1));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
