package org.backwise.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What lasts and was told at one check-in is known at the next ones, where the client is
 * asked only what is new since.
 */
class LastingAnswersTests {

	private static final Map<String, Object> NEWS = Map.of("new-signs", List.of("news"));

	@ParameterizedTest
	@MethodSource
	void whatWasToldCountsAsIfItHadBeenToldNow(String question, String told, Map<String, Object> now, Outcome outcome) {
		assertThat(told(question, told, now).outcome()).isEqualTo(outcome);
		assertThat(told(question, "none", now).outcome()).as("near miss").isNotEqualTo(outcome);
	}

	static Stream<Arguments> whatWasToldCountsAsIfItHadBeenToldNow() {
		Map<String, Object> fall = Map.of("new-signs", List.of("injury"), "injury-now", "small-not-seen", "injury-age",
				"under-3-days");
		Map<String, Object> weak = Map.of("new-signs", List.of("limbs"), "limb-signs",
				List.of("weakness-new-or-worse"));
		Map<String, Object> neck = Map.of("new-signs", List.of("new-pain-place"), "location", List.of("neck"), "onset",
				"gradual");
		return Stream.of(arguments("skin-and-medicines", "blood-thinners", fall, Outcome.URGENT),
				arguments("history", "osteoporosis-or-long-steroids", fall, Outcome.URGENT),
				arguments("history", "cancer-ever", weak, Outcome.EMERGENCY),
				arguments("history", "neck-instability-risk", neck, Outcome.SEE_DOCTOR));
	}

	@ParameterizedTest
	@MethodSource
	void aCalmCheckInLaterStillLeavesOutWhatThatLeavesOut(String question, String told) {
		CheckInDecision decided = told(question, told, Map.of());
		assertThat(decided.technique()).isNotNull();
		assertThat(decided.technique().excluded()).containsKey("deep-therapeutic");
		assertThat(decided.cautions()).extracting(FiredCaution::caution).contains("FK-04");
		CheckInDecision without = told(question, "none", Map.of());
		assertThat(without.technique().excluded()).doesNotContainKey("deep-therapeutic");
	}

	static Stream<Arguments> aCalmCheckInLaterStillLeavesOutWhatThatLeavesOut() {
		return Stream.of(arguments("skin-and-medicines", "blood-thinners"), arguments("health-ongoing", "pregnant"));
	}

	@Test
	void theClientIsToldThatItIsKnown() {
		CareCourse course = course("skin-and-medicines", "blood-thinners");
		Map<String, Object> known = CareCourse.RULES.known(course.episode().intake(), course.episode().before());
		assertThat(known).containsEntry("skin-and-medicines", List.of("blood-thinners"));
		assertThat(asked(course)).contains("known-health");
		assertThat(asked(course("skin-and-medicines", "none"))).doesNotContain("known-health");
	}

	@Test
	void aSignOfOneDayIsNotCarriedOn() {
		CheckInDecision decided = told("health-today", "infectious-today", Map.of());
		assertThat(decided.outcome()).isEqualTo(told("health-today", "none", Map.of()).outcome());
	}

	/**
	 * Nobody comes back from a wait because they have nothing new to tell: what they wait
	 * for is asked whole, and is over when they say so.
	 */
	@ParameterizedTest
	@MethodSource
	void whatTheCareWaitsForIsAskedWholeBeforeItGoesOn(String question, String sign, Map<String, Object> told) {
		CareCourse waiting = CareCourse.of(5).in("weekly", 3).start(5);
		Map<String, Object> then = new LinkedHashMap<>(waiting.calm(Moment.SESSION));
		then.putAll(told);
		waiting.before(7, then);
		CheckInReading unsaid = waiting.read(9, Moment.RETURN, Map.of());
		assertThat(unsaid.reading().asks(question)).isTrue();
		assertThat(unsaid.isComplete()).as("nothing new is no answer").isFalse();
		assertThat(waiting.decide(9, Moment.RETURN, Map.of(question, List.of(sign))).outcome()).isEqualTo(Outcome.WAIT);
		assertThat(waiting.decide(9, Moment.RETURN, Map.of(question, List.of("none"))).outcome())
			.isEqualTo(Outcome.GO_ON);
		assertThat(waiting.decide(9, Moment.RETURN, Map.of(question, List.of("not-sure"))).outcome().pauses())
			.as("not sure is never no")
			.isTrue();
		Map<String, Object> still = new LinkedHashMap<>(waiting.calm(Moment.RETURN));
		still.put(question, List.of(sign));
		waiting.before(9, still);
		assertThat(waiting.read(11, Moment.RETURN, Map.of()).reading().asks(question)).as("once more").isTrue();
		Map<String, Object> healed = new LinkedHashMap<>(waiting.calm(Moment.RETURN));
		healed.put(question, List.of("none"));
		waiting.before(11, healed);
		assertThat(waiting.read(13, Moment.RETURN, Map.of()).reading().asks(question)).as("it is over").isFalse();
		assertThat(waiting.decide(13, Moment.SESSION, Map.of()).outcome()).isEqualTo(Outcome.GO_ON);
	}

	static Stream<Arguments> whatTheCareWaitsForIsAskedWholeBeforeItGoesOn() {
		return Stream.of(
				arguments("health-today", "infectious-today",
						Map.of("new-signs", List.of("hot-or-ill"), "general-signs", List.of("none"), "health-today",
								List.of("infectious-today"))),
				arguments("skin-and-medicines", "skin-widespread", Map.of("new-signs", List.of("skin-or-medicine"),
						"skin-and-medicines", List.of("skin-widespread", "blood-thinners"))));
	}

	@Test
	void everyRuleThatMakesTheCareWaitIsAskedForWhole() {
		Waits waits = new Waits(CareCourse.TRIAGE);
		List<String> offered = Objects.requireNonNull(CareCourse.TRIAGE.knowledge().followUp())
			.facts()
			.stream()
			.filter((fact) -> fact.id().equals(Situation.WAITED_FOR))
			.flatMap((fact) -> fact.options().stream())
			.map((option) -> option.id())
			.toList();
		assertThat(offered).containsExactlyInAnyOrderElementsOf(waits.questions());
	}

	/** The limits of a clearance last as long as the plan beside it. */
	@Test
	void aSkinThatAClearanceLiftedIsNotForgotten() {
		CareCourse lifted = CareCourse.of(5)
			.put("skin-and-medicines", List.of("skin-widespread"))
			.cleared("W-02")
			.in("weekly", 3)
			.start(5);
		assertThat(lifted.read(9, Moment.RETURN, Map.of()).reading().asks("skin-and-medicines")).isFalse();
		CheckInDecision said = lifted.decide(9, Moment.SESSION,
				Map.of("new-signs", List.of("skin-or-medicine"), "skin-and-medicines", List.of("none")));
		assertThat(said.technique()).isNotNull();
		assertThat(said.technique().excluded()).containsKeys("deep-therapeutic", "heat");
	}

	private static List<String> asked(CareCourse course) {
		return CareCourse.RULES.read(course.episode(), sheet(course, Map.of()))
			.reading()
			.asked()
			.stream()
			.map((question) -> question.id())
			.toList();
	}

	private static CheckInDecision told(String question, String told, Map<String, Object> now) {
		CareCourse course = course(question, told);
		CheckInReading reading = CareCourse.RULES.read(course.episode(), sheet(course, now));
		assertThat(reading.isComplete()).as("%s %s", reading.problems(), reading.missing()).isTrue();
		return CareCourse.RULES.decide(reading);
	}

	/** A week ago something was told, and a calm check-in lies between. */
	private static CareCourse course(String question, String told) {
		CareCourse course = CareCourse.of(5).in("weekly", 3).start(5);
		Map<String, Object> then = new LinkedHashMap<>(course.calm(Moment.SESSION));
		then.putAll(NEWS);
		then.put(question, List.of(told));
		return course.before(7, then).before(14, course.calm(Moment.SESSION));
	}

	private static CheckInSheet sheet(CareCourse course, Map<String, Object> now) {
		Map<String, Object> answers = new LinkedHashMap<>(course.calm(Moment.SESSION));
		answers.putAll(now);
		return new CheckInSheet(Moment.SESSION, By.CLIENT, CareCourse.DAY.plusDays(21), answers);
	}

}
