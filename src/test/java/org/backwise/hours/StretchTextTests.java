package org.backwise.hours;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Opening hours as people write them. */
class StretchTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "09:00–13:00, 14:00–18:00 | 09:00–13:00, 14:00–18:00", "9-17 | 09:00–17:00",
			"9am - 5pm | 09:00–17:00", "9.30 to 12 | 09:30–12:00", "14:00-18:00; 9:00-13:00 | 09:00–13:00, 14:00–18:00",
			"12pm-1pm | 12:00–13:00", "12am-1am | 00:00–01:00", "8h30—12h00 | 08:30–12:00",
			"9:00-12:00 and 12:00-15:00 | 09:00–12:00, 12:00–15:00" })
	void readsWhatPeopleWrite(String typed, String stretches) {
		assertThat(StretchText.of(StretchText.read(typed))).isEqualTo(stretches);
	}

	@Test
	void aBlankIsAClosedDay() {
		assertThat(StretchText.read(" ")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nine to five | hours.week.unclear", "9 | hours.week.unclear",
			"09:00–25:00 | hours.week.unclear", "09:60–12:00 | hours.week.unclear", "13pm-14pm | hours.week.unclear",
			"08:00–24:00 | hours.week.unclear", "9-5 | hours.week.backwards", "09:00–09:00 | hours.week.backwards",
			"22:00–02:00 | hours.week.backwards", "09:00–13:00, 12:59–18:00 | hours.week.overlap",
			"9-18, 10-11 | hours.week.overlap", "8-9, 9-10, 10-11, 11-12, 12-13, 13-14, 14-15 | hours.week.many",
			"9-12,, 13-14 | hours.week.unclear" })
	void saysWhatIsWrong(String typed, String reason) {
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> StretchText.read(typed))
			.matches((no) -> no.refusal().reason().equals(reason));
	}

}
