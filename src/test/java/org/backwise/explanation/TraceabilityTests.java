package org.backwise.explanation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Origin;
import org.backwise.knowledge.PlanGuide.Story;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.Sources.DocumentSection;

import static org.assertj.core.api.Assertions.assertThat;

/** Every statement of the source document is found where the table says. */
class TraceabilityTests {

	private static final Path TABLE = Path.of("docs/traceability.md");

	private static final int STATEMENTS = 47;

	private static final Set<String> PAGES = Set.of("/", "/intake/questions", "/how-we-decide", "/how-to-call");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| (.+?) \\| (\\S+) \\| (.+?) \\|$");

	private static final Pattern REFERENCE = Pattern.compile("`(\\w+):([^`]+)`");

	private final KnowledgeBase base = Explanations.BASE;

	private final YAMLMapper yaml = new YAMLMapper();

	private final List<MatchResult> rows = rows();

	@Test
	void listsAllStatementsInOrder() {
		assertThat(this.rows.stream().map((row) -> Integer.valueOf(row.group(1))))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, STATEMENTS).boxed().toList());
	}

	@Test
	void namesASectionOfTheDocumentForEach() {
		List<String> sections = this.base.about().document().sections().stream().map(DocumentSection::id).toList();
		assertThat(this.rows)
			.allSatisfy((row) -> assertThat(sections).as("statement " + row.group(1)).contains(row.group(3)));
	}

	@Test
	void leadsSomewhereWithEveryReference() {
		for (MatchResult row : this.rows) {
			List<MatchResult> references = REFERENCE.matcher(row.group(4)).results().toList();
			assertThat(references).as("statement " + row.group(1)).isNotEmpty();
			assertThat(REFERENCE.matcher(row.group(4)).replaceAll(""))
				.as("statement " + row.group(1) + ": only references")
				.matches("[ ,]*");
			references.forEach((reference) -> assertThat(exists(reference.group(1), reference.group(2)))
				.as("statement %s: %s leads nowhere", row.group(1), reference.group())
				.isTrue());
		}
	}

	@Test
	void noticesAReferenceThatLeadsNowhere() {
		assertThat(exists("rule", "E-99")).isFalse();
		assertThat(exists("question", "onset/nothing")).isFalse();
		assertThat(exists("text", "plan.yaml#story/nothing")).isFalse();
		assertThat(exists("text", "nothing.yaml#story")).isFalse();
		assertThat(exists("page", "/nothing")).isFalse();
		assertThat(exists("nothing", "D-12")).isFalse();
	}

	/** The other way round: nothing that claims to come from the document is left out. */
	@Test
	void namesEveryRuleAndStoryOfTheDocument() {
		Set<String> named = new HashSet<>();
		this.rows.forEach(
				(row) -> REFERENCE.matcher(row.group(4)).results().map((found) -> found.group(2)).forEach(named::add));
		assertThat(this.base.referrals().stream().filter((rule) -> rule.source() == Origin.DOC).map(Rules.Referral::id))
			.isNotEmpty()
			.isSubsetOf(named);
		assertThat(this.base.cautions().stream().filter((rule) -> rule.source() == Origin.DOC).map(Rules.Caution::id))
			.isNotEmpty()
			.isSubsetOf(named);
		assertThat(this.base.plan().story().stream().map(Story::id).map((id) -> "plan.yaml#story/" + id)).isNotEmpty()
			.isSubsetOf(named);
	}

	private boolean exists(String kind, String where) {
		return switch (kind) {
			case "rule" -> this.base.referrals().stream().anyMatch((rule) -> rule.id().equals(where))
					|| this.base.cautions().stream().anyMatch((rule) -> rule.id().equals(where));
			case "question" -> isOption(where.split("/"));
			case "text" -> isText(where.split("[#/]"));
			case "page" -> PAGES.contains(where);
			default -> false;
		};
	}

	private boolean isOption(String[] path) {
		return path.length == 2 && this.base.hasQuestion(path[0])
				&& this.base.question(path[0]).options().stream().map(Option::id).anyMatch(path[1]::equals);
	}

	/**
	 * A file, a key in it and, for a list, the id of an entry; or a sentence in its
	 * words.
	 */
	private boolean isText(String[] path) {
		return isInFile(path) || isSentence(path);
	}

	private boolean isSentence(String[] path) {
		try (InputStream file = KnowledgeBase.class.getResourceAsStream("/knowledge/words/en.yaml")) {
			JsonNode found = this.yaml.readTree(file).path(path[0].replace(".yaml", "")).path(path[1]);
			return (path.length == 2) ? !found.isMissingNode() && !found.isEmpty() || found.isString()
					: found.path(path[2]).isObject();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private boolean isInFile(String[] path) {
		try (InputStream file = KnowledgeBase.class.getResourceAsStream("/knowledge/" + path[0])) {
			JsonNode found = (file != null) ? this.yaml.readTree(file).path(path[1]) : this.yaml.missingNode();
			if (path.length == 2) {
				return !found.isMissingNode() && !found.isEmpty() || found.isString();
			}
			return found.values().stream().anyMatch((entry) -> entry.path("id").asString().equals(path[2]));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<MatchResult> rows() {
		try {
			Matcher matcher = ROW.matcher(Files.readString(TABLE));
			return matcher.results().toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
