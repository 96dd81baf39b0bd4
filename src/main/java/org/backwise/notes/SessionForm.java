package org.backwise.notes;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FormText;

/**
 * What became of a session, as typed.
 *
 * @param what kept, missed or moved
 * @param day the day it took place or its new day
 * @param laterToo whether the later sessions move along
 * @param seen how the session stood when the page was drawn
 */
record SessionForm(@Nullable String what, @Nullable String day, @Nullable Boolean laterToo, @Nullable String seen) {

	/** The day typed, null when there is none or it is no day. */
	@Nullable LocalDate toDay() {
		return FormText.line(this.day).day().orElse(null);
	}

	boolean isOf(String kind) {
		return kind.equals(this.what);
	}

}
