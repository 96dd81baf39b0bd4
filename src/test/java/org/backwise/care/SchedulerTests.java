package org.backwise.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.backwise.triage.Assessment.PlannedPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchedulerTests {

	private static final List<PlannedPhase> WHOLE_PLAN = List.of(new PlannedPhase("weekly", 6, 7, false),
			new PlannedPhase("fortnightly", 4, 14, true), new PlannedPhase("monthly", 3, 28, true));

	@Test
	void countsEverySessionOnce() {
		List<Session> sessions = sessions(LocalDate.of(2027, 3, 1));

		assertThat(sessions).extracting(Session::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
		assertThat(sessions).extracting(Session::phase)
			.containsExactly("weekly", "weekly", "weekly", "weekly", "weekly", "weekly", "fortnightly", "fortnightly",
					"fortnightly", "fortnightly", "monthly", "monthly", "monthly");
	}

	@Test
	void beginsAPhaseItsOwnIntervalAfterTheLastSessionBefore() {
		List<LocalDate> days = days(LocalDate.of(2027, 3, 1));

		assertThat(days.get(5)).isEqualTo("2027-04-05");
		assertThat(days.get(6)).isEqualTo("2027-04-19");
		assertThat(days.get(9)).isEqualTo("2027-05-31");
		assertThat(days.get(10)).isEqualTo("2027-06-28");
		assertThat(days.get(12)).isEqualTo("2027-08-23");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2027-01-31", "2027-02-28", "2028-02-22", "2028-02-29", "2027-12-31", "2028-01-01",
			"2027-03-27", "2027-03-28", "2027-10-30", "2027-10-31", "2026-11-22" })
	void keepsTheWeekdayOfTheFirstSession(LocalDate firstDay) {
		DayOfWeek weekday = firstDay.getDayOfWeek();

		assertThat(days(firstDay)).startsWith(firstDay)
			.allSatisfy((day) -> assertThat(day.getDayOfWeek()).isEqualTo(weekday));
	}

	@ParameterizedTest
	@CsvSource({ "2027-01-31, 2027-02-07", "2027-04-30, 2027-05-07", "2027-12-31, 2028-01-07", "2028-02-22, 2028-02-29",
			"2028-02-29, 2028-03-07", "2027-02-22, 2027-03-01", "2028-12-25, 2029-01-01" })
	void goesOverTheEndsOfMonthsAndYears(LocalDate firstDay, LocalDate second) {
		assertThat(days(firstDay).get(1)).isEqualTo(second);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/London", "America/Los_Angeles", "Australia/Lord_Howe", "Pacific/Apia" })
	void isNotMovedByClocksThatChange(ZoneId zone) {
		LocalDate beforeSpring = LocalDate.of(2027, 3, 25);
		LocalDate beforeAutumn = LocalDate.of(2027, 10, 28);

		for (LocalDate firstDay : List.of(beforeSpring, beforeAutumn)) {
			LocalDate there = firstDay.atTime(23, 30).atZone(zone).toLocalDate();
			List<LocalDate> days = days(there);
			assertThat(ChronoUnit.DAYS.between(days.get(0), days.get(1))).isEqualTo(7);
			assertThat(ChronoUnit.DAYS.between(days.get(0), days.get(12))).isEqualTo(5 * 7 + 4 * 14 + 3 * 28);
		}
	}

	@Test
	void beginsWithTheFirstTechniqueAndGoesOnWithTheOther() {
		List<Session> sessions = Scheduler.sessions(WHOLE_PLAN, LocalDate.of(2027, 3, 1), "deep-therapeutic",
				"relaxation");

		assertThat(sessions).first().extracting(Session::technique).isEqualTo("relaxation");
		assertThat(sessions.subList(1, sessions.size())).extracting(Session::technique)
			.containsOnly("deep-therapeutic");
	}

	@Test
	void makesAPlanOfMonthsAlone() {
		List<Session> sessions = Scheduler.sessions(List.of(new PlannedPhase("monthly", 3, 28, true)),
				LocalDate.of(2028, 2, 1), "heat", "heat");

		assertThat(sessions).extracting(Session::day)
			.containsExactly(LocalDate.of(2028, 2, 1), LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 28));
	}

	private static List<Session> sessions(LocalDate firstDay) {
		return Scheduler.sessions(WHOLE_PLAN, firstDay, "relaxation", "relaxation");
	}

	private static List<LocalDate> days(LocalDate firstDay) {
		return sessions(firstDay).stream().map(Session::day).toList();
	}

}
