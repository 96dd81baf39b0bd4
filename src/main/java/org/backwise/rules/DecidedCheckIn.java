package org.backwise.rules;

import java.util.UUID;

import org.backwise.followup.CheckInDecision;
import org.backwise.followup.CheckInSheet;
import org.backwise.followup.Episode;

/**
 * A check-in with all that its decision rests on, and what was decided then.
 *
 * @param caseId id of the case
 * @param reference its short name
 * @param episode the course of care as it was then
 * @param sheet the answers
 * @param decision the stored decision
 */
public record DecidedCheckIn(UUID caseId, String reference, Episode episode, CheckInSheet sheet,
		CheckInDecision decision) {

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "check-in of case " + this.reference;
	}

}
