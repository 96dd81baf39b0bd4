package org.backwise.followup;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.followup.CareCases.CareCase;
import org.backwise.triage.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What is measured of anybody is among what the proof goes through. */
class MeasureSpaceTests {

	@Test
	void holdsWhatIsMeasuredOfEverybody() {
		MeasureSpace space = new MeasureSpace(CareCourse.TRIAGE.knowledge());
		for (CareCase person : CareCases.all()) {
			Measures measures = person.decide(CareCourse.RULES).measures();
			List<Map<String, Answer>> pains = facts(space, 0);
			assertThat(pains).as("%s", person)
				.contains(Map.copyOf(Facts.pain(measures.pain().now(), measures.pain().course())));
			assertThat(facts(space, 2)).as("%s", person).contains(Map.copyOf(Facts.felt(measures.felt())));
		}
		assertThat(facts(space, 1)).hasSizeGreaterThan(40);
		assertThat(space.parts()).allSatisfy((part) -> assertThat(part.steps()).isNotEmpty());
	}

	private static List<Map<String, Answer>> facts(MeasureSpace space, int part) {
		return space.parts()
			.get(part)
			.cases()
			.stream()
			.map(MeasureSpace.Case::facts)
			.<Map<String, Answer>>map(Map::copyOf)
			.toList();
	}

}
