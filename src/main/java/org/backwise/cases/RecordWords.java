package org.backwise.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.cases.PersonalData.Line;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.Dates;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.CountedRow;
import org.backwise.triage.Assessment.Habit;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.Ticked;

/**
 * A case and its rounds as the client prints them, in the words of the rules that
 * decided.
 */
@Component
class RecordWords {

	private final KnowledgeArchive archive;

	private final PracticeNow practice;

	private final Words words;

	private final Dates dates;

	private final CheckInRecord checkIns;

	private final SuitsWords suits;

	private final ContactWords contacts;

	RecordWords(KnowledgeArchive archive, PracticeNow practice, Words words, Dates dates, CheckInRecord checkIns,
			SuitsWords suits, ContactWords contacts) {
		this.archive = archive;
		this.practice = practice;
		this.words = words;
		this.dates = dates;
		this.checkIns = checkIns;
		this.suits = suits;
		this.contacts = contacts;
	}

	Line of(Case theCase, List<Round> rounds, List<CheckIn> checkIns, @Nullable Clearance clearance,
			List<DoctorVisit> visits, @Nullable Suits suits, @Nullable String therapist) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("cases.record.reference"), theCase.reference()));
		theCase.contact().ifPresent((contact) -> {
			lines.add(new Line(this.words.of("cases.record.name"), contact.name()));
			add(lines, this.words.of("cases.record.reach"), this.contacts.of(contact));
		});
		if (suits != null) {
			lines.add(new Line(this.words.of("cases.suits"), this.suits.of(suits)));
		}
		add(lines, this.words.of("cases.record.therapist"), therapist);
		lines.addAll(consent(theCase.consent()));
		theCase.openedAt()
			.ifPresent((at) -> lines.add(new Line(this.words.of("cases.record.opened"), this.dates.moment(at))));
		rounds.forEach((round) -> lines.add(round(round)));
		checkIns.forEach((checkIn) -> lines.add(this.checkIns.of(checkIn)));
		if (clearance != null) {
			lines.add(new Line(this.words.of("cases.record.clearance"),
					List.of(new Line(this.words.of("cases.record.cleared-by"), clearance.by()),
							new Line(this.words.of("cases.record.cleared-on"), this.dates.day(clearance.on())),
							new Line(this.words.of("cases.record.limits"), clearance.limits()))));
		}
		if (!visits.isEmpty()) {
			lines.add(new Line(this.words.of("cases.record.doctor"),
					visits.stream()
						.map((visit) -> new Line(this.dates.moment(visit.at()),
								this.words.of("cases.record.doctor." + visit.answer())))
						.toList()));
		}
		return new Line(this.words.of("cases.record.title"), lines);
	}

	private List<Line> consent(Consent consent) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("cases.record.consent"), this.dates.moment(consent.at())));
		if (consent.ageBand() != null) {
			lines.add(new Line(this.words.of("cases.record.age-band"),
					this.words.of("cases.record.age-band." + consent.ageBand())));
		}
		if (consent.forAnother()) {
			lines.add(
					new Line(this.words.of("cases.record.for-another"), this.words.of("cases.record.for-another.yes")));
		}
		if (consent.guardianAt() != null) {
			lines.add(new Line(this.words.of("cases.record.guardian"), this.dates.moment(consent.guardianAt())));
		}
		return lines;
	}

	private Line round(Round round) {
		KnowledgeBase base = this.archive.of(round.assessment().knowledge()).knowledge();
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("cases.record.sent"), this.dates.moment(round.sentAt())));
		if (round.firstDay() != null) {
			lines.add(new Line(this.words.of("cases.record.first-day"), this.dates.full(round.firstDay())));
		}
		lines.add(new Line(this.words.of("cases.record.answers"),
				round.answers()
					.stream()
					.map((answer) -> new Line(shortName(answer.question(), base), String.join(", ", answer.words())))
					.toList()));
		if (!round.changes().isEmpty()) {
			lines.add(new Line(this.words.of("cases.record.changes"),
					round.changes().stream().map((change) -> changed(change, base)).toList()));
		}
		lines.add(new Line(this.words.of("cases.record.decision"), decision(round.assessment(), round.typed(), base)));
		return new Line(this.words.of("cases.record.round." + round.kind()), lines);
	}

	private Line changed(ChangedAnswer change, KnowledgeBase base) {
		return new Line(shortName(change.question(), base), this.words.of("cases.record.changed",
				answer(change.question(), change.before(), base), (change.after() != null)
						? answer(change.question(), change.after(), base) : this.words.of("cases.record.not-asked"),
				this.dates.moment(change.at())));
	}

	private List<Line> decision(Assessment decided, Answers answers, KnowledgeBase base) {
		List<Line> lines = new ArrayList<>();
		Level level = decided.level();
		lines.add(new Line(this.words.of("cases.record.result"), (level != null)
				? this.practice.now().fill(base.notice(level).heading()) : this.words.of("cases.record.result.plan")));
		decided.findings()
			.forEach((found) -> lines.add(new Line(base.referral(found.rule()).title(), found.because())));
		decided.cautions().forEach((limit) -> {
			String because = because(limit.rule(), base);
			lines.add(new Line(this.words.of("cases.record.caution"),
					(limit.caution() != null) ? because + " " + limit.caution() : because));
		});
		decided.cleared().forEach((lifted) -> lines.add(lifted(lifted, base)));
		if (decided.technique() != null) {
			lines.addAll(technique(decided.technique(), answers, base));
		}
		if (decided.areas() != null) {
			lines.addAll(areas(decided.areas(), base));
		}
		if (decided.habit() != null) {
			lines.addAll(habit(decided.habit(), base));
		}
		decided.phases()
			.forEach((planned) -> base.plan()
				.phases()
				.stream()
				.filter((phase) -> phase.id().equals(planned.phase()))
				.forEach((phase) -> lines.add(new Line(phase.name(),
						this.words.of("cases.record.phase", planned.sessions(), planned.everyDays())))));
		if (decided.sensitised()) {
			lines.add(new Line(this.words.of("cases.record.sensitised"), base.techniques().sensitised().forClient()));
		}
		if (!decided.ignored().isEmpty()) {
			lines.add(new Line(this.words.of("cases.record.ignored"),
					String.join(", ", decided.ignored().stream().map((id) -> shortName(id, base)).toList())));
		}
		lines.add(new Line(this.words.of("cases.record.rules"), decided.knowledge().version()));
		return lines;
	}

	private Line lifted(Cleared lifted, KnowledgeBase base) {
		String title = base.referral(lifted.rule()).title();
		return new Line(this.words.of("cases.record.lifted"),
				lifted.excludes().isEmpty() ? title : this.words.of("cases.record.lifted.out", title,
						String.join(", ", lifted.excludes().stream().map((id) -> base.technique(id).name()).toList())));
	}

	private List<Line> areas(Areas areas, KnowledgeBase base) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("cases.record.areas.work"),
				String.join("; ", areas.work().stream().map(base::areaName).toList())));
		areas.leave()
			.forEach((left) -> lines.add(new Line(this.words.of("cases.record.areas.leave"), this.words
				.of("cases.record.areas.because", base.areaName(left.area()), because(left.rule(), base)))));
		return lines;
	}

	private List<Line> habit(Habit chosen, KnowledgeBase base) {
		PlanGuide.Habit habit = base.habit(chosen.habit());
		return List.of(
				new Line(this.words.of("cases.record.habit"),
						this.words.of("cases.record.habit.text", habit.name(), habit.text(), habit.target())),
				new Line(this.words.of("cases.record.habit.by"),
						this.words.of("cases.record.habit.by." + chosen.chosenBy())));
	}

	private List<Line> technique(TechniqueChoice choice, Answers answers, KnowledgeBase base) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("cases.record.technique"), base.technique(choice.primary()).name()));
		if (choice.alternative() != null) {
			lines.add(new Line(this.words.of("cases.record.alternative"), base.technique(choice.alternative()).name()));
		}
		choice.counted()
			.forEach((row) -> lines.add(new Line(this.words.of("cases.record.counted"), counted(row, answers, base))));
		lines.add(new Line(this.words.of("cases.record.points"), choice.scores().entrySet().stream().map((score) -> {
			List<String> rules = choice.excluded().getOrDefault(score.getKey(), List.of());
			return new Line(base.technique(score.getKey()).name(),
					rules.isEmpty() ? this.words.of("cases.record.points.some", score.getValue())
							: this.words.of("cases.record.points.out", score.getValue(),
									String.join(" ", rules.stream().map((rule) -> because(rule, base)).toList())));
		}).toList()));
		return lines;
	}

	/** What was ticked, and nothing else; what gave extra points has words of its own. */
	private static String counted(CountedRow row, Answers answers, KnowledgeBase base) {
		List<String> ticked = (row.kind() == CountedRow.Kind.BONUS || row.kind() == CountedRow.Kind.WISH) ? List.of()
				: Ticked.of(row, answers, base).toList();
		return ticked.isEmpty() ? row.why() : String.join(", ", ticked);
	}

	/** A caution may stand for a rule that a clearance lifted. */
	private static String because(String rule, KnowledgeBase base) {
		return base.referrals()
			.stream()
			.filter((referral) -> referral.id().equals(rule))
			.findFirst()
			.map((referral) -> referral.because())
			.orElseGet(() -> base.caution(rule).because());
	}

	private String shortName(String question, KnowledgeBase base) {
		return find(question, base).map(Question::shortName)
			.orElseGet(() -> this.words.of("cases.record.old-question"));
	}

	/** An answer that was altered may be to a question that the rules no longer know. */
	private String answer(String id, Answer answer, KnowledgeBase base) {
		if (answer instanceof Answer.Amount amount) {
			return find(id, base).map((question) -> AnswerSheet.inWords(question, amount).words().get(0))
				.orElseGet(() -> Integer.toString(amount.value()));
		}
		List<String> chosen = ((Answer.Choice) answer).options();
		return find(id, base).map((question) -> String.join(", ",
				question.options()
					.stream()
					.filter((option) -> chosen.contains(option.id()))
					.map(Option::label)
					.toList()))
			.orElseGet(() -> this.words.of("cases.record.old-answer"));
	}

	private static Optional<Question> find(String id, KnowledgeBase base) {
		return base.questions().stream().filter((question) -> question.id().equals(id)).findFirst();
	}

	private static void add(List<Line> lines, String label, @Nullable String words) {
		if (words != null && !words.isBlank()) {
			lines.add(new Line(label, words));
		}
	}

}
