package org.backwise.retention;

import java.time.Period;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

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
@Validated
@ConfigurationProperties("backwise.keeping")
record Periods(@NotNull @DefaultValue("2y") Period referrals, @NotNull @DefaultValue("8y") Period plans,
		@NotNull @DefaultValue("30d") Period withdrawn, @NotNull @DefaultValue("7d") Period drafts,
		@Min(18) @DefaultValue("25") int minorsUntil, @NotNull @DefaultValue("30d") Period preview) {

	Periods {
		for (Period period : new Period[] { referrals, plans, withdrawn, preview }) {
			if (period.isNegative() || period.isZero()) {
				throw new IllegalArgumentException("backwise.keeping: a period must be longer than nothing");
			}
		}
	}

}
