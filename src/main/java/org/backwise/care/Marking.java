package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.practice.Refused;

/**
 * Marks what became of sessions: they took place, were missed or cancelled, or what was
 * said of them is taken back. Each mark locks the case and is in the journal.
 */
@Service
public class Marking {

	private final Attendance attendance;

	private final Marks marks;

	private final StoredMarks stored;

	private final ObjectProvider<SessionNotes> notes;

	private final Cases cases;

	private final Clock clock;

	Marking(Attendance attendance, Marks marks, StoredMarks stored, ObjectProvider<SessionNotes> notes, Cases cases,
			Clock clock) {
		this.attendance = attendance;
		this.marks = marks;
		this.stored = stored;
		this.notes = notes;
		this.cases = cases;
		this.clock = clock;
	}

	/**
	 * Something was said of sessions. Heard inside the transaction that stores it.
	 *
	 * @param id the case
	 */
	public record Marked(CaseId id) {
	}

	/** Refuses what could never be, before anything else is looked at. */
	void check(CaseId id, int number, LocalDate day, String seen) {
		Schedule schedule = this.attendance.schedule(id);
		LiveSession session = this.marks.open(id, schedule, number, seen);
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
		LiveSession session = this.marks.open(id, this.attendance.schedule(id), number, seen);
		StoredMark row = this.marks.set(id, session.on(day, State.KEPT));
		row.done(done);
		row.noted(this.notes.getObject().isSigned(id, number));
		this.stored.saveAndFlush(row);
		this.marks.note(Action.SESSION_KEPT, id);
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
		Schedule schedule = this.attendance.schedule(id);
		LiveSession session = this.marks.open(id, schedule, number, seen);
		Refused.because(schedule.whyNotMissed(session, today()));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.missed.signed");
		}
		this.marks.set(id, session.on(session.day(), State.MISSED));
		this.marks.note(Action.SESSION_MISSED, id);
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
		this.cases.lock(id);
		Schedule schedule = this.attendance.schedule(id);
		LiveSession session = this.marks.open(id, schedule, number, seen);
		Refused.because(schedule.whyNotCancelled(session));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.missed.signed");
		}
		this.marks.set(id, session.cancelled(late, by));
		this.marks.note(Action.SESSION_CANCELLED, id);
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
		this.cases.lock(id);
		Schedule schedule = this.attendance.schedule(id);
		LiveSession session = this.marks.open(id, schedule, number, seen);
		Refused.because(schedule.whyNotReopened(session));
		if (this.notes.getObject().isSigned(id, number)) {
			throw new Refused("care.reopen.signed");
		}
		this.marks.set(id, schedule.reopened(session));
		this.marks.note(Action.SESSION_REOPENED, id);
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
		this.stored.findById(new StoredMark.Key(id.value(), number)).ifPresent((row) -> {
			row.noted(signed);
			this.stored.saveAndFlush(row);
		});
	}

	private LocalDate sentOn(CaseId id) {
		return LocalDate.ofInstant(this.cases.find(id).orElseThrow().sentAt(), this.clock.getZone());
	}

	private LocalDate today() {
		return LocalDate.now(this.clock);
	}

}
