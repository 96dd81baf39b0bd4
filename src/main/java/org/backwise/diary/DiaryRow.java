package org.backwise.diary;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.Case;

/**
 * A session in the diary, as it is stored.
 *
 * @param caseId the case
 * @param number its number in the plan
 * @param reference the case's reference
 * @param client what to call the client, null when they did not say
 * @param day the day that holds
 * @param at when, for how long, with whom and where
 * @param state what became of it
 * @param stop id of the act that stopped its plan, null while that runs
 * @param pending whether it is still to come in a plan that runs
 * @param firm whether its day is firm; what comes after that is only to be expected
 * @param mind what a therapist has to know before it
 */
record DiaryRow(UUID caseId, int number, String reference, @Nullable String client, LocalDate day, Appointment at,
		String state, @Nullable String stop, boolean pending, boolean firm, Mind mind) {

	/**
	 * What a therapist has to know before a session.
	 *
	 * @param first whether it is the client's first visit
	 * @param checked whether a check-in holds for it
	 * @param cautions how many cautions are to be ticked
	 * @param sign whether a check-in found a new sign that has to be decided on first
	 * @param step whether another step is proposed
	 * @param unsigned number of the last session until then that took place and has no
	 * signed note, 0 for none; looked up where it is shown
	 * @param dropped whether somebody else has its time, which it had before its plan
	 * rested; looked up where it is shown
	 */
	record Mind(boolean first, boolean checked, int cautions, boolean sign, boolean step, int unsigned,
			boolean dropped) {

		static final Mind NOTHING = new Mind(false, false, 0, false, false);

		Mind(boolean first, boolean checked, int cautions, boolean sign, boolean step) {
			this(first, checked, cautions, sign, step, 0, false);
		}

	}

	/** A session as it is to be. */
	static DiaryRow wanted(Case theCase, int number, LocalDate day, Appointment at) {
		return new DiaryRow(theCase.id().value(), number, theCase.reference(), null, day, at, "", null, true, true,
				Mind.NOTHING);
	}

	/** Whether somebody has yet to say at what time it is. */
	boolean isUntimed() {
		return this.pending && this.firm && this.at.start() == null;
	}

	/** Whether two sessions stand in each other's way. */
	boolean clashesWith(DiaryRow other, WallClock clock) {
		LocalTime start = this.at.start();
		LocalTime otherStart = other.at().start();
		boolean shared = isSame(this.at.therapist(), other.at().therapist())
				|| isSame(this.at.room(), other.at().room());
		return this.pending && other.pending() && shared && start != null && otherStart != null
				&& !this.caseId.equals(other.caseId()) && this.day.equals(other.day())
				&& clock.overlap(this.day, start, this.at.minutes(), otherStart, other.at().minutes());
	}

	static boolean isSame(@Nullable Object one, @Nullable Object other) {
		return one != null && one.equals(other);
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "session " + this.number + " of " + this.reference;
	}

}
