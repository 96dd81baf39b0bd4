package org.backwise.hours;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.hours.PublicHolidays.Holiday;

/** The days of the practice, as its owner has said. */
class PracticeDays implements OpenDays {

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2200;

	private final StoredHours hours;

	private final PublicHolidays holidays;

	private final Locale language;

	private final Map<Integer, List<Holiday>> years = new HashMap<>();

	PracticeDays(StoredHours hours, PublicHolidays holidays, Locale language) {
		this.hours = hours;
		this.holidays = holidays;
		this.language = language;
	}

	/**
	 * A day or more on which the practice is closed, for the list of a year.
	 *
	 * @param from the first day
	 * @param until the last day
	 * @param words why
	 * @param holiday whether it is a public holiday
	 */
	record Free(LocalDate from, LocalDate until, String words, boolean holiday) {

		public boolean isOneDay() {
			return this.from.equals(this.until);
		}

	}

	@Override
	public List<Open> on(LocalDate day) {
		return whyClosed(day).isPresent() ? List.of() : this.hours.on(day.getDayOfWeek());
	}

	@Override
	public Optional<String> whyClosed(LocalDate day) {
		return this.hours.closed()
			.stream()
			.filter((closed) -> closed.holds(day))
			.map(StoredHours.Closed::words)
			.findFirst()
			.or(() -> holidays(day.getYear()).stream()
				.filter((holiday) -> holiday.day().equals(day) && !isWorked(holiday))
				.map((holiday) -> holiday.name(this.language))
				.findFirst())
			.or(() -> Optional.of(day)
				.filter(this::isFreeWeekday)
				.map((free) -> free.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, this.language)));
	}

	@Override
	public boolean isFreeWeekday(LocalDate day) {
		return this.hours.on(day.getDayOfWeek()).isEmpty();
	}

	/**
	 * The holidays of a year, with those on which the practice works; none in a year that
	 * nobody can mean.
	 */
	List<Holiday> holidays(int year) {
		if (year < FIRST_YEAR || year > LAST_YEAR) {
			return List.of();
		}
		return this.years.computeIfAbsent(year,
				(one) -> this.holidays.of(this.hours.country(), this.hours.region(), Year.of(one)));
	}

	boolean isWorked(Holiday holiday) {
		return this.hours.worked().contains(holiday.id());
	}

	/**
	 * What closes the practice in a year, beside the weekdays on which it never opens.
	 */
	List<Free> free(int year) {
		LocalDate first = LocalDate.of(year, 1, 1);
		LocalDate last = LocalDate.of(year, 12, 31);
		List<Free> free = new ArrayList<>();
		this.hours.closed()
			.stream()
			.filter((closed) -> !closed.until().isBefore(first) && !closed.from().isAfter(last))
			.forEach((closed) -> free.add(new Free(closed.from(), closed.until(), closed.words(), false)));
		holidays(year).stream()
			.filter((holiday) -> !isWorked(holiday))
			.forEach((holiday) -> free.add(new Free(holiday.day(), holiday.day(), holiday.name(this.language), true)));
		free.sort(Comparator.comparing(Free::from).thenComparing(Free::until).thenComparing(Free::holiday));
		return free;
	}

}
