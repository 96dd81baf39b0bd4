package org.backwise.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.practice.Refusal;

/** The days of a plan with what became of them laid over. */
final class Schedule {

	private final List<LiveSession> sessions;

	private Schedule(List<LiveSession> sessions) {
		this.sessions = sessions;
	}

	/**
	 * Lays the marks over the plan. A session that is to come goes back to its planned
	 * day when the plan has changed that day since.
	 */
	static Schedule of(List<Session> planned, Map<Integer, Mark> marks) {
		return new Schedule(planned.stream().map((session) -> live(session, marks.get(session.number()))).toList());
	}

	private static LiveSession live(Session session, @Nullable Mark mark) {
		boolean holds = mark != null && (!mark.state().isOpen() || mark.planned().equals(session.day()));
		if (mark == null || !holds) {
			return new LiveSession(session, session.day(), State.PLANNED);
		}
		return new LiveSession(
				new Session(session.number(), session.phase(), session.technique(), mark.day(), mark.shift()),
				session.day(), mark.state(), mark.cancelledBy(), mark.at());
	}

	List<LiveSession> sessions() {
		return this.sessions;
	}

	/** Why a session cannot be said to have taken place on a day, else empty. */
	Optional<Refusal> whyNotKept(LiveSession session, LocalDate day, LocalDate today) {
		if (day.isAfter(today)) {
			return Optional.of(Refusal.of("care.day.future"));
		}
		return inOrder(session, day, true);
	}

	/** Why a session cannot be said to have been missed, else empty. */
	Optional<Refusal> whyNotMissed(LiveSession session, LocalDate today) {
		return session.day().isAfter(today) ? Optional.of(Refusal.of("care.missed.future")) : Optional.empty();
	}

	/** Why a session cannot be said to have been cancelled, else empty. */
	Optional<Refusal> whyNotCancelled(LiveSession session) {
		return session.isOpen() ? Optional.empty() : Optional.of(Refusal.of("care.not-open"));
	}

	/** Why it cannot be taken back what was said of a session, else empty. */
	Optional<Refusal> whyNotReopened(LiveSession session) {
		return session.isOpen() ? Optional.of(Refusal.of("care.open-already")) : Optional.empty();
	}

	/** A session as if nothing had been said of it. */
	LiveSession reopened(LiveSession session) {
		boolean asPlanned = session.day().equals(session.planned());
		return session.on(session.day(), asPlanned ? State.PLANNED : State.MOVED);
	}

	/** Why a session cannot be moved to a day, else empty. */
	Optional<Refusal> whyNotMoved(LiveSession session, LocalDate day, boolean laterToo, LocalDate today) {
		if (session.state() == State.KEPT) {
			return Optional.of(Refusal.of("care.moved.kept"));
		}
		if (day.isBefore(today)) {
			return Optional.of(Refusal.of("care.day.past"));
		}
		if (day.isAfter(today.plusYears(1))) {
			return Optional.of(Refusal.of("care.day.far"));
		}
		return inOrder(session, day, laterToo);
	}

	/** The sessions that move, with their new days; every day is open. */
	List<LiveSession> moved(LiveSession session, LocalDate day, boolean laterToo) {
		return moved(session, day, laterToo, Scheduler.Opened.ALWAYS);
	}

	/** The sessions that move, with their new days; the later ones go to open days. */
	List<LiveSession> moved(LiveSession session, LocalDate day, boolean laterToo, Scheduler.Opened opened) {
		List<LiveSession> moving = this.sessions.stream()
			.filter((other) -> other.number() == session.number()
					|| (laterToo && other.number() > session.number() && other.isOpen()))
			.toList();
		List<Session> meant = Scheduler.from(moving.stream().map(LiveSession::session).toList(), day);
		List<Session> days = new ArrayList<>(List.of(meant.get(0)));
		days.addAll(opened.fit(meant.subList(1, meant.size()), meant.get(0)));
		List<LiveSession> moved = new ArrayList<>();
		for (int i = 0; i < moving.size(); i++) {
			moved.add(new LiveSession(days.get(i), moving.get(i).planned(), State.MOVED));
		}
		return moved;
	}

	/**
	 * Whether it would stay after the one before and, unless that moves along, before the
	 * next.
	 */
	private Optional<Refusal> inOrder(LiveSession session, LocalDate day, boolean nextGives) {
		boolean stays = this.sessions.stream()
			.filter((other) -> other.number() != session.number() && !other.isFallenThrough())
			.allMatch((other) -> {
				if (other.number() < session.number()) {
					return other.day().isBefore(day);
				}
				return (nextGives && other.isOpen()) || other.day().isAfter(day);
			});
		return stays ? Optional.empty() : Optional.of(Refusal.of("care.day.order"));
	}

	/**
	 * What became of one session.
	 *
	 * @param state the state
	 * @param planned the day it was planned for when that was said
	 * @param day the day that holds
	 * @param shift why it is not on the day to which it should have moved, else null
	 * @param cancelledBy who cancelled it, null while nobody did
	 * @param at when that was said, null where nobody asks
	 */
	record Mark(State state, LocalDate planned, LocalDate day, Session.@Nullable Shift shift,
			@Nullable CancelledBy cancelledBy, @Nullable Instant at) {

		Mark(State state, LocalDate planned, LocalDate day) {
			this(state, planned, day, null, null, null);
		}

	}

}
