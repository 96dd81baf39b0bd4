package org.backwise.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Left;

import static org.assertj.core.api.Assertions.assertThat;

/** What a check-in says of the next session beside the techniques. */
class NextSessionTests {

	@Test
	void aSmallKnockIsKeptOffAsAFreshInjuryIs() {
		Areas knocked = areas(Map.of("new-signs", List.of("injury"), "injury-now", "small-seen"));
		assertThat(knocked.leave()).extracting(Left::area).contains("injured-area");
		Areas calm = areas(Map.of());
		assertThat(calm.leave()).extracting(Left::area).doesNotContain("injured-area");
		assertThat(knocked.work()).isNotEqualTo(calm.work());
	}

	private static Areas areas(Map<String, Object> now) {
		CareCourse course = CareCourse.of(5).in("weekly", 3).start(5);
		Map<String, Object> answers = new LinkedHashMap<>(course.calm(Moment.SESSION));
		answers.putAll(now);
		CheckInReading reading = CareCourse.RULES.read(course.episode(),
				new CheckInSheet(Moment.SESSION, By.CLIENT, CareCourse.DAY.plusDays(21), answers));
		assertThat(reading.isComplete()).as("%s %s", reading.problems(), reading.missing()).isTrue();
		Areas areas = CareCourse.RULES.decide(reading).areas();
		assertThat(areas).isNotNull();
		return areas;
	}

}
