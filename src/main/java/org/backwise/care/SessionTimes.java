package org.backwise.care;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.backwise.cases.CaseId;
import org.backwise.practice.Refusal;

/** Knows at what time sessions are. The room of the diary implements it. */
public interface SessionTimes {

	/**
	 * Why sessions cannot go to other days unseen: at their time the therapist or the
	 * room is taken there.
	 * @param id the case
	 * @param days the number of each session that moves, with its new day
	 * @return why, else empty
	 */
	Optional<Refusal> whyNotOn(CaseId id, Map<Integer, LocalDate> days);

}
