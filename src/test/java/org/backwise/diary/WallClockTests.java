package org.backwise.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The clock on the wall, on the days on which it is changed, in three zones. */
class WallClockTests {

	private static final int MINUTE = 60;

	@ParameterizedTest
	@CsvSource({ "Europe/London,2027-03-28,01:30,02:30", "America/New_York,2027-03-14,02:15,03:15",
			"Australia/Sydney,2027-10-03,02:00,03:00" })
	void aTimeThatDoesNotExistIsShownLater(ZoneId zone, LocalDate day, LocalTime time, LocalTime shown) {
		WallClock wall = new WallClock(zone);
		assertThat(wall.kind(day, time)).isEqualTo(WallClock.Kind.NEVER);
		assertThat(wall.shown(day, time)).isEqualTo(shown);
		assertThat(wall.kind(day, shown)).isEqualTo(WallClock.Kind.ONCE);
		assertThat(wall.kind(day.plusDays(1), time)).isEqualTo(WallClock.Kind.ONCE);
	}

	@ParameterizedTest
	@CsvSource({ "Europe/London,2027-10-31,01:30", "America/New_York,2027-11-07,01:15",
			"Australia/Sydney,2027-04-04,02:45" })
	void ofATimeThatComesTwiceTheFirstCounts(ZoneId zone, LocalDate day, LocalTime time) {
		WallClock wall = new WallClock(zone);
		assertThat(wall.kind(day, time)).isEqualTo(WallClock.Kind.TWICE);
		assertThat(wall.moment(day, time))
			.isEqualTo(day.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant());
	}

	/**
	 * Ten o'clock is ten o'clock on the wall, before and after every change of a year.
	 */
	@ParameterizedTest
	@CsvSource({ "Europe/London", "America/New_York", "Australia/Sydney" })
	void tenOClockStaysTenOClockAllYear(ZoneId zone) {
		WallClock wall = new WallClock(zone);
		LocalTime ten = LocalTime.of(10, 0);
		long lengths = LocalDate.of(2027, 1, 1).datesUntil(LocalDate.of(2028, 1, 1)).peek((day) -> {
			assertThat(wall.kind(day, ten)).isEqualTo(WallClock.Kind.ONCE);
			assertThat(wall.shown(day, ten)).isEqualTo(ten);
		})
			.map((day) -> wall.moment(day.plusDays(1), ten).getEpochSecond() - wall.moment(day, ten).getEpochSecond())
			.distinct()
			.count();
		assertThat(lengths).as("days of 23, 24 and 25 hours").isEqualTo(3);
	}

	/** A session over the hour that comes twice lasts longer on the wall. */
	@ParameterizedTest
	@CsvSource({ "Europe/London,2027-10-31,00:30,01:50,true", "Europe/London,2027-10-30,00:30,01:50,false",
			"America/New_York,2027-03-14,01:30,03:10,true", "America/New_York,2027-03-13,01:30,03:10,false",
			"Australia/Sydney,2027-10-03,01:30,03:15,true" })
	void overlapsAreThoseOfTheMomentsNotOfTheWall(ZoneId zone, LocalDate day, LocalTime one, LocalTime other,
			boolean overlap) {
		int minutes = overlap && zone.getId().equals("Europe/London") ? 90 : MINUTE;
		assertThat(new WallClock(zone).overlap(day, one, minutes, other, MINUTE)).isEqualTo(overlap);
	}

	@ParameterizedTest
	@CsvSource({ "10:00,60,11:00,60,false", "10:00,60,10:59,60,true", "10:00,60,09:00,60,false",
			"10:00,60,09:01,60,true", "10:00,60,10:15,15,true" })
	void whatBeginsWhenAnotherEndsIsInNobodysWay(LocalTime one, int minutes, LocalTime other, int others,
			boolean overlap) {
		assertThat(new WallClock(ZoneId.of("Europe/London")).overlap(LocalDate.of(2027, 3, 1), one, minutes, other,
				others))
			.isEqualTo(overlap);
	}

}
