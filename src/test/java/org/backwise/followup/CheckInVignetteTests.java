package org.backwise.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** The sixteen made-up people of the contract of care over time, section 10. */
class CheckInVignetteTests {

	@Test
	void v01_aClearResponseStepsDown() {
		CheckInDecision decided = CareCourse.of(6)
			.in("weekly", 4)
			.start(6, 4, 4, 4)
			.decide(Moment.REVIEW,
					of("pain", 3, "activity-1", 7, "activity-2", 7, "activity-3", 6, "change", "much-better"));
		is(decided, Outcome.STEP_DOWN, "FD-01");
		assertThat(decided.to()).isEqualTo("fortnightly");
		assertThat(decided.technique()).isNotNull();
	}

	@Test
	void v02_aLittleBetterHolds() {
		is(CareCourse.of(6)
			.in("weekly", 4)
			.start(6, 4, 4, 4)
			.decide(Moment.REVIEW, of("pain", 5, "activity-1", 4, "activity-2", 4, "activity-3", 4)), Outcome.HOLD,
				"FH-01");
	}

	@Test
	void v03_noResponseAfterSixEndsThePlan() {
		is(CareCourse.of(7).in("weekly", 6).start(7).decide(Moment.REVIEW, of("pain", 7, "change", "same")),
				Outcome.END_AND_REFER, "FR-01");
	}

	@Test
	void v04_aNewBladderSignIsAnEmergency() {
		CheckInDecision decided = CareCourse.of(6)
			.in("weekly", 2)
			.start(6)
			.decide(Moment.SESSION, of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		is(decided, Outcome.EMERGENCY, "FS-01");
		assertThat(decided.findings()).extracting("rule").contains("E-02");
		assertThat(decided.technique()).isNull();
	}

	@Test
	void v04_anEmergencyIsCertainWithTheRestMissing() {
		Map<String, Object> only = Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse");
		CheckInReading reading = CareCourse.RULES.read(CareCourse.of(6).in("weekly", 2).start(6).episode(),
				new CheckInSheet(Moment.BETWEEN, By.CLIENT, CareCourse.DAY, only));
		assertThat(reading.missing()).isNotEmpty();
		assertThat(reading.isComplete()).isTrue();
		is(CareCourse.RULES.decide(reading), Outcome.EMERGENCY, "FS-01");
	}

	@Test
	void v05_aClearedSignThatIsWorseIsUrgent() {
		is(CareCourse.of(4)
			.put("limb-signs", List.of("pain-into-leg"))
			.cleared("D-02")
			.in("weekly", 2)
			.start(4)
			.decide(Moment.SESSION, of("known-signs-D-02", "worse")), Outcome.URGENT, "FS-05");
	}

	@Test
	void v06_aFlareStepsBack() {
		CareCourse course = CareCourse.of(6).kept("weekly", 5).in("fortnightly", 3).start(6);
		CheckInDecision decided = course.before(20, with(course, "pain", 2)).decide(60, Moment.SESSION, of("pain", 5));
		is(decided, Outcome.STEP_BACK, "FB-01");
		assertThat(decided.to()).isEqualTo("weekly");
	}

	@Test
	void v07_asBadAsAtTheStartGoesBackToWeekly() {
		CareCourse course = CareCourse.of(6).kept("weekly", 5).kept("fortnightly", 4).in("monthly", 2).start(6);
		CheckInDecision decided = course.before(20, with(course, "pain", 1))
			.decide(150, Moment.REVIEW, of("pain", 6, "change", "same"));
		is(decided, Outcome.STEP_BACK, "FB-02");
		assertThat(decided.to()).isEqualTo("weekly");
	}

	@Test
	void v08_settledThreeTimesFinishes() {
		CareCourse course = CareCourse.of(6)
			.kept("weekly", 5)
			.kept("fortnightly", 4)
			.in("monthly", 3)
			.start(6, 4, 4, 4);
		Map<String, Object> well = of("pain", 1, "activity-1", 9, "activity-2", 9, "activity-3", 9);
		CheckInDecision decided = course.before(90, with(course, well))
			.before(118, with(course, well))
			.decide(146, Moment.REVIEW,
					of("pain", 2, "activity-1", 9, "activity-2", 9, "activity-3", 9, "change", "much-better"));
		is(decided, Outcome.FINISH, "FF-01");
	}

	@Test
	void v09_soreForTwoDaysHolds() {
		CheckInDecision decided = CareCourse.of(6)
			.in("weekly", 3)
			.start(6)
			.decide(Moment.SESSION,
					of("after-last", "sore-up-to-3-days", "after-kind", List.of("sore"), "pressure-last", "too-firm"));
		is(decided, Outcome.HOLD, "FH-04");
		assertThat(decided.cautions()).extracting(FiredCaution::caution).contains("FK-02");
		assertThat(decided.technique()).isNotNull();
		assertThat(decided.technique().excluded()).containsKey("deep-therapeutic");
	}

	@Test
	void v10_soreForFiveDaysIsSeenByADoctor() {
		is(CareCourse.of(6)
			.in("weekly", 3)
			.start(6)
			.decide(Moment.SESSION, of("after-last", "longer", "after-kind", List.of("sore"))), Outcome.SEE_DOCTOR,
				"FS-08");
	}

	@Test
	void v11_aSmallFallNotSeenIsSeenByADoctorAndTheSameDayWithWeakBonesOrThinBlood() {
		Map<String, Object> fall = of("new-signs", List.of("injury"), "injury-now", "small-not-seen", "injury-age",
				"under-3-days");
		CheckInDecision decided = CareCourse.of(6).in("weekly", 2).start(6).decide(Moment.SESSION, fall);
		is(decided, Outcome.SEE_DOCTOR, "FS-03");
		assertThat(decided.findings()).extracting("rule").contains("D-05");
		assertThat(CareCourse.of(6).put("age", 65).in("weekly", 2).start(6).decide(Moment.SESSION, fall).outcome())
			.isEqualTo(Outcome.URGENT);
		assertThat(CareCourse.of(6)
			.put("history", List.of("osteoporosis-or-long-steroids"))
			.in("weekly", 2)
			.start(6)
			.decide(Moment.SESSION, fall)
			.outcome()).isEqualTo(Outcome.URGENT);
		assertThat(CareCourse.of(6)
			.put("skin-and-medicines", List.of("blood-thinners"))
			.in("weekly", 2)
			.start(6)
			.decide(Moment.SESSION, fall)
			.outcome()).isEqualTo(Outcome.URGENT);
	}

	@Test
	void v12_aNewBloodThinnerGoesOnWithoutDeepMassage() {
		CheckInDecision decided = CareCourse.of(6)
			.in("weekly", 2)
			.start(6)
			.decide(Moment.SESSION,
					of("new-signs", List.of("skin-or-medicine"), "skin-and-medicines", List.of("blood-thinners")));
		assertThat(decided.outcome()).isEqualTo(Outcome.GO_ON);
		assertThat(decided.cautions()).extracting(FiredCaution::caution).containsExactly("FK-04");
		assertThat(decided.cautions().get(0).limits()).containsExactly("K-02");
		assertThat(decided.technique().excluded()).containsKey("deep-therapeutic");
	}

	@Test
	void v14_painWhereThereWasNoneHoldsAndTheSecondTimeEnds() {
		CareCourse course = CareCourse.of(0).in("weekly", 2).start(0);
		Map<String, Object> pain = of("pain", 4, "pain-pattern", "comes-and-goes", "change", "same");
		is(course.decide(Moment.SESSION, pain), Outcome.HOLD, "FH-06");
		is(course.before(20, with(course, pain)).decide(Moment.SESSION, pain), Outcome.END_AND_REFER, "FR-02");
	}

	@Test
	void v15_aBodyOnHighAlertGetsSix() {
		is(CareCourse.of(6)
			.onHighAlert()
			.in("weekly", 4)
			.start(6, 4)
			.decide(Moment.REVIEW, of("pain", 2, "activity-1", 9, "change", "much-better")), Outcome.HOLD, "FH-03");
	}

	@Test
	void v16_notSureWithEveryListCalmGoesOn() {
		CheckInDecision decided = CareCourse.of(6)
			.in("weekly", 2)
			.start(6)
			.decide(Moment.SESSION,
					of("new-signs", List.of("not-sure"), "injury-now", "no-injury", "limb-signs", List.of("none"),
							"general-signs", List.of("none"), "history", List.of("none"), "health-today",
							List.of("none"), "health-ongoing", List.of("none"), "skin-and-medicines", List.of("none"),
							"disc-diagnosis", "no", "location", List.of("lower-back-left")));
		assertThat(decided.outcome()).isEqualTo(Outcome.GO_ON);
	}

	private static void is(CheckInDecision decided, Outcome outcome, String rule) {
		assertThat(decided.outcome()).as("rules %s", decided.rules()).isEqualTo(outcome);
		assertThat(decided.rules()).extracting(FiredRule::rule).contains(rule);
	}

	private static Map<String, Object> with(CareCourse course, Object... changes) {
		return with(course, of(changes));
	}

	private static Map<String, Object> with(CareCourse course, Map<String, Object> changes) {
		Map<String, Object> answers = course.calm(Moment.REVIEW);
		answers.putAll(changes);
		return answers;
	}

	static Map<String, Object> of(Object... pairs) {
		Map<String, Object> answers = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			answers.put((String) pairs[i], pairs[i + 1]);
		}
		return answers;
	}

}
