package org.backwise.followup;

import java.util.Collections;
import java.util.List;

/**
 * Where a course of care stands, as far as any rule of an outcome and the steps of the
 * plan read it, and what somebody who reads the whole story remembers of it.
 *
 * @param where whether care is given
 * @param startMade whether the check-in at the start was made
 * @param phase place of the phase that runs
 * @param kept sessions that took place, by place of their phase; as many as make a
 * difference
 * @param stepBacks steps back in a year; as many as make a difference
 * @param overruled whether a therapist let a plan go on that should have ended
 * @param past what the check-ins before left behind, as the engine counts it
 * @param told what they said, as the story tells it
 */
public record CourseState(Where where, boolean startMade, int phase, List<Integer> kept, int stepBacks,
		boolean overruled, Past past, Told told) {

	/** Whether care is given, and if not, why. */
	public enum Where {

		/** In care; nothing was asked for the next session yet. */
		TO_BE_ASKED,
		/** In care, and asked for the next session. */
		ASKED,
		/** The plan should end, which waits for a therapist. */
		END_WAITS,
		/** Paused or lapsed; a check-in leads back. */
		AWAY,
		/** Waiting until something has passed. */
		WAITS,
		/** A doctor has to see it first. */
		AT_A_DOCTOR,
		/** An emergency or the same day: only a fresh questionnaire leads back. */
		REFERRED,
		/** Over. */
		ENDED

	}

	/**
	 * What a reader of the whole story remembers, not counted by the engine.
	 *
	 * @param worse whether the last check-in said worse, and was not the first
	 * @param responds whether the one that holds for the next session said that the plan
	 * helps
	 * @param settled whole check-ins in a row that were settled, up to 2
	 */
	public record Told(boolean worse, boolean responds, int settled) {

		/** The check-in holds for no session. */
		Told over() {
			return new Told(this.worse, false, this.settled);
		}

	}

	/** Before the first check-in. */
	static CourseState beginning(int phase, int phases) {
		return new CourseState(Where.TO_BE_ASKED, false, phase, Collections.nCopies(phases, 0), 0, false, Past.NONE,
				new Told(false, false, 0));
	}

	/**
	 * The same for who does not know the story.
	 * @return the state without what only a story tells
	 */
	public CourseState untold() {
		return new CourseState(this.where, this.startMade, this.phase, this.kept, this.stepBacks, false, this.past,
				new Told(false, false, 0));
	}

	CourseState at(Where other) {
		return new CourseState(other, this.startMade, this.phase, this.kept, this.stepBacks, this.overruled, this.past,
				(other == Where.ASKED) ? this.told : this.told.over());
	}

	CourseState in(int other, int back) {
		return new CourseState(this.where, this.startMade, other, this.kept, back, this.overruled, this.past,
				this.told);
	}

	CourseState overruledBy() {
		return new CourseState(this.where, this.startMade, this.phase, this.kept, this.stepBacks, true, this.past,
				this.told);
	}

	CourseState after(Past then, Told story, boolean start) {
		return new CourseState(this.where, this.startMade || start, this.phase, this.kept, this.stepBacks,
				this.overruled, then, story);
	}

	/** A session took place. */
	CourseState keeping(List<Integer> now) {
		return new CourseState(this.where, this.startMade, this.phase, now, this.stepBacks, this.overruled, this.past,
				this.told)
			.at(Where.TO_BE_ASKED);
	}

}
