package org.backwise.intake;

import java.util.List;
import java.util.UUID;

import org.backwise.cases.ChangedAnswer;
import org.backwise.cases.Consent;
import org.backwise.cases.KnownReach;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Answers on their way: read again from what is stored, under the knowledge base that is
 * running now.
 *
 * @param journey the way through the questions with the answers so far
 * @param changes answers altered so far
 * @param details who the client is, when already said
 * @param consent the consent given before the first question
 * @param comesFrom the case of somebody who was here before, null for somebody new
 * @param moved whether the case knows another way to reach the client by now, which then
 * stands in the details
 */
record Draft(Journey journey, List<ChangedAnswer> changes, @Nullable Details details, Consent consent,
		@Nullable UUID comesFrom, boolean moved) {

	/** The answers so far and what is still missing. */
	Reading reading() {
		return this.journey.reading();
	}

	/** Whether the details are asked too early: there is no plan, or not yet. */
	boolean isBeforeDetails() {
		return reading().isReferral() || !reading().isComplete();
	}

	/**
	 * A plan needs a first day and a way to reach the client; after a referral the
	 * details are only offered. What was said elsewhere in the meantime is looked at
	 * again.
	 */
	boolean needsDetails() {
		return !reading().isReferral()
				&& (this.details == null || this.details.firstDay() == null || this.details.lacksReach() || this.moved);
	}

	/** The mark of the details, for the form that shows them. */
	String mark() {
		return (this.details != null) ? this.details.mark() : KnownReach.NOTHING.mark();
	}

	/** A question in the words for whoever answers it. */
	Question inWords(Question question) {
		return this.journey.isForChild(this.consent) ? question.forChild() : question;
	}

	@Override
	public String toString() {
		return "a draft";
	}

}
