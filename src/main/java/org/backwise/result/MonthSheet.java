package org.backwise.result;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * A month as a wall calendar shows it, with the days of sessions marked.
 *
 * @param month the month
 * @param weekdays the days of the week, in the order of the country
 * @param weeks its weeks, of seven days each; null for a day of another month
 * @param sessions the days with a session
 */
record MonthSheet(YearMonth month, List<DayOfWeek> weekdays, List<List<@Nullable LocalDate>> weeks,
		Set<LocalDate> sessions) {

	private static final int DAYS_OF_A_WEEK = 7;

	/**
	 * The months in which some days lie.
	 * @param days the days of sessions
	 * @param language whose country says on which day a week begins
	 * @return a sheet for each month with a session, in order
	 */
	static List<MonthSheet> of(List<LocalDate> days, Locale language) {
		DayOfWeek begins = WeekFields.of(language).getFirstDayOfWeek();
		List<DayOfWeek> weekdays = IntStream.range(0, DAYS_OF_A_WEEK).mapToObj(begins::plus).toList();
		Set<YearMonth> months = new TreeSet<>();
		days.forEach((day) -> months.add(YearMonth.from(day)));
		return months.stream()
			.map((month) -> new MonthSheet(month, weekdays, weeks(month, begins), Set.copyOf(days)))
			.toList();
	}

	private static List<List<@Nullable LocalDate>> weeks(YearMonth month, DayOfWeek begins) {
		LocalDate first = month.atDay(1);
		int before = Math.floorMod(first.getDayOfWeek().getValue() - begins.getValue(), DAYS_OF_A_WEEK);
		List<List<@Nullable LocalDate>> weeks = new ArrayList<>();
		for (LocalDate day = first.minusDays(before); !day.isAfter(month.atEndOfMonth()); day = day
			.plusDays(DAYS_OF_A_WEEK)) {
			List<@Nullable LocalDate> week = new ArrayList<>();
			for (int nth = 0; nth < DAYS_OF_A_WEEK; nth++) {
				LocalDate one = day.plusDays(nth);
				week.add(YearMonth.from(one).equals(month) ? one : null);
			}
			weeks.add(week);
		}
		return weeks;
	}

	/**
	 * Whether there is a session.
	 * @param day a day of the month
	 * @return false for every other day
	 */
	public boolean marks(LocalDate day) {
		return this.sessions.contains(day);
	}

}
