package org.backwise.intake;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.triage.Assessment;

/** The intake's own part of what is held about a client. */
@Component
class HeldIntake implements HeldAboutClient {

	private final Intakes intakes;

	private final Withdrawals withdrawals;

	HeldIntake(Intakes intakes, Withdrawals withdrawals) {
		this.intakes = intakes;
		this.withdrawals = withdrawals;
	}

	@Override
	public String part() {
		return "questionnaire";
	}

	@Override
	public @Nullable Object held(IntakeId id) {
		return this.intakes.find(id)
			.map((intake) -> new Part(intake.reference(), intake.sentAt(), intake.openedAt().orElse(null),
					this.withdrawals.of(id).orElse(null), intake.consent(), intake.details().orElse(null),
					intake.answers(), intake.changes(), intake.assessment()))
			.orElse(null);
	}

	/** What the download says. */
	record Part(String reference, Instant sentAt, @Nullable Instant firstOpenedAt, @Nullable Instant withdrawnAt,
			Consent consent, @Nullable Details details, List<AnsweredQuestion> answers,
			List<ChangedAnswer> changedAnswers, Assessment decision) {

		@Override
		public String toString() {
			return "a questionnaire";
		}

	}

}
