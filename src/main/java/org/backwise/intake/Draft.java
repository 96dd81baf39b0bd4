package org.backwise.intake;

import java.util.List;

import org.backwise.cases.ChangedAnswer;
import org.backwise.triage.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Answers on their way: read again from what is stored, under the knowledge base that is
 * running now.
 *
 * @param journey the way through the questions with the answers so far
 * @param changes answers altered so far
 * @param details who the client is, when already said
 */
record Draft(Journey journey, List<ChangedAnswer> changes, @Nullable Details details) {

	/** The answers so far and what is still missing. */
	Reading reading() {
		return this.journey.reading();
	}

	/** Whether the details are asked too early: there is no plan, or not yet. */
	boolean isBeforeDetails() {
		return reading().isReferral() || !reading().isComplete();
	}

	/** A plan needs a first day; after a referral the details are only offered. */
	boolean needsDetails() {
		return !reading().isReferral() && (this.details == null || this.details.firstDay() == null);
	}

	@Override
	public String toString() {
		return "a draft";
	}

}
