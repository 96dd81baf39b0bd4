package org.backwise.hours;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.practice.Dates;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/**
 * The opening hours of a week, as typed.
 *
 * @param monday the stretches of Mondays, and so on
 * @param seen the edition that was looked at
 */
record WeekForm(@Nullable String monday, @Nullable String tuesday, @Nullable String wednesday,
		@Nullable String thursday, @Nullable String friday, @Nullable String saturday, @Nullable String sunday,
		@Nullable String seen) {

	static WeekForm of(StoredHours hours) {
		return new WeekForm(text(hours, DayOfWeek.MONDAY), text(hours, DayOfWeek.TUESDAY),
				text(hours, DayOfWeek.WEDNESDAY), text(hours, DayOfWeek.THURSDAY), text(hours, DayOfWeek.FRIDAY),
				text(hours, DayOfWeek.SATURDAY), text(hours, DayOfWeek.SUNDAY), hours.seen());
	}

	private static String text(StoredHours hours, DayOfWeek day) {
		return StretchText.of(hours.on(day));
	}

	/** What a field of the form is called. */
	static String id(DayOfWeek day) {
		return day.name().toLowerCase(Locale.ROOT);
	}

	/** What was typed for a day. */
	public String typed(DayOfWeek day) {
		return FormText.line(switch (day) {
			case MONDAY -> this.monday;
			case TUESDAY -> this.tuesday;
			case WEDNESDAY -> this.wednesday;
			case THURSDAY -> this.thursday;
			case FRIDAY -> this.friday;
			case SATURDAY -> this.saturday;
			case SUNDAY -> this.sunday;
		}).text();
	}

	String edition() {
		return Objects.requireNonNullElse(this.seen, "");
	}

	/** Reads the week; what is wrong is added to the problems. */
	Map<DayOfWeek, List<Open>> read(List<FieldProblem> problems, Words words, Dates dates) {
		Map<DayOfWeek, List<Open>> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			try {
				week.put(day, StretchText.read(typed(day)));
			}
			catch (Refused ex) {
				problems.add(new FieldProblem(id(day),
						words.of("hours.week.problem", dates.name(day), ex.refusal().in(words))));
			}
		}
		return week;
	}

}
