package org.backwise.triage;

import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The fixtures of the contract's sections 3 and 4, worked out by hand. */
class TechniqueFixtureTests {

	private static final String DEEP = "deep-therapeutic";

	private static final String HEAT = "heat";

	private static final String MYOFASCIAL = "myofascial-release";

	private static final String RELAXATION = "relaxation";

	private static final Map<String, String> TECHNIQUES = Map.of("T1", MYOFASCIAL, "T2", DEEP, "T3", RELAXATION, "T4",
			HEAT);

	private final Triage triage = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	@ParameterizedTest(name = "{0}: {1} | {2} | {3} | {4} | {5} | {6}")
	@CsvSource({ "long-sitting, T2/T4, T1/T2, T3/T2, T4/T2, T2/T1, T1/T2",
			"poor-posture, T2/T4, T1/T2, T3/T2, T4/T2, T2/T1, T1/T2",
			"restricted-areas, T2/T1, T1/T4, T3/T1, T4/T1, T1/T2, T1/T2",
			"pain-felt-elsewhere, T2/T1, T1/T4, T3/T1, T4/T1, T1/T2, T1/T2",
			"repetitive-movement, T2/T4, T1/T2, T3/T2, T4/T2, T2/T1, T1/T2",
			"unguided-exercise, T2/T4, T1/T2, T3/T2, T4/T2, T2/T1, T1/T2",
			"heavy-physical-work, T2/T4, T1/T2, T3/T2, T4/T2, T2/T1, T1/T2",
			"stress, T3/T4, T3/T4, T3/T4, T4/T3, T1/T3, T1/T3", "anxiety, T3/T4, T3/T4, T3/T4, T4/T3, T1/T3, T1/T3",
			"always-alert, T3/T4, T3/T4, T3/T4, T4/T3, T1/T3, T1/T3" })
	void followsTheGridOfTheContract(String contributor, String tension, String stiffness, String stressPain,
			String heaviness, String triggerPoints, String movement) {
		AnswerSheet sheet = AnswerSheets.ordinaryBackAche().with("contributors", List.of(contributor));
		chooses(sheet.with("complaints", List.of("tension")), tension);
		chooses(sheet.with("complaints", List.of("stiffness")), stiffness);
		chooses(sheet.with("complaints", List.of("stress-pain")), stressPain);
		chooses(sheet.with("complaints", List.of("heaviness")), heaviness);
		chooses(sheet.with("complaints", List.of("trigger-points")), triggerPoints);
		chooses(sheet.with("complaints", List.of("none")).with("movement", "a-little-less"), movement);
	}

	private void chooses(AnswerSheet sheet, String expected) {
		AssessmentAssert.assertThat(decide(sheet))
			.isCarePlan()
			.primary(TECHNIQUES.get(expected.substring(0, 2)))
			.alternative(TECHNIQUES.get(expected.substring(3)));
	}

	@Test
	void countsTheOnlyCauseAndTheOnlyComplaintDouble() {
		assertThatDecision(sheet("long-sitting").complaining("tension")).scores(4, 12, 6, 8);
		assertThatDecision(sheet("restricted-areas").complaining("heaviness")).scores(6, 6, 4, 8);
		assertThatDecision(sheet("stress").complaining("trigger-points")).scores(6, 4, 6, 6);
		assertThatDecision(sheet("heavy-physical-work").moving("much-less")).scores(8, 8, 2, 6);
	}

	@Test
	void countsSeveralContributorsToOneCauseOnce() {
		assertThatDecision(sheet("poor-posture", "long-sitting").complaining("tension")).scores(4, 12, 6, 8);
	}

	@Test
	void countsTheMainOnesDoubleAndTheOthersOnce() {
		assertThatDecision(sheet("long-sitting", "stress").main("nervous-system")
			.complaining("tension", "heaviness")
			.mainly("heaviness")).scores(1 + 0 + 1 + 0, 3 + 0 + 3 + 2, 2 + 6 + 1 + 4, 2 + 4 + 2 + 6);
		assertThatDecision(sheet("long-sitting", "stress").main("muscle-tension")
			.complaining("tension", "heaviness")
			.mainly("tension")).scores(2 + 0 + 2 + 0, 6 + 0 + 6 + 1, 4 + 3 + 2 + 2, 4 + 2 + 4 + 3);
	}

	@Test
	void countsMovementAsAComplaintBesideOthers() {
		assertThatDecision(sheet("long-sitting").complaining("tension").moving("a-little-less").mainly("movement"))
			.scores(2 + 1 + 6, 6 + 3 + 2, 4 + 1 + 0, 4 + 2 + 2);
		assertThatDecision(sheet("long-sitting").complaining("tension").moving("a-little-less").mainly("tension"))
			.scores(2 + 2 + 3, 6 + 6 + 1, 4 + 2 + 0, 4 + 4 + 1);
	}

	@Test
	void addsOnePointToReleaseForPainOfMoreThanTwelveWeeks() {
		AnswerSheet sheet = AnswerSheets.longBackAche();
		assertThatDecision(new Sheet(sheet)).scores(5, 12, 6, 8);
		assertThatDecision(new Sheet(sheet.with("duration", "6-to-12-weeks").without("sensitivity"))).scores(4, 12, 6,
				8);
	}

	@Test
	void addsOnePointToRelaxationForContinuousStress() {
		assertThatDecision(sheet("continuous-stress").complaining("tension")).scores(4, 12, 7, 8);
		assertThatDecision(sheet("continuous-stress", "long-sitting").complaining("tension")).scores(4, 12, 7, 8);
	}

	@Test
	void breaksATieByTheMainComplaintFirst() {
		assertThatDecision(sheet("long-sitting").complaining("stiffness")).scores(8, 8, 6, 8)
			.primary(MYOFASCIAL)
			.alternative(DEEP);
		assertThatDecision(sheet("long-sitting").complaining("tension", "stress-pain").mainly("stress-pain"))
			.scores(3, 11, 11, 10)
			.primary(RELAXATION)
			.alternative(DEEP);
		assertThatDecision(sheet("restricted-areas").complaining("stress-pain")).scores(6, 6, 6, 6)
			.primary(RELAXATION)
			.alternative(MYOFASCIAL);
	}

	@Test
	void breaksATieByTheMainCauseNext() {
		assertThatDecision(sheet("long-sitting").complaining("heaviness").moving("a-little-less").mainly("movement"))
			.scores(8, 9, 6, 9)
			.primary(DEEP)
			.alternative(HEAT);
		assertThatDecision(sheet("stress").complaining("tension")).scores(2, 6, 8, 8)
			.primary(RELAXATION)
			.alternative(HEAT);
	}

	@Test
	void breaksTheLastTieByTheGentlerOne() {
		assertThatDecision(sheet("continuous-stress").complaining("stiffness", "stress-pain").mainly("stiffness"))
			.scores(8, 9, 10, 10)
			.primary(RELAXATION)
			.alternative(HEAT);
		assertThatDecision(sheet("restricted-areas").complaining("stiffness")).scores(12, 6, 2, 6)
			.primary(MYOFASCIAL)
			.alternative(HEAT);
		assertThatDecision(new Sheet(
				AnswerSheets.noPain().with(Map.of("complaints", List.of("none"), "contributors", List.of("none")))))
			.scores(0, 0, 0, 0)
			.primary(RELAXATION)
			.alternative(MYOFASCIAL);
	}

	@ParameterizedTest
	@CsvSource({ "gentle, tension, stress-pain, tension, deep-therapeutic, relaxation",
			"firm, tension, stiffness, stiffness, myofascial-release, deep-therapeutic",
			"warmth, stress-pain, trigger-points, trigger-points, myofascial-release, heat" })
	void leadsWithAPreferenceTwoPointsBelowTheBest(String preference, String one, String other, String main,
			String best, String preferred) {
		Sheet sheet = sheet("none").complaining(one, other).mainly(main);
		assertThatDecision(sheet).primary(best);
		assertThat(behind(sheet, best, preferred)).isEqualTo(2);
		assertThatDecision(sheet.preferring(preference)).primary(preferred).alternative(best);
	}

	@ParameterizedTest
	@CsvSource({ "gentle, tension, heaviness, tension, deep-therapeutic, relaxation",
			"firm, tension, heaviness, heaviness, heat, deep-therapeutic",
			"warmth, tension, trigger-points, tension, deep-therapeutic, heat" })
	void keepsTheBestWhenThePreferenceIsThreePointsBelow(String preference, String one, String other, String main,
			String best, String preferred) {
		Sheet sheet = sheet("none").complaining(one, other).mainly(main);
		assertThatDecision(sheet).primary(best);
		assertThat(behind(sheet, best, preferred)).isEqualTo(3);
		assertThat(decide(sheet.preferring(preference).sheet).technique())
			.isEqualTo(decide(sheet.preferring("no-preference").sheet).technique());
	}

	private int behind(Sheet sheet, String best, String other) {
		Map<String, Integer> scores = java.util.Objects.requireNonNull(decide(sheet.sheet).technique()).scores();
		return scores.get(best) - scores.get(other);
	}

	@Test
	void keepsTheAlternativeWhenThePreferenceIsTheBestAlready() {
		assertThatDecision(sheet("long-sitting").complaining("tension").preferring("firm")).primary(DEEP)
			.alternative(HEAT);
	}

	@Test
	void neverLeadsWithAnExcludedPreference() {
		assertThatDecision(sheet("long-sitting").complaining("tension")
			.and("skin-and-medicines", "blood-thinners")
			.preferring("firm")).primary(HEAT).alternative(RELAXATION).excluded(Map.of(DEEP, List.of("K-02")));
		assertThatDecision(sheet("long-sitting").complaining("heaviness")
			.and("health-ongoing", "heart-or-circulation")
			.preferring("warmth")).primary(DEEP).alternative(RELAXATION).excluded(Map.of(HEAT, List.of("X-03")));
	}

	@Test
	void measuresAPreferenceAgainstTheBestThatIsNotExcluded() {
		assertThatDecision(sheet("long-sitting").complaining("tension")
			.and("skin-and-medicines", "blood-thinners")
			.preferring("gentle")).scores(4, 12, 6, 8).primary(RELAXATION).alternative(HEAT);
		assertThatDecision(sheet("long-sitting").complaining("tension").preferring("gentle")).primary(DEEP);
	}

	@Test
	void reportsRawPointsOfExcludedTechniquesToo() {
		assertThatDecision(sheet("long-sitting").complaining("tension").and("health-ongoing", "pregnant"))
			.scores(4, 12, 6, 8)
			.primary(RELAXATION)
			.alternative(MYOFASCIAL)
			.excluded(Map.of(DEEP, List.of("K-01"), HEAT, List.of("K-01")));
	}

	@Test
	void namesEveryRuleBehindAnExclusion() {
		assertThatDecision(sheet("long-sitting").complaining("tension")
			.preferring("no-heat")
			.and("skin-and-medicines", "blood-thinners", "cannot-report-heat")
			.and("health-ongoing", "not-sure")).firedOnly("K-02", "X-08", "X-11", "N-03")
			.excluded(Map.of(DEEP, List.of("K-02", "X-08", "N-03"), HEAT, List.of("X-08", "X-11", "N-03")));
	}

	@Test
	void excludesHeatForThoseWhoWantNone() {
		assertThatDecision(sheet("long-sitting").complaining("heaviness").preferring("no-heat")).primary(DEEP)
			.alternative(RELAXATION)
			.excluded(Map.of(HEAT, List.of("X-11")));
	}

	@Test
	void leavesRelaxationAloneForAFreshInjury() {
		AnswerSheet fresh = AnswerSheets.ordinaryBackAche()
			.with("duration", "under-2-weeks")
			.with("onset", "exercise")
			.with("injury-age", "under-3-days");
		AssessmentAssert.assertThat(decide(fresh))
			.isCarePlan()
			.firedOnly("X-04")
			.primary(RELAXATION)
			.alternative(null)
			.excluded(Map.of(HEAT, List.of("X-04"), DEEP, List.of("X-04"), MYOFASCIAL, List.of("X-04")));
		AssessmentAssert.assertThat(decide(fresh.with("injury-age", "3-days-or-more")))
			.firedOnly()
			.primary(DEEP)
			.alternative(HEAT);
	}

	@Test
	void asksForAGentleBeginningFromSevenOnAndKeepsTheTechnique() {
		AnswerSheet seven = AnswerSheets.ordinaryBackAche().with("pain", 7);
		AssessmentAssert.assertThat(decide(seven)).isCarePlan().firedOnly("K-14").primary(DEEP).excluded(Map.of());
		AssessmentAssert.assertThat(decide(seven.with("pain", 6))).isCarePlan().firedOnly().primary(DEEP);
		assertThat(this.triage.knowledge().caution("K-14").beginsGently()).isTrue();
		assertThat(this.triage.knowledge().cautions()).filteredOn((rule) -> rule.beginsGently()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-preference", "gentle", "firm", "warmth", "no-heat" })
	void leadsWithRelaxationForTheSensitisedPatternWhateverElse(String preference) {
		AnswerSheet sheet = AnswerSheets.longBackAche()
			.with("complaints", List.of("trigger-points"))
			.with("contributors", List.of("restricted-areas"))
			.with("sensitivity", List.of("light-touch-hurts", "poor-sleep", "spreads-or-moves"))
			.with("preference", preference);
		Assessment assessment = decide(sheet);
		AssessmentAssert.assertThat(assessment)
			.isCarePlan()
			.fired("X-10")
			.scores(13, 8, 0, 4)
			.primary(RELAXATION)
			.alternative(MYOFASCIAL);
		assertThat(assessment.sensitised()).isTrue();
	}

	@Test
	void keepsTheScoresBelowThreeSensitivityAnswers() {
		AnswerSheet two = AnswerSheets.longBackAche().with("sensitivity", List.of("light-touch-hurts", "poor-sleep"));
		Assessment assessment = decide(two);
		AssessmentAssert.assertThat(assessment).didNotFire("X-10").primary(DEEP).alternative(HEAT);
		assertThat(assessment.sensitised()).isFalse();
	}

	@Test
	void takesTheBestOfTheOthersThatNothingExcludesAfterTheSensitisedPattern() {
		AnswerSheet sheet = AnswerSheets.longBackAche()
			.with("sensitivity", List.of("light-touch-hurts", "poor-sleep", "spreads-or-moves"))
			.with("health-ongoing", List.of("heart-or-circulation"));
		AssessmentAssert.assertThat(decide(sheet))
			.scores(5, 12, 6, 8)
			.primary(RELAXATION)
			.alternative(MYOFASCIAL)
			.excluded(Map.of(DEEP, List.of("X-10"), HEAT, List.of("X-03")));
	}

	@ParameterizedTest
	@CsvSource({ "0, 4", "1, 4", "3, 4", "4, 5", "5, 5", "6, 5", "7, 6", "10, 6" })
	void plansWeeklySessionsByPain(int pain, int weekly) {
		AssessmentAssert.assertThat(decide(AnswerSheets.ordinaryBackAche().with("pain", pain)))
			.phases("weekly " + weekly + " x 7 days", "fortnightly 4 x 14 days", "monthly 3 x 28 days");
	}

	@ParameterizedTest
	@CsvSource({ "0, 5", "3, 5", "4, 6", "6, 6", "7, 6", "10, 6" })
	void addsAWeeklySessionAfterTwelveWeeksButNeverASeventh(int pain, int weekly) {
		AssessmentAssert.assertThat(decide(AnswerSheets.longBackAche().with("pain", pain)))
			.phases("weekly " + weekly + " x 7 days", "fortnightly 4 x 14 days", "monthly 3 x 28 days");
	}

	@Test
	void runsOnlyTheFirstPhaseAndForecastsTheRest() {
		assertThat(decide(AnswerSheets.ordinaryBackAche()).phases()).extracting(Assessment.PlannedPhase::forecast)
			.containsExactly(false, true, true);
		assertThat(decide(AnswerSheets.noPain().with("complaints", List.of("none"))).phases())
			.extracting(Assessment.PlannedPhase::forecast)
			.containsExactly(false);
	}

	@Test
	void plansAllPhasesWithoutPainForTensionOrLimitedMovement() {
		String[] all = { "weekly 4 x 7 days", "fortnightly 4 x 14 days", "monthly 3 x 28 days" };
		AnswerSheet none = AnswerSheets.noPain().with("complaints", List.of("none"));
		AssessmentAssert.assertThat(decide(AnswerSheets.noPain())).isCarePlan().phases(all);
		AssessmentAssert.assertThat(decide(none.with("movement", "a-little-less"))).isCarePlan().phases(all);
		AssessmentAssert.assertThat(decide(none.with("movement", "much-less"))).isCarePlan().phases(all);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stiffness", "stress-pain", "heaviness", "trigger-points", "none" })
	void plansOnlyMonthlySessionsWithoutPainTensionOrLimitedMovement(String complaint) {
		AssessmentAssert.assertThat(decide(AnswerSheets.noPain().with("complaints", List.of(complaint))))
			.isCarePlan()
			.phases("monthly 3 x 28 days");
	}

	private AssessmentAssert assertThatDecision(Sheet sheet) {
		return AssessmentAssert.assertThat(decide(sheet.sheet)).isCarePlan();
	}

	private Assessment decide(AnswerSheet sheet) {
		AnswerSheet whole = sheet.chose("complaints", "stiffness") ? sheet.with("stiff-where", List.of("lower-back"))
				: sheet;
		return this.triage.assess(this.triage.read(whole.answers()));
	}

	private static Sheet sheet(String... contributors) {
		return new Sheet(AnswerSheets.ordinaryBackAche().with("contributors", List.of(contributors)))
			.complaining("none");
	}

	/** Sentences for the massage section. */
	private record Sheet(AnswerSheet sheet) {

		Sheet complaining(String... complaints) {
			return new Sheet(this.sheet.with("complaints", List.of(complaints)));
		}

		Sheet moving(String movement) {
			return new Sheet(this.sheet.with("movement", movement));
		}

		Sheet mainly(String complaint) {
			return new Sheet(this.sheet.with("main-complaint", complaint));
		}

		Sheet main(String cause) {
			return new Sheet(this.sheet.with("main-cause", cause));
		}

		Sheet preferring(String preference) {
			return new Sheet(this.sheet.with("preference", preference));
		}

		Sheet and(String question, String... options) {
			return new Sheet(this.sheet.with(question, List.of(options)));
		}

	}

}
