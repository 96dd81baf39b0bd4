package org.backwise.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.triage.Answers;
import org.backwise.triage.InForce;

/**
 * What somebody said before who comes back by their old link. It only ticks boxes
 * beforehand, and only in the massage section where no rule that refers reads the answer:
 * every warning sign is asked afresh.
 */
@Component
class EarlierAnswers {

	private final Cases cases;

	private final Rounds rounds;

	private final InForce rules;

	private final Clock clock;

	EarlierAnswers(Cases cases, Rounds rounds, InForce rules, Clock clock) {
		this.cases = cases;
		this.rounds = rounds;
		this.rules = rules;
		this.clock = clock;
	}

	/**
	 * Answers of before.
	 *
	 * @param given the answers
	 * @param day the day on which they were sent
	 * @param contact who it was and how to reach them, null when not said
	 */
	record Earlier(Answers given, LocalDate day, @Nullable Contact contact) {

		/** Says nothing of the client. */
		@Override
		public String toString() {
			return "earlier answers";
		}

	}

	/** What was said in a case, empty without one or when it is gone. */
	@Transactional(readOnly = true)
	Optional<Earlier> of(@Nullable UUID caseId) {
		return Optional.ofNullable(caseId).flatMap((id) -> this.cases.find(new CaseId(id))).map(this::earlier);
	}

	private Earlier earlier(Case theCase) {
		Round round = this.rounds.latest(theCase.id());
		return new Earlier(this.rules.triage().read(this.rounds.sheet(round)).answers(),
				LocalDate.ofInstant(round.sentAt(), this.clock.getZone()), theCase.contact().orElse(null));
	}

	/** The questions that may be ticked beforehand. */
	static List<Question> among(List<Question> questions, KnowledgeBase base) {
		return questions.stream()
			.filter((question) -> base.isAboutMassage(question) && !isReadByAReferral(question, base))
			.toList();
	}

	private static boolean isReadByAReferral(Question question, KnowledgeBase base) {
		return base.referrals()
			.stream()
			.map(Referral::id)
			.anyMatch((rule) -> base.rulesReading(question).contains(rule));
	}

}
