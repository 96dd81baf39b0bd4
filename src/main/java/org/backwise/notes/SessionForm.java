package org.backwise.notes;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What became of a session, as typed.
 *
 * @param what kept, missed or moved
 * @param day the day it took place or its new day
 * @param laterToo whether the later sessions move along
 * @param seen how the session stood when the page was drawn
 */
record SessionForm(@Nullable String what, @Nullable String day, @Nullable Boolean laterToo, @Nullable String seen) {

	static final int LONGEST_DAY = 10;

	/** The day typed, null when there is none or it is no day. */
	@Nullable LocalDate toDay() {
		try {
			return (this.day != null && this.day.length() == LONGEST_DAY) ? LocalDate.parse(this.day) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	boolean isOf(String kind) {
		return kind.equals(this.what);
	}

}
