package org.backwise.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.followup.CheckInDecision;
import org.backwise.followup.CheckInReading;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;

/**
 * The check-ins of the cases: rounds that are asked during the care, each decided once
 * and never rewritten.
 */
@Service
public class CheckInRounds {

	private final CheckInRows rows;

	private final RoundRows rounds;

	private final CaseRows cases;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final CaseTimes times;

	private final Clock clock;

	CheckInRounds(CheckInRows rows, RoundRows rounds, CaseRows cases, Journal journal, ApplicationEventPublisher events,
			CaseTimes times, Clock clock) {
		this.rows = rows;
		this.rounds = rounds;
		this.cases = cases;
		this.journal = journal;
		this.events = events;
		this.times = times;
		this.clock = clock;
	}

	/**
	 * All check-ins of a case.
	 * @param id the case
	 * @return in order, the first one first
	 */
	@Transactional(readOnly = true)
	public List<CheckIn> of(CaseId id) {
		return this.rows.of(id);
	}

	/**
	 * Cases with check-ins.
	 * @param last the last one seen, null for the beginning
	 * @param most how many
	 * @return their ids, in order
	 */
	@Transactional(readOnly = true)
	public List<UUID> casesAfter(@Nullable UUID last, int most) {
		return this.rows.casesAfter((last != null) ? last : new UUID(0, 0), most);
	}

	/**
	 * The check-ins after a round; the last one tells all that lasts of those before it.
	 * @param round the round that counts
	 * @return in order, none while none was made since
	 */
	@Transactional(readOnly = true)
	public List<CheckIn> since(Round round) {
		return this.rows.of(round.id()).stream().filter((checkIn) -> checkIn.number() > round.number()).toList();
	}

	/**
	 * Adds a check-in that was decided. To be called while the case is locked, in the
	 * transaction that also takes the step that follows.
	 * @param id the case
	 * @param read the answers
	 * @param questions the questionnaire of a check-in
	 * @param shown a question in the words that were shown
	 * @param sent the answers that count, the things that matter and where the care stood
	 * @param decision what was decided
	 * @param who who sent it
	 * @return the check-in as it is stored
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public CheckIn add(CaseId id, CheckInReading read, KnowledgeBase questions, UnaryOperator<Question> shown,
			SentCheckIn sent, CheckInDecision decision, Who who) {
		Case theCase = this.cases.find(id.value()).orElseThrow();
		Instant now = this.times.next(id);
		boolean child = theCase.consent().isChild(this.rounds.of(id).get(0).typed(), questions);
		CheckIn checkIn = new CheckIn(id, this.rounds.lastNumber(id) + 1, read.sheet().moment(), read.sheet().by(), now,
				LocalDate.ofInstant(now, this.clock.getZone()), sent.answers(), read.merged(), sent.activities(),
				sent.course(),
				words(read, questions, (question) -> shown.apply(child ? question.forChild() : question)),
				sent.changes(), decision);
		this.rows.add(checkIn);
		this.journal.note(Action.CHECK_IN_SENT, who, id.value());
		this.events.publishEvent(new CaseEvent.CheckedIn(theCase, checkIn));
		return checkIn;
	}

	private static List<AnsweredQuestion> words(CheckInReading read, KnowledgeBase questions,
			UnaryOperator<Question> shown) {
		Set<String> asked = Set.copyOf(read.reading().asked().stream().map((one) -> one.id()).toList());
		List<AnsweredQuestion> words = new ArrayList<>();
		for (Question question : questions.questions()) {
			Answer answer = read.reading().answers().given().get(question.id());
			if (answer != null && asked.contains(question.id()) && !question.page().equals(FollowUp.FACTS)) {
				words.add(AnswerSheet.inWords(shown.apply(question), answer));
			}
		}
		return words;
	}

}
