package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.CheckIns;
import org.backwise.care.DueCheckIns;
import org.backwise.care.LiveSession;
import org.backwise.care.NextCheckIn;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.hours.OpeningHours;
import org.backwise.knowledge.FollowUp.Moment;

/**
 * What clients are asked by messages about check-ins: the one place that says what is so
 * now, for whoever puts messages into the outbox and for whoever sends them. A check-in
 * is asked when it opens and once more 12 hours before its session, never after that;
 * those that lead back and those after the end once; and whoever is silent once.
 */
@Component
class CheckInNews {

	/**
	 * The first check-in, and one before coming back, are open for a long time; they are
	 * told so long before the session.
	 */
	private static final int DAYS_BEFORE = 2;

	/** Nobody is asked before this, where a day and no moment is meant. */
	private static final LocalTime MORNING = LocalTime.of(10, 0);

	/** While nobody has said when the practice is open, and on a closed day. */
	private static final LocalTime OPENS = LocalTime.of(8, 0);

	/** For the second time so long before the session. */
	private static final Duration BEFORE = Duration.ofHours(12);

	/** Later than this it is no reminder of 12 hours before any more. */
	private static final Duration PATIENCE = Duration.ofHours(3);

	/** What opened earlier was open before anybody asked for messages. */
	private static final Duration NEWS = Duration.ofDays(7);

	private final LifeCycle lifeCycle;

	private final CheckIns checkIns;

	private final DueCheckIns due;

	private final CarePlans plans;

	private final Attendance sessions;

	private final SessionTimes times;

	private final OpeningHours hours;

	private final Offered offered;

	private final Clock clock;

	CheckInNews(LifeCycle lifeCycle, CheckIns checkIns, DueCheckIns due, CarePlans plans, Attendance sessions,
			SessionTimes times, OpeningHours hours, Offered offered, Clock clock) {
		this.lifeCycle = lifeCycle;
		this.checkIns = checkIns;
		this.due = due;
		this.plans = plans;
		this.sessions = sessions;
		this.times = times;
		this.hours = hours;
		this.offered = offered;
		this.clock = clock;
	}

	/**
	 * What is to be told about check-ins now, whether or not it was; the first comes
	 * first.
	 */
	List<Message> now(Case theCase) {
		Standing standing = this.lifeCycle.standing(theCase);
		List<Message> now = new ArrayList<>();
		if (standing.state() == CaseState.PAUSED) {
			// Whoever takes a break comes back when it suits them.
			return now;
		}
		Open open = open(theCase, standing);
		this.due.silence(theCase)
			.ifPresent((silence) -> now.add(message(Kind.SILENT, theCase, silence.after(), open.made())));
		if (open.next() != null) {
			opening(theCase, standing, open, open.next()).ifPresent(now::add);
			second(theCase, standing, open, open.next()).ifPresent(now::add);
		}
		return now;
	}

	/** Whether a message about check-ins is still so. */
	boolean isSo(Message message, Case theCase) {
		return now(theCase).stream().anyMatch((one) -> one.once().equals(message.once()));
	}

	/**
	 * What is open for a client.
	 *
	 * @param made how many check-ins were made
	 * @param next the check-in that is open, null for none
	 * @param session the next firm session to come, null for none
	 */
	private record Open(int made, @Nullable NextCheckIn next, @Nullable LiveSession session) {

	}

	/**
	 * What makes it the same check-in at another look: since when the plan runs, and the
	 * session before which it is asked.
	 */
	private static String mark(Standing standing, Open open, NextCheckIn next) {
		return (next.session() > 0) ? standing.begun().map(CaseStep::version).orElse(0) + "-" + next.session()
				: Integer.toString(open.made());
	}

	private Open open(Case theCase, Standing standing) {
		NextCheckIn next = this.checkIns.next(theCase.id()).filter(NextCheckIn::open).orElse(null);
		LiveSession session = !standing.state().isChecked() ? null : this.sessions.of(theCase.id())
			.stream()
			.filter((one) -> one.isOpen() && !one.day().isBefore(LocalDate.now(this.clock)))
			.findFirst()
			.filter((one) -> this.plans.of(theCase.id()).filter((plan) -> plan.isFirm(one.number())).isPresent())
			.orElse(null);
		return new Open(this.checkIns.of(theCase.id()).size(), next, session);
	}

	private Optional<Message> opening(Case theCase, Standing standing, Open open, NextCheckIn next) {
		return switch (next.moment()) {
			case START -> hasCome(open, Instant.MIN)
					? Optional.of(message(Kind.CHECK_IN, theCase, mark(standing, open, next), open.made()))
					: Optional.empty();
			case SESSION, REVIEW -> next.opens().isAfter(this.clock.instant()) ? Optional.empty()
					: Optional.of(message(Kind.CHECK_IN, theCase, mark(standing, open, next), open.made()));
			case RETURN -> standing.arrival()
				.filter((step) -> isNews(standing, step, open, next) && hasCome(open, step.at()))
				.map((step) -> message(Kind.COME_BACK, theCase, open.made() + "-" + step.version(), open.made()));
			case AFTER_4_WEEKS, AFTER_12_WEEKS -> standing.arrival()
				.filter((step) -> isNews(next.opens()))
				.map((step) -> message(Kind.AFTERWARDS, theCase, next.moment() + "-" + step.version(), open.made()));
			case BETWEEN -> Optional.empty();
		};
	}

	/** Some days before the session, or at once where there is none to wait for. */
	private boolean hasCome(Open open, Instant earliest) {
		Instant from = (open.session() != null) ? morning(open.session().day().minusDays(DAYS_BEFORE)) : earliest;
		return !from.isAfter(this.clock.instant());
	}

	/** A plan that runs again is news until its session; else how long ago it came so. */
	private boolean isNews(Standing standing, CaseStep step, Open open, NextCheckIn next) {
		if (open.session() != null) {
			return true;
		}
		return isNews((standing.state() == CaseState.REFERRED) ? next.opens() : step.at());
	}

	private boolean isNews(Instant since) {
		return !since.isBefore(this.clock.instant().minus(NEWS));
	}

	/** The second and last time, while nothing holds for the session. */
	private Optional<Message> second(Case theCase, Standing standing, Open open, NextCheckIn next) {
		LiveSession session = open.session();
		if (session == null || !standing.state().isChecked() || !isBefore(next, session)) {
			return Optional.empty();
		}
		Instant at = at(theCase, session).toInstant();
		Instant now = this.clock.instant();
		boolean isTime = !now.isBefore(at) && now.isBefore(at.plus(PATIENCE));
		if (!isTime || this.checkIns.holding(theCase.id(), session.day()).isPresent()) {
			return Optional.empty();
		}
		return Optional.of(message(Kind.CHECK_IN_AGAIN, theCase, session.number() + " " + session.day(), open.made()));
	}

	private static boolean isBefore(NextCheckIn next, LiveSession session) {
		boolean begins = next.moment() == Moment.START || next.moment() == Moment.RETURN;
		return begins || next.session() == session.number();
	}

	/** 12 hours before the session; in the evening before where that is at night. */
	private ZonedDateTime at(Case theCase, LiveSession session) {
		LocalDate day = session.day();
		LocalTime begins = Optional.ofNullable(this.times.of(theCase.id()).get(session.number()))
			.map((agreed) -> agreed.start())
			.orElseGet(() -> this.hours.on(day)
				.stream()
				.map(OpeningHours.Open::from)
				.min(Comparator.naturalOrder())
				.orElse(OPENS));
		return this.offered.mail().notAtNight(day.atTime(begins).atZone(this.clock.getZone()).minus(BEFORE));
	}

	private Instant morning(LocalDate day) {
		return day.atTime(MORNING).atZone(this.clock.getZone()).toInstant();
	}

	private Message message(Kind kind, Case theCase, String once, int made) {
		return Message.of(kind, theCase.id(), null, once, this.clock.instant(), made, null);
	}

}
