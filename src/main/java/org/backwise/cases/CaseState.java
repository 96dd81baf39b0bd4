package org.backwise.cases;

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
	/** The care rests; nothing of the plan counts until it goes on. */
	PAUSED,
	/** There was no session for too long; a check-in decides how it goes on. */
	LAPSED,
	/** The care is over. */
	ENDED,
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

	/**
	 * Whether the case refers the client to somebody else.
	 * @return true for a referral that stands
	 */
	public boolean refers() {
		return this == REFERRED || this == CLOSED;
	}

	/**
	 * Whether a plan rests or is over.
	 * @return true for a plan that is declined, paused, lapsed or ended
	 */
	public boolean isAtRest() {
		return this == DECLINED || this == PAUSED || this == LAPSED || this == ENDED;
	}

	/**
	 * Whether a plan that counted before counts no more.
	 * @return true where nothing of a plan is to come
	 */
	public boolean stopsPlan() {
		return isAtRest() || this == REFERRED || this == WITHDRAWN;
	}

	/** The id used in messages and in records. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
