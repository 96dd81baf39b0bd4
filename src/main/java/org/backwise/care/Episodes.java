package org.backwise.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.followup.By;
import org.backwise.followup.CheckInsInForce;
import org.backwise.followup.EarlierCheckIn;
import org.backwise.followup.Episode;
import org.backwise.followup.Episode.ClearedFinding;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;
import org.backwise.practice.Refused;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.InForce;
import org.backwise.triage.Triage;

/**
 * The courses of care as a check-in has to know them: folded from the rounds, the steps
 * and the sessions of a case. Nothing of it is stored apart.
 */
@Component
class Episodes {

	private static final Set<Act> STOPS = Set.of(Act.PAUSE, Act.LAPSE, Act.RAISE);

	private static final Set<Act> ANSWERS = Set.of(Act.STEP, Act.PUT_OFF, Act.CHANGE, Act.END, Act.DECLINE);

	private final Rounds rounds;

	private final CheckInRounds checkIns;

	private final CarePlans plans;

	private final Attendance sessions;

	private final LifeCycle lifeCycle;

	private final InForce rules;

	private final CheckInsInForce followUp;

	private final Clock clock;

	Episodes(Rounds rounds, CheckInRounds checkIns, CarePlans plans, Attendance sessions, LifeCycle lifeCycle,
			InForce rules, CheckInsInForce followUp, Clock clock) {
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.plans = plans;
		this.sessions = sessions;
		this.lifeCycle = lifeCycle;
		this.rules = rules;
		this.followUp = followUp;
		this.clock = clock;
	}

	/** The course of care so far. */
	Episode of(Case theCase, int activitiesNow) {
		CaseId id = theCase.id();
		Round round = this.rounds.latest(id);
		if (round.assessment().level() != null) {
			throw new Refused("care.no-plan");
		}
		List<CheckIn> made = this.checkIns.of(id);
		CheckIn.Course course = course(theCase);
		int named = activities(made).size();
		CarePlan plan = this.plans.of(id).orElseThrow(() -> new Refused("care.no-plan"));
		return new Episode(this.rounds.sheet(round), day(round.sentAt()), course.phase(), course.kept(),
				round.assessment().sensitised(), round.assessment().complementary(), plan.habit(),
				course.lastTechnique().isEmpty() ? null : course.lastTechnique(),
				cleared(round, this.rounds.sheet(round), this.rules.triage()), course.stepBacks(),
				(named > 0) ? named : activitiesNow, before(made, course.missed()));
	}

	/**
	 * What the client said before, and when for the last time.
	 *
	 * @param sheet the answers of the questionnaire
	 * @param day the day of the last check-in, or of the questionnaire
	 * @param habit id of the small habit, null for none
	 */
	record Known(Map<String, Object> sheet, LocalDate day, @org.jspecify.annotations.Nullable String habit) {

		@Override
		public String toString() {
			return "what is known";
		}

	}

	/** What the client said before. */
	Known known(Case theCase) {
		Round round = this.rounds.latest(theCase.id());
		LocalDate last = this.checkIns.last(theCase.id())
			.filter((checkIn) -> checkIn.number() > round.number())
			.map(CheckIn::day)
			.orElse(day(round.sentAt()));
		return new Known(this.rounds.sheet(round), last, this.plans.of(theCase.id()).map(CarePlan::habit).orElse(null));
	}

	/** Where the care stands. */
	CheckIn.Course course(Case theCase) {
		CaseId id = theCase.id();
		CarePlan plan = this.plans.of(id).orElseThrow(() -> new Refused("care.no-plan"));
		List<LiveSession> live = this.sessions.of(id);
		Map<String, Integer> kept = new HashMap<>();
		String last = "";
		for (LiveSession session : live) {
			if (session.state() == LiveSession.State.KEPT) {
				kept.merge(session.session().phase(), 1, Integer::sum);
				last = session.session().technique();
			}
		}
		return new CheckIn.Course(plan.block().phase(), kept, last, stepBacks(theCase),
				missed(live, this.checkIns.of(id)), Steps.next(live));
	}

	/** The steps back that a therapist took within the days for which they count. */
	private int stepBacks(Case theCase) {
		Instant since = this.clock.instant().minus(Duration.ofDays(timing().stepBackDays()));
		List<CheckIn> made = this.checkIns.of(theCase.id());
		return (int) this.lifeCycle.standing(theCase)
			.steps()
			.stream()
			.filter((step) -> step.act() == Act.STEP && step.at().isAfter(since))
			.filter((step) -> lastBefore(made, step.at())
				.filter((checkIn) -> checkIn.decision().outcome() == Outcome.STEP_BACK)
				.isPresent())
			.count();
	}

	private static Optional<CheckIn> lastBefore(List<CheckIn> made, Instant at) {
		return made.stream().filter((checkIn) -> !checkIn.sentAt().isAfter(at)).reduce((one, next) -> next);
	}

	/** The days of sessions before which no check-in was made by the client. */
	private List<LocalDate> missed(List<LiveSession> live, List<CheckIn> made) {
		LocalDate today = LocalDate.now(this.clock);
		return live.stream()
			.filter((session) -> session.number() > 1)
			.filter((session) -> !session.isOpen() || session.day().isBefore(today))
			.filter((session) -> session.state() != LiveSession.State.MISSED)
			.filter((session) -> made.stream().noneMatch((checkIn) -> isFor(checkIn, session)))
			.map(LiveSession::day)
			.toList();
	}

	/** Made by the client for that session, and not too long before its day. */
	private boolean isFor(CheckIn checkIn, LiveSession session) {
		return checkIn.by() == By.CLIENT && checkIn.moment() != Moment.BETWEEN
				&& checkIn.course().session() == session.number()
				&& !checkIn.sentAt().isBefore(holdsFrom(session.day()));
	}

	/** A sheet that was sent earlier than this no longer holds on a day. */
	private Instant holdsFrom(LocalDate day) {
		return day.atStartOfDay(this.clock.getZone()).toInstant().minus(Duration.ofHours(timing().holdsHours()));
	}

	static List<EarlierCheckIn> before(List<CheckIn> made, List<LocalDate> missed) {
		return Stream
			.concat(made.stream().map((checkIn) -> new EarlierCheckIn(checkIn.day(), checkIn.sheet())),
					missed.stream().map((day) -> new EarlierCheckIn(day, Map.of())))
			.sorted(Comparator.comparing(EarlierCheckIn::day).thenComparing((one) -> !one.isMade()))
			.toList();
	}

	static List<ClearedFinding> cleared(Round round, Map<String, Object> sheet, Triage triage) {
		List<ClearedFinding> cleared = new ArrayList<>();
		List<String> lifted = round.assessment().cleared().stream().map(Cleared::rule).toList();
		triage.findings(triage.read(sheet))
			.stream()
			.filter((finding) -> lifted.contains(finding.rule()))
			.forEach((finding) -> cleared.add(new ClearedFinding(finding.rule(), finding.level(), finding.answers())));
		return cleared;
	}

	static List<String> activities(List<CheckIn> made) {
		return made.stream()
			.filter((checkIn) -> checkIn.moment() == Moment.START)
			.map(CheckIn::activities)
			.findFirst()
			.orElse(List.of());
	}

	/** The check-in that is due next. */
	Optional<NextCheckIn> next(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		List<CheckIn> made = this.checkIns.of(theCase.id());
		return switch (standing.state()) {
			case APPROVED, CHANGED -> Optional.ofNullable(inCare(theCase, standing, made));
			case LAPSED ->
				isTooLong(lastSession(theCase, standing)) ? Optional.empty() : Optional.of(now(Moment.RETURN));
			case PAUSED -> standing.arrival()
				.filter((step) -> step.account() == null && !isTooLong(day(step.at())))
				.map((step) -> now(Moment.RETURN));
			case REFERRED -> (standing.level() == Level.WAIT && standing.wasChecked())
					? standing.arrival().map((step) -> afterWaiting(step, made)) : Optional.empty();
			case ENDED -> standing.arrival().flatMap((step) -> afterwards(step, made));
			case CLEARED, PROPOSED, DECLINED, CLOSED, WITHDRAWN -> Optional.empty();
		};
	}

	/** The time begins anew with each sheet that still says so. */
	private NextCheckIn afterWaiting(CaseStep stop, List<CheckIn> made) {
		Instant last = made.stream()
			.filter((checkIn) -> checkIn.decision().outcome().pauses())
			.map(CheckIn::sentAt)
			.reduce(stop.at(), (one, other) -> other.isAfter(one) ? other : one);
		return at(Moment.RETURN, 0, null, last.plus(Duration.ofHours(timing().waitHours())));
	}

	/** After so long only a fresh questionnaire leads back. */
	private boolean isTooLong(LocalDate since) {
		return ChronoUnit.DAYS.between(since, LocalDate.now(this.clock)) > timing().longestPause();
	}

	/**
	 * The day of the last session, or on which the plan was checked when there was none.
	 */
	private LocalDate lastSession(Case theCase, Standing standing) {
		return this.sessions.of(theCase.id())
			.stream()
			.filter((session) -> session.state() == LiveSession.State.KEPT)
			.map(LiveSession::day)
			.max(Comparator.naturalOrder())
			.or(() -> standing.steps()
				.stream()
				.filter((step) -> step.act() == Act.APPROVE || step.act() == Act.CHANGE)
				.map((step) -> day(step.at()))
				.findFirst())
			.orElse(LocalDate.EPOCH);
	}

	private @org.jspecify.annotations.Nullable NextCheckIn inCare(Case theCase, Standing standing, List<CheckIn> made) {
		if (made.stream().noneMatch((checkIn) -> checkIn.moment() == Moment.START)) {
			return now(Moment.START);
		}
		if (mustReturn(standing, made)) {
			return now(Moment.RETURN);
		}
		CarePlan plan = this.plans.of(theCase.id()).orElseThrow();
		List<LiveSession> live = this.sessions.of(theCase.id());
		LiveSession next = live.stream().filter(LiveSession::isOpen).findFirst().orElse(null);
		if (next == null || next.number() == 1 || !plan.isFirm(next.number())
				|| made.stream().anyMatch((checkIn) -> isFor(checkIn, next))) {
			return null;
		}
		Instant opens = next.day()
			.atStartOfDay(this.clock.getZone())
			.toInstant()
			.minus(Duration.ofHours(timing().opensHours()));
		return at(isReview(plan, live, next) ? Moment.REVIEW : Moment.SESSION, next.number(), next.day(), opens);
	}

	/**
	 * A review comes before some sessions of a phase, and before the last one of a block.
	 */
	private boolean isReview(CarePlan plan, List<LiveSession> live, LiveSession next) {
		String phase = next.session().phase();
		long ofPhase = live.stream()
			.filter((one) -> one.number() <= next.number() && one.session().phase().equals(phase))
			.filter((one) -> one.state() != LiveSession.State.MISSED)
			.count();
		return next.number() == plan.block().last(plan.sessions())
				|| timing().reviews().getOrDefault(phase, List.of()).contains((int) ofPhase);
	}

	/** Something stopped the care since the last check-in that let it go on. */
	private static boolean mustReturn(Standing standing, List<CheckIn> made) {
		Instant stopped = standing.steps()
			.stream()
			.filter((step) -> STOPS.contains(step.act()))
			.map(CaseStep::at)
			.reduce((one, next) -> next)
			.orElse(null);
		return stopped != null && standing.wasChecked()
				&& made.stream()
					.filter((checkIn) -> checkIn.moment() == Moment.RETURN && !checkIn.decision().outcome().pauses())
					.noneMatch((checkIn) -> !checkIn.sentAt().isBefore(stopped))
				&& made.stream().anyMatch((checkIn) -> checkIn.sentAt().isBefore(stopped.plusNanos(1)));
	}

	private Optional<NextCheckIn> afterwards(CaseStep end, List<CheckIn> made) {
		List<Integer> days = timing().after();
		List<Moment> moments = List.of(Moment.AFTER_4_WEEKS, Moment.AFTER_12_WEEKS);
		for (int i = 0; i < Math.min(days.size(), moments.size()); i++) {
			Moment moment = moments.get(i);
			boolean isMade = made.stream()
				.anyMatch((checkIn) -> checkIn.moment() == moment && checkIn.sentAt().isAfter(end.at()));
			Instant closes = end.at().plus(Duration.ofDays(days.get(i) + 28L));
			if (!isMade && closes.isAfter(this.clock.instant())) {
				return Optional.of(at(moment, 0, null, end.at().plus(Duration.ofDays(days.get(i)))));
			}
		}
		return Optional.empty();
	}

	/**
	 * The check-in that proposes a step nobody has answered since; of several before the
	 * same session the strictest, so that a later one takes nothing back. That a plan
	 * should end waits for its answer, whatever comes after.
	 */
	Optional<CheckIn> waitingStep(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		if (!standing.state().isChecked()) {
			return Optional.empty();
		}
		List<CheckIn> made = this.checkIns.of(theCase.id());
		Instant answered = standing.steps()
			.stream()
			.filter((step) -> ANSWERS.contains(step.act()))
			.map(CaseStep::at)
			.reduce((one, next) -> next)
			.orElse(Instant.MIN);
		int session = made.isEmpty() ? 0 : made.get(made.size() - 1).course().session();
		return made.stream()
			.filter((checkIn) -> checkIn.sentAt().isAfter(answered))
			.filter((checkIn) -> checkIn.course().session() == session
					|| checkIn.decision().outcome() == Outcome.END_AND_REFER)
			.filter((checkIn) -> proposes(theCase.id(), checkIn.decision().outcome()))
			.reduce((one, next) -> one.decision().outcome().isStricterThan(next.decision().outcome()) ? one : next);
	}

	private boolean proposes(CaseId id, Outcome outcome) {
		return switch (outcome) {
			case END_AND_REFER, STEP_BACK, STEP_DOWN, FINISH -> true;
			case HOLD, GO_ON -> isAtTheEnd(id);
			case EMERGENCY, URGENT, SEE_DOCTOR, WAIT -> false;
		};
	}

	/** No session of the block is left after the next one, so that one more is needed. */
	private boolean isAtTheEnd(CaseId id) {
		CarePlan plan = this.plans.of(id).orElseThrow();
		return plan.block().last(plan.sessions()) <= Steps.next(this.sessions.of(id));
	}

	Optional<CheckIn> holding(Case theCase, LocalDate day) {
		return allHolding(theCase, day).stream().reduce((one, next) -> next);
	}

	/** Every check-in that holds on a day, none when the last one stops the care. */
	List<CheckIn> allHolding(Case theCase, LocalDate day) {
		Standing standing = this.lifeCycle.standing(theCase);
		List<CheckIn> made = this.checkIns.of(theCase.id());
		if (!standing.state().isChecked() || mustReturn(standing, made)) {
			return List.of();
		}
		Instant from = holdsFrom(day);
		Instant to = day.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
		List<CheckIn> inTime = made.stream()
			.filter((checkIn) -> !checkIn.sentAt().isBefore(from) && checkIn.sentAt().isBefore(to))
			.toList();
		boolean stops = !inTime.isEmpty() && inTime.get(inTime.size() - 1).decision().outcome().pauses();
		return stops ? List.of() : inTime.stream().filter((checkIn) -> !checkIn.decision().outcome().pauses()).toList();
	}

	/** The days since the last session, or since the plan was checked. */
	long daysWithout(Case theCase) {
		LocalDate last = this.sessions.of(theCase.id())
			.stream()
			.filter((session) -> session.state() == LiveSession.State.KEPT)
			.map(LiveSession::day)
			.max(Comparator.naturalOrder())
			.orElse(LocalDate.EPOCH);
		LocalDate checked = this.lifeCycle.standing(theCase)
			.arrival()
			.map((step) -> day(step.at()))
			.orElse(LocalDate.EPOCH);
		return ChronoUnit.DAYS.between(last.isAfter(checked) ? last : checked, LocalDate.now(this.clock));
	}

	private NextCheckIn now(Moment moment) {
		return new NextCheckIn(moment, 0, null, this.clock.instant(), true);
	}

	private NextCheckIn at(Moment moment, int session, @org.jspecify.annotations.Nullable LocalDate day,
			Instant opens) {
		return new NextCheckIn(moment, session, day, opens, !opens.isAfter(this.clock.instant()));
	}

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.clock.getZone());
	}

	private FollowUp.Timing timing() {
		return Objects.requireNonNull(this.followUp.triage().knowledge().followUp()).timing();
	}

}
