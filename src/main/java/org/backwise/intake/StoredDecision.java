package org.backwise.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What was answered and decided, as JSON; part of an intake's row and of a
 * continuation's.
 *
 * @param answers the answers
 * @param wording questions and answers in the words that were shown
 * @param changes answers altered before sending
 * @param decision the assessment
 * @param knowledge fingerprint of the knowledge base that decided
 */
@Embeddable
record StoredDecision(@Column(length = 100_000) String answers, @Column(length = 500_000) String wording,
		@Column(length = 500_000) String changes, @Column(length = 500_000) String decision, String knowledge) {

	static final StoredDecision NONE = new StoredDecision("", "", "", "", "");

	/** Never says what was answered. */
	@Override
	public String toString() {
		return "a decision";
	}

}
