package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Dates;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * The sessions of the plans as they stand: each is still to come, moved, kept, missed or
 * cancelled.
 */
@Service
public class Attendance {

	private final StoredMarks marks;

	private final ObjectProvider<SessionNotes> notes;

	private final ObjectProvider<Times> times;

	private final StoredPlans plans;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final SignedIn signedIn;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Scheduler scheduler;

	private final Dates dates;

	private final Clock clock;

	Attendance(StoredMarks marks, ObjectProvider<SessionNotes> notes, ObjectProvider<Times> times, StoredPlans plans,
			Cases cases, LifeCycle lifeCycle, SignedIn signedIn, Journal journal, ApplicationEventPublisher events,
			Scheduler scheduler, Dates dates, Clock clock) {
		this.marks = marks;
		this.notes = notes;
		this.times = times;
		this.events = events;
		this.plans = plans;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.signedIn = signedIn;
		this.journal = journal;
		this.scheduler = scheduler;
		this.dates = dates;
		this.clock = clock;
	}

	/** Knows at what time sessions are. The room of the diary implements it. */
	public interface Times {

		/**
		 * Why sessions cannot go to other days unseen: at their time the therapist or the
		 * room is taken there.
		 * @param id the case
		 * @param days the number of each session that moves, with its new day
		 * @return why, else empty
		 */
		Optional<Refusal> whyNotOn(CaseId id, Map<Integer, LocalDate> days);

	}

	/**
	 * Something was said of sessions. Heard inside the transaction that stores it.
	 *
	 * @param id the case
	 */
	public record Marked(CaseId id) {
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
		List<Session> toCome = sessions.stream().filter(LiveSession::isOpen).map(LiveSession::session).toList();
		Map<Integer, Session> days = this.scheduler.opened()
			.put(sessions, Scheduler.from(toCome, day))
			.stream()
			.collect(Collectors.toMap(Session::number, (one) -> one));
		this.marks
			.deleteAll(this.marks.of(id.value()).stream().filter((mark) -> mark.mark().state().isOpen()).toList());
		List<Session> moved = sessions.stream()
			.map((one) -> one.isOpen() ? Objects.requireNonNull(days.get(one.number()))
					: one.session().on(one.planned(), null))
			.toList();
		return new CarePlan(plan.technique(), plan.alternative(), moved.get(0).day(), plan.minutes(), plan.habit(),
				plan.block(), moved);
	}

	/**
	 * A plan is laid anew. What was cancelled ahead was a day of the old one; where the
	 * new one has another day, that session is to come.
	 */
	void laid(CaseId id, CarePlan plan) {
		this.marks.deleteAll(this.marks.of(id.value())
			.stream()
			.filter((row) -> row.mark().state().isCancelled() && !row.mark().day().isBefore(today()))
			.filter((row) -> plan.sessions()
				.stream()
				.noneMatch((one) -> one.number() == row.number() && one.day().equals(row.mark().planned())))
			.toList());
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
	@Transactional
	void keep(CaseId id, int number, LocalDate day, String seen, List<String> done) {
		LiveSession session = open(id, schedule(id), number, seen);
		StoredMark row = mark(id, session.on(day, State.KEPT));
		row.done(done);
		row.noted(this.notes.getObject().isSigned(id, number));
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
		this.cases.lock(id);
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		Refused.because(schedule.whyNotMissed(session, today()));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.missed.signed");
		}
		mark(id, session.on(session.day(), State.MISSED));
		note(Action.SESSION_MISSED, id);
	}

	/**
	 * A session was cancelled before it could take place. It counts as little as a missed
	 * one.
	 * @param id the case
	 * @param number the session
	 * @param late whether that was later than the practice asks for
	 * @param by who cancelled
	 * @param seen how the session stood on the page that says so
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void cancel(CaseId id, int number, boolean late, CancelledBy by, String seen) {
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		Refused.because(schedule.whyNotCancelled(session));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.missed.signed");
		}
		mark(id, session.cancelled(late, by));
		note(Action.SESSION_CANCELLED, id);
	}

	/**
	 * What was said of a session was wrong: it is open again. A signed note stands, so
	 * what it tells of is not taken back.
	 * @param id the case
	 * @param number the session
	 * @param seen how the session stood on the page that says so
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void reopen(CaseId id, int number, String seen) {
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		Refused.because(schedule.whyNotReopened(session));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.reopen.signed");
		}
		mark(id, schedule.reopened(session));
		note(Action.SESSION_REOPENED, id);
	}

	/**
	 * Whether it would be late to cancel a session now: on its day, or on the day before.
	 * Only a hint, as long as sessions have no clock time; a therapist decides.
	 * @param session a session
	 * @return true when it would be late
	 */
	public boolean isLate(LiveSession session) {
		return !today().isBefore(session.day().minusDays(1));
	}

	/**
	 * The room of the notes says whether a session has a signed note, so that those
	 * without are found at once.
	 * @param id the case
	 * @param number the session
	 * @param signed whether one counts now
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void noted(CaseId id, int number, boolean signed) {
		this.marks.findById(new StoredMark.Key(id.value(), number)).ifPresent((row) -> {
			row.noted(signed);
			this.marks.saveAndFlush(row);
		});
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
		move(id, number, new Move(day, laterToo, false, false), seen);
	}

	/**
	 * Where a session goes.
	 *
	 * @param day its new day
	 * @param laterToo whether the sessions after it move by as many days; they always
	 * keep to open days
	 * @param closedToo whether it may be a day on which the practice is closed
	 * @param clashToo whether it may be at the time of another one
	 */
	public record Move(LocalDate day, boolean laterToo, boolean closedToo, boolean clashToo) {
	}

	/**
	 * The same, for somebody who was told what lies in the way.
	 * @param id the case
	 * @param number the session
	 * @param move where it goes
	 * @param seen how the session stood on the page that says so
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void move(CaseId id, int number, Move move, String seen) {
		this.cases.lock(id);
		LocalDate day = move.day();
		Schedule schedule = schedule(id);
		LiveSession session = open(id, schedule, number, seen);
		if (standing(id).stop().isPresent()) {
			throw new Refused("care.stopped");
		}
		Refused.because(schedule.whyNotMoved(session, day, move.laterToo(), today()));
		Scheduler.Opened opened = this.scheduler.opened();
		if (!move.closedToo()) {
			Refused.because(opened.days()
				.whyClosed(day)
				.map((why) -> Refusal.of("care.day.closed", this.dates.weekday(day), why)));
		}
		List<LiveSession> moving = schedule.moved(session, day, move.laterToo(), opened);
		if (!move.clashToo()) {
			Refused.because(this.times.getObject()
				.whyNotOn(id, moving.stream().collect(Collectors.toMap(LiveSession::number, LiveSession::day))));
		}
		moving.forEach((moved) -> mark(id, moved));
		note(Action.SESSION_MOVED, id);
	}

	/**
	 * Whether the practice is closed on a day, so that a session can only be moved there
	 * on purpose.
	 * @param day a day, null for none
	 * @return true when it is
	 */
	public boolean isClosedDay(@Nullable LocalDate day) {
		return day != null && this.scheduler.opened().days().whyClosed(day).isPresent();
	}

	/**
	 * The days of the sessions that would move with one; the later ones keep to open
	 * days.
	 * @param id the case
	 * @param number the session
	 * @param day its new day
	 * @param laterToo whether the sessions after it move along
	 * @return each under its number, in order
	 */
	@Transactional(readOnly = true)
	public Map<Integer, LocalDate> moved(CaseId id, int number, LocalDate day, boolean laterToo) {
		Schedule schedule = schedule(id);
		Map<Integer, LocalDate> days = new TreeMap<>();
		schedule.sessions()
			.stream()
			.filter((one) -> one.number() == number)
			.flatMap((session) -> schedule.moved(session, day, laterToo, this.scheduler.opened()).stream())
			.forEach((moved) -> days.put(moved.number(), moved.day()));
		return days;
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
		this.events.publishEvent(new Marked(id));
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
