package org.backwise.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import org.backwise.cases.PersonalData.Line;
import org.backwise.followup.CheckInDecision;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.Dates;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.triage.Answer;

/** A check-in as the client prints it, in the words of the rules that decided. */
@Component
class CheckInRecord {

	private final KnowledgeArchive archive;

	private final PracticeNow practice;

	private final Words words;

	private final Dates dates;

	CheckInRecord(KnowledgeArchive archive, PracticeNow practice, Words words, Dates dates) {
		this.archive = archive;
		this.practice = practice;
		this.words = words;
		this.dates = dates;
	}

	Line of(CheckIn checkIn) {
		KnowledgeBase base = this.archive.of(checkIn.decision().knowledge()).knowledge();
		FollowUp followUp = Objects.requireNonNull(base.followUp());
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("cases.record.sent"), this.dates.moment(checkIn.sentAt())));
		lines.add(new Line(this.words.of("cases.record.given-by"),
				this.words.of("cases.record.given-by." + checkIn.by())));
		if (!checkIn.activities().isEmpty()) {
			lines.add(new Line(this.words.of("cases.record.activities"), String.join("; ", checkIn.activities())));
		}
		lines.add(new Line(this.words.of("cases.record.answers"),
				checkIn.answers()
					.stream()
					.map((answer) -> new Line(answer.asked(), String.join(", ", answer.words())))
					.toList()));
		if (!checkIn.changes().isEmpty()) {
			KnowledgeBase questions = CheckInQuestions.of(base);
			lines.add(new Line(this.words.of("cases.record.changes"),
					checkIn.changes().stream().map((change) -> changed(change, questions)).toList()));
		}
		lines.add(new Line(this.words.of("cases.record.decision"), decision(checkIn.decision(), base, followUp)));
		return new Line(this.words.of("cases.record.check-in." + checkIn.moment()), lines);
	}

	private Line changed(ChangedAnswer change, KnowledgeBase questions) {
		Question question = questions.question(change.question());
		Answer after = change.after();
		return new Line(question.shortName(),
				this.words.of("cases.record.changed", answer(question, change.before()),
						(after != null) ? answer(question, after) : this.words.of("cases.record.not-asked"),
						this.dates.moment(change.at())));
	}

	private static String answer(Question question, Answer answer) {
		return String.join(", ", AnswerSheet.inWords(question, answer).words());
	}

	private List<Line> decision(CheckInDecision decided, KnowledgeBase base, FollowUp followUp) {
		List<Line> lines = new ArrayList<>();
		Level level = decided.outcome().level();
		lines.add(new Line(this.words.of("cases.record.result"), this.practice.now()
			.fill((level != null) ? base.notice(level).heading() : followUp.words(decided.outcome()))));
		decided.findings()
			.forEach((found) -> lines.add(new Line(base.referral(found.rule()).title(), found.because())));
		decided.known()
			.forEach((rule) -> lines.add(new Line(this.words.of("cases.record.known"), base.referral(rule).title())));
		followUp.rules()
			.stream()
			.filter((rule) -> decided.rules().stream().anyMatch((fired) -> fired.rule().equals(rule.id())))
			.map(CareRules.Rule::toClient)
			.distinct()
			.forEach((title) -> lines.add(new Line(this.words.of("cases.record.held"), title)));
		followUp.cautions()
			.stream()
			.filter((limit) -> decided.cautions().stream().anyMatch((fired) -> fired.caution().equals(limit.id())))
			.forEach((limit) -> lines.add(new Line(this.words.of("cases.record.caution"), limit.says())));
		lines.add(new Line(this.words.of("cases.record.rules"), decided.knowledge().version()));
		return lines;
	}

}
