package org.backwise.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Act.By;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.knowledge.Level;
import org.backwise.practice.Refused;

/**
 * How cases move. Every decision names the version of the case that was looked at and
 * takes one step on from there; a step is never rewritten, and what is never allowed is
 * refused here, whatever a page offered.
 */
@Service
public class LifeCycle {

	private final CaseRows cases;

	private final CaseSteps steps;

	private final Clearances clearances;

	private final Rounds rounds;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final CaseTimes times;

	LifeCycle(CaseRows cases, CaseSteps steps, Clearances clearances, Rounds rounds, Journal journal,
			ApplicationEventPublisher events, CaseTimes times) {
		this.cases = cases;
		this.steps = steps;
		this.clearances = clearances;
		this.rounds = rounds;
		this.journal = journal;
		this.events = events;
		this.times = times;
	}

	/**
	 * Where a case stands.
	 * @param theCase the case
	 * @return its state and all steps
	 */
	@Transactional(readOnly = true)
	public Standing standing(Case theCase) {
		return Standing.of(theCase.level(), this.steps.of(theCase.id()));
	}

	/**
	 * The same, and whoever else wants to move the case waits until the transaction is
	 * over.
	 * @param id the case
	 * @param seen the version that was looked at
	 * @param act what is to be done
	 * @return where it stands
	 * @throws StaleCaseException when it has moved since
	 * @throws Refused when it cannot be done from there
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Standing lock(CaseId id, int seen, Act act) {
		this.cases.lock(id.value());
		Standing standing = standing(find(id));
		if (standing.version() != seen) {
			throw new StaleCaseException();
		}
		if (!standing.allows(act)) {
			throw new Refused("cases.refused.state");
		}
		return standing;
	}

	/**
	 * Takes a step.
	 * @param id the case
	 * @param decision what is to be done
	 * @throws StaleCaseException when the case has moved since it was looked at
	 * @throws Refused for what is never allowed
	 */
	@Transactional
	public void take(CaseId id, Decision decision) {
		Act act = decision.act();
		Standing standing = lock(id, decision.seen(), act);
		if (decision.by() != null) {
			checkTherapist(decision, standing);
		}
		Who who = who(id, decision);
		CaseStep step = step(decision, this.times.next(id));
		this.steps.add(id, step);
		// what only time lifts leaves what a doctor allowed as it is
		boolean waits = decision.by() == null && decision.level() == Level.WAIT;
		if (act.endsClearance() && !waits) {
			this.clearances.withdraw(id, step.at());
		}
		this.journal.note(act.action(), who, id.value());
		Case theCase = find(id);
		this.events.publishEvent(new CaseEvent.Moved(theCase, standing(theCase)));
	}

	/**
	 * Records a clearance. The client's link then opens the massage section; when it was
	 * answered before, it is decided again at once. Beside a finding that no clearance
	 * lifts it is kept, and opens nothing.
	 * @param id the case
	 * @param seen the version that was looked at
	 * @param by who records it
	 * @param clearance who cleared the client, when and with which limits
	 * @param why why massage is right all the same
	 * @throws StaleCaseException when the case has moved since it was looked at
	 * @throws Refused when its level is never lifted, or there is nothing to lift
	 */
	@Transactional
	public void clear(CaseId id, int seen, Therapist by, Clearance clearance, String why) {
		if (this.rounds.liftable(this.rounds.latest(id)).isOnlyHeld()) {
			throw new Refused("cases.refused.only-time");
		}
		take(id, new Decision(Act.CLEAR, seen, by, new Reason("cleared", why, null)));
		this.clearances.add(id, clearance.recordedAt(this.times.next(id)));
		this.rounds.decideWithKnownAnswers(id);
	}

	/**
	 * Keeps that the client wants no more of it; said twice, it stands once.
	 * @param id the case
	 */
	@Transactional
	public void withdraw(CaseId id) {
		this.cases.lock(id.value());
		Standing standing = standing(find(id));
		if (standing.allows(Act.WITHDRAW)) {
			take(id, Decision.ofRules(Act.WITHDRAW, standing.version(), null, null));
		}
	}

	/**
	 * The clearance in force. Only a case with a step that cleared it can have one, and
	 * the steps of a case are known on every page of it.
	 * @param id the case
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Clearance> clearance(CaseId id) {
		boolean wasCleared = this.steps.of(id).stream().anyMatch((step) -> step.act() == Act.CLEAR);
		return wasCleared ? this.clearances.of(id) : Optional.empty();
	}

	private static void checkTherapist(Decision decision, Standing standing) {
		Act act = decision.act();
		Reason reason = decision.reason();
		if (!act.isFor(By.THERAPIST)) {
			throw new Refused("cases.refused.therapist");
		}
		if (!act.reasons().isEmpty() && (reason == null || !act.reasons().contains(reason.code()))) {
			throw new Refused("cases.refused.reason");
		}
		Level level = decision.level();
		if (act == Act.RAISE && (level == null || !standing.raisable().contains(level))) {
			throw new Refused("cases.refused.level");
		}
	}

	private static Who who(CaseId id, Decision decision) {
		if (decision.by() != null) {
			return new Who.Staff(decision.by().account());
		}
		return decision.act().isFor(By.CLIENT) ? new Who.Client(id.value()) : new Who.System();
	}

	private CaseStep step(Decision decision, Instant at) {
		Therapist by = decision.by();
		Reason reason = decision.reason();
		@Nullable UUID account = (by != null) ? by.account() : null;
		return new CaseStep(decision.seen() + 1, decision.act(), account, (by != null) ? by.name() : null, at,
				(reason != null) ? reason.code() : null, (reason != null) ? reason.words() : null,
				(reason != null) ? reason.note() : null, decision.level(), decision.plan());
	}

	private Case find(CaseId id) {
		return this.cases.find(id.value()).orElseThrow(() -> new Refused("cases.refused.unknown"));
	}

}
