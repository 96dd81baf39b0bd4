package org.backwise.intake;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.triage.Assessment;

/** The intake's own part of what is held about a client. */
@Component
class IntakePersonalData implements PersonalData {

	private final Intakes intakes;

	private final Continuations continuations;

	IntakePersonalData(Intakes intakes, Continuations continuations) {
		this.intakes = intakes;
		this.continuations = continuations;
	}

	@Override
	public String part() {
		return "questionnaire";
	}

	@Override
	public @Nullable Object held(IntakeId id) {
		return this.intakes.find(id)
			.map((intake) -> new Part(intake.reference(), intake.sentAt(), intake.openedAt().orElse(null),
					intake.consent(), intake.details().orElse(null), intake.answers(), intake.changes(),
					intake.assessment(), this.continuations.clearance(id).orElse(null),
					this.continuations.continued(id).map(CompletedIntake::answers).orElse(null),
					this.continuations.continued(id).map(CompletedIntake::assessment).orElse(null)))
			.orElse(null);
	}

	/** What the download says. */
	record Part(String reference, Instant sentAt, @Nullable Instant firstOpenedAt, Consent consent,
			@Nullable Details details, List<AnsweredQuestion> answers, List<ChangedAnswer> changedAnswers,
			Assessment decision, @Nullable Clearance clearance, @Nullable List<AnsweredQuestion> answersAfterClearance,
			@Nullable Assessment decisionAfterClearance) {

		@Override
		public String toString() {
			return "a questionnaire";
		}

	}

}
