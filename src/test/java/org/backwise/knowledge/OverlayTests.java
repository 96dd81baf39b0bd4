package org.backwise.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where somebody answers for another person, the sentences that change lie over the words
 * of the language; one that is wrong refuses the start.
 */
class OverlayTests {

	private static final String THEY = "words/en__they.yaml";

	private static final KnowledgeReader READER = new KnowledgeReader();

	private static final KnowledgeFiles GOOD = KnowledgeFiles.builtIn();

	/**
	 * Read by others, or by nobody on a page of one client: how we decide, the doctor's
	 * letter, the therapist, what is known beside the answers.
	 */
	private static final Set<String> NOT_FOR_CLIENTS = Set.of("phrases", "about", "letter", "for-therapist", "says",
			"caution", "facts");

	@Test
	void putsItsSentencesOverThoseOfTheLanguage() {
		KnowledgeBase base = READER.read(GOOD);
		KnowledgeBase they = READER.read(GOOD, GOOD.voice("en", true));
		assertThat(base.question("age").ask()).isEqualTo("How old are you?");
		assertThat(they.question("age").ask()).isEqualTo("How old are they?");
		assertThat(they.referral("E-02").title()).isEqualTo(base.referral("E-02").title());
		assertThat(they.sha256()).isEqualTo(base.sha256());
		assertThat(they.language().tag()).isEqualTo("en");
		assertThat(List.of(base.language().ofAnother(), they.language().ofAnother())).containsExactly(false, true);
		assertThat(GOOD.languages()).containsExactly("en");
	}

	@Test
	void countsInTheFingerprintOfTheWordsInBothVoices() {
		KnowledgeFiles other = changed("ask: How old are they?", "ask: What is their age?");
		assertThat(other.sha256()).isEqualTo(GOOD.sha256());
		assertThat(other.wordsSha256("en")).isNotEqualTo(GOOD.wordsSha256("en"));
		assertThat(READER.read(other).language().sha256()).isEqualTo(other.wordsSha256("en"))
			.isEqualTo(READER.read(other, "en__they").language().sha256());
		assertThat(other.words("en")).containsOnlyKeys("words/en.yaml", THEY);
		assertThat(without().words("en")).as("what counted before there were any").containsOnlyKeys("words/en.yaml");
	}

	@Test
	void isLeftOutByAFolderOfAPractice(@TempDir Path folder) throws IOException {
		for (Map.Entry<String, String> file : without().texts().entrySet()) {
			Files.createDirectories(folder.resolve(file.getKey()).getParent());
			Files.writeString(folder.resolve(file.getKey()), file.getValue());
		}
		KnowledgeFiles own = KnowledgeFiles.in(folder);
		assertThat(own.voice("en", true)).isEqualTo("en");
		assertThat(READER.readToRun(own, own.voice("en", true)).question("age").ask()).isEqualTo("How old are you?");
		Files.writeString(folder.resolve(THEY), GOOD.text(THEY));
		assertThat(KnowledgeFiles.in(folder)).isEqualTo(GOOD);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`/    age:/`            | `/    aged:/`     | questions, aged: lies over nothing; words/en.yaml has no such sentence
					ask: How old are they?  | `ak: How old?`    | questions, age, ak: lies over nothing
					ask: How old are they?  | `ask: " "`        | age, ask: the sentence is empty
					ask: How old are they?  | `ask: [How, old]` | age, ask: has not the shape
					ask: How old are they?  | `ask: 12`         | age, ask: has not the shape
					ask: How old are they?  | `ask: At {date}?` | age, ask: fills in something else
					- Do not let them drive. | `- { a: b }`     | emergency, do-not, 1: has not the shape
					- Do not let them drive. | `- Go./        - Run.` | emergency, do-not: words/en.yaml has 3 sentences
					""")
	void isRefusedWithItsFileAndIds(String sentence, String instead, String words) {
		KnowledgeFiles files = changed(sentence.replace('/', '\n'), instead.replace('/', '\n'));
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> READER.read(files, "en__they"))
			.satisfies((refused) -> assertThat(refused.getMessage()).contains(THEY, words));
	}

	@ParameterizedTest
	@CsvSource({ "words/xx__they.yaml", "words/en__we.yaml", "words/en__they__they.yaml" })
	void liesOverALanguage(String name) {
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> GOOD.with(name, GOOD.text(THEY)))
			.withMessageContaining(name)
			.withMessageContaining("lies over nothing");
	}

	@Test
	void hasEverySentenceThatSpeaksToTheClientAndChangesEachItHas() {
		YAMLMapper yaml = new YAMLMapper();
		Map<String, String> usual = sentences(yaml.readTree(GOOD.text("words/en.yaml")));
		Map<String, String> they = sentences(yaml.readTree(GOOD.text(THEY)));
		assertThat(they).hasSizeGreaterThan(450);
		Map<String, String> shown = new LinkedHashMap<>(usual);
		shown.putAll(they);
		shown.values().removeIf((sentence) -> !OfAnother.speaksToTheClient(sentence));
		assertThat(shown).as("shown to whoever answers for another person, but about the client").isEmpty();
		they.entrySet()
			.removeIf((entry) -> isInAList(entry.getKey()) || !entry.getValue().equals(usual.get(entry.getKey())));
		assertThat(they).as("in %s, but as in the words below", THEY).isEmpty();
	}

	/** A list is changed as a whole. */
	private static boolean isInAList(String id) {
		return id.matches(".*/(steps|do-not|worse|benefits)/\\d+");
	}

	private static Map<String, String> sentences(JsonNode words) {
		Map<String, String> sentences = new LinkedHashMap<>();
		sentences("", words, sentences);
		return sentences;
	}

	private static void sentences(String id, JsonNode words, Map<String, String> into) {
		if (words.isString()) {
			into.put(id, words.stringValue());
		}
		words.propertyStream()
			.filter((entry) -> !NOT_FOR_CLIENTS.contains(entry.getKey()))
			.forEach((entry) -> sentences(id + "/" + entry.getKey(), entry.getValue(), into));
		for (int i = 0; words.isArray() && i < words.size(); i++) {
			sentences(id + "/" + (i + 1), words.get(i), into);
		}
	}

	private static KnowledgeFiles without() {
		Map<String, String> texts = new LinkedHashMap<>(GOOD.texts());
		texts.remove(THEY);
		return new KnowledgeFiles(texts);
	}

	private static KnowledgeFiles changed(String from, String to) {
		String text = GOOD.text(THEY);
		int at = text.indexOf(from);
		assertThat(at).as(from).isNotNegative();
		return GOOD.with(THEY, text.substring(0, at) + to + text.substring(at + from.length()));
	}

}
