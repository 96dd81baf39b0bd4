package org.backwise.rules;

import java.util.Map;
import java.util.UUID;

import org.backwise.triage.Assessment;

/**
 * What was handed in and what was decided then.
 *
 * @param caseId id of the case
 * @param reference its short name
 * @param cleared whether a clearance had been recorded
 * @param sheet the answers in the shape that {@code Triage.read} takes
 * @param assessment the stored decision
 */
public record DecidedSheet(UUID caseId, String reference, boolean cleared, Map<String, Object> sheet,
		Assessment assessment) {

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "case " + this.reference;
	}

}
