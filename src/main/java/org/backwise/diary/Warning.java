package org.backwise.diary;

import java.time.LocalDate;
import java.util.List;

import org.backwise.practice.Refusal;
import org.backwise.practice.Words;

/**
 * What stands against a time. It can be saved all the same by somebody who was told.
 *
 * @param kind what is the matter
 * @param day on which day
 * @param arguments what is put into the words
 */
record Warning(Kind kind, LocalDate day, List<Object> arguments) {

	/** What can stand against a time. The order is that in which it is told. */
	enum Kind {

		THERAPIST, ROOM, CLOSED, OUTSIDE, NEVER, TWICE, UNSUITED;

		/** The id used in messages. */
		@Override
		public String toString() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

	/** What to tell. */
	String in(Words words) {
		return said().in(words);
	}

	/** The same for a room that tells it. */
	Refusal said() {
		return Refusal.of("diary.warning." + this.kind, this.arguments.toArray());
	}

	/**
	 * Tells whether what somebody said yes to is what stands against it now; it says
	 * nothing of anybody.
	 */
	static String mark(List<Warning> warnings) {
		String all = String.join("|",
				warnings.stream().map((one) -> one.kind + " " + one.day + one.arguments).toList());
		return Integer.toHexString(all.hashCode());
	}

	/** Says nothing of whoever else is there. */
	@Override
	public String toString() {
		return this.kind + " on " + this.day;
	}

}
