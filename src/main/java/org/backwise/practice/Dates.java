package org.backwise.practice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * How every day and moment is written, on pages ({@code @dates}) and in Java: in the
 * language of the page, in the time zone of the practice.
 */
@Component
public class Dates {

	private final Words words;

	private final PracticeNow practice;

	Dates(Words words, PracticeNow practice) {
		this.words = words;
		this.practice = practice;
	}

	/**
	 * A day: 3 December 2026.
	 * @param day the day
	 * @return its words
	 */
	public String day(LocalDate day) {
		return write("day", day);
	}

	/**
	 * The day of a moment at the practice.
	 * @param at the moment
	 * @return its words, as for a day
	 */
	public String day(Instant at) {
		return write("day", here(at));
	}

	/**
	 * A day without its year: 3 Dec.
	 * @param day the day
	 * @return its words
	 */
	public String dayOfYear(LocalDate day) {
		return write("day-of-year", day);
	}

	/**
	 * A day for a list: Thu 3 Dec 2026.
	 * @param day the day
	 * @return its words
	 */
	public String weekday(LocalDate day) {
		return write("weekday", day);
	}

	/**
	 * A day of the weeks around today: Thu 3 Dec.
	 * @param day the day
	 * @return its words
	 */
	public String weekdayOfYear(LocalDate day) {
		return write("weekday-of-year", day);
	}

	/**
	 * Several days, each with its weekday.
	 * @param days the days
	 * @return the same in words
	 */
	public List<String> weekdays(List<LocalDate> days) {
		return days.stream().map(this::weekday).toList();
	}

	/**
	 * A day in full: Thursday 3 December 2026.
	 * @param day the day
	 * @return its words
	 */
	public String full(LocalDate day) {
		return write("full", day);
	}

	/**
	 * A run of days, with month and year as often as they change: 1–29 December 2026.
	 * @param first its first day
	 * @param last its last day, the same or later
	 * @return its words
	 */
	public String run(LocalDate first, LocalDate last) {
		if (first.equals(last)) {
			return day(last);
		}
		if (YearMonth.from(first).equals(YearMonth.from(last))) {
			return this.words.of("dates.run-of-month", write("number", first), day(last));
		}
		return this.words.of("dates.run", (first.getYear() == last.getYear()) ? write("day-month", first) : day(first),
				day(last));
	}

	/**
	 * A month: December 2026.
	 * @param month the month
	 * @return its words
	 */
	public String month(YearMonth month) {
		return write("month", month);
	}

	/**
	 * A moment: 3 Dec 2026, 14:05.
	 * @param at the moment
	 * @return its words
	 */
	public String moment(Instant at) {
		return write("moment", here(at));
	}

	/**
	 * A time of the day: 14:05.
	 * @param time the time
	 * @return its words
	 */
	public String time(LocalTime time) {
		return write("time", time);
	}

	/**
	 * A moment for machines, to the second: 2026-12-03T14:05:00Z.
	 * @param at the moment
	 * @return as HTML takes it
	 */
	public String stamp(Instant at) {
		return at.truncatedTo(ChronoUnit.SECONDS).toString();
	}

	/**
	 * A day of the week: Thursday.
	 * @param day the day
	 * @return its name
	 */
	public String name(DayOfWeek day) {
		return day.getDisplayName(TextStyle.FULL_STANDALONE, this.words.language());
	}

	/**
	 * A day of the week for the head of a calendar: Thu.
	 * @param day the day
	 * @return its short name
	 */
	public String shortName(DayOfWeek day) {
		return day.getDisplayName(TextStyle.SHORT_STANDALONE, this.words.language());
	}

	private ZonedDateTime here(Instant at) {
		return at.atZone(this.practice.now().zone());
	}

	private String write(String form, TemporalAccessor when) {
		return DateTimeFormatter.ofPattern(this.words.of("dates." + form), this.words.language()).format(when);
	}

}
