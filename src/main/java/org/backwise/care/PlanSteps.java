package org.backwise.care;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.followup.CheckInsInForce;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.practice.Refused;

/**
 * The steps of a plan: a check-in proposes one by rule, a therapist confirms it, takes
 * another one, or puts it off. Only a step moves a client from phase to phase.
 */
@Service
public class PlanSteps {

	private final Episodes episodes;

	private final CarePlans plans;

	private final Attendance sessions;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final CheckInsInForce rules;

	private final Scheduler scheduler;

	private final Clock clock;

	PlanSteps(Episodes episodes, CarePlans plans, Attendance sessions, Cases cases, LifeCycle lifeCycle,
			CheckInsInForce rules, Scheduler scheduler, Clock clock) {
		this.episodes = episodes;
		this.plans = plans;
		this.sessions = sessions;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.rules = rules;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/** What a client would like to follow from a check-in. */
	public enum Wish {

		/** To go on in the same rhythm, though they could finish. */
		GO_ON,
		/** Fewer sessions, while they come most often. */
		FEWER;

		/** The id used in messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * A step that waits for a therapist.
	 *
	 * @param checkIn the check-in that proposes it
	 * @param outcome what it proposes, or what the client chose of it
	 * @param to id of the phase it leads to, null when the phase stays or the care ends
	 * @param wish what the client would like, null when they did not say
	 * @param asks whether the client is asked to choose, and has not yet
	 * @param full whether the last phase has had as many sessions as it may
	 */
	public record Proposed(CheckIn checkIn, Outcome outcome, @Nullable String to, @Nullable Wish wish, boolean asks,
			boolean full) {

		/**
		 * Whether a step is the one that is proposed; to go on at the end of a block is
		 * to hold.
		 * @param step what is to be done
		 * @param phase id of the phase it leads to, null for none
		 * @return false for another one
		 */
		public boolean is(Outcome step, @Nullable String phase) {
			Outcome proposed = (this.outcome == Outcome.GO_ON) ? Outcome.HOLD : this.outcome;
			return proposed == step && Objects.equals(this.to, phase);
		}

	}

	/**
	 * The step that waits.
	 * @param id the case
	 * @return empty when none does
	 */
	@Transactional(readOnly = true)
	public Optional<Proposed> waiting(CaseId id) {
		return this.cases.find(id).flatMap(this::waiting);
	}

	/**
	 * The step that waits.
	 * @param theCase the case, as it was read already
	 * @return empty when none does
	 */
	@Transactional(readOnly = true)
	public Optional<Proposed> waiting(Case theCase) {
		return proposed(this.episodes.soFar(theCase));
	}

	/**
	 * When a therapist last decided on a step, or changed the plan.
	 * @param theCase the case
	 * @return empty when nobody ever did
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> decidedAt(Case theCase) {
		return this.episodes.soFar(theCase).decidedAt();
	}

	/** The step that waits in a course of care that was read already. */
	static Optional<Proposed> proposed(CareSoFar soFar) {
		boolean asks = soFar.toChoose().isPresent();
		return soFar.waitingStep().map((checkIn) -> {
			boolean goesOn = soFar.chosen(checkIn).filter(Reason.GO_ON::equals).isPresent();
			String to = checkIn.decision().to();
			return new Proposed(checkIn, goesOn ? Outcome.HOLD : checkIn.decision().outcome(), to,
					goesOn ? Wish.GO_ON : soFar.isDecidedFirst(checkIn) ? Wish.FEWER : null, asks,
					soFar.isFull() || (to != null && !soFar.isPossible(to)));
		});
	}

	/**
	 * Whether a step is milder than what a check-in proposes, so that it needs a second
	 * look.
	 * @param proposed what is proposed
	 * @param outcome what is to be done instead
	 * @return true when it is milder
	 */
	public boolean isMilder(Proposed proposed, Outcome outcome) {
		return proposed.outcome().isStricterThan(outcome);
	}

	/**
	 * Takes a step: the one that is proposed, or another one.
	 * @param id the case
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param outcome {@code STEP_BACK}, {@code HOLD} or {@code STEP_DOWN}
	 * @param to id of the phase it leads to; null for {@code HOLD}
	 * @param reason why
	 * @throws Refused when no step waits, it leads nowhere, or it is said to be proposed
	 * and is not
	 */
	@Transactional
	public void take(CaseId id, int seen, Therapist by, Outcome outcome, @Nullable String to, Reason reason) {
		this.lifeCycle.lock(id, seen, Act.STEP);
		Proposed proposed = waiting(id).orElseThrow(() -> new Refused("care.step.none"));
		if (reason.code().equals(Reason.AS_PROPOSED) && !proposed.is(outcome, to)) {
			throw new Refused("care.step.reason");
		}
		CarePlan plan = this.plans.of(id).orElseThrow(() -> new Refused("care.no-plan"));
		KnowledgeBase base = this.rules.triage().knowledge();
		List<PlanGuide.Phase> phases = base.plan().phases();
		Steps steps = steps(base);
		List<LiveSession> live = this.sessions.of(id);
		String technique = technique(id, plan, base, proposed.checkIn());
		@Nullable UUID made = null;
		if (outcome == Outcome.HOLD) {
			made = steps.hold(plan, live, technique).map((held) -> this.plans.add(id, held)).orElse(null);
		}
		else {
			if (to == null || phases.stream().noneMatch((phase) -> phase.id().equals(to))
					|| !isThatWay(phases, plan.block().phase(), to, outcome)) {
				throw new Refused("care.step.phase");
			}
			made = this.plans.add(id, steps.to(plan, live, to, technique));
		}
		this.lifeCycle.take(id, new Decision(Act.STEP, seen, by, reason, null, made));
	}

	private static boolean isThatWay(List<PlanGuide.Phase> phases, String from, String to, Outcome outcome) {
		List<String> ids = phases.stream().map(PlanGuide.Phase::id).toList();
		int way = Integer.compare(ids.indexOf(to), ids.indexOf(from));
		return (outcome == Outcome.STEP_BACK && way <= 0) || (outcome == Outcome.STEP_DOWN && way > 0);
	}

	/** The technique of the plan, unless a check-in of these days leaves it out. */
	private String technique(CaseId id, CarePlan plan, KnowledgeBase base, @Nullable CheckIn proposes) {
		return this.plans.told(id, proposes).lasting(plan.technique(), base);
	}

	/**
	 * Leaves the plan as it is, for a reason.
	 * @param id the case
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param reason why
	 * @throws Refused when no step waits
	 */
	@Transactional
	public void putOff(CaseId id, int seen, Therapist by, Reason reason) {
		this.lifeCycle.lock(id, seen, Act.PUT_OFF);
		if (waiting(id).isEmpty()) {
			throw new Refused("care.step.none");
		}
		this.lifeCycle.take(id, new Decision(Act.PUT_OFF, seen, by, reason));
	}

	/**
	 * Whether a step can be taken at all.
	 * @param theCase the case
	 * @param to id of the phase, null for {@code HOLD}
	 * @return false where it would lay more sessions of the last phase than there may be
	 */
	@Transactional(readOnly = true)
	public boolean isPossible(Case theCase, @Nullable String to) {
		return this.episodes.soFar(theCase).isPossible(to);
	}

	/**
	 * Whether the last phase has had as many sessions as it may, and none of them is left
	 * after the next one.
	 * @param theCase the case
	 * @return true where only a fresh questionnaire leads on, or the end
	 */
	@Transactional(readOnly = true)
	public boolean isFull(Case theCase) {
		return this.episodes.soFar(theCase).isFull();
	}

	private Steps steps(KnowledgeBase base) {
		return new Steps(base.plan().phases(), Objects.requireNonNull(base.followUp()).timing(),
				this.scheduler.opened(), LocalDate.now(this.clock));
	}

	/**
	 * The sessions as they would be after a step.
	 * @param theCase the case
	 * @param outcome the step
	 * @param to id of the phase, null for {@code HOLD}
	 * @return the plan, empty when nothing would change
	 * @throws Refused when it is not possible
	 */
	@Transactional(readOnly = true)
	public Optional<CarePlan> after(Case theCase, Outcome outcome, @Nullable String to) {
		CaseId id = theCase.id();
		CarePlan plan = this.plans.of(id).orElseThrow(() -> new Refused("care.no-plan"));
		KnowledgeBase base = this.rules.triage().knowledge();
		List<LiveSession> live = this.sessions.of(id);
		String technique = technique(id, plan, base, waiting(theCase).map(Proposed::checkIn).orElse(null));
		return (to == null) ? steps(base).hold(plan, live, technique)
				: Optional.of(steps(base).to(plan, live, to, technique));
	}

}
