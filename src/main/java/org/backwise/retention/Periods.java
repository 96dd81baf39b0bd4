package org.backwise.retention;

import java.time.Period;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long each kind of record stays after it was last used. The law of the country
 * decides; the defaults are long enough for most.
 *
 * @param referrals intakes that ended in a referral
 * @param plans cases with a plan: answers, plan, sessions and notes together
 * @param withdrawn cases whose client withdrew before any session took place
 * @param drafts answers that were never sent
 * @param minorsUntil records of somebody who was under 18 stay at least until they are
 * this old, whatever the other periods say
 * @param preview how far the page of what will go looks ahead
 */
public record Periods(@DefaultValue("2y") Period referrals, @DefaultValue("8y") Period plans,
		@DefaultValue("30d") Period withdrawn, @DefaultValue("7d") Period drafts, @DefaultValue("25") int minorsUntil,
		@DefaultValue("30d") Period preview) {

	/** The first part of the names of these settings. */
	public static final String SETTINGS = "keeping";

	private static final int OF_AGE = 18;

	public Periods {
		if (minorsUntil < OF_AGE) {
			throw new IllegalArgumentException("backwise.keeping.minors-until: at least " + OF_AGE);
		}
		for (Period period : new Period[] { referrals, plans, withdrawn, preview }) {
			if (period.isNegative() || period.isZero()) {
				throw new IllegalArgumentException("backwise.keeping: a period must be longer than nothing");
			}
		}
	}

}
