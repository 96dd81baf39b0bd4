package org.backwise.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Moving;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;

/**
 * The times of sessions that go to other days, or come back with their plan. Nobody takes
 * a time unseen that somebody else has.
 */
@Component
class MovedTimes implements Moving.Times {

	private final StoredAppointments stored;

	private final Appointments appointments;

	private final Warnings warnings;

	private final DiaryRows rows;

	private final Cases cases;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	MovedTimes(StoredAppointments stored, Appointments appointments, Warnings warnings, DiaryRows rows, Cases cases,
			Journal journal, ApplicationEventPublisher events, Clock clock) {
		this.stored = stored;
		this.appointments = appointments;
		this.warnings = warnings;
		this.rows = rows;
		this.cases = cases;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Refusal> against(CaseId id, Map<Integer, LocalDate> days) {
		this.stored.lock();
		Case theCase = this.cases.find(id).orElseThrow(() -> new Refused("care.unknown"));
		Map<Integer, Appointment> now = this.appointments.of(id);
		return this.warnings
			.of(days.entrySet()
				.stream()
				.sorted(Map.Entry.comparingByKey())
				.map((one) -> DiaryRow.wanted(theCase, one.getKey(), one.getValue(),
						Objects.requireNonNull(now.get(one.getKey()))))
				.toList())
			.stream()
			.filter((one) -> one.kind() != Warning.Kind.CLOSED)
			.map(Warning::said)
			.toList();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Refusal> against(CaseId id) {
		this.stored.lock();
		return this.warnings.of(toCome(id)).stream().map(Warning::said).toList();
	}

	/** Also where a day is only to be expected: later nobody would look again. */
	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void giveWay(CaseId id) {
		this.stored.lock();
		Set<DiaryRow> taken = this.warnings.taken(toCome(id));
		if (taken.isEmpty()) {
			return;
		}
		taken.forEach((one) -> this.stored.drop(id, one.number(), one.at(), this.clock.instant()));
		this.journal.note(Action.SESSION_TIMED, new Who.System(), id.value());
		this.events.publishEvent(new Appointments.Changed(id));
	}

	private List<DiaryRow> toCome(CaseId id) {
		LocalDate today = LocalDate.now(this.clock);
		return this.rows.of(id.value()).stream().filter((row) -> row.pending() && !row.day().isBefore(today)).toList();
	}

}
