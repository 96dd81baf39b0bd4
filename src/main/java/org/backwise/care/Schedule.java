package org.backwise.care;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession.State;

/** The days of a plan with what became of them laid over. */
final class Schedule {

	private final List<LiveSession> sessions;

	private Schedule(List<LiveSession> sessions) {
		this.sessions = sessions;
	}

	/**
	 * Lays the marks over the plan. A session that was moved goes back to its planned day
	 * when the plan has changed that day since.
	 * @param planned the sessions as planned
	 * @param marks session number to its mark
	 */
	static Schedule of(List<Session> planned, Map<Integer, Mark> marks) {
		return new Schedule(planned.stream().map((session) -> live(session, marks.get(session.number()))).toList());
	}

	private static LiveSession live(Session session, @Nullable Mark mark) {
		boolean holds = mark != null && (mark.state() != State.MOVED || mark.planned().equals(session.day()));
		if (mark == null || !holds) {
			return new LiveSession(session, session.day(), State.PLANNED);
		}
		return new LiveSession(new Session(session.number(), session.phase(), session.technique(), mark.day()),
				session.day(), mark.state());
	}

	List<LiveSession> sessions() {
		return this.sessions;
	}

	/** Why a session cannot be said to have taken place on a day, or null. */
	@Nullable String whyNotKept(LiveSession session, LocalDate day, LocalDate today) {
		if (day.isAfter(today)) {
			return "care.day.future";
		}
		return isInOrder(session, day, true) ? null : "care.day.order";
	}

	/** Why a session cannot be said to have been missed, or null. */
	@Nullable String whyNotMissed(LiveSession session, LocalDate today) {
		return session.day().isAfter(today) ? "care.missed.future" : null;
	}

	/** Why a session cannot be moved to a day, or null. */
	@Nullable String whyNotMoved(LiveSession session, LocalDate day, boolean laterToo, LocalDate today) {
		if (session.state() == State.KEPT) {
			return "care.moved.kept";
		}
		if (day.isBefore(today)) {
			return "care.day.past";
		}
		if (day.isAfter(today.plusYears(1))) {
			return "care.day.far";
		}
		return isInOrder(session, day, laterToo) ? null : "care.day.order";
	}

	/** The sessions that move, with their new days. */
	List<LiveSession> moved(LiveSession session, LocalDate day, boolean laterToo) {
		long by = ChronoUnit.DAYS.between(session.day(), day);
		List<LiveSession> moved = new ArrayList<>();
		for (LiveSession other : this.sessions) {
			boolean later = laterToo && other.number() > session.number() && other.isOpen();
			if (later || other.number() == session.number()) {
				Session now = other.session();
				moved.add(
						new LiveSession(new Session(now.number(), now.phase(), now.technique(), now.day().plusDays(by)),
								other.planned(), State.MOVED));
			}
		}
		return moved;
	}

	/**
	 * Whether it would stay after the one before and, unless that moves along, before the
	 * next.
	 */
	private boolean isInOrder(LiveSession session, LocalDate day, boolean nextGives) {
		return this.sessions.stream()
			.filter((other) -> other.number() != session.number() && other.state() != State.MISSED)
			.allMatch((other) -> {
				if (other.number() < session.number()) {
					return other.day().isBefore(day);
				}
				return (nextGives && other.isOpen()) || other.day().isAfter(day);
			});
	}

	/**
	 * What became of one session.
	 *
	 * @param state the state
	 * @param planned the day it was planned for when that was said
	 * @param day the day that holds
	 */
	record Mark(State state, LocalDate planned, LocalDate day) {
	}

}
