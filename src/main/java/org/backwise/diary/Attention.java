package org.backwise.diary;

import java.util.Locale;

/** What a therapist has to see before a session, the most urgent first. */
enum Attention {

	/** A check-in found a new sign: decide first, or the plan is stopped already. */
	SIGN,
	/** Its plan rests. */
	RESTS,
	/** The therapist or the room is taken. */
	CLASH,
	/** The practice is closed on its day. */
	CLOSED,
	/** The practice is not open at its time. */
	OUTSIDE,
	/** Somebody else has the time that it had before its plan rested. */
	DROPPED,
	/** Nobody said what became of it. */
	OVERDUE,
	/** Cautions are to be ticked. */
	CAUTION,
	/** No check-in holds for it. */
	CHECK_IN,
	/** A step is proposed. */
	STEP,
	/** The client's first visit. */
	FIRST,
	/** The note on it is not signed. */
	NOTE,
	/** The note on an earlier session is not signed. */
	NOTE_BEFORE,
	/** On that day its time does not exist. */
	NEVER,
	/** On that day its time comes twice. */
	TWICE;

	/** Whether it is to be looked at before the client comes. */
	boolean isUrgent() {
		return ordinal() <= STEP.ordinal();
	}

	/** The id used in messages and style. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
