package org.backwise.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.AnsweredQuestion;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices.Lead;
import org.backwise.knowledge.Notices.Letter;
import org.backwise.knowledge.Notices.Notice;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules;
import org.backwise.practice.Practice;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment.Finding;

/**
 * A referral notice as the client reads it. One level decides its heading, colour, shape
 * and words.
 *
 * @param level the level
 * @param notice its words, with the services of the practice
 * @param led whether a service leads it that the level alone does not name
 * @param letter whether there is a letter to take along
 * @param reasons what led to it, the most urgent first
 * @param guardian what is said to a child, else null
 * @param again when the questions open again, null where time alone lifts nothing
 * @param says what the letter says first; without words where it was left blank
 * @param answers every other answer that says more than "none", for the letter
 * @param none what was answered with "none", for the letter
 * @param notAsked questions that were not asked because the notice came first
 */
record NoticeView(Level level, Notice notice, boolean led, boolean letter, List<Reason> reasons,
		@Nullable String guardian, @Nullable Again again, List<ShortAnswer> says, List<ShortAnswer> answers,
		List<String> none, List<String> notAsked) {

	/**
	 * A rule that fired.
	 *
	 * @param rule its id
	 * @param level the level at which it fired
	 * @param title what it is about
	 * @param because why, null where the title says it
	 * @param answers the client's own answers that led to it
	 * @param source id of where it comes from
	 * @param sources the sources
	 */
	record Reason(String rule, Level level, String title, @Nullable String because, List<AnsweredQuestion> answers,
			String source, List<SourceLine> sources) {

	}

	/**
	 * An answer under its short name.
	 *
	 * @param question id of the question
	 * @param name what was asked, in a few words
	 * @param words the words of the answer
	 */
	record ShortAnswer(String question, String name, List<String> words) {

	}

	/**
	 * When the client can answer afresh.
	 *
	 * @param text what is said of it
	 * @param opens the moment from which they can
	 * @param open whether the time has come
	 */
	record Again(String text, Instant opens, boolean open) {

	}

	/**
	 * The notice as it reads now.
	 * @param grounds what led to it
	 * @param level the level, which a therapist may have raised
	 * @param gentle whether a child reads it
	 * @param base the rules that decided
	 * @param practice the services
	 * @param now the time
	 * @return the notice
	 */
	static NoticeView of(Grounds grounds, Level level, boolean gentle, KnowledgeBase base, Practice practice,
			Instant now) {
		List<Reason> reasons = Stream
			.concat(grounds.findings()
				.stream()
				.sorted(Comparator.comparing(Finding::level))
				.map((finding) -> reason(finding, grounds, gentle, base)),
					grounds.rules()
						.stream()
						.map((rule) -> new Reason(rule.id(), level, rule.toClient(), null, List.of(),
								rule.source().toString(), SourceLine.of(rule.sources(), base))))
			.toList();
		boolean own = grounds.findings().stream().anyMatch((finding) -> finding.level() == level);
		boolean guarded = grounds.typed().hold(base.notices().guardian().when());
		Lead lead = lead(grounds, level, base);
		List<String> first = base.notices().letterSays();
		List<String> notAsked = base.questions()
			.stream()
			.filter((question) -> !base.isAboutMassage(question) && question.asked() == null)
			.filter((question) -> grounds.answers().stream().noneMatch((answer) -> isTo(answer, question)))
			.map(Question::shortName)
			.toList();
		return new NoticeView(level, filled(led(fitting(base.notice(level), own, grounds), lead), practice),
				lead != null,
				!own || base.notice(level).letterWhen() == null
						|| grounds.typed().mayHold(base.notice(level).letterWhen()),
				reasons, guarded ? practice.fill(base.notices().guardian().text()) : null,
				again(grounds, level, base, now),
				first.stream()
					.map(base::question)
					.flatMap((question) -> said(question, grounds, base).stream())
					.toList(),
				shortAnswers(grounds, base, false).stream()
					.filter((answer) -> !first.contains(answer.question()))
					.toList(),
				shortAnswers(grounds, base, true).stream().map(ShortAnswer::name).toList(), notAsked);
	}

	private static List<ShortAnswer> shortAnswers(Grounds grounds, KnowledgeBase base, boolean none) {
		return grounds.answers()
			.stream()
			.filter((answer) -> saysNone(answer, grounds.asking()) == none)
			.map((answer) -> new ShortAnswer(answer.question(),
					grounds.asking().question(answer.question()).shortName(), answer.words()))
			.toList();
	}

	/** What was left blank is said to be so, where it may be. */
	private static Optional<ShortAnswer> said(Question question, Grounds grounds, KnowledgeBase base) {
		boolean answered = grounds.answers().stream().anyMatch((answer) -> isTo(answer, question));
		if (answered || !question.isOptional() || question.asked() == null || !grounds.typed().hold(question.asked())) {
			return shortAnswers(grounds, base, false).stream()
				.filter((answer) -> answer.question().equals(question.id()))
				.findFirst();
		}
		return Optional.of(new ShortAnswer(question.id(), question.shortName(), List.of()));
	}

	private static @Nullable Lead lead(Grounds grounds, Level level, KnowledgeBase base) {
		Lead lead = base.notices().lead();
		return (lead != null && lead.service().equals(grounds.lead()) && lead.level() == level) ? lead : null;
	}

	/**
	 * The steps that can be of use to this client. All of them when the level does not
	 * come from a finding of the answers.
	 */
	private static Notice fitting(Notice notice, boolean own, Grounds grounds) {
		List<String> steps = new ArrayList<>();
		for (int number = 1; number <= notice.steps().size(); number++) {
			if (!own || notice.when(number).map(grounds.typed()::mayHold).orElse(true)) {
				steps.add(notice.steps().get(number - 1));
			}
		}
		return with(notice, notice.heading(), steps);
	}

	private static Notice with(Notice notice, String heading, List<String> steps) {
		return new Notice(notice.level(), notice.prefix(), heading, notice.byWhen(), steps, notice.doNot(),
				notice.say(), notice.massageLater(), notice.worse(), notice.letter(), null, null);
	}

	/** The service that leads is not named a second time further down. */
	private static Notice led(Notice notice, @Nullable Lead lead) {
		if (lead == null) {
			return notice;
		}
		List<String> steps = new ArrayList<>(List.of(lead.step()));
		notice.steps().stream().filter((step) -> !step.contains("{" + lead.service() + "}")).forEach(steps::add);
		return with(notice, lead.heading(), steps);
	}

	/**
	 * At a level that is never lifted, a doctor comes first and time alone opens nothing.
	 */
	private static @Nullable Again again(Grounds grounds, Level level, KnowledgeBase base, Instant now) {
		org.backwise.knowledge.Notices.Again again = base.notices().again();
		if (again == null || !level.mayBeCleared() || grounds.since() != null
				|| grounds.findings().stream().noneMatch((finding) -> finding.rule().equals(again.rule()))) {
			return null;
		}
		Instant opens = grounds.sentAt().plus(Duration.ofHours(again.afterHours()));
		boolean open = !now.isBefore(opens);
		return new Again(open ? again.open() : again.text(), opens, open);
	}

	private static boolean saysNone(AnsweredQuestion answer, KnowledgeBase base) {
		return answer.options()
			.stream()
			.anyMatch((option) -> base.question(answer.question()).option(option).excludesOthers());
	}

	private static boolean isTo(AnsweredQuestion answer, Question question) {
		return answer.question().equals(question.id());
	}

	private static Reason reason(Finding finding, Grounds grounds, boolean gentle, KnowledgeBase base) {
		Rules.Referral rule = base.referral(finding.rule());
		List<AnsweredQuestion> own = new ArrayList<>();
		grounds.answers().forEach((answered) -> {
			Answer part = finding.answers().get(answered.question());
			if (part != null) {
				own.add(part(answered, part));
			}
		});
		return new Reason(finding.rule(), finding.level(), rule.titleFor(gentle), rule.because(), own,
				finding.source().toString(), SourceLine.of(rule.sources(), base));
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
				practice.fill(notice.worse()), new Letter(practice.fill(notice.letter().opening()),
						practice.fill(notice.letter().ask()), practice.fill(notice.letter().closing())),
				null, null);
	}

}
