package org.backwise.care;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.cases.CaseStep;
import org.backwise.cases.CheckIn;
import org.backwise.knowledge.FollowUp.Moment;

/**
 * The one place that says of whom nothing is heard any more (FM-03): two firm sessions in
 * a row went by, without a check-in, and neither was kept. A session went by when its day
 * is over and nobody said what became of it, or when it was missed. One that the practice
 * cancelled is no sign of anything. Whoever makes a check-in of any kind, is asked aloud,
 * comes to a session or cancels one themselves is heard of. What went by before the plan
 * was let run again counts no more.
 */
@Component
class Silences {

	private static final int IN_A_ROW = 2;

	private final CheckInTimes times;

	private final Clock clock;

	Silences(CheckInTimes times, Clock clock) {
		this.times = times;
		this.clock = clock;
	}

	/**
	 * The silence that lasts now; empty while the client is heard of, or no plan runs.
	 */
	Optional<Silence> of(CareSoFar soFar) {
		CaseStep begun = soFar.standing().begun().orElse(null);
		if (begun == null) {
			return Optional.empty();
		}
		LocalDate first = begun.at().atZone(this.clock.getZone()).toLocalDate();
		int inARow = 0;
		LiveSession last = null;
		for (LiveSession session : soFar.live()) {
			if (session.state() == State.KEPT) {
				inARow = 0;
			}
			else if (!session.day().isBefore(first) && wentBy(soFar, session) && !isHeardSince(soFar, session)) {
				inARow++;
				last = session;
			}
		}
		return (inARow >= IN_A_ROW && last != null) ? Optional.of(new Silence(since(last), after(soFar, begun)))
				: Optional.empty();
	}

	private boolean wentBy(CareSoFar soFar, LiveSession session) {
		boolean over = session.isOpen() && session.day().isBefore(LocalDate.now(this.clock));
		return soFar.plan().isFirm(session.number()) && (over || session.state() == State.MISSED);
	}

	/** Since the check-in for the session was asked, or with the one that it asks for. */
	private boolean isHeardSince(CareSoFar soFar, LiveSession session) {
		Instant asked = this.times.holdsFrom(session.day());
		return soFar.made()
			.stream()
			.anyMatch((checkIn) -> !checkIn.sentAt().isBefore(asked) || begins(checkIn, session))
				|| soFar.live().stream().filter(Silences::isCancelledByClient).anyMatch((other) -> {
					Instant said = other.markedAt();
					return said != null && !said.isBefore(asked);
				});
	}

	/** The first check-in of all is open for a long time, and made whenever it suits. */
	private static boolean begins(CheckIn checkIn, LiveSession session) {
		return checkIn.moment() == Moment.START && checkIn.course().session() == session.number();
	}

	private static boolean isCancelledByClient(LiveSession session) {
		return session.cancelledBy() == CancelledBy.CLIENT;
	}

	private Instant since(LiveSession last) {
		LocalDate day = last.isOpen() ? last.day().plusDays(1) : last.day();
		return day.atStartOfDay(this.clock.getZone()).toInstant();
	}

	private static String after(CareSoFar soFar, CaseStep begun) {
		List<LiveSession> live = soFar.live();
		return begun.version() + "-" + soFar.made().size() + "-"
				+ live.stream().filter((session) -> session.state() == State.KEPT).count() + "-"
				+ live.stream().filter(Silences::isCancelledByClient).count();
	}

}
