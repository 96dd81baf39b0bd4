package org.backwise.plan;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.Clearance;
import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Continuations;
import org.backwise.intake.IntakeContinued;
import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.Level;
import org.backwise.plan.Standing.Act;

/**
 * What therapists decide about a case. Every command names the version of the case that
 * was looked at and takes one step on from there; a step is never rewritten, and what is
 * never allowed is refused here, whatever a page offered.
 */
@Service
public class Cases {

	private final CaseSteps steps;

	private final CarePlans plans;

	private final Intakes intakes;

	private final Continuations continuations;

	private final Journal journal;

	private final ObjectProvider<LiveDays> days;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Cases(CaseSteps steps, CarePlans plans, Intakes intakes, Continuations continuations, Journal journal,
			ObjectProvider<LiveDays> days, ApplicationEventPublisher events, Clock clock) {
		this.steps = steps;
		this.plans = plans;
		this.intakes = intakes;
		this.continuations = continuations;
		this.journal = journal;
		this.days = days;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Where the case of an intake stands.
	 * @param intake the intake
	 * @return its state and all steps
	 */
	@Transactional(readOnly = true)
	public Standing standing(CompletedIntake intake) {
		return Standing.of(intake.assessment().level(), this.plans.proposed(intake.id()).orElse(null),
				intake.assessment().hasCarePlan(), this.steps.of(intake.id()));
	}

	/**
	 * The answers and the decision that count now: those after a clearance, when there
	 * are some.
	 * @param intake the intake as it was sent
	 * @return the intake, maybe continued
	 */
	@Transactional(readOnly = true)
	public CompletedIntake latest(CompletedIntake intake) {
		return intake.assessment().hasCarePlan() && this.steps.of(intake.id()).isEmpty() ? intake
				: this.continuations.continued(intake.id()).orElse(intake);
	}

	/**
	 * How many sessions every plan of a case must have, because they took place.
	 * @param id the intake
	 * @return a number, mostly 0
	 */
	@Transactional(readOnly = true)
	public int taken(IntakeId id) {
		LiveDays days = this.days.getIfAvailable();
		return (days != null) ? days.taken(id) : 0;
	}

	/**
	 * Lets the plan stand.
	 * @param id the intake
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param reason a second thought, when there was one, and words to the client
	 */
	@Transactional
	public void approve(IntakeId id, int seen, Therapist by, @Nullable Reason reason) {
		standingFor(Act.APPROVE, id, seen);
		take(id, step(seen, CaseStep.Kind.APPROVED, by, reason, null, null));
		this.journal.note(Action.PLAN_APPROVED, new Who.Staff(by.account()), id.value());
	}

	/**
	 * Lets the plan stand with changes.
	 * @param id the intake
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param change how the plan is to be
	 * @param reason why
	 */
	@Transactional
	public void change(IntakeId id, int seen, Therapist by, PlanChange change, Reason reason) {
		Standing standing = standingFor(Act.CHANGE, id, seen);
		known(reason, Reason.CHANGE);
		CompletedIntake intake = latest(hold(id));
		CarePlan before = standing.plan();
		if (before == null) {
			throw new NotAllowedException("There is no plan to change");
		}
		CarePlan plan = this.plans.changed(intake, before, change);
		if (plan.sessions().size() < taken(id)) {
			throw new NotAllowedException("Sessions that took place stay");
		}
		take(id, step(seen, CaseStep.Kind.CHANGED, by, reason, null, plan));
		this.journal.note(Action.PLAN_CHANGED, new Who.Staff(by.account()), id.value());
	}

	/**
	 * Decides against the plan.
	 * @param id the intake
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param reason why
	 */
	@Transactional
	public void decline(IntakeId id, int seen, Therapist by, Reason reason) {
		standingFor(Act.DECLINE, id, seen);
		known(reason, Reason.DECLINE);
		take(id, step(seen, CaseStep.Kind.DECLINED, by, reason, null, null));
		this.journal.note(Action.PLAN_DECLINED, new Who.Staff(by.account()), id.value());
	}

	/**
	 * Records a clearance. The client's link then opens the massage section; when it was
	 * answered before, a complementary plan is proposed at once.
	 * @param id the intake
	 * @param seen the version that was looked at
	 * @param by who records it
	 * @param clearance who cleared the client, when and with which limits
	 * @param why why massage is right all the same
	 */
	@Transactional
	public void clear(IntakeId id, int seen, Therapist by, Clearance clearance, String why) {
		standingFor(Act.CLEAR, id, seen);
		take(id, step(seen, CaseStep.Kind.CLEARED, by, new Reason("cleared", why, null), null, null));
		this.continuations.recordClearance(id, clearance);
		this.journal.note(Action.CLEARANCE_RECORDED, new Who.Staff(by.account()), id.value());
		this.continuations.continueWithKnownAnswers(id);
	}

	/**
	 * Raises the level, or takes back a clearance. A plan stops with it.
	 * @param id the intake
	 * @param seen the version that was looked at
	 * @param by who decides
	 * @param level the level from now on
	 * @param reason why
	 */
	@Transactional
	public void raise(IntakeId id, int seen, Therapist by, Level level, Reason reason) {
		Standing standing = standingFor(Act.RAISE, id, seen);
		known(reason, Reason.RAISE);
		if (!standing.raisable().contains(level)) {
			throw new NotAllowedException("A level is never lowered");
		}
		take(id, step(seen, CaseStep.Kind.RAISED, by, reason, level, null));
		this.continuations.withdrawClearance(id);
		this.journal.note(Action.LEVEL_RAISED, new Who.Staff(by.account()), id.value());
	}

	/**
	 * Keeps what a client who was referred told about their doctor.
	 * @param id the intake
	 * @param seen the version that was looked at
	 * @param by who asked
	 * @param reason whether the doctor was seen, or why nobody needs to ask again
	 * @param close whether nobody needs to ask again
	 */
	@Transactional
	public void followUp(IntakeId id, int seen, Therapist by, Reason reason, boolean close) {
		standingFor(Act.FOLLOW_UP, id, seen);
		known(reason, close ? Reason.CLOSE : Reason.DOCTOR_SEEN);
		take(id, step(seen, close ? CaseStep.Kind.CLOSED : CaseStep.Kind.FOLLOWED_UP, by, reason, null, null));
		this.journal.note(Action.REFERRAL_FOLLOWED_UP, new Who.Staff(by.account()), id.value());
	}

	/**
	 * Keeps that the client wants no more of it.
	 * @param id the intake
	 */
	@Transactional
	public void withdraw(IntakeId id) {
		Standing standing = standing(hold(id));
		if (standing.state() != CaseState.WITHDRAWN) {
			take(id, step(standing.version(), CaseStep.Kind.WITHDRAWN, null, null, null, null));
			this.continuations.withdrawClearance(id);
			this.journal.note(Action.WITHDRAWN, new Who.Client(id.value()), id.value());
		}
	}

	/**
	 * Proposes a complementary plan together with the answers. Where newer rules find
	 * something that nobody can lift, the case refers again.
	 * @param continued which intake
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void propose(IntakeContinued continued) {
		IntakeId id = continued.intake();
		CompletedIntake intake = this.continuations.continued(id).orElseThrow();
		int seen = standing(hold(id)).version();
		Level level = intake.assessment().level();
		if (level != null) {
			take(id, step(seen, CaseStep.Kind.RAISED, null, null, level, null));
			this.continuations.withdrawClearance(id);
			this.journal.note(Action.LEVEL_RAISED, new Who.System(), id.value());
			return;
		}
		take(id, step(seen, CaseStep.Kind.PROPOSED, null, null, null, this.plans.proposal(intake)));
		this.journal.note(Action.PLAN_PROPOSED, new Who.System(), id.value());
	}

	private Standing standingFor(Act act, IntakeId id, int seen) {
		Standing standing = standing(hold(id));
		if (standing.version() != seen) {
			throw new StaleCaseException();
		}
		if (!standing.acts().contains(act)) {
			throw new NotAllowedException("Not possible while the case is " + standing.state());
		}
		return standing;
	}

	private static void known(Reason reason, List<String> codes) {
		if (!codes.contains(reason.code())) {
			throw new NotAllowedException("There is no such reason");
		}
	}

	private CaseStep step(int seen, CaseStep.Kind kind, @Nullable Therapist by, @Nullable Reason reason,
			@Nullable Level level, @Nullable CarePlan plan) {
		UUID account = (by != null) ? by.account() : null;
		String name = (by != null) ? by.name() : null;
		return (reason != null)
				? new CaseStep(seen + 1, kind, account, name, this.clock.instant(), reason.code(), reason.words(),
						reason.note(), level, plan)
				: new CaseStep(seen + 1, kind, account, name, this.clock.instant(), null, null, null, level, plan);
	}

	private void take(IntakeId id, CaseStep step) {
		this.steps.add(id, step);
		this.events.publishEvent(new CaseMoved(id));
	}

	/**
	 * Whoever decides about the same case at this moment waits, and then sees this step.
	 */
	private CompletedIntake hold(IntakeId id) {
		return this.intakes.hold(id).orElseThrow(() -> new NotAllowedException("There is no such intake"));
	}

}
