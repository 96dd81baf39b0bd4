package org.backwise.hours;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

import org.backwise.hours.OpeningHours.Open;

/**
 * On which days the practice works, as it stands at one moment: read once, asked as often
 * as is needed.
 */
public interface OpenDays {

	/** Every day is open, from 08:00 to 20:00: what goes while nobody said otherwise. */
	OpenDays ALWAYS = new OpenDays() {

		@Override
		public List<Open> on(LocalDate day) {
			return List.of(new Open(LocalTime.of(8, 0), LocalTime.of(20, 0)));
		}

		@Override
		public Optional<String> whyClosed(LocalDate day) {
			return Optional.empty();
		}

		@Override
		public boolean isFreeWeekday(LocalDate day) {
			return false;
		}

	};

	/** So many days ahead an open day is looked for. */
	int LONGEST_SEARCH = 800;

	/**
	 * When the practice is open on a day.
	 * @param day a day
	 * @return the stretches in order; none on a closed day
	 */
	List<Open> on(LocalDate day);

	/**
	 * Why the practice is closed on a day.
	 * @param day a day
	 * @return the owner's words, the holiday's name or the weekday; empty on an open day
	 */
	Optional<String> whyClosed(LocalDate day);

	/**
	 * Whether the practice never opens on the weekday of a day.
	 * @param day a day
	 * @return true when it does not
	 */
	boolean isFreeWeekday(LocalDate day);

	/**
	 * Whether a stretch of a day lies within the opening hours.
	 * @param day the day
	 * @param from the minute of the day in which it begins
	 * @param until the minute in which it ends
	 * @return false also on a closed day
	 */
	default boolean isOpen(LocalDate day, int from, int until) {
		return on(day).stream().anyMatch((open) -> from >= minute(open.from()) && until <= end(open));
	}

	private static int minute(LocalTime time) {
		return time.toSecondOfDay() / 60;
	}

	/** Midnight ends the day. */
	private static int end(Open open) {
		int minute = minute(open.until());
		return (minute == 0) ? 24 * 60 : minute;
	}

	/**
	 * The first open day.
	 * @param day from which on
	 * @return that day or a later one; that day itself when none is open for years
	 */
	default LocalDate next(LocalDate day) {
		return day.datesUntil(day.plusDays(LONGEST_SEARCH))
			.filter((one) -> whyClosed(one).isEmpty())
			.findFirst()
			.orElse(day);
	}

}
