package org.backwise.intake;

import java.util.Map;

import org.backwise.triage.Assessment;

/**
 * What was handed in and what was decided then.
 *
 * @param intake the intake
 * @param reference its short name
 * @param cleared whether a clearance had been recorded
 * @param sheet the answers in the shape that {@code Triage.read} takes
 * @param assessment the stored decision
 */
public record DecidedSheet(IntakeId intake, String reference, boolean cleared, Map<String, Object> sheet,
		Assessment assessment) {

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "intake " + this.reference;
	}

}
