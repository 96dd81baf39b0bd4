package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.cases.SuitingTimes;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.Level;
import org.backwise.practice.Refused;

/**
 * The plans of the cases: proposed as soon as a round that allows one is sent, changed by
 * a therapist. A plan is never rewritten; the one that counts was made last.
 */
@Service
public class CarePlans {

	private static final int DAYS_OF_A_WEEK = 7;

	private final StoredPlans stored;

	private final PlanMaker maker;

	private final LifeCycle lifeCycle;

	private final Rounds rounds;

	private final CheckInRounds checkIns;

	private final SuitingTimes suits;

	private final Attendance sessions;

	private final Moving moving;

	private final CheckInTimes times;

	private final Journal journal;

	private final Clock clock;

	CarePlans(StoredPlans stored, PlanMaker maker, LifeCycle lifeCycle, Rounds rounds, CheckInRounds checkIns,
			SuitingTimes suits, Attendance sessions, Moving moving, CheckInTimes times, Journal journal, Clock clock) {
		this.stored = stored;
		this.maker = maker;
		this.lifeCycle = lifeCycle;
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.suits = suits;
		this.sessions = sessions;
		this.moving = moving;
		this.times = times;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The plan of a case as it is now.
	 * @param id the case
	 * @return empty after a referral that was not cleared
	 */
	@Transactional(readOnly = true)
	public Optional<CarePlan> of(CaseId id) {
		return this.stored.latest(id.value()).map(StoredPlan::plan);
	}

	/**
	 * All plans that a case ever had.
	 * @param id the case
	 * @return each under its id
	 */
	@Transactional(readOnly = true)
	public Map<UUID, CarePlan> all(CaseId id) {
		return this.stored.findByCaseId(id.value())
			.stream()
			.collect(Collectors.toMap(StoredPlan::getId, StoredPlan::plan));
	}

	/**
	 * The plan that the rules proposed last.
	 * @param id the case
	 * @param standing where it stands
	 * @return empty after a referral that was not cleared
	 */
	@Transactional(readOnly = true)
	public Optional<CarePlan> proposed(CaseId id, Standing standing) {
		UUID later = standing.last(Act.PROPOSE).map(CaseStep::plan).orElse(null);
		Optional<StoredPlan> latest = this.stored.latest(id.value());
		boolean isLatest = latest.map((plan) -> (later != null) ? plan.getId().equals(later) : plan.number() == 1)
			.orElse(true);
		if (isLatest) {
			return latest.map(StoredPlan::plan);
		}
		return ((later != null) ? this.stored.findById(later) : this.stored.findByCaseIdAndNumber(id.value(), 1))
			.map(StoredPlan::plan);
	}

	/**
	 * Proposes a plan together with the round: both are stored, or neither. Where newer
	 * rules find something that nobody can lift, a case that was cleared refers again.
	 * @param added which round
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void propose(CaseEvent.RoundAdded added) {
		Case theCase = added.theCase();
		Round round = added.round();
		Level level = round.assessment().level();
		if (round.kind() == Round.Kind.FIRST) {
			if (level == null) {
				store(theCase.id(), this.maker.proposal(round, this.suits.of(theCase.id()).orElse(null)));
				this.journal.note(Action.PLAN_PROPOSED, new Who.System(), theCase.id().value());
			}
			return;
		}
		int seen = this.lifeCycle.standing(theCase).version();
		this.lifeCycle.take(theCase.id(), (level != null) ? Decision.ofRules(Act.RAISE, seen, level, null)
				: Decision.ofRules(Act.PROPOSE, seen, null, store(theCase.id(), proposal(theCase.id(), round))));
	}

	/** A plan that has begun goes on where it stopped, with what was cleared. */
	private CarePlan proposal(CaseId id, Round round) {
		return (this.sessions.taken(id) > 0) ? this.maker.goingOn(round, of(id).orElseThrow(), this.sessions.of(id))
				: this.maker.proposal(round, this.suits.of(id).orElse(null));
	}

	/**
	 * The kinds of massage that the check-ins of these days, and the last one since the
	 * round that counts, left out, which no plan is changed to.
	 * @param id the case
	 * @return ids of techniques, mostly none
	 */
	@Transactional(readOnly = true)
	public Set<String> leftOut(CaseId id) {
		return told(id, null).leftOut();
	}

	/**
	 * What the check-ins say of the massage that a plan is to have from now on, also the
	 * one that a step is taken for.
	 */
	Told told(CaseId id, @Nullable CheckIn proposes) {
		Round round = this.rounds.latest(id);
		List<CheckIn> since = this.checkIns.since(round);
		List<CheckIn> counting = new ArrayList<>(this.times.inTime(since, LocalDate.now(this.clock)));
		if (proposes != null && counting.stream().noneMatch((one) -> one.number() == proposes.number())) {
			counting.add(0, proposes);
		}
		return Told.of(counting, since, round.assessment().technique(), null);
	}

	/** Keeps a plan that a step made. */
	UUID add(CaseId id, CarePlan plan) {
		return store(id, plan);
	}

	/**
	 * A plan goes on by itself: where days went by while it rested, the sessions to come
	 * move by whole weeks, so that each keeps its day of the week.
	 * @return the plan with other days, null when its days stand
	 */
	@Nullable UUID comeBack(CaseId id, Standing standing) {
		List<LiveSession> live = this.sessions.of(id);
		LocalDate today = LocalDate.now(this.clock);
		LocalDate over = CarePlan.dayOver(live, this.sessions.restedSince(standing), today).orElse(null);
		if (over == null) {
			return null;
		}
		LocalDate first = live.stream().filter(LiveSession::isOpen).map(LiveSession::day).findFirst().orElseThrow();
		long weeks = ChronoUnit.DAYS.between(over, today) / DAYS_OF_A_WEEK + 1;
		return store(id, this.moving.putOff(id, first.plusWeeks(weeks)));
	}

	/**
	 * Lets the plan stand with changes.
	 * @param id the case
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param change how the plan is to be
	 * @param reason why
	 * @throws Refused for what is never allowed
	 */
	@Transactional
	public void change(CaseId id, int seen, Therapist by, PlanChange change, Reason reason) {
		Standing standing = this.lifeCycle.lock(id, seen, Act.CHANGE);
		CarePlan before = of(id).orElseThrow(() -> new Refused("care.no-plan"));
		if (leftOut(id).contains(change.technique())) {
			throw new Refused("care.technique.out");
		}
		int taken = this.sessions.taken(id);
		boolean begun = standing.state().isChecked() || taken > 0;
		CarePlan plan = this.maker.changed(this.rounds.latest(id), before, change, begun);
		if (plan.sessions().size() < taken) {
			throw new Refused("care.sessions.taken", taken);
		}
		this.lifeCycle.take(id, new Decision(Act.CHANGE, seen, by, reason, null, store(id, plan)));
	}

	/**
	 * Lets the plan stand, or go on.
	 * @param id the case
	 * @param act to approve or to resume
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param reason words of the decision
	 * @param day the new day of the next session, whose day is over; the later ones move
	 * by as many days. Null when the days stand
	 * @throws Refused when the next session would lie in the past, or the client was away
	 * for too long
	 */
	@Transactional
	public void letStand(CaseId id, Act act, int seen, Therapist by, Reason reason, @Nullable LocalDate day) {
		Standing standing = this.lifeCycle.lock(id, seen, act);
		if (act == Act.RESUME && this.times.isTooLongAway(standing, this.sessions.of(id), LocalDate.now(this.clock))) {
			throw new Refused("care.away.long", this.times.timing().longestPause());
		}
		@Nullable UUID plan = (day != null) ? store(id, this.moving.putOff(id, day)) : null;
		this.lifeCycle.take(id, new Decision(act, seen, by, reason, null, plan));
	}

	/**
	 * No plan is let stand with a session to come whose day is over, whoever decides so.
	 * @param moved which case
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void check(CaseEvent.Moved moved) {
		boolean stands = moved.standing()
			.arrival()
			.filter((step) -> step.version() == moved.standing().version())
			.filter((step) -> step.act() == Act.APPROVE || step.act() == Act.RESUME)
			.isPresent();
		if (stands && this.sessions.isDayOver(moved.theCase().id(), moved.standing())) {
			throw new Refused("care.day.past");
		}
	}

	private UUID store(CaseId id, CarePlan plan) {
		int number = this.stored.latest(id.value()).map(StoredPlan::number).orElse(0) + 1;
		this.moving.laid(id, plan);
		return this.stored.saveAndFlush(new StoredPlan(id, number, plan, this.clock.instant())).getId();
	}

}
