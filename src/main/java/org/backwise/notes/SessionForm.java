package org.backwise.notes;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FormText;

/**
 * What became of a session, as typed.
 *
 * @param what kept, missed or moved
 * @param day the day it took place or its new day
 * @param laterToo whether the later sessions move along
 * @param closedToo whether the new day may be one on which the practice is closed
 * @param done ids of what was ticked as done
 * @param seen how the session stood when the page was drawn
 * @param act whether the note is signed with it
 */
record SessionForm(@Nullable String what, @Nullable String day, @Nullable Boolean laterToo, @Nullable Boolean closedToo,
		@Nullable Set<String> done, @Nullable String seen, @Nullable String act) {

	/** Whether it took place and its note is signed, in one step. */
	boolean keepsAndSigns() {
		return isOf("kept") && "sign".equals(this.act);
	}

	/** The day typed, null when there is none or it is no day. */
	@Nullable LocalDate toDay() {
		return FormText.line(this.day).day().orElse(null);
	}

	/** What was ticked. */
	public Set<String> ticked() {
		return Objects.requireNonNullElse(this.done, Set.of());
	}

	boolean isOf(String kind) {
		return kind.equals(this.what);
	}

}
