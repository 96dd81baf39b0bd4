package org.backwise.intake;

import java.util.List;

import org.backwise.cases.ChangedAnswer;
import org.backwise.triage.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Answers on their way: read again from what is stored, under the knowledge base that is
 * running now.
 *
 * @param reading the answers so far and what is still missing
 * @param changes answers altered so far
 * @param details who the client is, when already said
 */
record Draft(Reading reading, List<ChangedAnswer> changes, @Nullable Details details) {

	/** A plan needs a first day; after a referral the details are only offered. */
	boolean needsDetails() {
		return !this.reading.isReferral() && (this.details == null || this.details.firstDay() == null);
	}

	@Override
	public String toString() {
		return "a draft";
	}

}
