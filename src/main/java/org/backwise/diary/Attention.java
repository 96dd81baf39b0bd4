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
	/** A note on this or an earlier session is not signed. */
	NOTE,
	/** On that day its time does not exist. */
	NEVER,
	/** On that day its time comes twice. */
	TWICE;

	/** The id used in messages and style. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
