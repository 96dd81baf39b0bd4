package org.backwise.care;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One session of a plan.
 *
 * @param number its number in the plan, from 1
 * @param phase id of its phase
 * @param technique id of the technique it begins with
 * @param day its suggested day
 * @param shift why it is not on the day it was meant for, null when it is
 */
public record Session(int number, String phase, String technique, LocalDate day, @Nullable Shift shift) {

	/**
	 * A session on the day it is meant for.
	 * @param number its number in the plan, from 1
	 * @param phase id of its phase
	 * @param technique id of the technique it begins with
	 * @param day its suggested day
	 */
	public Session(int number, String phase, String technique, LocalDate day) {
		this(number, phase, technique, day, null);
	}

	/**
	 * Why a session is on another day than it was meant for.
	 *
	 * @param from the day it was meant for
	 * @param why what stood against it
	 * @param words what closed the practice that day, null when that is not it
	 */
	public record Shift(LocalDate from, Why why, @Nullable String words) {
	}

	/** What stands against a day. */
	public enum Why {

		/** The practice is closed that day. */
		CLOSED,
		/** The practice is never open on that day of the week. */
		WEEKDAY,
		/** The session before has moved, and would be too near. */
		APART,
		/** The client said that another day of the week suits. */
		SUITS

	}

	/** The same session on another day. */
	Session on(LocalDate other, @Nullable Shift why) {
		return new Session(this.number, this.phase, this.technique, other, why);
	}

	/**
	 * The day from which the later ones count, so that a closed day does not change the
	 * weekday of all that follow.
	 */
	LocalDate meant() {
		return (this.shift != null && this.shift.why() == Why.CLOSED) ? this.shift.from() : this.day;
	}

}
