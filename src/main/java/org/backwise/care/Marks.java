package org.backwise.care;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import org.backwise.cases.CaseId;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * The marks as they are set: on a session as it stood on the page, and in the journal.
 */
@Component
class Marks {

	private final Attendance attendance;

	private final StoredMarks stored;

	private final SignedIn signedIn;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Marks(Attendance attendance, StoredMarks stored, SignedIn signedIn, Journal journal,
			ApplicationEventPublisher events, Clock clock) {
		this.attendance = attendance;
		this.stored = stored;
		this.signedIn = signedIn;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/** The session, when something can be said of it and nobody has meanwhile. */
	LiveSession open(CaseId id, Schedule schedule, int number, String seen) {
		LiveSession session = schedule.sessions()
			.stream()
			.filter((one) -> one.number() == number)
			.findFirst()
			.orElseThrow(() -> new Refused("care.unknown"));
		Refused.because(this.attendance.whyNothing(id, session));
		if (!session.seen().equals(seen)) {
			throw new Refused("care.stale");
		}
		return session;
	}

	/** Sets a mark. */
	StoredMark set(CaseId id, LiveSession session) {
		StoredMark row = this.stored.findById(new StoredMark.Key(id.value(), session.number()))
			.orElseGet(() -> new StoredMark(id.value(), session.number()));
		row.set(session, this.signedIn.member().id(), this.clock.instant());
		return this.stored.saveAndFlush(row);
	}

	/** Writes it down, and tells whoever draws from it. */
	void note(Action action, CaseId id) {
		this.journal.note(action, new Who.Staff(this.signedIn.member().id()), id.value());
		this.events.publishEvent(new Marking.Marked(id));
	}

}
