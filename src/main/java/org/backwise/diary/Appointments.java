package org.backwise.diary;

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

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.care.Attendance;
import org.backwise.care.Moving;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.LiveSession;
import org.backwise.cases.Assignments;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.diary.StoredAppointments.Said;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * When, for how long, with whom and where the sessions of the plans are. What was said of
 * a session and all later ones holds until something else is said; a single session may
 * differ. Nobody takes a time unseen that somebody else has.
 */
@Service
public class Appointments {

	private final StoredAppointments stored;

	private final Warnings warnings;

	private final Assignments assignments;

	private final Attendance sessions;

	private final Moving moving;

	private final CarePlans plans;

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final SignedIn signedIn;

	private final Journal journal;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Appointments(StoredAppointments stored, Warnings warnings, Assignments assignments, Attendance sessions,
			Moving moving, CarePlans plans, Cases cases, LifeCycle lifeCycle, SignedIn signedIn, Journal journal,
			ApplicationEventPublisher events, Clock clock) {
		this.stored = stored;
		this.warnings = warnings;
		this.assignments = assignments;
		this.sessions = sessions;
		this.moving = moving;
		this.plans = plans;
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.signedIn = signedIn;
		this.journal = journal;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Appointments were made or changed. Heard inside the transaction that stores them.
	 *
	 * @param id the case
	 */
	public record Changed(CaseId id) {
	}

	/**
	 * What somebody wants a session to be.
	 *
	 * @param number the session
	 * @param later whether the later ones follow
	 * @param day its day
	 * @param to its time, length, therapist and room
	 * @param seen how the session stood on the page
	 * @param was what its appointment was on the page
	 * @param sure what stood against it on the page, for somebody who wants it all the
	 * same
	 */
	public record Wish(int number, boolean later, LocalDate day, Appointment to, String seen, String was,
			@Nullable String sure) {

		/**
		 * What somebody wants who looks at a session now.
		 * @param session the session
		 * @param now its appointment
		 * @param later whether the later ones follow
		 * @param day its day
		 * @param to its time, length, therapist and room
		 * @return the wish
		 */
		public static Wish now(LiveSession session, Appointment now, boolean later, LocalDate day, Appointment to) {
			return new Wish(session.number(), later, day, to, session.seen(), now.seen(), null);
		}

	}

	/**
	 * The appointments of all sessions of a plan.
	 * @param id the case
	 * @return each under the number of its session, none without a plan
	 */
	@Transactional(readOnly = true)
	public Map<Integer, Appointment> of(CaseId id) {
		return this.plans.of(id).map((plan) -> of(id, this.sessions.of(id), plan.minutes())).orElse(Map.of());
	}

	Map<Integer, Appointment> of(CaseId id, List<LiveSession> live, int minutes) {
		List<Said> said = this.stored.of(id);
		Map<Integer, Appointment> appointments = new TreeMap<>();
		UUID therapist = this.assignments.of(id).orElse(null);
		live.forEach((session) -> appointments.put(session.number(), of(session.number(), said, minutes, therapist)));
		return appointments;
	}

	/**
	 * What was said of it alone, else what was said last of it and those before; while
	 * nothing was said, it is with whoever looks after the client.
	 */
	static Appointment of(int number, List<Said> said, int minutes, @Nullable UUID therapist) {
		return said.stream()
			.filter((one) -> !one.later() && one.number() == number)
			.findFirst()
			.or(() -> said.stream().filter((one) -> one.later() && one.number() <= number).reduce((one, next) -> next))
			.map((one) -> one.appointment(minutes))
			.orElse(new Appointment(null, minutes, therapist, null));
	}

	/**
	 * Gives a session, and perhaps the later ones, another appointment.
	 * @param id the case
	 * @param wish what it is to be
	 * @return what stands against it, and then nothing was changed; nothing when it was
	 * @throws Refused when it cannot be
	 */
	@Transactional
	List<Warning> set(CaseId id, Wish wish) {
		return set(id, wish, false);
	}

	/**
	 * The same for what was agreed elsewhere, whatever stands against it.
	 * @param id the case
	 * @param wish what it is to be
	 * @throws Refused when it cannot be
	 */
	@Transactional
	public void setAgreed(CaseId id, Wish wish) {
		set(id, wish, true);
	}

	private List<Warning> set(CaseId id, Wish wish, boolean agreed) {
		Case theCase = this.cases.lock(id).orElseThrow(() -> new Refused("care.unknown"));
		this.stored.lock();
		CarePlan plan = this.plans.of(id).orElseThrow(() -> new Refused("care.no-plan"));
		List<LiveSession> live = this.sessions.of(id);
		LiveSession session = live.stream()
			.filter((one) -> one.number() == wish.number())
			.findFirst()
			.orElseThrow(() -> new Refused("care.unknown"));
		Map<Integer, Appointment> now = of(id, live, plan.minutes());
		List<LiveSession> moving = live.stream()
			.filter((one) -> one.number() == wish.number()
					|| (wish.later() && one.number() > wish.number() && one.isOpen()))
			.toList();
		if (session.day().equals(wish.day())
				&& moving.stream().allMatch((one) -> wish.to().equals(now.get(one.number())))) {
			return List.of();
		}
		if (!session.seen().equals(wish.seen())
				|| !Objects.requireNonNull(now.get(session.number())).seen().equals(wish.was())) {
			throw new Refused("diary.stale");
		}
		Refused.because(whyNot(id, session));
		Map<Integer, LocalDate> days = session.day().equals(wish.day())
				? moving.stream().collect(Collectors.toMap(LiveSession::number, LiveSession::day))
				: this.moving.moved(id, wish.number(), wish.day(), wish.later());
		List<Warning> against = this.warnings.of(days.entrySet()
			.stream()
			.map((one) -> DiaryRow.wanted(theCase, one.getKey(), one.getValue(), wish.to()))
			.toList());
		if (!agreed && !against.isEmpty() && !Warning.mark(against).equals(wish.sure())) {
			return against;
		}
		if (!session.day().equals(wish.day())) {
			this.moving.moveAgreed(id, wish.number(), wish.day(), wish.later(), wish.seen());
		}
		UUID account = this.signedIn.member().id();
		Appointment to = wish.to();
		this.stored.put(id,
				new Said(wish.number(), wish.later(), to.start(),
						(to.minutes() != plan.minutes()) ? to.minutes() : null, to.therapist(), to.room()),
				account, this.clock.instant());
		this.journal.note(Action.SESSION_TIMED, new Who.Staff(account), id.value());
		this.events.publishEvent(new Changed(id));
		return List.of();
	}

	/** Why a session cannot be given a time, else empty. */
	Optional<Refusal> whyNot(CaseId id, LiveSession session) {
		Standing standing = this.lifeCycle.standing(this.cases.find(id).orElseThrow(() -> new Refused("care.unknown")));
		if (standing.wasChecked() && !standing.state().isChecked()) {
			return Optional.of(Refusal.of("care.stopped"));
		}
		return this.sessions.whyNothing(id, session)
			.or(() -> session.isOpen() ? Optional.empty() : Optional.of(Refusal.of("diary.over")));
	}

}
