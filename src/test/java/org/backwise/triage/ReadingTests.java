package org.backwise.triage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.knowledge.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** What is accepted as an answer sheet, and what is said about one that is not. */
class ReadingTests {

	private static final AnswerSheet GOOD = AnswerSheets.ordinaryBackAche();

	private static final AnswerSheet AT_60 = GOOD.with("age", 60).with("temple-jaw-vision", "no");

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	@Test
	void acceptsACompleteSheet() {
		Reading reading = read(GOOD);
		assertThat(reading.isComplete()).isTrue();
		assertThat(reading.problems()).isEmpty();
		assertThat(reading.missing()).isEmpty();
		assertThat(reading.ignored()).isEmpty();
		assertThat(reading.level()).isNull();
		assertThat(reading.answers().given()).hasSize(GOOD.answers().size());
	}

	@Test
	void namesAnUnknownQuestion() {
		refuses(GOOD.with("shoe-size", 41), "shoe-size", Problem.Kind.UNKNOWN_QUESTION);
	}

	@Test
	void shortensALongNameThatIsNoQuestion() {
		assertThat(read(GOOD.with("x".repeat(5_000), 1)).problems()).singleElement()
			.satisfies((problem) -> assertThat(problem.question()).hasSizeLessThan(100));
	}

	@Test
	void namesAnUnknownOptionWithoutRepeatingIt() {
		refuses(GOOD.with("onset", "yesterday-secret"), "onset", Problem.Kind.UNKNOWN_OPTION);
		refuses(GOOD.with("limb-signs", List.of("none-secret")), "limb-signs", Problem.Kind.UNKNOWN_OPTION);
		refuses(GOOD.with("limb-signs", List.of("pain-into-leg", "secret")), "limb-signs", Problem.Kind.UNKNOWN_OPTION);
		refuses(GOOD.with("disc-diagnosis", "No"), "disc-diagnosis", Problem.Kind.UNKNOWN_OPTION);
		assertThat(read(GOOD.with("onset", "yesterday-secret")).problems().get(0).message()).contains("gradual")
			.doesNotContain("secret");
	}

	@Test
	void takesOnlyWholeNumbersForANumber() {
		for (Object wrong : Arrays.asList(41.0, 41.5f, "41", true, List.of(41), Map.of("value", 41),
				new BigDecimal("41"), new BigDecimal("41.0"), Double.NaN, 'a')) {
			refuses(GOOD.put("age", wrong), "age", Problem.Kind.WRONG_TYPE);
			refuses(GOOD.put("pain", wrong), "pain", Problem.Kind.WRONG_TYPE);
		}
		assertThat(read(GOOD.put("age", 41L)).isComplete()).isTrue();
		assertThat(read(GOOD.put("age", BigInteger.valueOf(41))).isComplete()).isTrue();
	}

	@Test
	void takesOnlyTextForASingleQuestion() {
		for (Object wrong : Arrays.asList(1, 1.5, true, false, List.of("gradual"), Map.of("gradual", true))) {
			refuses(GOOD.put("onset", wrong), "onset", Problem.Kind.WRONG_TYPE);
		}
		refuses(GOOD.put("disc-diagnosis", false), "disc-diagnosis", Problem.Kind.WRONG_TYPE);
	}

	@Test
	void takesOnlyAListOfTextForAMultiQuestion() {
		for (Object wrong : Arrays.asList(1, true, "none", Map.of("none", true), List.of(1), List.of(true),
				Arrays.asList("none", null), List.of(List.of("none")), List.of("pain-into-leg", 2))) {
			refuses(GOOD.put("limb-signs", wrong), "limb-signs", Problem.Kind.WRONG_TYPE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "age", "onset", "limb-signs", "preference", "complaints" })
	void takesNullForNoAnswerAtAllAndSaysSo(String question) {
		Map<String, @Nullable Object> sheet = new HashMap<>(GOOD.answers());
		sheet.put(question, null);
		Reading reading = this.triage.read(sheet);
		assertThat(reading.problems()).extracting(Problem::question, Problem::kind)
			.containsExactly(tuple(question, Problem.Kind.WRONG_TYPE));
		assertThat(reading.isComplete()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 121, 1_000, Integer.MIN_VALUE, Integer.MAX_VALUE })
	void keepsAgeFromNothingToOneHundredAndTwenty(int age) {
		refuses(GOOD.with("age", age), "age", Problem.Kind.OUT_OF_RANGE);
	}

	@Test
	void keepsPainFromNothingToTen() {
		refuses(GOOD.with("pain", -1), "pain", Problem.Kind.OUT_OF_RANGE);
		refuses(GOOD.with("pain", 11), "pain", Problem.Kind.OUT_OF_RANGE);
		refuses(GOOD.put("pain", BigInteger.ONE.shiftLeft(70)), "pain", Problem.Kind.OUT_OF_RANGE);
		refuses(GOOD.put("pain", (1L << 32) + 4), "pain", Problem.Kind.OUT_OF_RANGE);
		assertThat(read(GOOD.with("pain", 0)).isComplete()).isTrue();
		assertThat(read(GOOD.with("pain", 10)).isComplete()).isTrue();
	}

	@Test
	void acceptsTheEdgesOfAge() {
		assertThat(read(GOOD.with("age", 0)).problems()).isEmpty();
		assertThat(read(GOOD.with("age", 120)).problems()).isEmpty();
	}

	@Test
	void refusesAnEmptyOrRepeatedList() {
		refuses(GOOD.with("limb-signs", List.of()), "limb-signs", Problem.Kind.EMPTY_OR_REPEATED);
		refuses(GOOD.with("limb-signs", List.of("none", "none")), "limb-signs", Problem.Kind.EMPTY_OR_REPEATED);
		refuses(GOOD.with("body-signs", List.of("breathless", "chest-pain", "breathless")), "body-signs",
				Problem.Kind.EMPTY_OR_REPEATED);
	}

	@Test
	void refusesNoneBesideAnotherOption() {
		for (String question : List.of("nerve-signs", "body-signs", "limb-signs", "general-signs", "history",
				"health-today", "health-ongoing", "skin-and-medicines")) {
			refuses(GOOD.with(question, List.of("none", "not-sure")), question, Problem.Kind.NOT_ALONE);
		}
		refuses(GOOD.with("location", List.of("neck", "no-pain")), "location", Problem.Kind.NOT_ALONE);
		refuses(GOOD.with("complaints", List.of("tension", "none")), "complaints", Problem.Kind.NOT_ALONE);
		refuses(GOOD.with("contributors", List.of("none", "stress")), "contributors", Problem.Kind.NOT_ALONE);
		refuses(AnswerSheets.longBackAche().with("sensitivity", List.of("poor-sleep", "none")), "sensitivity",
				Problem.Kind.NOT_ALONE);
		refuses(AnswerSheets.longBackAcheWhileYoung().with("inflammatory-signs", List.of("none", "buttock-pain")),
				"inflammatory-signs", Problem.Kind.NOT_ALONE);
	}

	@Test
	void letsNotSureStandBesideSigns() {
		assertThat(read(GOOD.with("limb-signs", List.of("pain-into-leg", "not-sure"))).isComplete()).isTrue();
	}

	@Test
	void checksAnswersToQuestionsThatAreNotAskedToo() {
		AnswerSheet noPain = AnswerSheets.noPain();
		refuses(noPain.with("pain", 11), "pain", Problem.Kind.OUT_OF_RANGE);
		refuses(noPain.put("pain", 4.0), "pain", Problem.Kind.WRONG_TYPE);
		refuses(noPain.with("duration", "long"), "duration", Problem.Kind.UNKNOWN_OPTION);
		refuses(noPain.with("sensitivity", List.of("none", "poor-sleep")), "sensitivity", Problem.Kind.NOT_ALONE);
		refuses(noPain.with("sensitivity", List.of()), "sensitivity", Problem.Kind.EMPTY_OR_REPEATED);
		refuses(GOOD.with("inflammatory-signs", List.of("buttock-pain", "buttock-pain")), "inflammatory-signs",
				Problem.Kind.EMPTY_OR_REPEATED);
		refuses(GOOD.with("main-cause", "laziness"), "main-cause", Problem.Kind.UNKNOWN_OPTION);
		refuses(GOOD.with("disc-diagnosis", "yes").put("preference", 3), "preference", Problem.Kind.WRONG_TYPE);
	}

	@Test
	void refusesAMainAnswerThatIsNotAmongTheChoices() {
		AnswerSheet two = GOOD.with("complaints", List.of("tension", "heaviness")).with("main-complaint", "tension");
		assertThat(read(two).isComplete()).isTrue();
		refuses(two.with("main-complaint", "stiffness"), "main-complaint", Problem.Kind.UNKNOWN_OPTION);
		refuses(two.with("main-complaint", "movement"), "main-complaint", Problem.Kind.UNKNOWN_OPTION);
		assertThat(read(two.with("movement", "a-little-less").with("main-complaint", "movement")).isComplete())
			.isTrue();
		AnswerSheet causes = GOOD.with("contributors", List.of("long-sitting", "anxiety"))
			.with("main-cause", "nervous-system");
		assertThat(read(causes).isComplete()).isTrue();
		refuses(causes.with("main-cause", "overload"), "main-cause", Problem.Kind.UNKNOWN_OPTION);
	}

	@Test
	void asksForTheMainOneOnlyAmongTwoOrMore() {
		AnswerSheet stale = GOOD.with("main-complaint", "heaviness").with("main-cause", "overload");
		assertThat(read(stale).isComplete()).isTrue();
		assertThat(read(stale).ignored()).containsExactly("main-complaint", "main-cause");
		assertThat(read(GOOD.with("movement", "a-little-less")).missing()).containsExactly("main-complaint");
		assertThat(read(GOOD.with("contributors", List.of("long-sitting", "poor-posture"))).missing()).isEmpty();
		assertThat(read(GOOD.with("contributors", List.of("long-sitting", "stress"))).missing())
			.containsExactly("main-cause");
	}

	@Test
	void namesEveryMissingAnswer() {
		for (String question : GOOD.answers().keySet()) {
			Reading reading = read(GOOD.without(question));
			assertThat(reading.missing()).as("without %s", question).contains(question);
			assertThat(reading.isComplete()).isFalse();
		}
		assertThat(read(new AnswerSheet(Map.of())).missing()).containsExactly("nerve-signs", "body-signs", "age",
				"location", "limb-signs", "disc-diagnosis", "general-signs", "history", "health-today",
				"health-ongoing", "skin-and-medicines", "movement");
	}

	@Test
	void asksTheQuestionsThatDependOnOthers() {
		asksMore(GOOD.with("nerve-signs", List.of("sexual-function")), "nerve-signs-course");
		assertThat(read(GOOD.with("nerve-signs", List.of("not-sure"))).asks("nerve-signs-course")).isFalse();
		asksMore(AT_60.with("duration", "6-to-12-weeks"), "doctor-seen");
		assertThat(read(AT_60.with("age", 59).with("duration", "6-to-12-weeks")).asks("doctor-seen")).isFalse();
		assertThat(read(AT_60).asks("doctor-seen")).isFalse();
		asksMore(AT_60.with("age", 70).with("location", List.of("mid-back-centre")), "doctor-seen");
		asksMore(AnswerSheets.longBackAche().with("age", 59).without("inflammatory-signs"), "inflammatory-signs");
		assertThat(read(AnswerSheets.longBackAche().with("age", 60)).asks("inflammatory-signs")).isFalse();
		asksMore(GOOD.with("age", 50), "temple-jaw-vision");
		assertThat(read(GOOD.with("age", 49)).asks("temple-jaw-vision")).isFalse();
		asksMore(GOOD.with("complaints", List.of("stiffness")), "stiff-where");
		assertThat(read(GOOD).asks("stiff-where")).isFalse();
		asksMore(AnswerSheets.longBackAche().without("sensitivity"), "sensitivity");
		for (String onset : List.of("small-strain-severe-pain", "exercise", "repetitive-or-heavy-work",
				"knock-or-fall")) {
			asksMore(GOOD.with("duration", "under-2-weeks").with("onset", onset), "injury-age");
			assertThat(read(GOOD.with("onset", onset)).asks("injury-age")).isFalse();
		}
		for (String onset : List.of("gradual", "posture-or-sitting", "stressful-time", "unknown")) {
			assertThat(read(GOOD.with("duration", "under-2-weeks").with("onset", onset)).asks("injury-age")).isFalse();
		}
	}

	@Test
	void letsTwoQuestionsStayBlank() {
		AnswerSheet nerve = GOOD.with("nerve-signs", List.of("bladder"))
			.with("nerve-signs-course", "long-standing-checked");
		assertThat(read(nerve).asks("nerve-signs-began")).isTrue();
		assertThat(read(nerve).isComplete()).isTrue();
		assertThat(decide(nerve.with("nerve-signs-began", "within-2-days"))).isEqualTo(decide(nerve));
		refuses(nerve.with("nerve-signs-began", "yesterday"), "nerve-signs-began", Problem.Kind.UNKNOWN_OPTION);
		assertThat(read(GOOD).asks("habit")).isTrue();
		assertThat(read(GOOD).isComplete()).isTrue();
		assertThat(read(GOOD.with("contributors", List.of("none"))).asks("habit")).isFalse();
		refuses(GOOD.with("habit", "stress"), "habit", Problem.Kind.UNKNOWN_OPTION);
		refuses(GOOD.with("habit", "keep-moving"), "habit", Problem.Kind.UNKNOWN_OPTION);
		assertThat(read(GOOD.with("habit", "long-sitting")).isComplete()).isTrue();
	}

	private void asksMore(AnswerSheet sheet, String question) {
		assertThat(read(sheet).missing()).containsExactly(question);
	}

	@Test
	void removesAnswersThatOnlyAStaleAnswerAskedFor() {
		AnswerSheet stale = AnswerSheets.longBackAcheWhileYoung()
			.with("sensitivity", List.of("poor-sleep", "light-touch-hurts", "spreads-or-moves"))
			.with("location", List.of("no-pain"));
		Reading reading = read(stale);
		assertThat(reading.ignored()).containsExactly("duration", "onset", "pain", "pain-pattern", "pain-trend",
				"inflammatory-signs", "sensitivity");
		assertThat(reading.answers().given()).doesNotContainKeys("duration", "onset", "pain", "pain-pattern",
				"pain-trend", "inflammatory-signs", "sensitivity");
		assertThat(this.triage.assess(reading).sensitised()).isFalse();
	}

	@Test
	void decidesACertainEmergencyWithTheRestMissing() {
		AnswerSheet one = new AnswerSheet(Map.of("body-signs", List.of("breathless")));
		assertThat(read(one).isComplete()).isTrue();
		AssessmentAssert.assertThat(decide(one)).isEmergency().firedOnly("E-11");
		AssessmentAssert.assertThat(decide(one.with("age", 16).with("health-today", List.of("infectious-today"))))
			.isEmergency()
			.firedOnly("E-11", "D-08", "W-01");
	}

	@Test
	void decidesNothingLessWithAnswersMissing() {
		assertThat(read(GOOD.with("general-signs", List.of("fever")).without("age")).isComplete()).isFalse();
		assertThat(read(new AnswerSheet(Map.of("nerve-signs", List.of("not-sure")))).isComplete()).isFalse();
		Reading incomplete = read(GOOD.without("age"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.triage.assess(incomplete));
	}

	@Test
	void refusesAWrongAnswerBesideACertainEmergency() {
		AnswerSheet emergency = new AnswerSheet(Map.of("body-signs", List.of("breathless")));
		refuses(emergency.with("age", 200), "age", Problem.Kind.OUT_OF_RANGE);
		refuses(emergency.with("mood", "low"), "mood", Problem.Kind.UNKNOWN_QUESTION);
		refuses(emergency.put("nerve-signs-course", 7), "nerve-signs-course", Problem.Kind.WRONG_TYPE);
	}

	@Test
	void countsAnUnansweredCourseAsNewOrWorse() {
		AnswerSheet sheet = new AnswerSheet(Map.of("nerve-signs", List.of("bladder")));
		assertThat(read(sheet).level()).isEqualTo(Level.EMERGENCY);
		AssessmentAssert.assertThat(decide(sheet)).isEmergency().firedOnly("E-02");
		AnswerSheet alone = GOOD.with("nerve-signs", List.of("sexual-function"));
		assertThat(read(alone).level()).isEqualTo(Level.URGENT);
		assertThat(read(alone).missing()).containsExactly("nerve-signs-course");
		AssessmentAssert.assertThat(decide(alone.with("history", List.of("cancer-ever"))))
			.isEmergency()
			.firedAt("E-10", Level.EMERGENCY)
			.firedAt("E-06", Level.URGENT);
	}

	@Test
	void doesNotCountAWrongCourseAsUnanswered() {
		AnswerSheet sheet = GOOD.with("nerve-signs", List.of("bladder")).with("nerve-signs-course", "last-week");
		assertThat(read(sheet).isComplete()).isFalse();
	}

	@Test
	void needsNoMassageSectionWhenTheSafetySectionRefers() {
		AnswerSheet safety = GOOD.without("complaints", "contributors", "preference");
		assertThat(read(safety).missing()).containsExactly("complaints", "contributors", "preference");
		for (AnswerSheet referred : List.of(safety.with("general-signs", List.of("fever")),
				safety.with("disc-diagnosis", "yes"), safety.with("health-today", List.of("infectious-today")))) {
			assertThat(read(referred).isComplete()).isTrue();
			assertThat(decide(referred).hasCarePlan()).isFalse();
		}
	}

	@Test
	void ignoresMassageAnswersBesideAReferral() {
		AnswerSheet referred = GOOD.with("disc-diagnosis", "yes").with("main-cause", "overload");
		AssessmentAssert.assertThat(decide(referred))
			.isSeeDoctor()
			.firedOnly("D-01")
			.ignored("complaints", "contributors", "main-cause", "preference");
		assertThat(read(referred).answers().given()).doesNotContainKeys("complaints", "contributors", "preference");
	}

	@Test
	void keepsTheMassageAnswersBehindTheOneReferralThatNeedsThem() {
		AnswerSheet unclear = GOOD.with("complaints", List.of("none")).with("contributors", List.of("none"));
		AssessmentAssert.assertThat(decide(unclear)).isSeeDoctor().firedOnly("D-12").ignored();
	}

	@Test
	void namesEveryProblemAtOnce() {
		Reading reading = read(GOOD.with("mood", "low")
			.put("age", 41.0)
			.with("pain", 11)
			.with("onset", "hm")
			.with("limb-signs", List.of())
			.with("history", List.of("none", "cancer-ever"))
			.without("movement"));
		assertThat(reading.problems()).extracting(Problem::question)
			.containsExactlyInAnyOrder("mood", "age", "pain", "onset", "limb-signs", "history");
		assertThat(reading.missing()).contains("movement");
	}

	private void refuses(AnswerSheet sheet, String question, Problem.Kind kind) {
		Reading reading = read(sheet);
		assertThat(reading.problems()).as("problems with %s", sheet)
			.extracting(Problem::question, Problem::kind)
			.contains(tuple(question, kind));
		assertThat(reading.problems()).extracting(Problem::question).containsOnly(question);
		assertThat(reading.problems()).extracting(Problem::message).allMatch((message) -> !message.isBlank());
		assertThat(reading.isComplete()).isFalse();
	}

	private Reading read(AnswerSheet sheet) {
		return this.triage.read(sheet.answers());
	}

	private Assessment decide(AnswerSheet sheet) {
		return this.triage.assess(read(sheet));
	}

}
