package org.backwise.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.DueCheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanSteps;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Case;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.followup.CheckInsInForce;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.PracticeNow;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.triage.Answers;
import org.backwise.triage.Triage;

/** Puts together what a client reads about the course of their care. */
@Component
class CareViews {

	private final CheckIns checkIns;

	private final DueCheckIns due;

	private final PlanSteps steps;

	private final Rounds rounds;

	private final Attendance sessions;

	private final SessionTimes times;

	private final CarePlans plans;

	private final CheckInsInForce rules;

	private final KnowledgeArchive archive;

	private final PracticeNow practice;

	private final Clock clock;

	CareViews(CheckIns checkIns, DueCheckIns due, PlanSteps steps, Rounds rounds, Attendance sessions,
			SessionTimes times, CarePlans plans, CheckInsInForce rules, KnowledgeArchive archive, PracticeNow practice,
			Clock clock) {
		this.checkIns = checkIns;
		this.due = due;
		this.steps = steps;
		this.rounds = rounds;
		this.sessions = sessions;
		this.times = times;
		this.plans = plans;
		this.rules = rules;
		this.archive = archive;
		this.practice = practice;
		this.clock = clock;
	}

	/** What comes next. */
	@Transactional(readOnly = true)
	public CareView of(Case theCase) {
		LocalDate today = LocalDate.now(this.clock);
		@Nullable LiveSession coming = this.plans.of(theCase.id())
			.flatMap((plan) -> plan.coming(this.sessions.of(theCase.id(), plan), today))
			.orElse(null);
		return CareView.of(this.checkIns.next(theCase.id()).orElse(null), this.checkIns.of(theCase.id()), coming,
				this.times.of(theCase.id()), today, this.steps.waiting(theCase).orElse(null),
				this.checkIns.mustAskWhole(theCase), this.steps.isFull(theCase), this.due.silence(theCase).isPresent(),
				this.rules.triage().knowledge(), this.practice.now());
	}

	FollowUp followUp() {
		return Objects.requireNonNull(this.rules.triage().knowledge().followUp());
	}

	/** What led to the notice of a case: a check-in that stopped it, else the answers. */
	@Transactional(readOnly = true)
	public Grounds grounds(Case theCase, Round round) {
		return this.rounds.stopping(round).map((checkIn) -> grounds(theCase, checkIn)).orElseGet(() -> {
			Round why = (round.assessment().level() != null) ? round : this.rounds.first(theCase.id());
			return Grounds.of(why, this.archive.of(why.assessment().knowledge()).knowledge());
		});
	}

	/** What led to the end of a plan that does not help; empty for every other course. */
	@Transactional(readOnly = true)
	public Optional<Grounds> elsewhere(Case theCase) {
		List<CheckIn> made = this.checkIns.of(theCase.id());
		return made.stream()
			.reduce((one, next) -> next)
			.filter((last) -> last.decision().outcome() == Outcome.END_AND_REFER)
			.map((last) -> grounds(theCase, last));
	}

	/**
	 * The signs that stop a plan, for what is known of the client by now: what a check-in
	 * was told lasts.
	 * @param begun whether there may be any check-in
	 */
	@Transactional(readOnly = true)
	public StopSigns stop(Case theCase, Round round, boolean begun) {
		Triage triage = this.archive.of(round.assessment().knowledge());
		List<CheckIn> made = begun ? this.checkIns.of(theCase.id()) : List.of();
		List<Answers> since = made.stream().map((checkIn) -> triage.read(checkIn.merged()).answers()).toList();
		return StopSigns.of(round.typed(), since, theCase.consent(), triage.knowledge());
	}

	/** Whether there is anything to look back on. */
	@Transactional(readOnly = true)
	public boolean hasBegun(Case theCase) {
		return !this.checkIns.of(theCase.id()).isEmpty();
	}

	@Transactional(readOnly = true)
	public TrendView trend(Case theCase) {
		return TrendView.of(this.checkIns.of(theCase.id()), this.sessions.of(theCase.id()),
				this.rules.triage().knowledge(), followUp());
	}

	/** Everything that the summary of a course of care says. */
	@Transactional(readOnly = true)
	public void summary(Case theCase, BiConsumer<String, @Nullable Object> model) {
		KnowledgeBase base = this.rules.triage().knowledge();
		Round round = this.rounds.latest(theCase.id());
		CarePlan plan = this.plans.of(theCase.id()).orElse(null);
		CarePlan.ChosenHabit habit = CarePlan.ChosenHabit.of(plan, round.assessment());
		model.accept("view", SummaryView.of(this.checkIns.of(theCase.id()), this.sessions.of(theCase.id()), base,
				this.checkIns.questions(), followUp()));
		model.accept("trend", trend(theCase));
		model.accept("limits", limits(round, this.checkIns.of(theCase.id()), base));
		model.accept("ownHabit", (habit != null) ? base.habit(habit.id()) : null);
		model.accept("guide", base.plan());
		model.accept("techniques", base.techniques());
		model.accept("sizes", followUp().measures());
		model.accept("stop", stop(theCase, round, true));
		model.accept("worse", base.notices().planNotice().worse().stream().map(this.practice.now()::fill).toList());
		model.accept("care", of(theCase));
	}

	/**
	 * Those of the plan, and those that check-ins found since; nothing takes one back.
	 */
	private static List<String> limits(Round round, List<CheckIn> made, KnowledgeBase base) {
		return Stream
			.concat(round.assessment().cautions().stream().map((limit) -> limit.rule()),
					made.stream()
						.filter((checkIn) -> checkIn.number() > round.number())
						.flatMap((checkIn) -> checkIn.decision().cautions().stream())
						.flatMap((caution) -> caution.limits().stream()))
			.distinct()
			.map((rule) -> PlanView.because(rule, base))
			.distinct()
			.toList();
	}

	private Grounds grounds(Case theCase, CheckIn checkIn) {
		Triage triage = this.archive.of(checkIn.decision().knowledge());
		Round round = this.rounds.latest(theCase.id());
		LocalDate since = this.checkIns.of(theCase.id())
			.stream()
			.filter((other) -> other.number() < checkIn.number())
			.map(CheckIn::day)
			.reduce((one, next) -> next)
			.orElse(LocalDate.ofInstant(theCase.sentAt(), this.practice.now().zone()));
		boolean child = theCase.consent().isChild(round.typed(), triage.knowledge());
		return Grounds.of(checkIn, triage, child, since);
	}

}
