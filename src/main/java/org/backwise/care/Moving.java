package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.practice.Dates;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;

/**
 * Gives sessions other days: one, or it and the later ones. The later ones keep to open
 * days.
 */
@Service
public class Moving {

	private final Attendance attendance;

	private final Marks marks;

	private final StoredMarks stored;

	private final ObjectProvider<Times> times;

	private final StoredPlans plans;

	private final Cases cases;

	private final Scheduler scheduler;

	private final Dates dates;

	private final Clock clock;

	Moving(Attendance attendance, Marks marks, StoredMarks stored, ObjectProvider<Times> times, StoredPlans plans,
			Cases cases, Scheduler scheduler, Dates dates, Clock clock) {
		this.attendance = attendance;
		this.marks = marks;
		this.stored = stored;
		this.times = times;
		this.plans = plans;
		this.cases = cases;
		this.scheduler = scheduler;
		this.dates = dates;
		this.clock = clock;
	}

	/** Knows at what time sessions are. The room of the diary implements it. */
	public interface Times {

		/**
		 * What stands against sessions on other days at the time they have: others with
		 * the same therapist or in the same room, the hours, the clock, what suits. That
		 * a day is closed is left to whoever asks.
		 * @param id the case
		 * @param days the number of each session that moves, with its new day
		 * @return each in words that name it, in order of the days
		 */
		List<Refusal> against(CaseId id, Map<Integer, LocalDate> days);

		/**
		 * What stands against the times of the sessions to come of a case, as the diary
		 * has them now.
		 * @param id the case
		 * @return each in words that name it, in order of the days
		 */
		List<Refusal> against(CaseId id);

		/**
		 * The plan of a case goes on without anybody at the desk: a session to come whose
		 * time somebody else has by now stands without one, so that the desk gives it
		 * another.
		 * @param id the case
		 */
		void giveWay(CaseId id);

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
		Refused.because(move(id, number, new Move(day, laterToo, false, null), seen).said().stream().findFirst());
	}

	/**
	 * The same for what was agreed elsewhere, whatever stands against it.
	 * @param id the case
	 * @param number the session
	 * @param day its new day
	 * @param laterToo whether the sessions after it move by as many days
	 * @param seen how the session stood on the page that says so
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void moveAgreed(CaseId id, int number, LocalDate day, boolean laterToo, String seen) {
		set(id, moving(id, number, new Move(day, laterToo, true, null), seen));
	}

	/**
	 * Where a session goes.
	 *
	 * @param day its new day
	 * @param laterToo whether the sessions after it move by as many days; they always
	 * keep to open days
	 * @param closedToo whether it may be a day on which the practice is closed
	 * @param sure the mark of what stands against its time there, for somebody who looked
	 * at it and said yes, null for none
	 */
	public record Move(LocalDate day, boolean laterToo, boolean closedToo, @Nullable String sure) {
	}

	/**
	 * The same, for somebody who was told what lies in the way.
	 * @param id the case
	 * @param number the session
	 * @param move where it goes
	 * @param seen how the session stood on the page that says so
	 * @return what stands against it, and then nothing was changed; nothing when it was
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public Clashes.Met move(CaseId id, int number, Move move, String seen) {
		List<LiveSession> moving = moving(id, number, move, seen);
		Clashes.Met met = Clashes.Met.of(this.times.getObject()
			.against(id, moving.stream().collect(Collectors.toMap(LiveSession::number, LiveSession::day))));
		if (!met.isNothing() && !met.mark().equals(move.sure())) {
			return met;
		}
		set(id, moving);
		return Clashes.Met.NOTHING;
	}

	/** The sessions as they would stand. */
	private List<LiveSession> moving(CaseId id, int number, Move move, String seen) {
		this.cases.lock(id);
		LocalDate day = move.day();
		Schedule schedule = this.attendance.schedule(id);
		LiveSession session = this.marks.open(id, schedule, number, seen);
		if (this.attendance.standing(id).stop().isPresent()) {
			throw new Refused("care.stopped");
		}
		Refused.because(schedule.whyNotMoved(session, day, move.laterToo(), today()));
		Scheduler.Opened opened = this.scheduler.opened();
		if (!move.closedToo()) {
			Refused.because(opened.days()
				.whyClosed(day)
				.map((why) -> Refusal.of("care.day.closed", this.dates.weekday(day), why)));
		}
		return schedule.moved(session, day, move.laterToo(), opened);
	}

	private void set(CaseId id, List<LiveSession> moving) {
		moving.forEach((moved) -> this.marks.set(id, moved));
		this.marks.note(Action.SESSION_MOVED, id);
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
		Schedule schedule = this.attendance.schedule(id);
		Map<Integer, LocalDate> days = new TreeMap<>();
		schedule.sessions()
			.stream()
			.filter((one) -> one.number() == number)
			.flatMap((session) -> schedule.moved(session, day, laterToo, this.scheduler.opened()).stream())
			.forEach((moved) -> days.put(moved.number(), moved.day()));
		return days;
	}

	/**
	 * The plan with everything that is to come put off. What was moved before lies in the
	 * plan itself from then on.
	 */
	CarePlan putOff(CaseId id, LocalDate day) {
		CarePlan plan = this.plans.latest(id.value()).orElseThrow().plan();
		List<LiveSession> sessions = this.attendance.of(id);
		List<Session> toCome = sessions.stream().filter(LiveSession::isOpen).map(LiveSession::session).toList();
		Map<Integer, Session> days = this.scheduler.opened()
			.put(sessions, Scheduler.from(toCome, day))
			.stream()
			.collect(Collectors.toMap(Session::number, (one) -> one));
		this.stored
			.deleteAll(this.stored.of(id.value()).stream().filter((mark) -> mark.mark().state().isOpen()).toList());
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
		this.stored.deleteAll(this.stored.of(id.value())
			.stream()
			.filter((row) -> row.mark().state().isCancelled() && !row.mark().day().isBefore(today()))
			.filter((row) -> plan.sessions()
				.stream()
				.noneMatch((one) -> one.number() == row.number() && one.day().equals(row.mark().planned())))
			.toList());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
