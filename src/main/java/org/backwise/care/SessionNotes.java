package org.backwise.care;

import org.backwise.cases.CaseId;

/** Knows which sessions have a note. The room of the notes implements it. */
public interface SessionNotes {

	/**
	 * Whether a session has a signed note.
	 * @param id the case
	 * @param number the session
	 * @return true when somebody signed one
	 */
	boolean isSigned(CaseId id, int number);

	/**
	 * The last session with a note, signed or not.
	 * @param id the case
	 * @return its number, 0 when there is none
	 */
	int lastNoted(CaseId id);

}
