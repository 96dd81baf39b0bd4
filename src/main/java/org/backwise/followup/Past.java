package org.backwise.followup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.Measures.Response;

/**
 * All that check-ins leave behind for those after them, apart from the numbers
 * themselves. What a check-in does not ask stays as it was.
 *
 * @param begun whether anything was measured, so that there is something to compare with
 * @param settledInARow check-ins that were settled, in a row, up to {@link #MOST_COUNTED}
 * @param wellSince the first day of those on which nothing was left to do, null when the
 * last one was not
 * @param worse whether it was worse at the last one
 * @param badReaction whether there ever was a bad reaction
 * @param slowHabit whether the habit was hardly done at the last one
 * @param doctorSeen the last day on which a doctor had seen it, null for never
 * @param lately which of the last three were made, the oldest first
 */
record Past(boolean begun, int settledInARow, @Nullable LocalDate wellSince, boolean worse, boolean badReaction,
		boolean slowHabit, @Nullable LocalDate doctorSeen, List<Boolean> lately) {

	/** Before the first check-in. */
	static final Past NONE = new Past(false, 0, null, false, false, false, null, List.of());

	static final int WELL_DAYS = 14;

	private static final int LATELY = 3;

	private static final int DOCTOR_DAYS = 84;

	private static final int MOST_COUNTED = 9;

	/**
	 * What one check-in leaves behind.
	 *
	 * @param response what the measures say
	 * @param settled whether they are settled
	 * @param well whether nothing is left to do
	 * @param whole whether it asked of tight muscles, as only whole ones do
	 * @param badReaction whether the reaction to the last massage was bad
	 * @param slowHabit whether the habit was hardly done, null when that was not asked
	 * @param doctorSeen whether a doctor has seen it
	 */
	record Left(Response response, boolean settled, boolean well, boolean whole, boolean badReaction,
			@Nullable Boolean slowHabit, boolean doctorSeen) {
	}

	/** After a check-in that was missed. */
	Past missed() {
		return new Past(this.begun, this.settledInARow, this.wellSince, this.worse, this.badReaction, this.slowHabit,
				this.doctorSeen, lately(false));
	}

	/**
	 * After a check-in that was made. Any can end a row; only one that asks everything
	 * makes it longer.
	 */
	Past after(LocalDate day, Left left) {
		int longer = Math.min(MOST_COUNTED, this.settledInARow + (left.whole ? 1 : 0));
		LocalDate since = (this.wellSince == null && left.whole) ? day : this.wellSince;
		return new Past(true, left.settled ? longer : 0, left.well ? since : null,
				this.begun && left.response == Response.WORSE, this.badReaction || left.badReaction,
				(left.slowHabit != null) ? left.slowHabit : this.slowHabit, left.doctorSeen ? day : this.doctorSeen,
				lately(true));
	}

	private List<Boolean> lately(boolean made) {
		List<Boolean> all = new ArrayList<>(this.lately);
		all.add(made);
		return List.copyOf(all.subList(Math.max(0, all.size() - LATELY), all.size()));
	}

	/** How many of the last three were missed. */
	int missingLately() {
		return (int) this.lately.stream().filter((made) -> !made).count();
	}

	/** The last answer about a doctor is older than twelve weeks, or there is none. */
	boolean isDoctorDue(LocalDate today) {
		return this.doctorSeen == null || ChronoUnit.DAYS.between(this.doctorSeen, today) > DOCTOR_DAYS;
	}

	/** Nothing was left to do fourteen days before a day already. */
	boolean isWellLong(LocalDate day) {
		return this.wellSince != null && ChronoUnit.DAYS.between(this.wellSince, day) >= WELL_DAYS;
	}

}
