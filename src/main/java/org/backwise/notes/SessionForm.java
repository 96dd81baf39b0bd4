package org.backwise.notes;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.practice.FormText;

/**
 * What became of a session, as typed.
 *
 * @param what kept, cancelled, late, missed, moved or wrong
 * @param day the day it took place or its new day
 * @param laterToo whether the later sessions move along
 * @param closedToo whether the new day may be one on which the practice is closed
 * @param done ids of what was ticked as done
 * @param seen how the session stood when the page was drawn
 * @param by who cancelled
 * @param act what is done with the note
 * @param sure the mark of what stands against its time, which somebody looked at and said
 * yes to
 */
record SessionForm(@Nullable String what, @Nullable String day, @Nullable Boolean laterToo, @Nullable Boolean closedToo,
		@Nullable Set<String> done, @Nullable String seen, @Nullable String by, @Nullable String act,
		@Nullable String sure) {

	/** A page on which nothing was said yet. */
	static SessionForm blank(LocalDate day) {
		return new SessionForm(null, day.toString(), null, null, null, null, CancelledBy.CLIENT.toString(), null, null);
	}

	/** Who cancelled. */
	CancelledBy cancelledBy() {
		return CancelledBy.PRACTICE.toString().equals(this.by) ? CancelledBy.PRACTICE : CancelledBy.CLIENT;
	}

	/** Whether it is said that it was cancelled, in time or late. */
	boolean cancels() {
		return isOf("cancelled") || isOf("late");
	}

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
