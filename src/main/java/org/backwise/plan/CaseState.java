package org.backwise.plan;

import java.util.Locale;

/** Where a case stands. */
public enum CaseState {

	/** Somebody else should look first. */
	REFERRED,
	/** A therapist recorded a clearance; the client has not answered the rest yet. */
	CLEARED,
	/** The rules made a plan; a therapist has not looked yet. */
	PROPOSED,
	/** A therapist checked the plan. */
	APPROVED,
	/** A therapist checked the plan and changed it. */
	CHANGED,
	/** A therapist decided against the plan. */
	DECLINED,
	/** A referral that nobody has to follow up any more. */
	CLOSED,
	/** The client wants no more of it. */
	WITHDRAWN;

	/**
	 * Whether there is a plan that counts.
	 * @return true for a plan that is proposed, approved or changed
	 */
	public boolean hasPlan() {
		return this == PROPOSED || isChecked();
	}

	/**
	 * Whether a therapist stands behind the plan.
	 * @return true for a plan that is approved or changed
	 */
	public boolean isChecked() {
		return this == APPROVED || this == CHANGED;
	}

	/** The id used in records and messages. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
