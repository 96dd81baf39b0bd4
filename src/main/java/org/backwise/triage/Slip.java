package org.backwise.triage;

import java.util.Optional;

import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;

/**
 * Answers that may be right and are mostly a slip. Nothing is decided by it: whoever
 * answers, and whoever lets a plan stand, is asked to look twice.
 *
 * @param question id of the question to look at again
 */
public record Slip(String question) {

	/**
	 * It hurts somewhere, and the pain is none: without a place the pain is not asked.
	 * @param answers the answers
	 * @param base the rules they were read by
	 * @return empty where no such answer is among them
	 */
	public static Optional<Slip> painless(Answers answers, KnowledgeBase base) {
		return Optional.ofNullable(base.followUp())
			.map(FollowUp::roles)
			.map(FollowUp.Roles::pain)
			.filter((pain) -> answers.given().get(pain) instanceof Answer.Amount amount && amount.value() == 0)
			.map(Slip::new);
	}

}
