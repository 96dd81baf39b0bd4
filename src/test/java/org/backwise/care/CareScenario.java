package org.backwise.care;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Standing;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;

/** A client in care, and what the desk and the client do, by the services alone. */
@DeskTest
abstract class CareScenario {

	static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	static final Reason NO_REASON = new Reason("x", null, null);

	@Autowired
	People people;

	@Autowired
	TestClock clock;

	@Autowired
	Cases cases;

	@Autowired
	LifeCycle lifeCycle;

	@Autowired
	CarePlans plans;

	@Autowired
	CheckIns checkIns;

	@Autowired
	SessionGate gate;

	@Autowired
	Attendance sessions;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	/** Approved, and the start check-in made. */
	CaseId inCare(String link) {
		CaseId id = this.people.planned(link).id();
		this.plans.letStand(id, Act.APPROVE, 0, THEO, NO_REASON, null);
		send(id, Map.of());
		return id;
	}

	/** On the morning of a session, so that its check-in is open. */
	void toSession(CaseId id, int number) {
		LocalDate day = this.sessions.of(id).get(number - 1).day();
		Duration until = Duration.between(this.clock.instant(),
				day.atTime(9, 0).atZone(this.clock.getZone()).toInstant());
		if (!until.isNegative()) {
			this.clock.pass(until);
		}
		if (number == 1 && this.checkIns.holding(id, day).isEmpty()) {
			aloud(id, Map.of());
		}
	}

	/** A little better before each one from the second on. */
	void keepTheFirst(CaseId id, int sessions) {
		for (int session = 1; session <= sessions; session++) {
			toSession(id, session);
			if (session > 1) {
				send(id, Map.of("pain", 4));
			}
			keep(id, session);
		}
	}

	void keep(CaseId id, int number) {
		this.gate.tookPlace(id, number, today(), this.sessions.of(id).get(number - 1).seen(), Set.of());
	}

	/** The check-in that is due, as the client makes it. */
	CheckIn send(CaseId id, Map<String, Object> changes) {
		return send(id, this.checkIns.next(id).orElseThrow().moment(), changes);
	}

	CheckIn send(CaseId id, Moment moment, Map<String, Object> changes) {
		return this.checkIns.send(id, moment, By.CLIENT, calm(changes), List.of(), new Who.Client(id.value()));
	}

	/** Something has changed, as a therapist asks it. */
	CheckIn aloud(CaseId id, Map<String, Object> changes) {
		return this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, calm(changes), List.of(),
				new Who.Staff(THEO.account()));
	}

	/** The firmest kind of massage, from the next session on. */
	void changeTo(CaseId id, String technique) {
		CarePlan plan = plan(id);
		this.plans.change(id, version(id), THEO, new PlanChange(technique, PlanChange.none(plan).sessions(),
				plan.firstDay(), plan.minutes(), plan.habit()), new Reason("judgement", null, null));
	}

	void take(CaseId id, Act act, String reason) {
		this.lifeCycle.take(id, new Decision(act, version(id), THEO, new Reason(reason, null, null)));
	}

	/** What the client says by one tap. */
	void takeBreak(CaseId id) {
		this.lifeCycle.take(id, Decision.ofRules(Act.PAUSE, version(id), null, null));
	}

	CarePlan plan(CaseId id) {
		return this.plans.of(id).orElseThrow();
	}

	Case find(CaseId id) {
		return this.cases.find(id).orElseThrow();
	}

	Standing standing(CaseId id) {
		return this.lifeCycle.standing(find(id));
	}

	CaseState state(CaseId id) {
		return standing(id).state();
	}

	int version(CaseId id) {
		return standing(id).version();
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	static Map<String, Object> calm(Map<String, Object> changes) {
		Map<String, Object> answers = new LinkedHashMap<>(TestDesk.CALM);
		answers.put("warmth-last", "right");
		answers.putAll(changes);
		return answers;
	}

}
