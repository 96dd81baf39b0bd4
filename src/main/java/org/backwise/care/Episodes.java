package org.backwise.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckIn;
import org.backwise.cases.CheckInRounds;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Round;
import org.backwise.cases.Rounds;
import org.backwise.cases.Standing;
import org.backwise.followup.CheckInsInForce;
import org.backwise.followup.EarlierCheckIn;
import org.backwise.followup.Episode;
import org.backwise.followup.Episode.ClearedFinding;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.practice.Refused;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Triage;

/**
 * The courses of care as a check-in has to know them: folded from the rounds, the steps
 * and the sessions of a case. Nothing of it is stored apart.
 */
@Component
class Episodes {

	private final Rounds rounds;

	private final CheckInRounds checkIns;

	private final CarePlans plans;

	private final Attendance sessions;

	private final LifeCycle lifeCycle;

	private final CheckInsInForce rules;

	private final CheckInTimes times;

	private final ObjectProvider<SessionNotes> notes;

	private final Clock clock;

	Episodes(Rounds rounds, CheckInRounds checkIns, CarePlans plans, Attendance sessions, LifeCycle lifeCycle,
			CheckInsInForce rules, CheckInTimes times, ObjectProvider<SessionNotes> notes, Clock clock) {
		this.rounds = rounds;
		this.checkIns = checkIns;
		this.plans = plans;
		this.sessions = sessions;
		this.lifeCycle = lifeCycle;
		this.rules = rules;
		this.times = times;
		this.notes = notes;
		this.clock = clock;
	}

	/** A course of care as it stands, read once. */
	CareSoFar soFar(Case theCase) {
		CarePlan plan = this.plans.of(theCase.id()).orElse(null);
		return new CareSoFar(theCase, this.lifeCycle.standing(theCase), this.checkIns.of(theCase.id()), plan,
				(plan != null) ? this.sessions.of(theCase.id(), plan) : List.of(), this.rules.triage().knowledge(),
				LocalDate.now(this.clock));
	}

	/** The course of care so far, as the rules of a check-in know it. */
	Episode of(CareSoFar soFar, int activitiesNow) {
		Round round = this.rounds.latest(soFar.theCase().id());
		if (round.assessment().level() != null) {
			throw new Refused("care.no-plan");
		}
		CheckIn.Course course = course(soFar);
		int named = activities(soFar.made()).size();
		Map<String, Object> sheet = this.rounds.sheet(round);
		return new Episode(sheet, day(soFar.theCase().sentAt()), course.phase(), course.kept(),
				round.assessment().sensitised(), round.assessment().complementary(), soFar.plan().habit(),
				course.lastTechnique().isEmpty() ? null : course.lastTechnique(),
				cleared(round, sheet, this.rules.triage().triage()), course.stepBacks(),
				(named > 0) ? named : activitiesNow, before(soFar.made(), course.missed()));
	}

	/**
	 * Whether the client can say that something has changed: wherever a plan that was
	 * checked runs, rests or waits for a doctor or for time. What they say can stop it,
	 * and never brings it back.
	 */
	boolean mayTell(Case theCase, Standing standing) {
		return standing.wasChecked() && switch (standing.state()) {
			case APPROVED, CHANGED, PAUSED, LAPSED -> true;
			case REFERRED -> standing.level() != null && standing.level().mayBeCleared()
					&& this.rounds.latest(theCase.id()).assessment().level() == null;
			case PROPOSED, CLEARED, ENDED, DECLINED, CLOSED, WITHDRAWN -> false;
		};
	}

	/**
	 * What the client said before, and when for the last time.
	 *
	 * @param sheet the answers of the questionnaire, joined by what lasts of the
	 * check-ins
	 * @param day the day on which the warning signs were asked last
	 * @param habit id of the small habit, null for none
	 */
	record Known(Map<String, Object> sheet, LocalDate day, @Nullable String habit) {

		@Override
		public String toString() {
			return "what is known";
		}

	}

	/** What the client said before. */
	Known known(Case theCase) {
		List<CheckIn> made = this.checkIns.of(theCase.id());
		Map<String, Object> sheet = this.rounds.sheet(this.rounds.latest(theCase.id()));
		// the answers after a clearance ask no warning sign again
		LocalDate last = made.isEmpty() ? day(theCase.sentAt()) : made.get(made.size() - 1).day();
		return new Known(this.rules.triage().known(sheet, before(made, List.of())), last,
				this.plans.of(theCase.id()).map(CarePlan::habit).orElse(null));
	}

	/** Where the care stands. */
	CheckIn.Course course(CareSoFar soFar) {
		Map<String, Integer> kept = new HashMap<>();
		LiveSession lastKept = null;
		for (LiveSession session : soFar.live()) {
			if (session.state() == LiveSession.State.KEPT) {
				kept.merge(session.session().phase(), 1, Integer::sum);
				lastKept = session;
			}
		}
		String last = (lastKept != null) ? given(soFar).getOrDefault(lastKept.number(), "") : "";
		return new CheckIn.Course(soFar.plan().block().phase(), kept, last, stepBacks(soFar), this.times.missed(soFar),
				soFar.nextNumber());
	}

	/**
	 * The kind of massage of each session that took place: as its signed note says; else
	 * as planned, unless what was told before it left that out.
	 */
	Map<Integer, String> given(CareSoFar soFar) {
		Map<Integer, String> given = new HashMap<>();
		Map<Integer, String> noted = this.notes.getObject().given(soFar.theCase().id());
		for (LiveSession session : soFar.live()) {
			if (session.state() == LiveSession.State.KEPT) {
				List<CheckIn> before = this.times.inTime(soFar.made(), session.day())
					.stream()
					.filter((one) -> one.course().session() == session.number() && !one.decision().outcome().pauses())
					.toList();
				String meant = Told.of(before, List.of(), null, null)
					.technique(session.session().technique(), soFar.base());
				given.put(session.number(), noted.getOrDefault(session.number(), meant));
			}
		}
		return given;
	}

	/**
	 * The steps to an earlier phase that a therapist took within the days for which they
	 * count, whatever a check-in had proposed.
	 */
	private int stepBacks(CareSoFar soFar) {
		List<CaseStep> steps = soFar.standing().steps();
		if (steps.stream().noneMatch((step) -> step.act() == Act.STEP)) {
			return 0;
		}
		Instant since = this.clock.instant().minus(Duration.ofDays(this.times.timing().stepBackDays()));
		List<String> phases = this.rules.triage().knowledge().plan().phases().stream().map(Phase::id).toList();
		Map<UUID, CarePlan> plans = this.plans.all(soFar.theCase().id());
		Set<UUID> made = steps.stream().map(CaseStep::plan).filter(Objects::nonNull).collect(Collectors.toSet());
		int before = plans.entrySet()
			.stream()
			.filter((plan) -> !made.contains(plan.getKey()))
			.mapToInt((first) -> phases.indexOf(first.getValue().block().phase()))
			.findFirst()
			.orElse(0);
		int stepBacks = 0;
		for (CaseStep step : steps) {
			CarePlan plan = plans.get(step.plan());
			if (plan != null) {
				int after = phases.indexOf(plan.block().phase());
				boolean counts = step.act() == Act.STEP && step.at().isAfter(since);
				stepBacks += (counts && after < before) ? 1 : 0;
				before = after;
			}
		}
		return stepBacks;
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

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.clock.getZone());
	}

}
