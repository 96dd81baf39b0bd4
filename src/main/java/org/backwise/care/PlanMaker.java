package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.cases.Round;
import org.backwise.cases.Suits;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.practice.Refused;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;

/** Makes plans: what the rules propose, and what a therapist wants instead. */
@Component
class PlanMaker {

	private final KnowledgeArchive archive;

	private final Scheduler scheduler;

	private final Clock clock;

	PlanMaker(KnowledgeArchive archive, Scheduler scheduler, Clock clock) {
		this.archive = archive;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * What the rules propose after a round, on open days, the first on one that suits. A
	 * day that has passed by now becomes today.
	 */
	CarePlan proposal(Round round, @Nullable Suits suits) {
		Assessment assessment = round.assessment();
		TechniqueChoice choice = Objects.requireNonNull(assessment.technique());
		LocalDate today = LocalDate.now(this.clock);
		LocalDate wished = round.firstDay();
		LocalDate wish = (wished != null && wished.isAfter(today)) ? wished : today;
		String first = firstTechnique(assessment, choice.primary(), choice.alternative());
		Scheduler.Opened opened = this.scheduler.opened();
		Session begin = opened.first(Scheduler.sessions(assessment.phases(), wish, choice.primary(), first).get(0),
				suits);
		List<Session> meant = new ArrayList<>(
				Scheduler.sessions(assessment.phases(), begin.day(), choice.primary(), first));
		meant.set(0, begin);
		List<Session> sessions = opened.fit(meant, null);
		return new CarePlan(choice.primary(), choice.alternative(), sessions.get(0).day(),
				base(assessment).plan().sessionMinutes(),
				(assessment.habit() != null) ? assessment.habit().habit() : null, sessions);
	}

	/**
	 * A plan that was stopped goes on with what the rules choose now: what took place
	 * stays, the rest moves on so that nothing lies in the past.
	 */
	CarePlan goingOn(Round round, CarePlan before, List<LiveSession> live) {
		TechniqueChoice choice = Objects.requireNonNull(round.assessment().technique());
		LocalDate soonest = LocalDate.now(this.clock).plusDays(1);
		String first = firstTechnique(round.assessment(), choice.primary(), choice.alternative());
		int next = live.stream().filter(LiveSession::isOpen).mapToInt(LiveSession::number).findFirst().orElse(0);
		List<Session> sessions = this.scheduler.opened()
			.goOn(live.stream()
				.map((one) -> one.isOpen() ? one.with((one.number() == next) ? first : choice.primary()) : one)
				.toList(), soonest);
		return new CarePlan(choice.primary(), choice.alternative(), before.firstDay(), before.minutes(), before.habit(),
				before.block(), sessions);
	}

	/**
	 * A plan as a therapist wants it. Its first day may be over only when it was so
	 * before, and the plan has begun.
	 * @throws Refused for what is never allowed
	 */
	CarePlan changed(Round round, CarePlan before, PlanChange change, boolean begun) {
		Assessment assessment = round.assessment();
		TechniqueChoice choice = Objects.requireNonNull(assessment.technique());
		if (!choice.scores().containsKey(change.technique()) || choice.excluded().containsKey(change.technique())) {
			throw new Refused("care.technique.out");
		}
		if (change.minutes() < PlanChange.SHORTEST || change.minutes() > PlanChange.LONGEST) {
			throw new Refused("care.minutes.range", PlanChange.SHORTEST, PlanChange.LONGEST);
		}
		if (change.firstDay().isBefore(LocalDate.now(this.clock))
				&& !(begun && change.firstDay().equals(before.firstDay()))) {
			throw new Refused("care.day.past");
		}
		KnowledgeBase base = base(assessment);
		if (change.habit() != null && !base.hasHabit(change.habit())) {
			throw new Refused("care.habit.unknown");
		}
		List<PlanGuide.Phase> chosen = base.plan()
			.phases()
			.stream()
			.filter((phase) -> change.sessions().getOrDefault(phase.id(), 0) != 0)
			.toList();
		List<PlannedPhase> phases = chosen.stream()
			.map((phase) -> new PlannedPhase(phase.id(), change.sessions().get(phase.id()), phase.everyDays(),
					phase != chosen.get(0)))
			.toList();
		if (phases.isEmpty()) {
			throw new Refused("care.sessions.range", PlanChange.MOST_SESSIONS);
		}
		for (PlannedPhase phase : phases) {
			int most = PlanChange.most(phase.phase(), base);
			if (phase.sessions() < 0 || phase.sessions() > PlanChange.MOST_SESSIONS) {
				throw new Refused("care.sessions.range", PlanChange.MOST_SESSIONS);
			}
			if (phase.sessions() > most) {
				throw new Refused("care.step.most", most);
			}
		}
		String other = change.technique().equals(before.technique()) ? before.alternative() : before.technique();
		boolean out = other != null && choice.excluded().containsKey(other);
		String alternative = out ? null : other;
		List<Session> sessions = days(before, change, phases,
				firstTechnique(assessment, change.technique(), alternative));
		return new CarePlan(change.technique(), alternative, sessions.get(0).day(), change.minutes(), change.habit(),
				CarePlan.Block.in(sessions, before.block().phase()), sessions);
	}

	/**
	 * The days of a changed plan. While its first day stays, the later ones count from
	 * the day that the first session was meant for.
	 */
	private List<Session> days(CarePlan before, PlanChange change, List<PlannedPhase> phases, String first) {
		Scheduler.Opened opened = this.scheduler.opened();
		Session begin = before.sessions().get(0);
		if (!change.firstDay().equals(begin.day())) {
			return opened.fit(Scheduler.sessions(phases, change.firstDay(), change.technique(), first), null);
		}
		List<Session> meant = Scheduler.sessions(phases, begin.meant(), change.technique(), first);
		Session stays = meant.get(0).on(begin.day(), begin.shift());
		List<Session> sessions = new ArrayList<>(List.of(stays));
		sessions.addAll(opened.fit(meant.subList(1, meant.size()), stays));
		return List.copyOf(sessions);
	}

	/** Where a rule asks for a gentle beginning, the least gentle technique waits. */
	private String firstTechnique(Assessment assessment, String technique, @Nullable String alternative) {
		KnowledgeBase base = base(assessment);
		List<String> gentlerFirst = base.techniques().gentlerFirst();
		boolean gently = assessment.cautions()
			.stream()
			.anyMatch((caution) -> base.cautions()
				.stream()
				.anyMatch((rule) -> rule.id().equals(caution.rule()) && rule.beginsGently()));
		if (!gently || !technique.equals(gentlerFirst.get(gentlerFirst.size() - 1))) {
			return technique;
		}
		return (alternative != null) ? alternative : gentlerFirst.get(0);
	}

	private KnowledgeBase base(Assessment assessment) {
		return this.archive.of(assessment.knowledge()).knowledge();
	}

}
