package org.backwise.notes;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.backwise.notes.PainTrend.Point;

import static org.assertj.core.api.Assertions.assertThat;

/** The small line of pain beside a note. */
class PainTrendTests {

	private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

	@Test
	void noPainLiesAtTheFootAndTheWorstAtTheTop() {
		assertThat(new PainTrend(List.of(new Point(DAY, 10), new Point(DAY.plusDays(7), 0))).line())
			.isEqualTo("2,2 98,28");
	}

	@Test
	void oneValueIsAPoint() {
		assertThat(new PainTrend(List.of(new Point(DAY, 5))).line()).isEqualTo("2,15");
		assertThat(new PainTrend(List.of()).line()).isEmpty();
	}

}
