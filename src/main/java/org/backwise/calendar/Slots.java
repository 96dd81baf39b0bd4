package org.backwise.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.DueCheckIns;
import org.backwise.care.LiveSession;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;
import org.backwise.diary.DiarySessions;
import org.backwise.diary.DiarySessions.DiarySession;

/**
 * The sessions as they stand, for calendars: those whose day is firm. What is only to be
 * expected comes in when it is firm.
 */
@Component
class Slots {

	private final CarePlans plans;

	private final Attendance sessions;

	private final Appointments appointments;

	private final LifeCycle lifeCycle;

	private final DueCheckIns due;

	private final DiarySessions diary;

	private final Clock clock;

	Slots(CarePlans plans, Attendance sessions, Appointments appointments, LifeCycle lifeCycle, DueCheckIns due,
			DiarySessions diary, Clock clock) {
		this.plans = plans;
		this.sessions = sessions;
		this.appointments = appointments;
		this.lifeCycle = lifeCycle;
		this.due = due;
		this.diary = diary;
		this.clock = clock;
	}

	/**
	 * Those of one client, also before a therapist has looked at the plan. While nothing
	 * is heard of the client, no day to come is sure.
	 */
	List<Slot> of(Case theCase) {
		CaseId id = theCase.id();
		CarePlan plan = this.plans.of(id).orElse(null);
		if (plan == null) {
			return List.of();
		}
		Standing standing = this.lifeCycle.standing(theCase);
		boolean checked = standing.state().isChecked();
		boolean silent = this.due.silence(theCase).isPresent();
		LocalDate today = LocalDate.now(this.clock);
		Map<Integer, Appointment> times = this.appointments.of(id);
		List<Slot> slots = new ArrayList<>();
		for (LiveSession session : this.sessions.of(id, plan)) {
			if (plan.isFirm(session.number())) {
				Appointment at = Objects.requireNonNull(times.get(session.number()));
				boolean off = session.state().isCancelled() || (session.isOpen() && !standing.state().hasPlan());
				slots.add(slot(id.value(), session.number(), theCase.reference(), session.day(), at, off,
						checked && !(silent && !session.day().isBefore(today)), !session.isOpen()));
			}
		}
		return slots;
	}

	/** Those of all clients, with one therapist or with anybody. */
	List<Slot> ofDiary(LocalDate from, @Nullable UUID therapist) {
		return this.diary.firm(from, therapist).stream().map(this::slot).toList();
	}

	private Slot slot(DiarySession one) {
		boolean off = one.cancelled() || one.rests();
		return slot(one.caseId(), one.number(), one.reference(), one.day(), one.at(), off, true, !one.open());
	}

	private Slot slot(UUID caseId, int number, String reference, LocalDate day, Appointment at, boolean off,
			boolean sure, boolean over) {
		@Nullable Instant start = Slot.moment(day, at.start(), this.clock.getZone());
		return new Slot(caseId, number, reference, day, start, at.minutes(),
				Slot.Status.of(off, sure, start != null, over), at.therapist(), at.room());
	}

}
