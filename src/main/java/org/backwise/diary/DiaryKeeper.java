package org.backwise.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanSteps;
import org.backwise.care.SessionGate;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.diary.DiaryRow.Mind;
import org.backwise.knowledge.FollowUp.Outcome;

/**
 * Draws the diary from plans, marks, check-ins and appointments, together with them: both
 * are stored, or neither.
 */
@Component
class DiaryKeeper {

	/** Plans that rest: their sessions stand in the diary, and do not take place. */
	private static final Set<CaseState> RESTS = EnumSet.of(CaseState.PAUSED, CaseState.LAPSED, CaseState.REFERRED);

	/** No check-in that was sent until now holds for a session after so many days. */
	private static final int HOLDS_DAYS = 7;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Attendance sessions;

	private final CarePlans plans;

	private final PlanSteps steps;

	private final CheckIns checkIns;

	private final SessionGate gate;

	private final Appointments appointments;

	private final DiaryRows rows;

	private final Clock clock;

	DiaryKeeper(Cases cases, LifeCycle lifeCycle, Attendance sessions, CarePlans plans, PlanSteps steps,
			CheckIns checkIns, SessionGate gate, Appointments appointments, DiaryRows rows, Clock clock) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.sessions = sessions;
		this.plans = plans;
		this.steps = steps;
		this.checkIns = checkIns;
		this.gate = gate;
		this.appointments = appointments;
		this.rows = rows;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.Moved moved) {
		draw(moved.theCase(), moved.standing());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.CheckedIn checked) {
		draw(checked.theCase());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.ContactGiven given) {
		draw(given.theCase());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseEvent.Assigned assigned) {
		draw(assigned.id());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(Marking.Marked marked) {
		draw(marked.id());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(Appointments.Changed changed) {
		draw(changed.id());
	}

	/** Draws a case; whoever draws the same one waits. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseId id) {
		this.cases.lock(id).ifPresent(this::draw);
	}

	private void draw(Case theCase) {
		draw(theCase, this.lifeCycle.standing(theCase));
	}

	private void draw(Case theCase, Standing standing) {
		if (standing.wasChecked()) {
			this.rows.put(theCase.id().value(), rows(theCase, standing));
		}
	}

	private List<DiaryRow> rows(Case theCase, Standing standing) {
		CaseId id = theCase.id();
		CarePlan plan = this.plans.of(id).orElse(null);
		if (plan == null) {
			return List.of();
		}
		List<LiveSession> live = this.sessions.of(id);
		Map<Integer, Appointment> times = this.appointments.of(id, live, plan.minutes());
		boolean runs = standing.state().isChecked();
		CaseStep stop = RESTS.contains(standing.state()) ? standing.stop().orElse(null) : null;
		int next = live.stream().filter(LiveSession::isOpen).mapToInt(LiveSession::number).findFirst().orElse(0);
		List<DiaryRow> rows = new ArrayList<>();
		for (LiveSession session : live) {
			boolean firm = plan.isFirm(session.number());
			if (session.isOpen() && !runs && (stop == null || !firm)) {
				continue;
			}
			boolean pending = session.isOpen() && runs;
			rows.add(new DiaryRow(id.value(), session.number(), theCase.reference(),
					theCase.contact().map(Contact::name).orElse(null), session.day(),
					Objects.requireNonNull(times.get(session.number())), session.state().name(),
					(session.isOpen() && stop != null) ? stop.act().toString() : null, pending, firm,
					pending ? mind(id, live, session, session.number() == next) : stopped(session, stop)));
		}
		return rows;
	}

	/**
	 * A check-in that found a new sign has stopped the plan, and nobody may overlook it.
	 */
	private static Mind stopped(LiveSession session, @Nullable CaseStep stop) {
		boolean sign = session.isOpen() && stop != null && stop.act() == Act.RAISE && stop.name() == null;
		return sign ? new Mind(false, false, 0, true, false) : Mind.NOTHING;
	}

	private Mind mind(CaseId id, List<LiveSession> live, LiveSession session, boolean isNext) {
		boolean first = isNext && live.stream().noneMatch((one) -> one.state() == LiveSession.State.KEPT);
		boolean near = !session.day().isAfter(LocalDate.now(this.clock).plusDays(HOLDS_DAYS));
		boolean holds = near && this.checkIns.holding(id, session.day()).isPresent();
		int cautions = holds ? this.gate.toConfirm(id, session.day()).size() : 0;
		Outcome waiting = isNext ? this.steps.waiting(id).map(PlanSteps.Proposed::outcome).orElse(null) : null;
		return new Mind(first, holds, cautions, waiting == Outcome.END_AND_REFER,
				waiting != null && waiting != Outcome.END_AND_REFER);
	}

}
