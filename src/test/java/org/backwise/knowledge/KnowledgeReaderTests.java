package org.backwise.knowledge;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Files that cannot be trusted are not used, and the message says what to mend and where.
 */
class KnowledgeReaderTests {

	private static final String RED_FLAGS = "red-flags.yaml";

	private static final String CAUTIONS = "cautions.yaml";

	private static final String QUESTIONS = "questions.yaml";

	private static final String TECHNIQUES = "techniques.yaml";

	private static final String PLAN = "plan.yaml";

	/** A key of rule E-02 that says nothing to anybody. */
	private static final String SOURCE = "  - id: E-02\n    source: guideline";

	private static final String ENGLISH = "words/en.yaml";

	private static final KnowledgeReader READER = new KnowledgeReader();

	private static final KnowledgeFiles GOOD = KnowledgeFiles.builtIn();

	@Test
	void readsTheBuiltInFiles() {
		KnowledgeBase base = READER.read(GOOD);
		assertThat(base.sha256()).isEqualTo(GOOD.sha256());
		assertThat(base.about().version()).isNotBlank();
		assertThat(base.referrals()).hasSizeGreaterThan(50);
	}

	@Test
	void explainsThatNothingWasStarted() {
		String message = message(RED_FLAGS, "level: emergency", "level: emergncy");
		assertThat(message).startsWith("The knowledge files cannot be used. Please mend:")
			.endsWith("Nothing was started, so that no rule is silently left out.");
	}

	@Test
	void refusesAnUnknownKeyAndNamesRuleAndLineWhereItStands() {
		refuses(change(RED_FLAGS, SOURCE, "  - id: E-02\n    sourze: guideline"),
				"red-flags.yaml, E-02 (line " + (line(RED_FLAGS, "- id: E-02") + 1)
						+ "): the key 'sourze' is not known here; the keys are: id, title,");
		refuses(change(RED_FLAGS, "rules:\n", "rule-book: 1\nrules:\n"), "red-flags.yaml (line",
				"the key 'rule-book' is not known here");
		refuses(change(QUESTIONS, "    kind: ", "    knd: "), "questions.yaml, nerve-signs (line",
				"the key 'knd' is not known here");
		refuses(change(PLAN, "    extra: ", "    more: "), "plan.yaml, weekly (line",
				"the key 'more' is not known here");
	}

	@Test
	void refusesAStepThatIsNotThereOrHasNoCondition() {
		refuses(change("notices.yaml", "      - step: 4\n", "      - step: 40\n"), "there is no step 40");
		refuses(change("notices.yaml", "{ step: 2, when:", "{ step: 3, when:"), "step 3 has two conditions");
		refuses(change("notices.yaml", "{ step: 3, when: { skin-and-medicines: skin-widespread } }", "{ step: 3 }"),
				"notices.yaml");
		refuses(change("notices.yaml", "health-ongoing: [pregnant, not-sure]", "health-ongoing: [pregnent]"),
				"notices.yaml", "pregnent");
	}

	@Test
	void refusesAMissingKey() {
		refuses(change(RED_FLAGS, SOURCE, "  - id: E-02"),
				"red-flags.yaml, rule E-02 (line " + line(RED_FLAGS, "- id: E-02") + "): the key 'source' is missing");
		refuses(change(RED_FLAGS, "  - id: E-02\n    source", "  - source"),
				"red-flags.yaml, rules, entry 2: the key 'id' is missing");
		refuses(change(CAUTIONS, "    when:\n      health-ongoing: pregnant\n", ""),
				"cautions.yaml, rule K-01 (line " + line(CAUTIONS, "- id: K-01") + "): the key 'when' is missing");
		refuses(change(CAUTIONS, "    source: professional\n", ""), "rule K-01", "the key 'source' is missing");
		refuses(change("sources.yaml", "    citable: true\n", ""), "sources.yaml, ", "the key 'citable' is missing");
		refuses(change(PLAN, "session-minutes: 60\n", ""), "plan.yaml", "the key 'session-minutes' is missing");
	}

	@Test
	void refusesAnEmptyValue() {
		refuses(change(RED_FLAGS, SOURCE, "  - id: E-02\n    source:"), "rule E-02", "the key 'source' is missing");
		refuses(change("about.yaml", "by: pending", "by: \" \""), "about.yaml, reviewed: the key 'by' is empty");
		refuses(change(RED_FLAGS, "rules:\n", "rules:\n  -\n"), "red-flags.yaml, rules, entry 1: is empty");
	}

	@Test
	void refusesAKeyGivenTwice() {
		refuses(change(RED_FLAGS, SOURCE, SOURCE + "\n    source: guideline"), "red-flags.yaml, E-02 (line",
				"the key 'source' is given twice");
		String when = "      health-ongoing: pregnant\n";
		refuses(change(CAUTIONS, when, when + "      health-ongoing: diabetes\n"), "cautions.yaml, K-01 (line",
				"the key 'health-ongoing' is given twice");
	}

	@Test
	void refusesAnIdUsedTwice() {
		refuses(change(RED_FLAGS, "- id: E-02\n", "- id: E-01\n"), "red-flags.yaml, rule E-01 (line",
				"this id is used twice");
		refuses(change(CAUTIONS, "- id: K-02\n", "- id: E-02\n").with(ENGLISH,
				GOOD.text(ENGLISH).replace("    K-02:", "    E-02:")), "cautions.yaml, rule E-02 (line",
				"red-flags.yaml uses this id too");
		refuses(change(QUESTIONS, "      - id: bladder\n", "      - id: bowel\n"),
				"questions.yaml, question nerve-signs (line", "an option is given twice");
		refuses(change("terms.yaml", "- id: bone-risk\n", "- id: pain\n"), "terms.yaml, term pain (line",
				"this id is used twice");
	}

	@Test
	void refusesAnUnknownQuestionOptionOrTerm() {
		refuses(change(RED_FLAGS, "- nerve-signs: bladder", "- nerve-sign: bladder"), "red-flags.yaml, rule E-02 (line",
				"there is no question 'nerve-sign'");
		refuses(change(RED_FLAGS, "- nerve-signs: bladder", "- nerve-signs: bladdr"), "red-flags.yaml, rule E-02 (line",
				"the question nerve-signs has no option 'bladdr'");
		refuses(change(CAUTIONS, "is: bone-risk", "is: bone-risks"), "cautions.yaml, rule K-03 (line",
				"there is no (earlier) term 'bone-risks'");
		refuses(change("terms.yaml", "when: { location: any sign }", "when: { is: new-pain }"),
				"terms.yaml, term pain (line", "there is no (earlier) term 'new-pain'");
		refuses(change(QUESTIONS, "asked: { ", "asked: { nowhere: any sign } # "), "questions.yaml, question ",
				"there is no question 'nowhere'");
		refuses(change(TECHNIQUES, "contributors: [", "contributors: [laziness, "), "techniques.yaml, cause ",
				"has no option 'laziness'");
		refuses(change(PLAN, "{ complaints: tension }", "{ complaints: tenseness }"), "plan.yaml, phase weekly (line",
				"has no option 'tenseness'");
		refuses(change(CAUTIONS, "        - sensitivity: on-edge-most-days", "        - sensitivity: on-edge"),
				"cautions.yaml, signpost S-01 (line", "has no option 'on-edge'");
	}

	@Test
	void refusesAnUnknownSource() {
		refuses(change(RED_FLAGS, "sources: [NHS-BP,", "sources: [NHS-XX,"), "red-flags.yaml, rule E-01 (line",
				"there is no source 'NHS-XX'");
		refuses(change(RED_FLAGS, "doc:not-right", "doc:not-wrong"), "red-flags.yaml, rule ",
				"there is no source 'doc:not-wrong'");
		refuses(change(CAUTIONS, "sources: [NCCIH-M]", "sources: []"), "cautions.yaml, rule K-02 (line",
				"names no source");
	}

	@Test
	void refusesAnUnknownTechnique() {
		refuses(change(CAUTIONS, "excludes: [deep-therapeutic, heat]", "excludes: [deep, heat]"),
				"cautions.yaml, rule K-01 (line", "there is no technique 'deep'");
		refuses(change(RED_FLAGS, "excludes: [deep-therapeutic]", "excludes: [deep]"), "red-flags.yaml, rule ",
				"there is no technique 'deep'");
		refuses(change(TECHNIQUES, "gentle: relaxation", "gentle: relaxing"), "techniques.yaml, key preference",
				"there is no technique 'relaxing'");
		refuses(change(TECHNIQUES, "gentler-first: [relaxation, ", "gentler-first: ["), "gentler-first",
				"names each technique once");
	}

	@Test
	void refusesAnUnknownLevelSourceOrKind() {
		refuses(change(RED_FLAGS, "- level: emergency", "- level: emergncy"), "red-flags.yaml, E-01 (line",
				"'emergncy' does not fit here; it is one of: emergency, urgent, see-doctor, wait");
		refuses(change(RED_FLAGS, "source: guideline", "source: hearsay"), "red-flags.yaml, E-01 (line",
				"it is one of: doc, guideline, professional, trial, ours");
		refuses(change(QUESTIONS, "kind: multi", "kind: many"), "questions.yaml, nerve-signs (line",
				"it is one of: single, multi, number");
	}

	@Test
	void refusesAQuestionThatNoRuleReads() {
		refuses(without(CAUTIONS, "- id: X-04"),
				"questions.yaml, question injury-age (line " + line(QUESTIONS, "  - id: injury-age\n    page")
						+ "): no rule, technique or phase reads this question");
		KnowledgeFiles unread = without(RED_FLAGS, "- id: D-07");
		refuses(unread.with(RED_FLAGS, unread.text(RED_FLAGS).replace("        - doctor-seen: \"no\"\n", "")),
				"questions.yaml, question doctor-seen (line", "no rule, technique or phase reads this question");
	}

	@Test
	void refusesASignThatNoRuleReads() {
		refuses(without(RED_FLAGS, "- id: E-11"), "questions.yaml, question body-signs (line",
				"reads the option breathless; a sign that nothing reads is lost");
		refuses(without(CAUTIONS, "- id: K-07"), "question skin-and-medicines (line", "reads the option oil-allergy");
	}

	@ParameterizedTest
	@ValueSource(strings = { "   source: guideline", "\tsource: guideline", "    source: guideline\n  oops" })
	void refusesBrokenYaml(String broken) {
		KnowledgeFiles files = change(RED_FLAGS, SOURCE, "  - id: E-02\n" + broken);
		refuses(files, "red-flags.yaml, ", "(line ", "look for wrong indentation");
	}

	@ParameterizedTest
	@ValueSource(strings = { "title: Changes: peeing", "title: \"Changes in peeing", "\ttitle: Changes" })
	void refusesBrokenWords(String broken) {
		KnowledgeFiles files = change(ENGLISH, "title: Changes in peeing", broken);
		refuses(files, "words/en.yaml", "(line ", "look for wrong indentation");
	}

	@Test
	void quotesOnlyTheBeginningOfAQuoteWithoutItsEnd() {
		String said = problems(change(RED_FLAGS, SOURCE, "  - id: E-02\n    source: \"guideline"));
		assertThat(said.lines().toList()).first()
			.asString()
			.contains("red-flags.yaml, E-02 (line ", "…' does not fit here")
			.hasSizeLessThan(220);
	}

	@Test
	void refusesAnEmptyOrStrangeFile() {
		refuses(GOOD.with("terms.yaml", ""), "terms.yaml: the file is empty");
		refuses(GOOD.with("terms.yaml", "# nothing yet\n"), "terms.yaml: the file is empty");
		refuses(GOOD.with("terms.yaml", "- one\n- two\n"), "terms.yaml (line 1): this does not fit here; keys with");
		refuses(GOOD.with("terms.yaml", "none"), "terms.yaml (line 1): ", "does not fit here; keys with");
		refuses(GOOD.with("terms.yaml", GOOD.texts().get("terms.yaml") + "\n---\nterms: []\n"), "terms.yaml");
	}

	@Test
	void refusesTheWrongShape() {
		refuses(change(CAUTIONS, "sources: [NCCIH-M]", "sources: NCCIH-M"), "cautions.yaml, K-02 (line",
				"a list is expected");
		refuses(change(RED_FLAGS, "  - id: E-02", "  - id: [a, b]"), "red-flags.yaml, ", "(line",
				"one text is expected");
		refuses(change("sources.yaml", "citable: true", "citable: maybe"), "sources.yaml, ",
				"true or false is expected");
	}

	@ParameterizedTest
	@CsvSource({ "sixty", "60.5", "'\"60\"'", "'[60]'" })
	void refusesAnythingButAWholeNumber(String number) {
		refuses(change(PLAN, "session-minutes: 60", "session-minutes: " + number), "plan.yaml (line",
				"a whole number is expected");
	}

	@Test
	void refusesNumbersThatMakeNoSense() {
		refuses(change(PLAN, "session-minutes: 60", "session-minutes: 0"), "plan.yaml, key session-minutes (line",
				"must be 1 or more");
		refuses(change(PLAN, "every-days: 7", "every-days: 0"), "plan.yaml, phase weekly (line", "1 or more");
		refuses(change(PLAN, "- { sessions: 4 }", "- { sessions: -4 }"), "plan.yaml, phase weekly (line", "1 or more");
		refuses(change(PLAN, "extra: { sessions: 1,", "extra: { sessions: 0,"), "plan.yaml, phase weekly (line",
				"1 or more");
		refuses(change(PLAN, "- { sessions: 4 }", "- { sessions: 4, when: { pain: at most 3 } }"),
				"plan.yaml, phase weekly (line", "the last line of 'sessions' has no 'when'");
		refuses(change(TECHNIQUES, "deep-therapeutic: 3", "deep-therapeutic: 4"),
				"techniques.yaml, points muscle-tension (line", "needs 0 to 3 points for each technique");
		refuses(change(TECHNIQUES, "deep-therapeutic: 3, ", ""), "points muscle-tension (line",
				"needs 0 to 3 points for each technique");
		refuses(change(QUESTIONS, "to: 10\n", "to: 0\n"), "questions.yaml, question pain (line", "its 'range' goes up");
		refuses(change(QUESTIONS, "to: 120", "to: 2000000000"), "question age (line", "1000 at most");
	}

	@ParameterizedTest
	@CsvSource({ "at least 121", "at least 0", "at most 120", "under 0", "70 to 60", "0 to 120" })
	void refusesAComparisonThatHoldsAlwaysOrNever(String comparison) {
		refuses(change(RED_FLAGS, "age: at least 65", "age: " + comparison), "red-flags.yaml, rule U-09 (line", "age");
	}

	@ParameterizedTest
	@ValueSource(strings = { "more than 65", "old", "> 65", "at least sixty", "65 or more", "at least 65.5" })
	void refusesANumberInWordsItDoesNotKnow(String comparison) {
		refuses(change(RED_FLAGS, "age: at least 65", "age: \"" + comparison + "\""), "red-flags.yaml, rule U-09 (line",
				"'" + comparison + "' is no number that can be asked of age; write at least 65");
	}

	@Test
	void refusesAConditionItDoesNotUnderstand() {
		refuses(change(RED_FLAGS, "age: at least 65", "age: 65"), "red-flags.yaml, U-09 (line",
				"a number in words such as 'at least 65'");
		refuses(change(CAUTIONS, "      health-ongoing: pregnant\n",
				"      health-ongoing: pregnant\n      history: cancer-ever\n"), "cautions.yaml, K-01 (line",
				"a condition has exactly one key");
		refuses(change(CAUTIONS, "health-ongoing: pregnant", "health-ongoing: []"), "cautions.yaml, K-01 (line",
				"empty or repeated list");
		refuses(change(CAUTIONS, "health-ongoing: pregnant", "health-ongoing: [pregnant, pregnant]"),
				"cautions.yaml, K-01 (line", "empty or repeated list");
		refuses(change(CAUTIONS, "health-ongoing: pregnant", "any: [ { health-ongoing: pregnant } ]"),
				"cautions.yaml, K-01 (line", "'any:' needs a list of two or more conditions");
		refuses(change(CAUTIONS, "health-ongoing: pregnant", "not: { health-ongoing: none }"), "cautions.yaml, K-01",
				"'not:' needs an option id");
		refuses(change(CAUTIONS, "health-ongoing: pregnant", "health-ongoing:"), "cautions.yaml, K-01 (line");
		refuses(change(CAUTIONS, "is: bone-risk", "onset: at least 2"), "cautions.yaml, rule K-03 (line",
				"the question onset cannot be compared with a number");
		refuses(change(CAUTIONS, "is: bone-risk", "onset: any sign"), "cautions.yaml, rule K-03 (line",
				"cannot be compared with 'any sign'");
	}

	@Test
	void refusesARuleWhoseLevelsMakeNoSense() {
		refuses(change(RED_FLAGS, "- level: emergency", "- level: wait"), "red-flags.yaml, rule E-01 (line",
				"the most urgent level comes first, each level once");
		refuses(change(RED_FLAGS, "    levels:\n", "    level: urgent\n    levels:\n"),
				"red-flags.yaml, rule E-01 (line", "has either 'level' and 'when', or 'levels'");
		refuses(change(RED_FLAGS, "  - id: E-07\n", "  - id: E-07\n    cleared: { excludes: [] }\n"),
				"red-flags.yaml, rule E-07 (line", "emergency and urgent are never cleared");
	}

	@Test
	void refusesACautionThatSaysNothingOrForbidsTheLastTechnique() {
		refuses(change(CAUTIONS, "excludes: [deep-therapeutic, heat]",
				"excludes: [deep-therapeutic, heat, relaxation]"), "cautions.yaml, rule K-01 (line",
				"excludes relaxation, which must always remain possible");
	}

	@Test
	void refusesAQuestionThatDependsOnALaterOne() {
		refuses(change(QUESTIONS, "asked: { ", "asked: { movement: free } # "), "questions.yaml, question ",
				"depends on the question movement, which is asked later");
	}

	@Test
	void refusesAPageOrOptionThatDoesNotExist() {
		refuses(change(QUESTIONS, "unanswered-counts-as: new-or-worse", "unanswered-counts-as: newish"),
				"questions.yaml, question nerve-signs-course (line",
				"'unanswered-counts-as' is not one of its options");
		refuses(change(QUESTIONS, "    kind: multi", "    page: nowhere\n    kind: multi").with(QUESTIONS,
				GOOD.texts().get(QUESTIONS).replaceFirst("    page: [a-z-]+\n", "    page: nowhere\n")),
				"questions.yaml, question nerve-signs (line", "there is no page 'nowhere'");
	}

	@Test
	void refusesAPlaceholderThatNobodyFills() {
		refuses(change(ENGLISH, "{emergency-number}", "{emergency-nummer}"),
				"words/en.yaml (line " + line(ENGLISH, "{emergency-number}") + "): there is no placeholder",
				"{emergency-nummer}; the placeholders are: emergency-number");
		refuses(change(ENGLISH, "{emergency-number}", "{technique}"), "there is no placeholder {technique}");
	}

	@Test
	void refusesWhatVersionTwoAddedWhenItLeadsNowhere() {
		refuses(change(CAUTIONS, "gives-way-to: D-06", "gives-way-to: D-99"), "cautions.yaml, rule K-16 (line",
				"there is no rule 'D-99'");
		refuses(change(CAUTIONS, "leave: [tummy]", "leave: [tomme]"), "cautions.yaml, rule K-01 (line",
				"there is no area to leave 'tomme'");
		refuses(change(RED_FLAGS, "leave: [numb-area]", "leave: [numb]"), "red-flags.yaml, rule E-01 (line",
				"there is no area to leave 'numb'");
		refuses(change(PLAN, "unless: [between-shoulder-blades, ", "unless: [between, "), "plan.yaml, area upper-back",
				"there is no place 'between'");
		refuses(change(PLAN, "target: 5", "target: 8"), "plan.yaml, habit poor-posture (line", "1 to 7");
		refuses(change(PLAN, ", otherwise: true", ""), "plan.yaml, key habits (line", "one habit for each contributor");
		refuses(change("notices.yaml", "rule: U-15", "rule: U-99"), "notices.yaml, key lead (line",
				"there is no rule 'U-99'");
		refuses(change("notices.yaml", "service: maternity-service", "service: midwife"),
				"there is no service 'midwife'");
		refuses(change("notices.yaml", "rule: W-01", "rule: W-99"), "notices.yaml, key again (line",
				"there is no rule 'W-99'");
	}

	@Test
	void refusesAnIdThatWasRetired() {
		refuses(change(QUESTIONS, "retired: [neck-vessel]", "retired: [neck-vessel, bladder, K-02]"),
				"'bladder' is retired, and its id is never used again", "'K-02' is retired");
	}

	@Test
	void saysWhichKeysAreMissingInAFolderOfVersionOne() {
		String plan = GOOD.text(PLAN);
		KnowledgeFiles old = GOOD.with(PLAN, plan.substring(0, plan.indexOf("# One small habit")))
			.with(ENGLISH, withoutPart(GOOD.text(ENGLISH), "  habits:\n"));
		assertThat(READER.read(old).plan().habits()).isNull();
		assertThat(catchThrowableOfType(KnowledgeException.class, () -> READER.readToRun(old, "en")))
			.hasMessageContainingAll("plan.yaml: the key 'habits' is missing", "version 2");
	}

	@Test
	void namesAllThatAFolderOfVersionOneLacksAtOnce() throws URISyntaxException {
		KnowledgeFiles old = KnowledgeFiles
			.in(Path.of(Objects.requireNonNull(getClass().getResource("/version-1")).toURI()));
		assertThat(READER.read(old).about().version()).as("what was decided long ago is still shown").isNotBlank();
		assertThat(catchThrowableOfType(KnowledgeException.class, () -> READER.readToRun(old, "en")))
			.hasMessageContainingAll("the key 'areas' is missing", "the key 'habits'", "the key 'lead'",
					"the file follow-up.yaml", "the question 'pain-trend' is missing", "the question 'stiff-where'",
					"question body-signs: the option 'effort-pain' is missing",
					"question history: the option 'known-aneurysm'", "red-flags.yaml: the rule 'U-22' is missing",
					"cautions.yaml: the rule 'K-24'", "'neck-vessel' is retired");
	}

	@Test
	void anIdThatBackwiseRetiredDoesNotComeBackInAFolderOfAPractice() {
		KnowledgeFiles own = change(RED_FLAGS, "- id: D-25\n", "- id: neck-vessel\n");
		own = own.with(ENGLISH, own.text(ENGLISH).replace("    D-25:", "    neck-vessel:"))
			.with(QUESTIONS, own.text(QUESTIONS).replace("retired: [neck-vessel]", "retired: []"));
		KnowledgeFiles again = own;
		assertThat(READER.read(again).referral("neck-vessel")).isNotNull();
		assertThat(catchThrowableOfType(KnowledgeException.class, () -> READER.readToRun(again, "en")))
			.hasMessageContaining("'neck-vessel' is retired, and its id is never used again");
	}

	@Test
	void aRuleOfAnotherNameIsNoReasonToRefuseTheFiles() {
		KnowledgeFiles own = change(RED_FLAGS, "- id: D-25\n", "- id: D-99\n");
		KnowledgeFiles named = own.with(ENGLISH, own.text(ENGLISH).replace("    D-25:", "    D-99:"));
		assertThat(READER.readToRun(named, "en").referral("D-99")).isNotNull();
	}

	/** The words without one part of the plan. */
	private static String withoutPart(String words, String part) {
		int from = words.indexOf(part, words.indexOf("\nplan:\n"));
		int to = from + part.length();
		while (words.startsWith("   ", to) || words.startsWith("\n", to)) {
			to = words.indexOf('\n', to) + 1;
		}
		return words.substring(0, from) + words.substring(to);
	}

	@Test
	void refusesALevelWithoutNotice() {
		refuses(change("notices.yaml", "level: wait", "level: urgent"),
				"notices.yaml: there is no notice for the level 'wait'", "notices.yaml: a level has two notices");
	}

	@Test
	void namesEveryProblemOfEveryFileAtOnce() {
		KnowledgeFiles files = change(RED_FLAGS, "- nerve-signs: bladder", "- nerve-signs: bladdr");
		files = files.with(CAUTIONS, files.texts().get(CAUTIONS).replace("is: bone-risk", "is: bones"));
		files = files.with(PLAN, files.texts().get(PLAN).replace("every-days: 7", "every-days: 0"));
		refuses(files, "rule E-02", "rule K-03", "phase weekly");
		refuses(GOOD.with("terms.yaml", "").with("plan.yaml", "session-minutes: sixty"),
				"terms.yaml: the file is empty", "plan.yaml (line 1): ");
	}

	@Test
	void speaksOfNoClassAndNoParser() {
		List<KnowledgeFiles> broken = List.of(change(RED_FLAGS, "- level: emergency", "- level: emergncy"),
				change(RED_FLAGS, SOURCE, "  - id: E-02\n   source: guideline"),
				change(PLAN, "session-minutes: 60", "session-minutes: sixty"),
				change("sources.yaml", "    citable: true\n", ""),
				change(RED_FLAGS, SOURCE, "  - id: E-02\n    sourze: guideline"), GOOD.with("terms.yaml", "- one\n"));
		assertThat(broken).allSatisfy((files) -> assertThat(problems(files)).doesNotContain("org.backwise", "java.",
				"jackson", "Deserial", "coerce", "token", "`"));
	}

	private static void refuses(KnowledgeFiles files, String... words) {
		assertThat(problems(files)).contains(words);
	}

	private static String problems(KnowledgeFiles files) {
		KnowledgeException refused = catchThrowableOfType(KnowledgeException.class, () -> READER.read(files));
		assertThat(refused).as("the files are refused").isNotNull();
		return Arrays.stream(String.valueOf(refused.getMessage()).split("\n"))
			.filter((line) -> line.startsWith("  - "))
			.collect(Collectors.joining("\n"));
	}

	private static String message(String file, String from, String to) {
		KnowledgeException refused = catchThrowableOfType(KnowledgeException.class,
				() -> READER.read(change(file, from, to)));
		return String.valueOf(refused.getMessage());
	}

	/** The built-in files with the first place where a text stands changed. */
	private static KnowledgeFiles change(String file, String from, String to) {
		String text = GOOD.text(file);
		int at = text.indexOf(from);
		assertThat(at).as("%s has \"%s\"", file, from).isNotNegative();
		return GOOD.with(file, text.substring(0, at) + to + text.substring(at + from.length()));
	}

	/** The built-in files without one entry of a list. */
	private static KnowledgeFiles without(String file, String entry) {
		String text = GOOD.text(file);
		int from = text.indexOf("  " + entry + "\n");
		int to = text.indexOf("\n  - id: ", from + 1) + 1;
		assertThat(from).as("%s has %s", file, entry).isPositive().isLessThan(to);
		return GOOD.with(file, text.substring(0, from) + text.substring(to));
	}

	private static int line(String file, String text) {
		int at = GOOD.text(file).indexOf(text);
		return (int) GOOD.text(file).substring(0, at).lines().count() + (text.startsWith("  ") ? 1 : 0);
	}

}
