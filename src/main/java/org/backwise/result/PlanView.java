package org.backwise.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.care.Session;
import org.backwise.cases.Consent;
import org.backwise.cases.Round;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Rules;
import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.knowledge.TechniqueGuide.LevelOfAction;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.practice.Practice;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.CountedRow;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.Assessment;
import org.backwise.triage.Ticked;

/**
 * A plan as the client reads it.
 *
 * @param technique the technique
 * @param areas where it works and where not
 * @param firstDay the day of the first session
 * @param firstSession what is different about the first session, else null
 * @param sensitised words for a body that reacts easily, else null
 * @param mechanisms how the pain may have come about
 * @param habit the small habit, null in a plan from before there was one
 * @param goals what to do oneself, in a plan without a habit
 * @param phases the phases with every date
 * @param reasons what in the answers speaks for the technique
 * @param preferred why a preference decided, else null
 * @param alternative what may be chosen instead, else null
 * @param scores all techniques with their points, the best first
 * @param most the most points any of them has, at least 1
 * @param levels on which levels the technique acts
 * @param checks what the therapist will ask, with where each comes from
 * @param complementary whether the plan goes along with a doctor's care
 * @param lifted the findings that a clearance lifted
 * @param advice advice to see a doctor all the same, else none
 * @param stop the signs that stop a plan
 * @param worse what to do when it gets worse
 * @param evidence the honest evidence lines
 * @param signposts where to turn when life feels too much
 */
record PlanView(Technique technique, AreasView areas, LocalDate firstDay, @Nullable String firstSession,
		@Nullable String sensitised, Mechanisms mechanisms, @Nullable HabitView habit, List<Cause> goals,
		List<PhaseView> phases, List<String> reasons, @Nullable String preferred, @Nullable Technique alternative,
		List<Score> scores, int most, List<LevelOfAction> levels, List<Check> checks, boolean complementary,
		List<Lifted> lifted, List<String> advice, StopSigns stop, List<String> worse, List<EvidenceView> evidence,
		List<String> signposts) {

	/**
	 * A technique with its points.
	 *
	 * @param name its name
	 * @param points its points
	 * @param remark why it is left out or chosen
	 * @param out whether it is left out
	 */
	record Score(String name, int points, @Nullable String remark, boolean out) {

	}

	/**
	 * The small habit.
	 *
	 * @param name what it is called
	 * @param text what to do and how often
	 * @param target the days of seven that it aims at
	 * @param chosenBy who chose it: client, rule or therapist
	 */
	record HabitView(String name, String text, int target, String chosenBy) {

	}

	/**
	 * A finding that a clearance lifted.
	 *
	 * @param title what it is about
	 * @param excludes the techniques that it leaves out all the same
	 */
	record Lifted(String title, List<String> excludes) {

	}

	/**
	 * Something the therapist will ask.
	 *
	 * @param question the question
	 * @param because why
	 * @param source id of where it comes from
	 */
	record Check(String question, String because, String source) {

	}

	/**
	 * An evidence line.
	 *
	 * @param text the line
	 * @param sources its sources beside the source document
	 * @param leads whether it is one of the lines that everybody reads
	 */
	record EvidenceView(String text, List<SourceLine> sources, boolean leads) {

	}

	static PlanView of(Round round, Consent consent, CarePlan plan, StopSigns stop, KnowledgeBase base,
			Practice practice) {
		Assessment assessment = round.assessment();
		TechniqueChoice choice = Objects.requireNonNull(assessment.technique());
		Answers answers = round.typed();
		TechniqueGuide guide = base.techniques();
		Technique technique = base.technique(plan.technique());
		Mechanisms mechanisms = Mechanisms.of(choice, answers, base);
		HabitView habit = habit(plan, assessment, base);
		Session first = plan.sessions().get(0);
		String preferred = choice.counted(CountedRow.Kind.WISH)
			.filter((wish) -> wish.points().containsKey(plan.technique()))
			.map(CountedRow::why)
			.findFirst()
			.orElse(null);
		return new PlanView(technique, AreasView.of(assessment, base), first.day(),
				first.technique().equals(plan.technique()) ? null
						: guide.beginGently().replace("{technique}", base.technique(first.technique()).name()),
				assessment.sensitised() ? guide.sensitised().forClient() : null, mechanisms, habit,
				(habit == null) ? causes(choice, guide) : List.of(), PhaseView.of(plan, assessment, base),
				reasons(technique.id(), choice, answers, base), preferred,
				(plan.alternative() != null) ? base.technique(plan.alternative()) : null, scores(choice, plan, base),
				Math.max(1, choice.scores().values().stream().mapToInt(Integer::intValue).max().orElse(1)),
				levels(technique, guide), checks(assessment, base), assessment.complementary(),
				lifted(assessment, consent.isChild(answers, base), base),
				cautions(assessment, base).map(Rules.Caution::seeDoctorAdvice)
					.filter(Objects::nonNull)
					.map(practice::fill)
					.toList(),
				stop, base.notices().planNotice().worse().stream().map(practice::fill).toList(), evidence(base),
				base.signposts()
					.stream()
					.filter((signpost) -> answers.hold(signpost.when()))
					.map((signpost) -> practice.fill(signpost.text()))
					.toList());
	}

	private static @Nullable HabitView habit(CarePlan plan, Assessment assessment, KnowledgeBase base) {
		CarePlan.ChosenHabit chosen = CarePlan.ChosenHabit.of(plan, assessment);
		if (chosen == null) {
			return null;
		}
		PlanGuide.Habit habit = base.habit(chosen.id());
		return new HabitView(habit.name(), habit.text(), habit.target(), chosen.by());
	}

	private static Stream<Rules.Caution> cautions(Assessment assessment, KnowledgeBase base) {
		return assessment.cautions()
			.stream()
			.filter((caution) -> !isLifted(caution.rule(), base))
			.map((caution) -> base.caution(caution.rule()));
	}

	private static List<Check> checks(Assessment assessment, KnowledgeBase base) {
		return cautions(assessment, base).filter((rule) -> rule.question() != null)
			.map((rule) -> new Check(Objects.requireNonNull(rule.question()), rule.because(), rule.source().toString()))
			.toList();
	}

	private static List<Lifted> lifted(Assessment assessment, boolean child, KnowledgeBase base) {
		return assessment.cleared()
			.stream()
			.map((lifted) -> new Lifted(base.referral(lifted.rule()).titleFor(child),
					lifted.excludes().stream().map((id) -> base.technique(id).name()).toList()))
			.toList();
	}

	private static List<EvidenceView> evidence(KnowledgeBase base) {
		List<PlanGuide.Evidence> lines = base.plan().evidence();
		return lines.stream()
			.map((line) -> new EvidenceView(line.text(),
					SourceLine.of(line.sources().stream().filter((tag) -> !SourceLine.isDocument(tag)).toList(), base),
					line.equals(lines.get(0)) || line.isLeading()))
			.toList();
	}

	/**
	 * The months of the sessions that are firm.
	 * @param cancelled the numbers of sessions that were cancelled
	 * @param language whose country says on which day a week begins
	 * @return a sheet for each month
	 */
	List<MonthSheet> months(Set<String> cancelled, Locale language) {
		return MonthSheet.of(this.phases.stream()
			.filter((phase) -> !phase.forecast())
			.flatMap((phase) -> phase.days(cancelled).stream())
			.toList(), language);
	}

	/**
	 * What speaks for a technique, the strongest first: the options that were ticked, in
	 * the client's words, then what gave extra points.
	 */
	private static List<String> reasons(String technique, TechniqueChoice choice, Answers answers, KnowledgeBase base) {
		Stream<CountedRow> rows = Stream
			.concat(choice.counted(CountedRow.Kind.INDICATION), choice.counted(CountedRow.Kind.CAUSE))
			.filter((row) -> row.pointsFor(technique) > 0)
			.sorted(Comparator.comparingInt((CountedRow row) -> -row.pointsFor(technique)));
		Stream<String> extra = choice.counted(CountedRow.Kind.BONUS)
			.filter((row) -> row.pointsFor(technique) > 0)
			.map(CountedRow::why);
		return Stream.concat(rows.flatMap((row) -> Ticked.of(row, answers, base)), extra).distinct().toList();
	}

	private static List<Score> scores(TechniqueChoice choice, CarePlan plan, KnowledgeBase base) {
		List<Score> scores = new ArrayList<>();
		choice.scores().forEach((id, points) -> {
			List<String> rules = choice.excluded().get(id);
			String remark = (rules != null && !rules.isEmpty())
					? String.join(" ", rules.stream().map((rule) -> because(rule, base)).distinct().toList()) : null;
			scores.add(new Score(base.technique(id).name(), points, remark, rules != null));
		});
		String chosen = base.technique(plan.technique()).name();
		scores.sort(Comparator.comparing((Score score) -> !score.name().equals(chosen))
			.thenComparing(Score::out)
			.thenComparing((score) -> -score.points()));
		return scores;
	}

	/** Whether a caution stands for a referral rule that a clearance lifted. */
	private static boolean isLifted(String rule, KnowledgeBase base) {
		return base.referrals().stream().anyMatch((referral) -> referral.id().equals(rule));
	}

	static String because(String rule, KnowledgeBase base) {
		return isLifted(rule, base) ? base.referral(rule).because() : base.caution(rule).because();
	}

	private static List<Cause> causes(TechniqueChoice choice, TechniqueGuide guide) {
		List<String> counted = choice.counted(CountedRow.Kind.CAUSE).map(CountedRow::id).toList();
		return guide.causes().stream().filter((cause) -> counted.contains(cause.id())).toList();
	}

	private static List<LevelOfAction> levels(Technique technique, TechniqueGuide guide) {
		return technique.actsOn()
			.stream()
			.flatMap((id) -> guide.levelsOfAction().stream().filter((level) -> level.id().equals(id)))
			.toList();
	}

}
