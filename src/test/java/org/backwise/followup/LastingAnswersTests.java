package org.backwise.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
