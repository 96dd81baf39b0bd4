package org.backwise.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.AnswerSheet;
import org.backwise.cases.AnsweredQuestion;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Round;
import org.backwise.cases.Stop;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Triage;

/**
 * What led to a notice: the answers of a questionnaire, or those of a check-in that
 * stopped the care, laid over them.
 *
 * @param sentAt when they were sent
 * @param answers the answers under the words they were given
 * @param typed the same answers as the rules read them
 * @param findings what was found; of a check-in only what is new
 * @param rules the rules of the follow-up that led to it without a finding
 * @param lead the service that leads, null for the usual one
 * @param base the rules that decided
 * @param asking every question that may be among the answers
 * @param since the day from which it is new or worse, null for a questionnaire
 */
record Grounds(Instant sentAt, List<AnsweredQuestion> answers, Answers typed, List<Finding> findings,
		List<CareRules.Rule> rules, @Nullable String lead, KnowledgeBase base, KnowledgeBase asking,
		@Nullable LocalDate since) {

	static Grounds of(Round round, KnowledgeBase base) {
		return new Grounds(round.sentAt(), round.answers(), round.typed(), round.assessment().findings(), List.of(),
				round.assessment().lead(), base, base, null);
	}

	/**
	 * The grounds of a stop: all that its check-ins found.
	 * @param stop what stopped the care
	 * @param triage the rules that decided
	 * @param child whether its words are for a child
	 * @param since the day of the answers before it
	 */
	static Grounds of(Stop stop, Triage triage, boolean child, LocalDate since) {
		KnowledgeBase base = triage.knowledge();
		CheckIn decides = stop.decides();
		Answers merged = triage.read(stop.merged(base)).answers();
		List<AnsweredQuestion> answers = new ArrayList<>();
		merged.given()
			.forEach((id, answer) -> answers
				.add(AnswerSheet.inWords(child ? base.question(id).forChild() : base.question(id), answer)));
		decides.answers()
			.stream()
			.filter((answer) -> !merged.given().containsKey(answer.question()))
			.forEach(answers::add);
		Set<String> fired = stop.rules();
		List<CareRules.Rule> rules = Objects.requireNonNull(base.followUp())
			.rules()
			.stream()
			.filter((rule) -> rule.finding() == null && fired.contains(rule.id()))
			.toList();
		return new Grounds(decides.sentAt(), answers, merged, stop.findings(), rules, decides.decision().lead(), base,
				CheckInQuestions.of(base), since);
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "the grounds of a notice";
	}

}
