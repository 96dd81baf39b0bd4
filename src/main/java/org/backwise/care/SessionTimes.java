package org.backwise.care;

import java.util.Map;

import org.backwise.cases.CaseId;

/** Knows at what times sessions are. The room of the diary implements it. */
public interface SessionTimes {

	/**
	 * The times of the sessions of a plan that were agreed. Without one are sessions to
	 * which nobody gave a time, those that are only to be expected, and those of a plan
	 * that was stopped, rests or waits for a therapist.
	 * @param id the case
	 * @return each under the number of its session
	 */
	Map<Integer, AgreedTime> of(CaseId id);

}
