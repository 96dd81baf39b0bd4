package org.backwise.knowledge;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Sentences lie apart from the rules, by id, and a language lacks none of them. */
class WordsTests {

	private static final String ENGLISH = "words/en.yaml";

	private static final KnowledgeReader READER = new KnowledgeReader();

	private static final KnowledgeFiles GOOD = KnowledgeFiles.builtIn();

	@Test
	void changeNoFingerprintOfTheRules() {
		KnowledgeFiles other = changed("ask: How old are you?", "ask: How many years old are you?");
		assertThat(other.sha256()).isEqualTo(GOOD.sha256());
		assertThat(other.wordsSha256("en")).isNotEqualTo(GOOD.wordsSha256("en"));
		KnowledgeBase base = READER.read(other);
		assertThat(base.question("age").ask()).isEqualTo("How many years old are you?");
		assertThat(base.language().sha256()).isEqualTo(other.wordsSha256("en"));
	}

	@Test
	void areMissedByName() {
		refuses(changed("      title: Changes in peeing\n", ""),
				"words/en.yaml, red-flags, rules, E-02: the sentence 'title' is missing");
		refuses(changed("    E-02:\n", "    E-99:\n"),
				"words/en.yaml, red-flags, rules, E-02: the sentence 'because' is missing",
				"words/en.yaml, red-flags, rules: nothing is called 'E-99' in the rule files");
		refuses(changed("        saddle-numbness:\n", "        sadle-numbness:\n"),
				"questions, nerve-signs, options, saddle-numbness: the sentence 'label' is missing",
				"nothing is called 'sadle-numbness'");
		refuses(changed("      title: Changes in peeing", "      titel: Changes in how you pee"),
				"words/en.yaml, red-flags, rules, E-02: nothing is called 'titel'");
		refuses(changed("      closing: >-", "      end: >-"), "words/en.yaml, notices, notices, emergency");
		refuses(changed("title: Changes in peeing", "title: \" \""), "E-02: the sentence 'title' is empty");
		refuses(changed("title: Changes in peeing", "title: [a, b]"), "E-02: 'title' has not the shape");
		refuses(changed("\nplan:\n", "\nplans:\n"), "words/en.yaml: there is no rule file 'plans.yaml'",
				"words/en.yaml, plan: the sentence 'review' is missing");
	}

	@Test
	void thatWarnAreMissedAlthoughNotEveryRuleHasThem() {
		refuses(changed("      caution: Keep the pressure light.\n", ""), "cautions.yaml, rule K-02 (line",
				"the sentence 'caution' and its name in 'says' go together");
		refuses(GOOD.with("cautions.yaml",
				GOOD.text("cautions.yaml").replaceFirst("says: \\[caution, question]", "says: [caution]")),
				"rule K-01 (line", "the sentence 'question' and its name in 'says' go together");
	}

	@Test
	void standInNoRuleFile() {
		refuses(GOOD.with("red-flags.yaml",
				GOOD.text("red-flags.yaml").replaceFirst("  - id: E-01\n", "  - id: E-01\n    title: Twice\n")),
				"red-flags.yaml, E-01: the sentence 'title' stands in words/en.yaml, not here");
	}

	@Test
	void areReadStrictly() {
		refuses(GOOD.with(ENGLISH, ""), "words/en.yaml: the file is empty");
		refuses(changed("      title: Changes in peeing\n", "      title: Changes in peeing\n      title: Again\n"),
				"words/en.yaml", "is given twice");
		refuses(changed("  or: \"{one}, or {other}\"", "  or: \"{one}, and\""),
				"words/en.yaml, phrases: 'or' needs each of {one}, {other} once");
		refuses(changed("  term: \"you have {term}\"\n", ""), "words/en.yaml, phrases: the key 'term' is missing");
	}

	@Test
	void ofAnotherLanguageAreAllThere() {
		KnowledgeFiles two = GOOD.with("words/xx.yaml", Bracketed.words());
		KnowledgeBase base = READER.read(two, "xx");
		assertThat(two.languages()).containsExactly("en", "xx");
		assertThat(base.sha256()).isEqualTo(GOOD.sha256());
		assertThat(base.language().tag()).isEqualTo("xx");
		assertThat(base.question("age").ask()).isEqualTo("[How old are you?]");
		assertThat(base.referral("E-02").title()).isEqualTo("[Changes in peeing]");
		assertThat(base.inWords(base.referral("E-02").atLevels().get(0).when())).startsWith("[[you answer [“[")
			.doesNotContain("{", "}");
		KnowledgeFiles without = two.with("words/xx.yaml",
				two.text("words/xx.yaml").replaceFirst("(?s)\\n +massage-later:.*?(?=\\n +[a-z-]+:)", ""));
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> READER.read(without, "xx"))
			.withMessageContaining(
					"words/xx.yaml, notices, notices, emergency: the sentence 'massage-later' is missing; words/en.yaml has it");
		assertThat(READER.read(without)).isEqualTo(READER.read(GOOD));
	}

	private static void refuses(KnowledgeFiles files, String... words) {
		assertThatExceptionOfType(KnowledgeException.class).isThrownBy(() -> READER.read(files))
			.satisfies((refused) -> assertThat(refused.getMessage()).contains(List.of(words)));
	}

	private static KnowledgeFiles changed(String from, String to) {
		String text = GOOD.text(ENGLISH);
		int at = text.indexOf(from);
		assertThat(at).as(from).isNotNegative();
		return GOOD.with(ENGLISH, text.substring(0, at) + to + text.substring(at + from.length()));
	}

}
