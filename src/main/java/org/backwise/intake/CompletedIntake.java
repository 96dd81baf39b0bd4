package org.backwise.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.backwise.triage.Answers;
import org.backwise.triage.Assessment;

/**
 * An intake that was sent: what was answered and what was decided then. Later pages show
 * this record and never decide again.
 *
 * @param id its id
 * @param reference a short name for talking about it on the phone
 * @param consent the consent given before
 * @param sentAt when it was sent
 * @param answers the answers under the words they were given
 * @param typed the same answers as the rules read them
 * @param changes answers altered before sending
 * @param assessment what was decided
 * @param details who the client is, when they said so
 * @param openedAt when the result was first seen
 */
public record CompletedIntake(IntakeId id, String reference, Consent consent, Instant sentAt,
		List<AnsweredQuestion> answers, Answers typed, List<ChangedAnswer> changes, Assessment assessment,
		Optional<Details> details, Optional<Instant> openedAt) {

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "intake " + this.reference;
	}

}
