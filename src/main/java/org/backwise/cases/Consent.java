package org.backwise.cases;

import java.time.Instant;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.jspecify.annotations.Nullable;

/**
 * The consent given before the first question.
 *
 * @param version version of the text that was shown
 * @param at when it was given
 * @param ageBand what was said of the age with it; null in consents from before that was
 * asked
 * @param guardianAt when a parent or guardian agreed, null when none did
 * @param forAnother whether somebody answers for another person, such as a carer
 */
public record Consent(String version, Instant at, @Nullable AgeBand ageBand, @Nullable Instant guardianAt,
		boolean forAnother) {

	/**
	 * A consent that says nothing of the age.
	 * @param version version of the text that was shown
	 * @param at when it was given
	 */
	public Consent(String version, Instant at) {
		this(version, at, null, null, false);
	}

	/**
	 * The same consent after a parent or guardian agreed.
	 * @param at when they did
	 * @return the consent
	 */
	public Consent byGuardian(Instant at) {
		return new Consent(this.version, this.at, this.ageBand, at, this.forAnother);
	}

	/**
	 * Whether words are chosen for somebody under 16. The age that was answered says so;
	 * what was said with the consent counts only as long as there is none. It changes
	 * words, never a decision.
	 * @param answers the answers so far
	 * @param base the rules by which they were read
	 * @return true for a child
	 */
	public boolean isChild(Answers answers, KnowledgeBase base) {
		return (answers.to(base.roles().age()).orElse(null) instanceof Answer.Amount age)
				? AgeBand.of(age.value()) == AgeBand.UNDER_16 : this.ageBand == AgeBand.UNDER_16;
	}

}
