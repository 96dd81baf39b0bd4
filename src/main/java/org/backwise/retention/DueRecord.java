package org.backwise.retention;

import java.time.LocalDate;

import org.backwise.cases.Case;

/**
 * A record with the day on which it goes.
 *
 * @param theCase the case
 * @param kind what kind of record it is
 * @param day the day
 */
public record DueRecord(Case theCase, Kind kind, LocalDate day) {

	/** Kinds of records. */
	public enum Kind {

		/** An intake that ended in a referral, and no plan after it. */
		REFERRAL,
		/** A case with a plan. */
		PLAN,
		/** The client withdrew before any session took place. */
		WITHDRAWN

	}

}
