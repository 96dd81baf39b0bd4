package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.LiveSession.State;
import org.jspecify.annotations.Nullable;

import org.backwise.cases.Act;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.journal.Who;
import org.backwise.practice.Refusal;

/**
 * The sessions of the plans as they stand: each is still to come, moved, kept, missed or
 * cancelled.
 */
@Service
public class Attendance {

	private final StoredMarks marks;

	private final ObjectProvider<SessionNotes> notes;

	private final StoredPlans plans;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Clock clock;

	Attendance(StoredMarks marks, ObjectProvider<SessionNotes> notes, StoredPlans plans, Cases cases,
			LifeCycle lifeCycle, Clock clock) {
		this.marks = marks;
		this.notes = notes;
		this.plans = plans;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
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
	boolean isDayOver(CaseId id, Standing standing) {
		return CarePlan.dayOver(of(id), restedSince(standing), today()).isPresent();
	}

	/**
	 * The day on which a plan that ran began to rest, for the last time.
	 * @param standing where the case stands
	 * @return null when it never did
	 */
	public @Nullable LocalDate restedSince(Standing standing) {
		return standing.last(Act.PAUSE).map(this::dayOf).orElse(null);
	}

	Standing standing(CaseId id) {
		return this.lifeCycle.standing(this.cases.find(id).orElseThrow());
	}

	private LocalDate dayOf(CaseStep step) {
		return LocalDate.ofInstant(step.at(), this.clock.getZone());
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

	/** The days of the plan with what became of them. */
	Schedule schedule(CaseId id) {
		return Schedule.of(this.plans.latest(id.value()).map((row) -> row.plan().sessions()).orElse(List.of()),
				marks(id));
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
