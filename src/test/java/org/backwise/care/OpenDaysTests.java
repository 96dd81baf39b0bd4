package org.backwise.care;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.backwise.care.LiveSession.State;
import org.backwise.care.Scheduler.Opened;
import org.backwise.care.Session.Shift;
import org.backwise.care.Session.Why;
import org.backwise.cases.Suits;
import org.backwise.cases.Suits.Part;
import org.backwise.hours.OpenDays;
import org.backwise.hours.TestHours;
import org.backwise.triage.Assessment.PlannedPhase;

import static org.assertj.core.api.Assertions.assertThat;

/** The days of a plan, kept to those on which the practice is open. */
class OpenDaysTests {

	private static final List<PlannedPhase> WHOLE_PLAN = List.of(new PlannedPhase("weekly", 6, 7, false),
			new PlannedPhase("fortnightly", 4, 14, true), new PlannedPhase("monthly", 3, 28, true));

	private static final LocalDate CHRISTMAS_EVE = LocalDate.of(2026, 12, 24);

	/** A practice: its zone and its days. */
	record Practice(ZoneId zone, OpenDays days) {

		@Override
		public String toString() {
			return this.zone.toString();
		}

	}

	/** One in each of three zones, with closed weekdays, breaks and holidays. */
	static Stream<Practice> practices() {
		return Stream.of(
				new Practice(ZoneId.of("Europe/London"),
						TestHours.in("GB", "eng")
							.never(DayOfWeek.SUNDAY)
							.closed(CHRISTMAS_EVE, LocalDate.of(2027, 1, 2), "Winter break")
							.closed(LocalDate.of(2027, 8, 2), LocalDate.of(2027, 8, 22), "Summer break")
							.closed(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 28), "Training")
							.days()),
				new Practice(ZoneId.of("America/New_York"),
						TestHours.in("US", "ny")
							.never(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY, DayOfWeek.WEDNESDAY)
							.closed(LocalDate.of(2027, 7, 3), LocalDate.of(2027, 7, 11), "Holiday")
							.days()),
				new Practice(ZoneId.of("Australia/Sydney"),
						TestHours.in("AU", "nsw")
							.closed(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 20), "Summer break")
							.closed(LocalDate.of(2027, 10, 3), LocalDate.of(2027, 10, 3), "Training")
							.days()));
	}

	@ParameterizedTest
	@MethodSource("practices")
	void fromEveryFirstDayOfAYearNoSessionLiesOnAClosedDay(Practice practice) {
		Opened opened = new Opened(practice.days(), 7, LocalDate.of(2026, 1, 1));
		int moved = 0;
		for (LocalDate wish : LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2027, 12, 31)).toList()) {
			List<Session> meant = Scheduler.sessions(WHOLE_PLAN, wish, "relaxation", "relaxation");
			List<Session> plan = opened.fit(meant, null);
			assertThat(plan).extracting(Session::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
			assertThat(plan).as("from %s", wish)
				.allSatisfy((session) -> assertThat(practice.days().whyClosed(session.day())).isEmpty());
			apart(wish, plan);
			saysWhy(wish, practice.days(), plan);
			keepsTheWeekday(wish, practice.days(), plan);
			moved += (int) plan.stream().filter((session) -> session.shift() != null).count();
			plan.forEach((session) -> assertThat(opening(practice, session).toLocalDate()).isEqualTo(session.day()));
		}
		assertThat(moved).as("or nothing was tried").isGreaterThan(200);
	}

	/** At its opening hour on the clock of the practice, whatever the clocks did. */
	private static ZonedDateTime opening(Practice practice, Session session) {
		ZonedDateTime begins = session.day()
			.atTime(practice.days().on(session.day()).get(0).from())
			.atZone(practice.zone());
		assertThat(begins.getHour()).isEqualTo(9);
		return begins;
	}

	/** In order, and never nearer than the smallest interval. */
	private static void apart(LocalDate wish, List<Session> plan) {
		for (int i = 1; i < plan.size(); i++) {
			assertThat(ChronoUnit.DAYS.between(plan.get(i - 1).day(), plan.get(i).day()))
				.as("from %s, session %d", wish, i + 1)
				.isBetween(7L, 28L + 28);
		}
	}

	private static void saysWhy(LocalDate wish, OpenDays days, List<Session> plan) {
		assertThat(plan.get(0).shift() == null).isEqualTo(plan.get(0).day().equals(wish));
		plan.forEach((session) -> {
			Shift shift = session.shift();
			if (shift != null) {
				assertThat(shift.from()).isBefore(session.day());
				assertThat(days.whyClosed(shift.from()).isPresent() || shift.why() == Why.APART).isTrue();
				assertThat(shift.words() != null).isEqualTo(shift.why() == Why.CLOSED);
			}
		});
	}

	/** Whatever was not closed itself lies on the weekday of all others. */
	private static void keepsTheWeekday(LocalDate wish, OpenDays days, List<Session> plan) {
		LocalDate first = days.isFreeWeekday(wish)
				? wish.datesUntil(wish.plusDays(7)).filter((day) -> !days.isFreeWeekday(day)).findFirst().orElseThrow()
				: wish;
		assertThat(plan).filteredOn((session) -> session.shift() == null || session.shift().why() == Why.APART)
			.extracting((session) -> session.day().getDayOfWeek())
			.containsOnly(first.getDayOfWeek());
	}

	/** Both changes of the clocks of 2027 in each zone, and the days around them. */
	@ParameterizedTest
	@MethodSource("practices")
	void clocksThatChangeMoveNothing(Practice practice) {
		Opened opened = new Opened(OpenDays.ALWAYS, 7, LocalDate.of(2027, 1, 1));
		List<LocalDate> changes = new ArrayList<>();
		for (var change = practice.zone()
			.getRules()
			.nextTransition(LocalDate.of(2027, 1, 1).atStartOfDay(practice.zone()).toInstant()); change
				.getDateTimeBefore()
				.getYear() == 2027; change = practice.zone().getRules().nextTransition(change.getInstant())) {
			changes.add(change.getDateTimeBefore().toLocalDate());
		}
		assertThat(changes).hasSize(2);
		for (LocalDate change : changes) {
			for (LocalDate wish : change.minusDays(8).datesUntil(change.plusDays(2)).toList()) {
				List<Session> plan = opened.fit(Scheduler.sessions(WHOLE_PLAN, wish, "a", "a"), null);
				assertThat(plan).allSatisfy((session) -> {
					assertThat(session.shift()).isNull();
					assertThat(session.day().getDayOfWeek()).isEqualTo(wish.getDayOfWeek());
					assertThat(session.day().atTime(9, 0).atZone(practice.zone()).getHour()).isEqualTo(9);
				});
				assertThat(ChronoUnit.DAYS.between(wish, plan.get(1).day())).isEqualTo(7);
			}
		}
	}

	@Test
	void aClosedDayMovesOnAndTheNextOneKeepsItsWeekday() {
		Opened opened = opened(TestHours.in(null, null).closed(CHRISTMAS_EVE, CHRISTMAS_EVE, "Christmas Eve"));
		List<Session> plan = opened.fit(Scheduler.sessions(WHOLE_PLAN, CHRISTMAS_EVE.minusDays(7), "a", "a"), null);

		assertThat(plan.get(1).day()).isEqualTo("2026-12-25");
		assertThat(plan.get(1).shift()).isEqualTo(new Shift(CHRISTMAS_EVE, Why.CLOSED, "Christmas Eve"));
		assertThat(plan.get(2).day()).isEqualTo("2027-01-07");
		assertThat(plan.get(2).shift()).isEqualTo(new Shift(LocalDate.of(2026, 12, 31), Why.APART, null));
		assertThat(plan.get(3).day()).isEqualTo("2027-01-14");
		assertThat(plan.get(3).shift()).isNull();
	}

	@Test
	void wherePhasesAreLongTheNextOneStaysWhereItWas() {
		Opened opened = opened(TestHours.in(null, null).closed(CHRISTMAS_EVE, CHRISTMAS_EVE.plusDays(9), "Break"));
		List<Session> plan = opened
			.fit(Scheduler.sessions(List.of(new PlannedPhase("monthly", 3, 28, true)), CHRISTMAS_EVE, "a", "a"), null);

		assertThat(plan).extracting(Session::day)
			.containsExactly(LocalDate.of(2027, 1, 3), CHRISTMAS_EVE.plusDays(28), CHRISTMAS_EVE.plusDays(56));
	}

	@Test
	void aWeekdayThatIsNeverOpenMovesThePlanOnce() {
		Opened opened = opened(TestHours.in(null, null).never(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
		LocalDate saturday = LocalDate.of(2027, 3, 6);
		List<Session> plan = opened.fit(Scheduler.sessions(WHOLE_PLAN, saturday, "a", "a"), null);

		assertThat(plan).allSatisfy((session) -> assertThat(session.day().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY));
		assertThat(plan).extracting(Session::shift)
			.filteredOn((shift) -> shift != null)
			.containsExactly(new Shift(saturday, Why.WEEKDAY, null));
	}

	@Test
	void aPracticeThatNeverOpensLeavesThePlanAsItWas() {
		Opened opened = opened(TestHours.in(null, null).never(DayOfWeek.values()));
		List<Session> meant = Scheduler.sessions(WHOLE_PLAN, CHRISTMAS_EVE, "a", "a");
		assertThat(opened.fit(meant, null)).isEqualTo(meant);
	}

	@Test
	void sessionsThatWereNearOnPurposeStayNear() {
		Opened opened = opened(TestHours.in(null, null));
		List<Session> near = List.of(new Session(2, "weekly", "a", LocalDate.of(2027, 3, 4)));
		assertThat(opened.fit(near, new Session(1, "weekly", "a", LocalDate.of(2027, 3, 1)))).isEqualTo(near);
	}

	@Test
	void thisAndLaterComeBackToTheWeekdayAfterAClosedDay() {
		Opened opened = opened(TestHours.in(null, null)
			.closed(CHRISTMAS_EVE, LocalDate.of(2026, 12, 28), "Christmas")
			.closed(LocalDate.of(2027, 1, 13), LocalDate.of(2027, 1, 13), "Training"));
		List<Session> plan = opened.fit(Scheduler.sessions(WHOLE_PLAN, CHRISTMAS_EVE, "a", "a"), null);
		assertThat(plan.get(0).day()).isEqualTo("2026-12-29");
		Schedule schedule = Schedule.of(plan, Map.of());

		List<LiveSession> moved = schedule.moved(schedule.sessions().get(0), LocalDate.of(2026, 12, 30), true, opened);

		assertThat(moved).extracting(LiveSession::day)
			.startsWith(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 6), LocalDate.of(2027, 1, 14),
					LocalDate.of(2027, 1, 27));
		assertThat(moved.get(2).session().shift())
			.isEqualTo(new Shift(LocalDate.of(2027, 1, 13), Why.CLOSED, "Training"));
		assertThat(moved).allSatisfy((session) -> assertThat(session.state()).isEqualTo(State.MOVED));
	}

	@Test
	void theFirstDayFallsOnAWeekdayThatSuitsAtATimeThatSuits() {
		Opened opened = opened(TestHours.in(null, null)
			.open(DayOfWeek.TUESDAY, 9, 13)
			.open(DayOfWeek.THURSDAY, 12, 20)
			.closed(LocalDate.of(2027, 3, 4), LocalDate.of(2027, 3, 4), "Training"));
		Session wished = new Session(1, "weekly", "a", LocalDate.of(2027, 3, 1));
		Suits evenings = new Suits(Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), Set.of(Part.EVENING));

		Session first = opened.first(wished, evenings);

		assertThat(first.day()).isEqualTo("2027-03-11");
		assertThat(first.shift()).isEqualTo(new Shift(wished.day(), Why.SUITS, null));
		assertThat(opened.first(wished, null)).isEqualTo(wished);
		assertThat(opened.first(wished, new Suits(Set.of(), Set.of()))).isEqualTo(wished);
		assertThat(opened.first(wished, new Suits(Set.of(DayOfWeek.MONDAY), Set.of()))).isEqualTo(wished);
		assertThat(opened.first(wished, new Suits(Set.of(DayOfWeek.TUESDAY), Set.of(Part.EVENING)))).isEqualTo(wished);
	}

	private static Opened opened(TestHours hours) {
		return new Opened(hours.days(), 7, LocalDate.of(2026, 1, 1));
	}

}
