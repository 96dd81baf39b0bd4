package org.backwise.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.ContractQuestions.Asking;
import org.backwise.triage.ContractQuestions.Kind;
import org.backwise.triage.RuleProgram.RuleOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is true of every answer sheet, tried on tens of thousands of random ones. */
class AnswerSheetsTests {

	private static final int SHEETS = 20_000;

	private static final List<AnswerSheet> RANDOM_SHEETS = randomSheets();

	private static final Map<AnswerSheet, Assessment> DECIDED = new IdentityHashMap<>();

	private final KnowledgeBase base = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Triage triage = new Triage(this.base);

	@Test
	void decidesEverySheetAsTheContractDoes() {
		Map<String, Integer> outcomes = new TreeMap<>();
		onRandomSheets(1, (sheet, random) -> {
			Assessment assessment = decided(sheet);
			assertThat(Contract.comparable(assessment)).as("%s", sheet).isEqualTo(Contract.BUILT_IN.assess(sheet));
			Level level = assessment.level();
			outcomes.merge((level != null) ? level.toString() : "care-plan", 1, Integer::sum);
		});
		assertThat(outcomes).containsOnlyKeys("emergency", "urgent", "see-doctor", "wait", "care-plan");
		assertThat(outcomes.values()).as("how often each outcome was tried: %s", outcomes)
			.allMatch((times) -> times > 50);
	}

	@Test
	void findsEverySheetOfTheContractCompleteAndAsksNothingElse() {
		onRandomSheets(2, (sheet, random) -> {
			Reading reading = this.triage.read(sheet.answers());
			assertThat(reading.problems()).as("%s", sheet).isEmpty();
			assertThat(reading.missing()).as("%s", sheet).isEmpty();
			assertThat(reading.ignored()).as("%s", sheet).isEmpty();
			assertThat(reading.asked()).extracting(Reading.AskedQuestion::id)
				.containsExactlyElementsOf(ContractQuestions.asked(sheet));
		});
	}

	@Test
	void answersToQuestionsThatAreNotAskedChangeNothingAndAreListed() {
		onRandomSheets(3, (sheet, random) -> {
			AnswerSheet stale = new ContractQuestions(random, 0.5).withAnswersNobodyAskedFor(sheet);
			Assessment without = decided(sheet);
			Assessment with = decide(stale);
			List<String> ignored = ContractQuestions.all()
				.stream()
				.map(Asking::id)
				.filter((id) -> stale.has(id) && !sheet.has(id))
				.toList();
			AssessmentAssert.assertThat(with).ignored(ignored.toArray(String[]::new));
			assertThat(ignoring(with)).as("%s", stale).isEqualTo(ignoring(without));
		});
	}

	private static Assessment ignoring(Assessment a) {
		return new Assessment(a.outcome(), a.level(), a.lead(), a.findings(), a.cautions(), a.complementary(),
				a.cleared(), a.technique(), a.phases(), a.areas(), a.habit(), a.sensitised(), List.of(), a.knowledge());
	}

	@Test
	void addingASignNeverLowersTheLevel() {
		onRandomSheets(4, (sheet, random) -> {
			List<Asking> questions = ContractQuestions.SAFETY.stream()
				.filter((question) -> question.kind() == Kind.MULTI && sheet.has(question.id()))
				.toList();
			Asking question = questions.get(random.nextInt(questions.size()));
			List<String> signs = new ArrayList<>(question.signs());
			signs.removeAll(sheet.chosen(question.id()));
			if (signs.isEmpty()) {
				return;
			}
			AnswerSheet added = new ContractQuestions(random, 0.5)
				.completed(sheet.plus(question.id(), signs.get(random.nextInt(signs.size()))));
			assertThat(rank(safetyLevel(decide(added)))).as("%s, then %s", sheet, added)
				.isLessThanOrEqualTo(rank(safetyLevel(decided(sheet))));
		});
	}

	/** D-12 needs the massage section and is not about a sign. */
	private static @Nullable Level safetyLevel(Assessment assessment) {
		SortedMap<String, Level> fired = fired(assessment);
		fired.remove("D-12");
		return mostUrgent(fired);
	}

	@Test
	void notSureIsNeverLessThanNoneAndNeverDecidesLikeIt() {
		Map<String, String> rules = Map.ofEntries(Map.entry("nerve-signs", "N-01"), Map.entry("body-signs", "N-01"),
				Map.entry("limb-signs", "N-02"), Map.entry("disc-diagnosis", "N-02"),
				Map.entry("temple-jaw-vision", "N-02"), Map.entry("general-signs", "N-02"),
				Map.entry("history", "N-02"), Map.entry("health-today", "N-02"), Map.entry("health-ongoing", "N-03"),
				Map.entry("skin-and-medicines", "N-03"), Map.entry("inflammatory-signs", "N-04"));
		Map<String, Integer> tried = new TreeMap<>();
		onRandomSheets(5, (sheet, random) -> rules.forEach((question, rule) -> {
			boolean single = List.of("disc-diagnosis", "temple-jaw-vision").contains(question);
			if (!sheet.chose(question, single ? "no" : "none") || random.nextInt(10) != 0) {
				return;
			}
			AnswerSheet unsure = new ContractQuestions(random, 0.8)
				.completed(single ? sheet.with(question, "not-sure") : sheet.with(question, List.of("not-sure")));
			Assessment notSure = decide(unsure);
			assertThat(rank(safetyLevel(notSure))).as("%s", unsure)
				.isLessThanOrEqualTo(rank(safetyLevel(decided(sheet))));
			if (rule.equals("N-01") || rule.equals("N-02")) {
				assertThat(fired(notSure)).as("%s", unsure)
					.containsEntry(rule, rule.equals("N-01") ? Level.URGENT : Level.SEE_DOCTOR);
			}
			else if (notSure.hasCarePlan()) {
				assertThat(limits(notSure)).as("%s", unsure).contains(rule);
			}
			tried.merge(question, 1, Integer::sum);
		}));
		assertThat(tried).containsOnlyKeys(rules.keySet());
		assertThat(tried.values()).allMatch((times) -> times > 100);
	}

	@Test
	void anUnsureCourseCountsAsNewOrWorse() {
		onRandomSheets(6, (sheet, random) -> {
			AnswerSheet signs = sheet.signs("nerve-signs").isEmpty()
					? sheet.with("nerve-signs", List.of("sexual-function")) : sheet;
			Assessment unsure = decide(signs.with("nerve-signs-course", "not-sure"));
			Assessment worse = decide(signs.with("nerve-signs-course", "new-or-worse"));
			assertThat(fired(unsure)).as("%s", signs).isEqualTo(fired(worse));
		});
	}

	@Test
	void theOrderOfAnswersAndOptionsChangesNothing() {
		onRandomSheets(7, (sheet, random) -> {
			List<String> questions = new ArrayList<>(sheet.answers().keySet());
			Collections.shuffle(questions, random);
			Map<String, Object> shuffled = new LinkedHashMap<>();
			questions.forEach((question) -> shuffled.put(question, turned(sheet.answers().get(question), random)));
			assertThat(decide(new AnswerSheet(shuffled))).as("%s", shuffled).isEqualTo(decided(sheet));
		});
	}

	private static Object turned(@Nullable Object answer, Random random) {
		if (answer instanceof List<?> options) {
			List<Object> turned = new ArrayList<>(options);
			Collections.shuffle(turned, random);
			return turned;
		}
		return java.util.Objects.requireNonNull(answer);
	}

	@Test
	void theOrderOfTheRulesInTheFilesChangesNothing() {
		Random order = new Random(8);
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		for (String name : List.of("red-flags.yaml", "cautions.yaml")) {
			files = files.with(name, withShuffledRules(files.texts().get(name), order));
		}
		Triage shuffled = new Triage(new KnowledgeReader().read(files));
		assertThat(shuffled.knowledge().referrals()).isNotEqualTo(this.base.referrals())
			.containsExactlyInAnyOrderElementsOf(this.base.referrals());
		onRandomSheets(8, (sheet, random) -> {
			Assessment one = decided(sheet);
			Assessment other = shuffled.assess(shuffled.read(sheet.answers()));
			assertThat(other).as("%s", sheet)
				.usingRecursiveComparison()
				.ignoringFields("knowledge")
				.withStrictTypeChecking()
				.isEqualTo(one);
		}, SHEETS / 10);
	}

	private static String withShuffledRules(@Nullable String text, Random random) {
		YAMLMapper yaml = new YAMLMapper();
		ObjectNode file = (ObjectNode) yaml.readTree(text);
		List<JsonNode> rules = new ArrayList<>(file.get("rules").valueStream().toList());
		Collections.shuffle(rules, random);
		ArrayNode shuffled = file.putArray("rules");
		shuffled.addAll(rules);
		return yaml.writeValueAsString(file);
	}

	@Test
	void theCompiledRulesSayTheSameAsTheConditionsInTheFiles() {
		List<RuleOutcome> limits = this.base.cautions()
			.stream()
			.map((rule) -> new RuleOutcome(rule.id(), null, rule.when()))
			.toList();
		List<RuleOutcome> terms = this.base.terms()
			.stream()
			.map((term) -> new RuleOutcome(term.id(), null, term.when()))
			.toList();
		AnswerCode code = new AnswerCode(this.base);
		RuleProgram cautions = new RuleProgram(limits.stream().map(List::of).toList(), limits, code);
		RuleProgram named = new RuleProgram(terms.stream().map(List::of).toList(), terms, code);
		onRandomSheets(9, (sheet, random) -> {
			Reading reading = this.triage.read(sheet.answers());
			Answers answers = reading.answers();
			assertThat(fired(this.triage.assess(reading))).as("%s", sheet).isEqualTo(byConditionTrees(answers));
			assertThat(fired(cautions, limits, answers)).as("%s", sheet)
				.isEqualTo(limits.stream().filter((rule) -> answers.hold(rule.when())).toList());
			assertThat(fired(named, terms, answers)).as("%s", sheet)
				.isEqualTo(terms.stream().filter((term) -> answers.hold(term.when())).toList());
		});
	}

	private static List<RuleOutcome> fired(RuleProgram program, List<RuleOutcome> order, Answers answers) {
		return Arrays.stream(RuleProgram.places(program.run(answers.bits()))).mapToObj(order::get).toList();
	}

	private SortedMap<String, Level> byConditionTrees(Answers answers) {
		SortedMap<String, Level> fired = new TreeMap<>();
		for (Rules.Referral rule : this.base.referrals()) {
			rule.atLevels()
				.stream()
				.filter((at) -> answers.hold(at.when()))
				.findFirst()
				.ifPresent((at) -> fired.put(rule.id(), at.level()));
		}
		return fired;
	}

	@Test
	void everyFindingShowsTheAnswersThatAloneMakeItFire() {
		AnswerCode code = new AnswerCode(this.base);
		onRandomSheets(10, (sheet, random) -> {
			for (Finding finding : decided(sheet).findings()) {
				assertThat(finding.answers()).as("%s of %s", finding.rule(), sheet).isNotEmpty();
				Answers shown = new Answers(this.base, finding.answers(), Map.of(), new long[code.words()],
						new Answer[code.questions()]);
				assertThat(shown.hold(condition(finding)))
					.as("%s of %s by %s", finding.rule(), sheet, finding.answers())
					.isTrue();
				finding.answers().forEach((question, answer) -> {
					if (answer instanceof Answer.Choice choice) {
						assertThat(sheet.chosen(question)).containsAll(choice.options());
					}
				});
			}
		}, SHEETS / 10);
	}

	private Condition condition(Finding finding) {
		return this.base.referral(finding.rule())
			.atLevels()
			.stream()
			.filter((at) -> at.level() == finding.level())
			.findFirst()
			.orElseThrow()
			.when();
	}

	@Test
	void reportsByFamilyAndThenByNumber() {
		onRandomSheets(11, (sheet, random) -> {
			assertThat(decided(sheet).findings().stream().map((finding) -> inOrder("EUDWN", finding.rule()))).isSorted()
				.doesNotHaveDuplicates();
			assertThat(decided(sheet).cautions().stream().map((caution) -> inOrder("KXND", caution.rule()))).isSorted()
				.doesNotHaveDuplicates();
		});
	}

	private static String inOrder(String families, String rule) {
		return families.indexOf(rule.charAt(0)) + rule.substring(1);
	}

	private Assessment decide(AnswerSheet sheet) {
		return this.triage.assess(this.triage.read(sheet.answers()));
	}

	/** The decision on one of the random sheets, made once. */
	private Assessment decided(AnswerSheet sheet) {
		return DECIDED.computeIfAbsent(sheet, this::decide);
	}

	private static SortedMap<String, Level> fired(Assessment assessment) {
		return new TreeMap<>(assessment.findings().stream().collect(Collectors.toMap(Finding::rule, Finding::level)));
	}

	private static Set<String> limits(Assessment assessment) {
		return assessment.cautions().stream().map(Caution::rule).collect(Collectors.toSet());
	}

	private static @Nullable Level mostUrgent(Map<String, Level> fired) {
		return fired.values().stream().min(java.util.Comparator.naturalOrder()).orElse(null);
	}

	private static int rank(@Nullable Level level) {
		return (level != null) ? level.ordinal() : Level.values().length;
	}

	private static void onRandomSheets(long seed, BiConsumer<AnswerSheet, Random> check) {
		onRandomSheets(seed, check, SHEETS);
	}

	private static void onRandomSheets(long seed, BiConsumer<AnswerSheet, Random> check, int sheets) {
		Random random = new Random(seed);
		RANDOM_SHEETS.subList(0, sheets).forEach((sheet) -> check.accept(sheet, random));
	}

	/** Calm people and people with much to tell, in turn; the same ones in every run. */
	private static List<AnswerSheet> randomSheets() {
		Random random = new Random(20261124);
		double[] calm = { 0.98, 0.95, 0.9, 0.6 };
		return IntStream.range(0, SHEETS)
			.mapToObj((i) -> new ContractQuestions(random, calm[i % calm.length]).sheet())
			.toList();
	}

}
