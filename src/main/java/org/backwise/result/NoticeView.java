package org.backwise.result;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.AnsweredQuestion;
import org.backwise.cases.Round;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices.Notice;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.Practice;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment.Finding;

/**
 * A referral notice as the client reads it. One level decides its heading, colour, shape
 * and words.
 *
 * @param level the level
 * @param notice its words, with the services of the practice
 * @param reasons what led to it, the most urgent first
 * @param guardian what is said to a child, else null
 * @param answers every answer that says more than "none", for the letter
 * @param none what was answered with "none", for the letter
 * @param notAsked questions that were not asked because the notice came first
 */
record NoticeView(Level level, Notice notice, List<Reason> reasons, @Nullable String guardian,
		List<ShortAnswer> answers, List<String> none, List<String> notAsked) {

	/**
	 * A rule that fired.
	 *
	 * @param rule its id
	 * @param level the level at which it fired
	 * @param title what it is about
	 * @param because why
	 * @param answers the client's own answers that led to it
	 * @param source id of where it comes from
	 * @param sources the sources
	 */
	record Reason(String rule, Level level, String title, String because, List<AnsweredQuestion> answers, String source,
			List<SourceLine> sources) {

	}

	/**
	 * An answer under its short name.
	 *
	 * @param name what was asked, in a few words
	 * @param words the words of the answer
	 */
	record ShortAnswer(String name, List<String> words) {

	}

	static NoticeView of(Round round, Level level, KnowledgeBase base, Practice practice) {
		List<Reason> reasons = round.assessment()
			.findings()
			.stream()
			.map((finding) -> reason(finding, round, base))
			.toList();
		boolean child = round.typed().hold(base.notices().guardian().when());
		List<String> notAsked = base.questions()
			.stream()
			.filter((question) -> !base.isAboutMassage(question) && question.asked() == null)
			.filter((question) -> round.answers().stream().noneMatch((answer) -> isTo(answer, question)))
			.map(Question::shortName)
			.toList();
		return new NoticeView(level, filled(base.notice(level), practice), reasons,
				child ? practice.fill(base.notices().guardian().text()) : null, shortAnswers(round, base, false),
				shortAnswers(round, base, true).stream().map(ShortAnswer::name).toList(), notAsked);
	}

	private static List<ShortAnswer> shortAnswers(Round round, KnowledgeBase base, boolean none) {
		return round.answers()
			.stream()
			.filter((answer) -> saysNone(answer, base) == none)
			.map((answer) -> new ShortAnswer(base.question(answer.question()).shortName(), answer.words()))
			.toList();
	}

	private static boolean saysNone(AnsweredQuestion answer, KnowledgeBase base) {
		return answer.options()
			.stream()
			.anyMatch((option) -> base.question(answer.question()).option(option).excludesOthers());
	}

	private static boolean isTo(AnsweredQuestion answer, Question question) {
		return answer.question().equals(question.id());
	}

	private static Reason reason(Finding finding, Round round, KnowledgeBase base) {
		List<AnsweredQuestion> own = new ArrayList<>();
		round.answers().forEach((answered) -> {
			Answer part = finding.answers().get(answered.question());
			if (part != null) {
				own.add(part(answered, part));
			}
		});
		return new Reason(finding.rule(), finding.level(), base.referral(finding.rule()).title(), finding.because(),
				own, finding.source().toString(), SourceLine.of(base.referral(finding.rule()).sources(), base));
	}

	/** Of an answer with several options, those that count here. */
	private static AnsweredQuestion part(AnsweredQuestion answered, Answer part) {
		if (!(part instanceof Answer.Choice choice)) {
			return answered;
		}
		List<String> words = choice.options()
			.stream()
			.map((option) -> answered.words().get(answered.options().indexOf(option)))
			.toList();
		return new AnsweredQuestion(answered.question(), answered.asked(), choice.options(), words, null);
	}

	private static Notice filled(Notice notice, Practice practice) {
		return new Notice(notice.level(), practice.fill(notice.prefix()), practice.fill(notice.heading()),
				practice.fill(notice.byWhen()), notice.steps().stream().map(practice::fill).toList(),
				notice.doNot().stream().map(practice::fill).toList(), practice.fill(notice.say()),
				(notice.massageLater() != null) ? practice.fill(notice.massageLater()) : null,
				practice.fill(notice.worse()),
				new org.backwise.knowledge.Notices.Letter(practice.fill(notice.letter().opening()),
						practice.fill(notice.letter().ask()), practice.fill(notice.letter().closing())));
	}

}
