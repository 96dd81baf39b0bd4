package org.backwise.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.NextCheckIn;
import org.backwise.care.PlanEnds;
import org.backwise.care.PlanSteps;
import org.backwise.care.SessionGate;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Consent;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.SentRound;
import org.backwise.cases.Therapist;
import org.backwise.diary.Appointment;
import org.backwise.diary.Appointments;
import org.backwise.followup.By;
import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.notes.Treatment;
import org.backwise.practice.LinkToken;
import org.backwise.triage.Triage;

/**
 * Gives a trial clients with weeks and months of history, each check-in decided by the
 * real rules and each step taken as they propose it.
 */
@Component
@Profile("demo")
@Order(3)
class MadeUpCourses implements ApplicationRunner {

	private static final Logger logger = LoggerFactory.getLogger(MadeUpCourses.class);

	/** A session that did not take place. */
	private static final String MISSED = "missed";

	/** A check-in that the client did not make. */
	private static final String UNASKED = "unasked";

	private static final LocalTime MORNING = LocalTime.of(8, 0);

	private static final Reason AS_PROPOSED = new Reason(Reason.AS_PROPOSED, null, null);

	private static final Reason BETTER = new Reason(Reason.BETTER, null, null);

	private static final Reason NO_CHANGE = new Reason(Reason.NO_CHANGE, null, null);

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final CarePlans plans;

	private final CheckIns checkIns;

	private final PlanSteps steps;

	private final PlanEnds ends;

	private final SessionGate gate;

	private final Attendance sessions;

	private final Marking marking;

	private final Appointments appointments;

	private final Notes notes;

	private final Triage triage;

	private final MadeUpStaff staff;

	private final TravellingClock clock;

	private final Courses courses = read(new YAMLMapper());

	MadeUpCourses(Cases cases, LifeCycle lifeCycle, CarePlans plans, CheckIns checkIns, PlanSteps steps, PlanEnds ends,
			SessionGate gate, Attendance sessions, Marking marking, Appointments appointments, Notes notes,
			Triage triage, MadeUpStaff staff, TravellingClock clock) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.plans = plans;
		this.checkIns = checkIns;
		this.steps = steps;
		this.ends = ends;
		this.gate = gate;
		this.sessions = sessions;
		this.marking = marking;
		this.appointments = appointments;
		this.notes = notes;
		this.triage = triage;
		this.staff = staff;
		this.clock = clock;
	}

	/** The file: an ordinary back ache, an ordinary check-in and note, and people. */
	record Courses(Map<String, Object> ordinary, Map<String, Object> usual, Soap note, List<MadeUpCourse> courses,
			List<MadeUpCourse> day) {

	}

	List<MadeUpCourse> all() {
		return this.courses.courses();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		List<MadeUpCourse> missing = Stream.concat(all().stream(), this.courses.day().stream())
			.filter((course) -> this.cases.behind(course.link()).isEmpty())
			.toList();
		this.staff.asTherapist((therapist) -> missing.forEach((course) -> live(course, therapist)));
		logger.info("Made up {} courses of care", missing.size());
	}

	private void live(MadeUpCourse course, Therapist therapist) {
		LocalDate began = course.began(LocalDate.ofInstant(this.clock.today(), this.clock.getZone()));
		CaseId id = new CaseId(UUID.randomUUID());
		Map<String, Object> answers = new LinkedHashMap<>(this.courses.ordinary());
		answers.putAll(course.answers());
		onOrNow(began, () -> {
			this.cases.open(id, new LinkToken(course.link()), new Consent("demo", this.clock.instant()), new SentRound(
					this.triage.read(answers), List.of(), MadeUpClients.contact(course.name()), began.plusDays(1)));
			this.plans.letStand(id, Act.APPROVE, 0, therapist, new Reason("approved", null, null), null);
			time(id, course);
			if (course.next() == null || course.weeks() > 0) {
				checkIn(id, course, course.start());
			}
		});
		for (int number = 1; number <= course.sessions() && isToCome(id, number); number++) {
			session(id, number, course, course.differs(number), therapist);
		}
		Map<String, Object> now = course.now();
		if (now != null) {
			checkIn(id, course, now);
		}
		MadeUpCourse.Then then = course.then();
		if (then != null) {
			LocalDate last = session(id, course.sessions()).orElseThrow().day();
			on(last.plusDays(then.days()),
					() -> this.lifeCycle.take(id, Decision.ofRules(Act.parse(then.act()).orElseThrow(),
							this.lifeCycle.standing(find(id)).version(), null, null)));
		}
	}

	private void time(CaseId id, MadeUpCourse course) {
		LiveSession first = session(id, 1).orElseThrow();
		Appointment planned = Objects.requireNonNull(this.appointments.of(id).get(1));
		if (course.time() != null) {
			this.appointments.setAgreed(id,
					Appointments.Wish.now(first, planned, true, first.day(),
							new Appointment(course.time(),
									Objects.requireNonNullElse(course.minutes(), planned.minutes()),
									this.staff.account(Objects.requireNonNullElse(course.with(), "")), null)));
		}
	}

	/** Whether there is such a session, on a day that has come. */
	private boolean isToCome(CaseId id, int number) {
		return session(id, number).filter((session) -> !at(session.day()).isAfter(this.clock.today()))
			.filter(LiveSession::isOpen)
			.isPresent() && this.lifeCycle.standing(find(id)).state().isChecked();
	}

	private Optional<LiveSession> session(CaseId id, int number) {
		return this.sessions.of(id).stream().filter((session) -> session.number() == number).findFirst();
	}

	private void session(CaseId id, int number, MadeUpCourse course, Map<String, Object> differs, Therapist therapist) {
		LocalDate day = session(id, number).orElseThrow().day();
		on(day, () -> {
			if (number > 1 && !differs.containsKey(UNASKED)) {
				checkIn(id, course, differs);
			}
			if (!this.lifeCycle.standing(find(id)).state().isChecked()) {
				return;
			}
			this.steps.waiting(id).ifPresent((step) -> take(id, step, therapist));
			if (!this.lifeCycle.standing(find(id)).state().isChecked()) {
				return;
			}
			String seen = session(id, number).orElseThrow().seen();
			if (differs.containsKey(MISSED)) {
				this.marking.miss(id, number, seen);
				return;
			}
			if (this.gate.whyNot(id, number, day).isPresent()) {
				this.checkIns.send(id, Moment.BETWEEN, By.THERAPIST, this.courses.usual(), List.of(),
						new Who.Staff(therapist.account()));
			}
			this.gate.tookPlace(id, number, day, seen,
					this.gate.toConfirm(id, day).stream().map(FiredCaution::caution).collect(Collectors.toSet()));
			boolean last = number == course.before().size() + 1;
			if (!last) {
				this.notes.write(id, number, this.courses.note(), Treatment.NONE, -1, true);
			}
		});
	}

	private void take(CaseId id, PlanSteps.Proposed step, Therapist therapist) {
		int seen = this.lifeCycle.standing(find(id)).version();
		switch (step.outcome()) {
			case STEP_BACK, STEP_DOWN, HOLD ->
				this.steps.take(id, seen, therapist, step.outcome(), step.to(), AS_PROPOSED);
			case GO_ON -> this.steps.take(id, seen, therapist, Outcome.HOLD, null, AS_PROPOSED);
			case END_AND_REFER -> this.ends.end(id, seen, therapist, NO_CHANGE);
			case FINISH -> this.ends.end(id, seen, therapist, BETTER);
			case EMERGENCY, URGENT, SEE_DOCTOR, WAIT -> {
			}
		}
	}

	private void checkIn(CaseId id, MadeUpCourse course, Map<String, Object> differs) {
		NextCheckIn next = this.checkIns.next(id).orElse(null);
		if (next == null || !next.open()) {
			return;
		}
		Map<String, Object> answers = new LinkedHashMap<>(this.courses.usual());
		answers.putAll(differs);
		answers.keySet().removeAll(Set.of(MISSED, UNASKED));
		this.checkIns.send(id, next.moment(), By.CLIENT, answers,
				(next.moment() == Moment.START) ? course.activities() : List.of(), new Who.Client(id.value()));
	}

	private Case find(CaseId id) {
		return this.cases.find(id).orElseThrow();
	}

	private void on(LocalDate day, Runnable what) {
		this.clock.at(at(day), what);
	}

	/** Who begins tomorrow or later has sent their answers now. */
	private void onOrNow(LocalDate day, Runnable what) {
		if (at(day).isAfter(this.clock.today())) {
			what.run();
		}
		else {
			on(day, what);
		}
	}

	private Instant at(LocalDate day) {
		return day.atTime(MORNING).atZone(this.clock.getZone()).toInstant();
	}

	private static Courses read(YAMLMapper yaml) {
		try (InputStream in = MadeUpCourses.class.getResourceAsStream("/trial/courses.yaml")) {
			return yaml.readValue(in, Courses.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
