package org.backwise.exports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.backwise.exports.FollowUpBody.Cleared;
import org.backwise.exports.FollowUpBody.Sheet;
import org.backwise.followup.By;
import org.backwise.followup.CheckInReading;
import org.backwise.followup.CheckInSheet;
import org.backwise.followup.CheckInTriage;
import org.backwise.followup.EarlierCheckIn;
import org.backwise.followup.Episode;
import org.backwise.followup.Episode.ClearedFinding;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.triage.Answer;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * Looks at the answers of a body: those of the questionnaire, of what a clearance lifted,
 * of the earlier check-ins and of this one. Goes on with the good ones after a problem,
 * so that all of them are named at once.
 */
class FollowUpCheck {

	private final CheckInTriage checkIns;

	private final Triage triage;

	private final KnowledgeBase base;

	/** What is known beside the answers; nobody sends it. */
	private final Set<String> facts;

	/** The questions that say where to work. */
	private final List<String> aboutAreas;

	FollowUpCheck(CheckInTriage checkIns) {
		this.checkIns = checkIns;
		this.triage = checkIns.triage();
		this.base = this.triage.knowledge();
		this.facts = checkIns.questions()
			.questions()
			.stream()
			.filter((question) -> question.page().equals(FollowUp.FACTS))
			.map(Question::id)
			.collect(Collectors.toUnmodifiableSet());
		this.aboutAreas = aboutAreas(this.base.plan());
	}

	static List<String> aboutAreas(PlanGuide plan) {
		PlanGuide.Areas areas = plan.areas();
		return (areas != null)
				? areas.work().stream().flatMap((area) -> area.when().questions().stream()).distinct().toList()
				: List.of();
	}

	/** A reading of the check-in; null when it cannot be read at all. */
	@Nullable CheckInReading read(FollowUpBody body, ProblemList problems) {
		List<ClearedFinding> cleared = cleared(body.plan().cleared(), problems);
		Map<String, Object> handed = withStiffness(body, problems);
		Reading intake = intake(handed, body, problems);
		List<EarlierCheckIn> before = new ArrayList<>();
		body.before().forEach((sheet) -> before.add(earlier(sheet, problems)));
		FollowUpBody.Plan plan = body.plan();
		Episode episode = new Episode(without(handed, intake.problems()), body.intakeDay(),
				Objects.requireNonNullElse(plan.phase(), this.base.plan().phases().get(0).id()), plan.kept(),
				plan.sensitised(), plan.complementary(), plan.habit(), null, cleared, plan.stepBacks(),
				body.activities(), before);
		Sheet sheet = body.now().sheet();
		Moment moment = body.now().moment();
		if (moment == null || sheet.day() == null || sheet.answers() == null || body.intake() == null) {
			this.typed(sheet, problems);
			missing(intake, body, problems);
			return null;
		}
		CheckInReading reading = now(episode, new CheckInSheet(moment,
				Objects.requireNonNullElse(body.now().by(), By.CLIENT), sheet.day(), sheet.answers()), intake,
				sheet.path(), problems);
		if (!reading.isEmergency()) {
			missing(intake, body, problems);
		}
		return reading;
	}

	private void missing(Reading intake, FollowUpBody body, ProblemList problems) {
		if (body.intake() != null && !intake.isEmergency()) {
			intake.missing()
				.forEach((question) -> problems.addOf(question,
						ProblemList.under(ProblemList.under(ProblemList.WHOLE, "intake"), question), ApiProblem.MISSING,
						"problem.missing", this.base.question(question).ask()));
		}
	}

	private CheckInReading now(Episode episode, CheckInSheet sheet, Reading intake, String path, ProblemList problems) {
		noFacts(sheet.answers(), path, problems);
		CheckInReading reading = this.checkIns.read(episode, sheet);
		reading.problems()
			.stream()
			.filter((problem) -> !this.facts.contains(problem.question()))
			.forEach((problem) -> problems.add(path, problem));
		if (!reading.isEmergency()) {
			Set<String> open = new HashSet<>(intake.missing());
			intake.problems().forEach((problem) -> open.add(problem.question()));
			reading.missing()
				.stream()
				.filter((question) -> !open.contains(question))
				.forEach((question) -> problems.addOf(question, ProblemList.under(path, question), ApiProblem.MISSING,
						"problem.missing", this.checkIns.questions().question(question).shortName()));
		}
		return reading;
	}

	/** The questionnaire has to allow a plan, if only after a clearance. */
	private Reading intake(Map<String, Object> handed, FollowUpBody body, ProblemList problems) {
		Set<String> named = new HashSet<>();
		body.plan().cleared().stream().map(Cleared::rule).filter(Objects::nonNull).forEach(named::add);
		Reading reading = this.triage.read(handed, named);
		if (body.intake() == null) {
			return reading;
		}
		String path = ProblemList.under(ProblemList.WHOLE, "intake");
		reading.problems().forEach((problem) -> problems.add(path, problem));
		this.triage.notOffered(handed, reading).forEach((problem) -> problems.add(path, problem));
		if (reading.isReferral()) {
			this.triage.findings(reading)
				.stream()
				.filter((finding) -> !named.contains(finding.rule())
						|| !this.base.isClearable(this.base.referral(finding.rule()), finding.level()))
				.forEach((finding) -> problems.addOf(finding.rule(), path, ApiProblem.NOT_CLEARED,
						"problem.not-cleared", finding.rule()));
		}
		return reading;
	}

	/**
	 * Where it is stiff may stand in the plan, when the questionnaire does not say it.
	 */
	private Map<String, Object> withStiffness(FollowUpBody body, ProblemList problems) {
		Map<String, Object> intake = new LinkedHashMap<>(Objects.requireNonNullElse(body.intake(), Map.of()));
		Object where = body.plan().stiffWhere();
		if (where != null) {
			String path = "/plan/stiffWhere";
			for (String question : this.aboutAreas) {
				List<Problem> found = new ArrayList<>();
				this.triage.typed(Map.of(question, where), found);
				found.forEach((problem) -> problems
					.add(new ApiProblem(question, ApiProblem.name(problem.kind()), problem.message(), path)));
				if (found.isEmpty()) {
					intake.putIfAbsent(question, where);
				}
			}
		}
		return intake;
	}

	private List<ClearedFinding> cleared(List<Cleared> entries, ProblemList problems) {
		List<ClearedFinding> findings = new ArrayList<>();
		for (Cleared entry : entries) {
			if (entry.rule() != null && !this.triage.clearable().contains(entry.rule())) {
				problems.addOf(entry.rule(), ProblemList.under(entry.path(), "rule"), ApiProblem.NOT_CLEARABLE,
						"problem.cleared");
			}
			Map<String, Answer> answers = clearedAnswers(entry, problems);
			if (entry.rule() != null && entry.level() != null) {
				findings.add(new ClearedFinding(entry.rule(), entry.level(), answers));
			}
		}
		return findings.stream().filter((finding) -> this.triage.clearable().contains(finding.rule())).toList();
	}

	/** One option may stand in a list, as it does where a finding is reported. */
	private Map<String, Answer> clearedAnswers(Cleared entry, ProblemList problems) {
		Map<String, Object> handed = new LinkedHashMap<>();
		Objects.requireNonNullElse(entry.answers(), Map.<String, Object>of())
			.forEach((question, answer) -> handed.put(question,
					(isSingle(question) && answer instanceof List<?> one && one.size() == 1 && one.get(0) != null)
							? one.get(0) : answer));
		List<Problem> found = new ArrayList<>();
		Map<String, Answer> answers = this.triage.typed(handed, found);
		found.forEach((problem) -> problems.add(ProblemList.under(entry.path(), "answers"), problem));
		return answers;
	}

	private boolean isSingle(String question) {
		return this.base.hasQuestion(question) && this.base.question(question).kind() == Kind.SINGLE;
	}

	private EarlierCheckIn earlier(Sheet sheet, ProblemList problems) {
		List<Problem> found = typed(sheet, problems);
		return new EarlierCheckIn(Objects.requireNonNullElse(sheet.day(), LocalDate.EPOCH),
				without(Objects.requireNonNullElse(sheet.answers(), Map.of()), found));
	}

	private List<Problem> typed(Sheet sheet, ProblemList problems) {
		Map<String, Object> answers = Objects.requireNonNullElse(sheet.answers(), Map.of());
		List<Problem> found = this.checkIns.problems(answers);
		noFacts(answers, sheet.path(), problems);
		found.stream()
			.filter((problem) -> !this.facts.contains(problem.question()))
			.forEach((problem) -> problems.add(sheet.path(), problem));
		return found;
	}

	private void noFacts(Map<String, Object> answers, String path, ProblemList problems) {
		answers.keySet()
			.stream()
			.filter(this.facts::contains)
			.forEach((fact) -> problems.addOf(fact, ProblemList.under(path, fact), ApiProblem.UNKNOWN_QUESTION,
					"problem.fact"));
	}

	/** The good ones alone. */
	private static Map<String, Object> without(Map<String, Object> answers, List<Problem> problems) {
		Map<String, Object> good = new LinkedHashMap<>(answers);
		problems.forEach((problem) -> good.remove(problem.question()));
		return good;
	}

}
