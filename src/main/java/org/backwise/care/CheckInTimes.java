package org.backwise.care;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Standing;
import org.backwise.followup.By;
import org.backwise.followup.CheckInsInForce;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.Level;

/** When check-ins are due, for how long each holds, and which were missed. */
@Component
class CheckInTimes {

	/** The moments of a case may be later than the clock by some microseconds. */
	private static final Duration A_HAIR = Duration.ofSeconds(1);

	private final CheckInsInForce followUp;

	private final Clock clock;

	CheckInTimes(CheckInsInForce followUp, Clock clock) {
		this.followUp = followUp;
		this.clock = clock;
	}

	/** The check-in that is due next. */
	Optional<NextCheckIn> next(CareSoFar soFar) {
		Standing standing = soFar.standing();
		List<CheckIn> made = soFar.made();
		return switch (standing.state()) {
			case APPROVED, CHANGED -> Optional.ofNullable(inCare(soFar));
			case LAPSED -> isTooLongAway(soFar, soFar.today()) ? Optional.empty() : Optional.of(now(Moment.RETURN));
			case PAUSED -> standing.arrival()
				.filter((step) -> step.account() == null && !isTooLongAway(soFar, soFar.today()))
				.map((step) -> now(Moment.RETURN));
			case REFERRED ->
				(standing.level() == Level.WAIT && standing.wasChecked() && !isTooLongAway(soFar, soFar.today()))
						? standing.arrival().map((step) -> afterWaiting(step, made)) : Optional.empty();
			case ENDED -> standing.arrival().filter(soFar::isAskedAfterwards).flatMap((step) -> afterwards(step, made));
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

	/**
	 * Whether the client was away for so long that only a fresh questionnaire leads on.
	 */
	boolean isTooLongAway(CareSoFar soFar, LocalDate day) {
		return isTooLongAway(soFar.standing(), soFar.live(), day);
	}

	boolean isTooLongAway(Standing standing, List<LiveSession> live, LocalDate day) {
		return new Away(standing, live, timing().longestPause(), this.clock.getZone()).isTooLong(day);
	}

	private @Nullable NextCheckIn inCare(CareSoFar soFar) {
		List<CheckIn> made = soFar.made();
		if (made.stream().noneMatch((checkIn) -> checkIn.moment() == Moment.START)) {
			return now(Moment.START);
		}
		if (soFar.mustReturn()) {
			return now(Moment.RETURN);
		}
		CarePlan plan = soFar.plan();
		if (soFar.isBlockOver() && soFar.waitingStep().isEmpty()
				&& made.stream().noneMatch((checkIn) -> isAfterBlock(checkIn, soFar))) {
			return now(Moment.REVIEW);
		}
		LiveSession next = soFar.next().orElse(null);
		if (next == null || next.number() == 1 || !plan.isFirm(next.number())
				|| made.stream().anyMatch((checkIn) -> isFor(checkIn, next))) {
			return null;
		}
		Instant opens = next.day()
			.atStartOfDay(this.clock.getZone())
			.toInstant()
			.minus(Duration.ofHours(timing().opensHours()));
		Instant holds = holdsFrom(next.day());
		opens = opens.isBefore(holds) ? holds : opens;
		boolean open = !opens.isAfter(this.clock.instant()) || wentByUnasked(soFar).findFirst().isPresent();
		return new NextCheckIn(isReview(soFar, next) ? Moment.REVIEW : Moment.SESSION, next.number(), next.day(), opens,
				open);
	}

	/**
	 * The sessions whose day is over, before which nothing was asked, or since; nobody
	 * said what became of them. Whoever comes back to the page can answer at once.
	 */
	Stream<LiveSession> wentByUnasked(CareSoFar soFar) {
		return soFar.live()
			.stream()
			.filter((session) -> session.number() > 1 && session.isOpen() && soFar.plan().isFirm(session.number()))
			.filter((session) -> session.day().isBefore(soFar.today()))
			.filter((session) -> soFar.made()
				.stream()
				.noneMatch((checkIn) -> !checkIn.sentAt().isBefore(holdsFrom(session.day()))));
	}

	/**
	 * A review comes before some sessions of a phase, and before the last one of a block.
	 */
	private boolean isReview(CareSoFar soFar, LiveSession next) {
		String phase = next.session().phase();
		long ofPhase = soFar.live()
			.stream()
			.filter((one) -> one.number() <= next.number() && one.session().phase().equals(phase))
			.filter((one) -> !one.isFallenThrough())
			.count();
		return next.number() == soFar.lastOfBlock()
				|| timing().reviews().getOrDefault(phase, List.of()).contains((int) ofPhase);
	}

	/** The review that takes the place of one before a session that fell through. */
	private static boolean isAfterBlock(CheckIn checkIn, CareSoFar soFar) {
		return checkIn.moment() == Moment.REVIEW && checkIn.course().session() == soFar.nextNumber();
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

	/** The days of sessions before which no check-in was made by the client. */
	List<LocalDate> missed(CareSoFar soFar) {
		LocalDate today = LocalDate.now(this.clock);
		return soFar.live()
			.stream()
			.filter((session) -> session.number() > 1)
			.filter((session) -> !session.isOpen() || session.day().isBefore(today))
			.filter((session) -> !session.isFallenThrough())
			.filter((session) -> soFar.made().stream().noneMatch((checkIn) -> isFor(checkIn, session)))
			.map(LiveSession::day)
			.toList();
	}

	/**
	 * Made by the client for that session, and not too long before its day. One of the
	 * start that came late asks nothing of the sessions before it.
	 */
	private static boolean asksOf(CheckIn checkIn, LiveSession session) {
		return checkIn.by() == By.CLIENT && checkIn.moment() != Moment.BETWEEN
				&& (checkIn.moment() != Moment.START || session.number() == 1);
	}

	private boolean isFor(CheckIn checkIn, LiveSession session) {
		return asksOf(checkIn, session) && checkIn.course().session() == session.number()
				&& !checkIn.sentAt().isBefore(holdsFrom(session.day()));
	}

	/**
	 * A sheet that was sent earlier than this no longer holds on a day, however late in
	 * it the session is.
	 */
	Instant holdsFrom(LocalDate day) {
		return day.plusDays(1)
			.atStartOfDay(this.clock.getZone())
			.toInstant()
			.minus(Duration.ofHours(timing().holdsHours()));
	}

	/** The last check-in that holds on a day. */
	Optional<CheckIn> holding(CareSoFar soFar, LocalDate day) {
		return allHolding(soFar, day).stream().reduce((one, next) -> next);
	}

	/** Every check-in that holds on a day, none when the last one stops the care. */
	List<CheckIn> allHolding(CareSoFar soFar, LocalDate day) {
		if (!soFar.standing().state().isChecked() || soFar.mustReturn()) {
			return List.of();
		}
		return counting(inTime(soFar.made(), day));
	}

	/**
	 * Every check-in that held when it was said that a session took place. What came
	 * after, be it a stop of the care, takes nothing back of it.
	 */
	List<CheckIn> allHeld(CareSoFar soFar, LiveSession kept) {
		Instant said = kept.markedAt();
		Instant until = (said != null) ? said.plus(A_HAIR) : Instant.MAX;
		return counting(inTime(soFar.made(), kept.day()).stream()
			.filter((checkIn) -> checkIn.sentAt().isBefore(until))
			.toList());
	}

	private static List<CheckIn> counting(List<CheckIn> made) {
		List<CheckIn> inTime = made.stream()
			.filter((checkIn) -> checkIn.decision().outcome().pauses() || holdsForNext(checkIn))
			.toList();
		boolean stops = !inTime.isEmpty() && inTime.get(inTime.size() - 1).decision().outcome().pauses();
		return stops ? List.of() : inTime.stream().filter((checkIn) -> !checkIn.decision().outcome().pauses()).toList();
	}

	/** Those that were made within the hours for which a sheet holds on a day. */
	List<CheckIn> inTime(List<CheckIn> made, LocalDate day) {
		Instant from = holdsFrom(day);
		Instant to = day.plusDays(1).atStartOfDay(this.clock.getZone()).toInstant();
		return made.stream()
			.filter((checkIn) -> !checkIn.sentAt().isBefore(from) && checkIn.sentAt().isBefore(to))
			.toList();
	}

	/**
	 * One of the start asks nothing of the sessions before it, so that it holds for the
	 * first only.
	 */
	private static boolean holdsForNext(CheckIn checkIn) {
		return checkIn.moment() != Moment.START
				|| checkIn.course().kept().values().stream().allMatch((sessions) -> sessions == 0);
	}

	/** The days since the last session, or since the plan runs; no step of it counts. */
	long daysWithout(CareSoFar soFar) {
		LocalDate last = soFar.live()
			.stream()
			.filter((session) -> session.state() == LiveSession.State.KEPT)
			.map(LiveSession::day)
			.max(Comparator.naturalOrder())
			.orElse(LocalDate.EPOCH);
		LocalDate checked = soFar.standing().begun().map((step) -> day(step.at())).orElse(LocalDate.EPOCH);
		return ChronoUnit.DAYS.between(last.isAfter(checked) ? last : checked, LocalDate.now(this.clock));
	}

	/**
	 * Whether the whole questionnaire was answered so long ago that only a fresh one
	 * leads on; what is asked after a clearance asks no warning sign.
	 */
	boolean isQuestionnaireOld(Case theCase, LocalDate day) {
		return ChronoUnit.WEEKS.between(day(theCase.sentAt()), day) >= timing().wholeAgain();
	}

	private NextCheckIn now(Moment moment) {
		return new NextCheckIn(moment, 0, null, this.clock.instant(), true);
	}

	private NextCheckIn at(Moment moment, int session, @Nullable LocalDate day, Instant opens) {
		return new NextCheckIn(moment, session, day, opens, !opens.isAfter(this.clock.instant()));
	}

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.clock.getZone());
	}

	FollowUp.Timing timing() {
		return Objects.requireNonNull(this.followUp.triage().knowledge().followUp()).timing();
	}

}
