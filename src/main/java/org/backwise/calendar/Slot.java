package org.backwise.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A session as it stands in a calendar.
 *
 * @param caseId the case
 * @param number its number in the plan, from 1
 * @param reference the case's reference, for the staff
 * @param day its day at the practice
 * @param start when it begins, null while nobody has said, and then it takes the whole
 * day
 * @param minutes how long it lasts
 * @param status how sure it is
 * @param therapist the account of who treats, null while nobody has said
 * @param room id of the treatment room, null while nobody has said
 */
record Slot(UUID caseId, int number, String reference, LocalDate day, @Nullable Instant start, int minutes,
		Status status, @Nullable UUID therapist, @Nullable String room) {

	/** How sure a session is. The names are stored, and are those of the standard. */
	enum Status {

		/** Nobody has approved it yet, or nobody has said at what time it is. */
		TENTATIVE,
		/** It is agreed, or it took place. */
		CONFIRMED,
		/** It does not take place. */
		CANCELLED;

		/**
		 * What is said of a session.
		 * @param off whether it does not take place
		 * @param sure whether somebody approved it or said what became of it
		 * @param timed whether it has a time
		 * @param over whether somebody said what became of it
		 */
		static Status of(boolean off, boolean sure, boolean timed, boolean over) {
			if (off) {
				return CANCELLED;
			}
			return (over || (sure && timed)) ? CONFIRMED : TENTATIVE;
		}

	}

	/**
	 * The moment at which the wall shows a time: of two the first; for one that does not
	 * exist as much later as the clocks are put forward.
	 * @return null without a time
	 */
	static @Nullable Instant moment(LocalDate day, @Nullable LocalTime time, ZoneId zone) {
		return (time != null) ? day.atTime(time).atZone(zone).toInstant() : null;
	}

	boolean isCancelled() {
		return this.status == Status.CANCELLED;
	}

	/** The same session, called off: it stands where the calendar has it. */
	Slot cancelled() {
		return new Slot(this.caseId, this.number, this.reference, this.day, this.start, this.minutes, Status.CANCELLED,
				this.therapist, this.room);
	}

	/** The session that it is, whatever became of it. */
	Key key() {
		return new Key(this.caseId, this.number);
	}

	/** A session of a case. */
	record Key(UUID caseId, int number) {
	}

	/** Says nothing of when somebody is where. */
	@Override
	public String toString() {
		return "session " + this.number + " in a calendar";
	}

}
