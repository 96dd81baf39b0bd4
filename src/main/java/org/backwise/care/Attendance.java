package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.LiveSession.State;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * The sessions of the plans as they stand: each is still to come, moved, kept or missed.
 */
@Service
public class Attendance {

	private final StoredMarks marks;

	private final ObjectProvider<SessionNotes> notes;

	private final StoredPlans plans;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	Attendance(StoredMarks marks, ObjectProvider<SessionNotes> notes, StoredPlans plans, Cases cases,
			LifeCycle lifeCycle, SignedIn signedIn, Journal journal, Clock clock) {
		this.marks = marks;
		this.notes = notes;
		this.plans = plans;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The sessions of a plan as they stand now.
	 * @param id the case
	 * @return empty when there is no plan
	 */
	@Transactional(readOnly = true)
	public List<LiveSession> of(CaseId id) {
		return schedule(id).sessions();
	}

	/**
	 * The same for a plan that was read already.
	 * @param id the case
	 * @param plan its plan as it is now
	 * @return its sessions as they stand
	 */
	@Transactional(readOnly = true)
	public List<LiveSession> of(CaseId id, CarePlan plan) {
		return Schedule.of(plan.sessions(), marks(id)).sessions();
	}

	/**
	 * The sessions of a plan on the days that hold now.
	 * @param id the case
	 * @param plan one of its plans
	 * @return the same plan with the sessions on those days
	 */
	@Transactional(readOnly = true)
	public CarePlan live(CaseId id, CarePlan plan) {
		return plan.on(Schedule.of(plan.sessions(), marks(id)).sessions().stream().map(LiveSession::session).toList());
	}

	/**
	 * Why nothing can be said or noted of a session: no therapist ever stood behind the
	 * plan, or it was stopped before the session's day.
	 * @param id the case
	 * @param session one of its sessions
	 * @return why, else empty
	 */
	@Transactional(readOnly = true)
	public Optional<Refusal> whyNothing(CaseId id, LiveSession session) {
		return whyNothing(standing(id), session);
	}

	/**
	 * The same where it is known how the case stands.
	 * @param standing how it stands
	 * @param session one of its sessions
	 * @return why, else empty
	 */
	public Optional<Refusal> whyNothing(Standing standing, LiveSession session) {
		if (!standing.wasChecked()) {
			return Optional.of(Refusal.of(standing.stop().isPresent() ? "care.stopped" : "care.not-approved"));
		}
		return standing.stop()
			.filter((stop) -> session.isOpen() && session.day().isAfter(dayOf(stop)))
			.map((stop) -> Refusal.of("care.stopped"));
	}

	/**
	 * Whether it took place, or its day has come.
	 * @param session a session
	 * @return false while it is still to come
	 */
	public boolean hasCome(LiveSession session) {
		return session.state() == State.KEPT || !session.day().isAfter(today());
	}

	/** Whether the next session to come should have been already. */
	boolean isDayOver(CaseId id) {
		return of(id).stream()
			.filter(LiveSession::isOpen)
			.findFirst()
			.filter((next) -> next.day().isBefore(today()))
			.isPresent();
	}

	/**
	 * The plan with everything that is to come put off. What was moved before lies in the
	 * plan itself from then on.
	 */
	CarePlan putOff(CaseId id, LocalDate day) {
		CarePlan plan = this.plans.findFirstByCaseIdOrderByNumberDesc(id.value()).orElseThrow().plan();
		List<LiveSession> sessions = of(id);
		long by = sessions.stream()
			.filter(LiveSession::isOpen)
			.findFirst()
			.map((next) -> ChronoUnit.DAYS.between(next.day(), day))
			.orElse(0L);
		this.marks.deleteAll(
				this.marks.of(id.value()).stream().filter((mark) -> mark.mark().state() == State.MOVED).toList());
		List<Session> moved = sessions.stream()
			.map((one) -> new Session(one.number(), one.session().phase(), one.session().technique(),
					one.isOpen() ? one.day().plusDays(by) : one.planned()))
			.toList();
		return new CarePlan(plan.technique(), plan.alternative(), moved.get(0).day(), plan.minutes(), plan.habit(),
				plan.block(), moved);
	}

	private Standing standing(CaseId id) {
		return this.lifeCycle.standing(this.cases.find(id).orElseThrow());
	}

	private LocalDate dayOf(CaseStep step) {
		return LocalDate.ofInstant(step.at(), this.clock.getZone());
	}

	/** Refuses what could never be, before anything else is looked at. */
	void check(CaseId id, int number, LocalDate day, String seen) {
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		Refused.because(schedule.whyNotKept(session, day, today()));
		if (day.isBefore(sentOn(id))) {
			throw new Refused("care.day.early");
		}
	}

	/**
	 * A session took place; {@link SessionGate} has let it.
	 * @param done ids of what was ticked as done before
	 */
	void keep(CaseId id, int number, LocalDate day, String seen, List<String> done) {
		LiveSession session = open(id, schedule(id), number, seen);
		Session now = session.session();
		StoredMark row = mark(id, new LiveSession(new Session(now.number(), now.phase(), now.technique(), day),
				session.planned(), State.KEPT));
		row.done(done);
		this.marks.saveAndFlush(row);
		note(Action.SESSION_KEPT, id);
	}

	/**
	 * A session did not take place.
	 * @param id the case
	 * @param number the session
	 * @param seen how the session stood on the page that says so
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void miss(CaseId id, int number, String seen) {
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		Refused.because(schedule.whyNotMissed(session, today()));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.missed.signed");
		}
		mark(id, new LiveSession(session.session(), session.planned(), State.MISSED));
		note(Action.SESSION_MISSED, id);
	}

	/**
	 * A session gets another day.
	 * @param id the case
	 * @param number the session
	 * @param day its new day
	 * @param laterToo whether the sessions after it move by as many days
	 * @param seen how the session stood on the page that says so
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void move(CaseId id, int number, LocalDate day, boolean laterToo, String seen) {
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		if (standing(id).stop().isPresent()) {
			throw new Refused("care.stopped");
		}
		Refused.because(schedule.whyNotMoved(session, day, laterToo, today()));
		schedule.moved(session, day, laterToo).forEach((moved) -> mark(id, moved));
		note(Action.SESSION_MOVED, id);
	}

	private LiveSession open(CaseId id, Schedule schedule, int number, String seen) {
		LiveSession session = schedule.sessions()
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> new Refused("care.unknown"));
		Refused.because(whyNothing(id, session));
		if (!session.seen().equals(seen)) {
			throw new Refused("care.stale");
		}
		return session;
	}

	private LocalDate sentOn(CaseId id) {
		return LocalDate.ofInstant(this.cases.find(id).orElseThrow().sentAt(), this.clock.getZone());
	}

	/**
	 * How many sessions every plan of a case must have, because they took place or have a
	 * note.
	 * @param id the case
	 * @return a number, mostly 0
	 */
	@Transactional(readOnly = true)
	public int taken(CaseId id) {
		int kept = this.marks.of(id.value())
			.stream()
			.filter((mark) -> mark.mark().state() == State.KEPT)
			.mapToInt(StoredMark::number)
			.max()
			.orElse(0);
		return Math.max(kept, this.notes.getObject().lastNoted(id));
	}

	private StoredMark mark(CaseId id, LiveSession session) {
		StoredMark row = this.marks.findById(new StoredMark.Key(id.value(), session.number()))
			.orElseGet(() -> new StoredMark(id.value(), session.number()));
		row.set(session, this.signedIn.member().id(), this.clock.instant());
		return this.marks.saveAndFlush(row);
	}

	private void note(Action action, CaseId id) {
		this.journal.note(action, new Who.Staff(this.signedIn.member().id()), id.value());
	}

	private Schedule schedule(CaseId id) {
		return Schedule.of(this.plans.findFirstByCaseIdOrderByNumberDesc(id.value())
			.map((row) -> row.plan().sessions())
			.orElse(List.of()), marks(id));
	}

	private Map<Integer, Schedule.Mark> marks(CaseId id) {
		return this.marks.of(id.value()).stream().collect(Collectors.toMap(StoredMark::number, StoredMark::mark));
	}

	/**
	 * Who said what became of the sessions.
	 * @param id the case
	 * @return session number to account
	 */
	@Transactional(readOnly = true)
	public Map<Integer, UUID> markedBy(CaseId id) {
		return this.marks.of(id.value()).stream().collect(Collectors.toMap(StoredMark::number, StoredMark::markedBy));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
