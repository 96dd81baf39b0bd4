package org.backwise.cases;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * When a session suits a client, as they said. No part of any decision.
 *
 * @param days the days of the week, none for any
 * @param parts the parts of the day, none for any
 */
public record Suits(Set<DayOfWeek> days, Set<Part> parts) {

	public Suits {
		days = days.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(days));
		parts = parts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(parts));
	}

	/** A part of the day. */
	public enum Part {

		/** Before noon. */
		MORNING(LocalTime.MIN, LocalTime.NOON),
		/** From noon to five. */
		AFTERNOON(LocalTime.NOON, LocalTime.of(17, 0)),
		/** From five on. */
		EVENING(LocalTime.of(17, 0), LocalTime.MAX);

		private final LocalTime from;

		private final LocalTime until;

		Part(LocalTime from, LocalTime until) {
			this.from = from;
			this.until = until;
		}

		/** Its id in forms and rows. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Whether every day and time suits.
	 * @return true when nothing is left out
	 */
	public boolean isAny() {
		return this.days.isEmpty() && this.parts.isEmpty();
	}

	/**
	 * Whether a day of the week suits.
	 * @param day the day
	 * @return true when it does
	 */
	public boolean suits(DayOfWeek day) {
		return this.days.isEmpty() || this.days.contains(day);
	}

	/**
	 * Whether some of a stretch of time suits.
	 * @param from its beginning
	 * @param until its end
	 * @return true when it lies at least partly in a part of the day that suits
	 */
	public boolean meets(LocalTime from, LocalTime until) {
		return this.parts.isEmpty()
				|| this.parts.stream().anyMatch((part) -> from.isBefore(part.until) && until.isAfter(part.from));
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "what suits";
	}

}
