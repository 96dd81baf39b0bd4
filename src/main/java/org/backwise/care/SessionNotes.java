package org.backwise.care;

import java.util.Map;

import org.backwise.cases.CaseId;

/** Knows which sessions have a note. The room of the notes implements it. */
public interface SessionNotes {

	/** Whether a session has a signed note. */
	boolean isSigned(CaseId id, int number);

	/** The last session with a note, signed or not. */
	int lastNoted(CaseId id);

	/** The kinds of massage that signed notes say were given: session number to id. */
	Map<Integer, String> given(CaseId id);

}
