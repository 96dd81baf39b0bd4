package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.plan.CarePlan;
import org.backwise.plan.CarePlans;
import org.backwise.plan.CaseState;
import org.backwise.plan.Cases;
import org.backwise.plan.LiveDays;
import org.backwise.plan.Session;
import org.backwise.notes.LiveSession.State;
import org.backwise.staff.SignedIn;

/**
 * The sessions of the plans as they stand: each is still to come, moved, kept or missed.
 */
@Service
public class Attendance implements LiveDays {

	private final StoredMarks marks;

	private final StoredNotes notes;

	private final CarePlans plans;

	private final Cases cases;

	private final Intakes intakes;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	Attendance(StoredMarks marks, StoredNotes notes, CarePlans plans, Cases cases, Intakes intakes, SignedIn signedIn,
			Journal journal, Clock clock) {
		this.marks = marks;
		this.notes = notes;
		this.plans = plans;
		this.cases = cases;
		this.intakes = intakes;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * The sessions of a plan as they stand now.
	 * @param intake the intake that the plan followed
	 * @return empty when there is no plan
	 */
	@Transactional(readOnly = true)
	public List<LiveSession> of(IntakeId intake) {
		return schedule(intake).sessions();
	}

	@Override
	@Transactional(readOnly = true)
	public List<Session> live(IntakeId intake, List<Session> planned) {
		return Schedule.of(planned, marks(intake)).sessions().stream().map(LiveSession::session).toList();
	}

	/** Why nothing can be said of any session yet, or any more; else null. */
	@Transactional(readOnly = true)
	public @Nullable String whyNothing(IntakeId intake) {
		if (state(intake) == CaseState.WITHDRAWN) {
			return "record.withdrawn";
		}
		return isApproved(intake) ? null : "record.not-approved";
	}

	/**
	 * Whether notes may be written: a therapist has approved the plan, or the client has
	 * withdrawn.
	 */
	@Transactional(readOnly = true)
	public boolean isApproved(IntakeId intake) {
		CaseState state = state(intake);
		return state.isChecked() || state == CaseState.WITHDRAWN;
	}

	private CaseState state(IntakeId intake) {
		return this.cases.standing(this.intakes.find(intake).orElseThrow()).state();
	}

	/**
	 * A session took place.
	 * @param intake the intake
	 * @param number the session
	 * @param day the day on which it took place
	 * @param seen how the session stood on the page that says so
	 * @throws MarkRefused when it cannot be
	 */
	@Transactional
	public void keep(IntakeId intake, int number, LocalDate day, String seen) {
		Schedule schedule = schedule(intake);
		LiveSession session = open(intake, schedule, number, seen);
		refuse(schedule.whyNotKept(session, day, today()));
		refuse(day.isBefore(sentOn(intake)) ? "record.day.early" : null);
		Session now = session.session();
		mark(intake, new LiveSession(new Session(now.number(), now.phase(), now.technique(), day), session.planned(),
				State.KEPT));
		note(Action.SESSION_KEPT, intake);
	}

	/**
	 * A session did not take place.
	 * @param intake the intake
	 * @param number the session
	 * @param seen how the session stood on the page that says so
	 * @throws MarkRefused when it cannot be
	 */
	@Transactional
	public void miss(IntakeId intake, int number, String seen) {
		Schedule schedule = schedule(intake);
		LiveSession session = open(intake, schedule, number, seen);
		refuse(schedule.whyNotMissed(session, today()));
		refuse(this.notes.isSigned(intake.value(), number) ? "record.missed.signed" : null);
		mark(intake, new LiveSession(session.session(), session.planned(), State.MISSED));
		note(Action.SESSION_MISSED, intake);
	}

	/**
	 * A session gets another day.
	 * @param intake the intake
	 * @param number the session
	 * @param day its new day
	 * @param laterToo whether the sessions after it move by as many days
	 * @param seen how the session stood on the page that says so
	 * @throws MarkRefused when it cannot be
	 */
	@Transactional
	public void move(IntakeId intake, int number, LocalDate day, boolean laterToo, String seen) {
		Schedule schedule = schedule(intake);
		LiveSession session = open(intake, schedule, number, seen);
		refuse(schedule.whyNotMoved(session, day, laterToo, today()));
		schedule.moved(session, day, laterToo).forEach((moved) -> mark(intake, moved));
		note(Action.SESSION_MOVED, intake);
	}

	private LiveSession open(IntakeId intake, Schedule schedule, int number, String seen) {
		refuse(whyNothing(intake));
		LiveSession session = schedule.sessions()
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> new MarkRefused("record.unknown"));
		refuse(session.seen().equals(seen) ? null : "record.stale");
		return session;
	}

	private LocalDate sentOn(IntakeId intake) {
		return LocalDate.ofInstant(this.intakes.find(intake).orElseThrow().sentAt(), this.clock.getZone());
	}

	private static void refuse(@Nullable String reason) {
		if (reason != null) {
			throw new MarkRefused(reason);
		}
	}

	@Override
	@Transactional(readOnly = true)
	public int taken(IntakeId intake) {
		Stream<Integer> kept = this.marks.of(intake.value())
			.stream()
			.filter((mark) -> mark.mark().state() == State.KEPT)
			.map(StoredMark::number);
		Stream<Integer> noted = this.notes.findByIntakeOrderByNumber(intake.value())
			.stream()
			.map((note) -> note.note().number());
		return Stream.concat(kept, noted).max(Integer::compare).orElse(0);
	}

	private void mark(IntakeId intake, LiveSession session) {
		StoredMark row = this.marks.findById(new StoredMark.Key(intake.value(), session.number()))
			.orElseGet(() -> new StoredMark(intake.value(), session.number()));
		row.set(session, this.signedIn.member().id(), this.clock.instant());
		this.marks.saveAndFlush(row);
	}

	private void note(Action action, IntakeId intake) {
		this.journal.note(action, new Who.Staff(this.signedIn.member().id()), intake.value());
	}

	private Schedule schedule(IntakeId intake) {
		return Schedule.of(this.plans.following(intake).map(CarePlan::sessions).orElse(List.of()), marks(intake));
	}

	private Map<Integer, Schedule.Mark> marks(IntakeId intake) {
		return this.marks.of(intake.value()).stream().collect(Collectors.toMap(StoredMark::number, StoredMark::mark));
	}

	Map<Integer, UUID> markedBy(IntakeId intake) {
		return this.marks.of(intake.value())
			.stream()
			.collect(Collectors.toMap(StoredMark::number, StoredMark::markedBy));
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
