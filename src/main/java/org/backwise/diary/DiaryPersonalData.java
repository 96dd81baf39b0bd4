package org.backwise.diary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.cases.CaseEvent;
import org.backwise.cases.CaseId;
import org.backwise.cases.PersonalData;
import org.backwise.practice.Dates;
import org.backwise.practice.Words;

/** The times of the sessions in what is held about a client. */
@Component
@Order(4)
class DiaryPersonalData implements PersonalData {

	private final StoredAppointments stored;

	private final Appointments appointments;

	private final Attendance sessions;

	private final DiaryRows rows;

	private final Warnings warnings;

	private final Words words;

	private final Dates dates;

	DiaryPersonalData(StoredAppointments stored, Appointments appointments, Attendance sessions, DiaryRows rows,
			Warnings warnings, Words words, Dates dates) {
		this.stored = stored;
		this.appointments = appointments;
		this.sessions = sessions;
		this.rows = rows;
		this.warnings = warnings;
		this.words = words;
		this.dates = dates;
	}

	@Override
	public String part() {
		return "appointments";
	}

	@Override
	public @Nullable Object held(CaseId id) {
		List<Held> held = all(id);
		return held.isEmpty() ? null : held;
	}

	@Override
	public Optional<Line> printed(CaseId id) {
		List<Held> held = all(id);
		return held.isEmpty() ? Optional.empty()
				: Optional.of(new Line(this.words.of("diary.record.title"), held.stream().map(this::printed).toList()));
	}

	private Line printed(Held held) {
		List<String> parts = new ArrayList<>();
		parts.add(this.words.of("diary.record.at", this.dates.weekday(held.day()), held.from(), held.minutes()));
		if (held.therapist() != null) {
			parts.add(held.therapist());
		}
		if (held.room() != null) {
			parts.add(held.room());
		}
		return new Line(this.words.of("diary.record.session", held.session()), String.join(", ", parts));
	}

	private List<Held> all(CaseId id) {
		Map<Integer, Appointment> times = this.appointments.of(id);
		if (times.values().stream().allMatch((at) -> at.start() == null)) {
			return List.of();
		}
		Map<UUID, String> names = this.warnings.names();
		return this.sessions.of(id)
			.stream()
			.filter((session) -> Objects.requireNonNull(times.get(session.number())).start() != null)
			.map((session) -> held(session, Objects.requireNonNull(times.get(session.number())), names))
			.toList();
	}

	private Held held(LiveSession session, Appointment at, Map<UUID, String> names) {
		return new Held(session.number(), session.day(), Objects.requireNonNull(at.start()).toString(), at.minutes(),
				names.get(at.therapist()), (at.room() != null) ? this.warnings.room(at.room()) : null);
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void forget(CaseEvent.Erased erased) {
		this.stored.forget(erased.id());
		this.rows.forget(erased.id().value());
	}

	/** What the download says. */
	record Held(int session, LocalDate day, String from, int minutes, @Nullable String therapist,
			@Nullable String room) {

		@Override
		public String toString() {
			return "an appointment";
		}

	}

}
