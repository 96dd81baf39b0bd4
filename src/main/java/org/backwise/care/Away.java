package org.backwise.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.backwise.cases.Act;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Standing;

/**
 * How long a client was away: after too long only a fresh questionnaire leads back,
 * whoever would bring the plan back and by whatever way.
 *
 * @param standing where the case stands
 * @param live the sessions of its plan as they stand
 * @param most the days after which it is too long
 * @param zone where the days are counted
 */
record Away(Standing standing, List<LiveSession> live, int most, ZoneId zone) {

	/** Whether the client was away for too long on a day. */
	boolean isTooLong(LocalDate day) {
		return switch (this.standing.state()) {
			case PAUSED, LAPSED -> isTooLong(this.standing.arrival().orElseThrow(), day);
			case APPROVED, CHANGED -> cameBackTooLate() || nobodyCame(day);
			case REFERRED -> lastKept(day).or(this::checked).filter((since) -> isLong(since, day)).isPresent();
			case CLEARED, PROPOSED, ENDED, DECLINED, CLOSED, WITHDRAWN -> false;
		};
	}

	/**
	 * The break counts from its first day, and a session before it from its own; a plan
	 * that lapsed without one, from the day on which it was checked.
	 */
	private boolean isTooLong(CaseStep stop, LocalDate day) {
		Optional<LocalDate> last = lastKept(day);
		boolean lapsed = this.standing.state() == CaseState.LAPSED || stopBefore(stop).isPresent();
		return Stream
			.of(Optional.of(stop).filter((step) -> step.act() == Act.PAUSE).map((step) -> day(step.at())), last,
					(lapsed && last.isEmpty()) ? checked() : Optional.<LocalDate>empty())
			.flatMap(Optional::stream)
			.anyMatch((since) -> isLong(since, day));
	}

	/** A plan that had lapsed when it was paused. */
	private Optional<CaseStep> stopBefore(CaseStep stop) {
		return this.standing.steps()
			.stream()
			.filter((step) -> step.version() == stop.version() - 1 && step.act() == Act.LAPSE)
			.findFirst();
	}

	/** Somebody brought the plan back when that was no longer allowed. */
	private boolean cameBackTooLate() {
		CaseStep begun = this.standing.begun().orElse(null);
		if (begun == null || (begun.act() != Act.RESUME && begun.act() != Act.RETURN)) {
			return false;
		}
		return this.standing.steps()
			.stream()
			.filter((step) -> step.version() < begun.version())
			.reduce((one, next) -> next)
			.filter((stop) -> stop.act() == Act.PAUSE || stop.act() == Act.LAPSE)
			.filter((stop) -> isTooLong(stop, day(begun.at())))
			.isPresent();
	}

	private boolean nobodyCame(LocalDate day) {
		Optional<LocalDate> begun = this.standing.begun().map((step) -> day(step.at()));
		return lastKept(day).filter((last) -> isLong(last, day)).isPresent()
				&& begun.filter((since) -> isLong(since, day)).isPresent();
	}

	private Optional<LocalDate> lastKept(LocalDate until) {
		return this.live.stream()
			.filter((session) -> session.state() == LiveSession.State.KEPT && !session.day().isAfter(until))
			.map(LiveSession::day)
			.max(Comparator.naturalOrder());
	}

	private Optional<LocalDate> checked() {
		return this.standing.steps()
			.stream()
			.filter((step) -> step.act() == Act.APPROVE || step.act() == Act.CHANGE)
			.map((step) -> day(step.at()))
			.findFirst();
	}

	private boolean isLong(LocalDate since, LocalDate day) {
		return ChronoUnit.DAYS.between(since, day) > this.most;
	}

	private LocalDate day(Instant at) {
		return LocalDate.ofInstant(at, this.zone);
	}

}
