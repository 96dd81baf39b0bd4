package org.backwise.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.care.Session.Shift;
import org.backwise.care.Session.Why;
import org.backwise.cases.Suits;
import org.backwise.hours.OpenDays;
import org.backwise.hours.OpeningHours;
import org.backwise.knowledge.PlanGuide;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.InForce;

/** Turns phases into days on which the practice is open. */
@Component
class Scheduler {

	private static final int WEEK = 7;

	/** So many days ahead a day that suits is looked for. */
	private static final int SUITING_DAYS = 4 * WEEK;

	private final OpeningHours hours;

	private final InForce rules;

	private final Clock clock;

	Scheduler(OpeningHours hours, InForce rules, Clock clock) {
		this.hours = hours;
		this.rules = rules;
		this.clock = clock;
	}

	/** The open days as they stand now. */
	Opened opened() {
		int apart = this.rules.base().plan().phases().stream().mapToInt(PlanGuide.Phase::everyDays).min().orElse(WEEK);
		return new Opened(this.hours.days(), apart, LocalDate.now(this.clock));
	}

	/**
	 * The days for which all sessions are meant. The first session of a phase comes that
	 * phase's interval after the last session before it, so every session falls on the
	 * weekday of the first.
	 */
	static List<Session> sessions(List<PlannedPhase> phases, LocalDate firstDay, String technique,
			String firstTechnique) {
		List<Session> sessions = new ArrayList<>();
		LocalDate day = firstDay;
		for (PlannedPhase phase : phases) {
			for (int i = 0; i < phase.sessions(); i++) {
				boolean first = sessions.isEmpty();
				day = first ? firstDay : day.plusDays(phase.everyDays());
				sessions.add(new Session(sessions.size() + 1, phase.phase(), first ? firstTechnique : technique, day));
			}
		}
		return List.copyOf(sessions);
	}

	/**
	 * Sessions put off: the first one gets a day, the later ones move along and fall on
	 * its weekday again where they were meant for the weekday of the first.
	 */
	static List<Session> from(List<Session> sessions, LocalDate day) {
		List<Session> moved = new ArrayList<>();
		long later = 0;
		for (Session session : sessions) {
			if (moved.isEmpty()) {
				long byDay = ChronoUnit.DAYS.between(session.day(), day);
				long byMeant = ChronoUnit.DAYS.between(session.meant(), day);
				later = byMeant + WEEK * Math.floorDiv(byDay - byMeant, WEEK);
				moved.add(session.on(day, null));
			}
			else {
				moved.add(session.on(session.meant().plusDays(later), null));
			}
		}
		return moved;
	}

	/**
	 * The open days, and how near two sessions may come by a shift.
	 *
	 * @param days on which days the practice is open
	 * @param apart the smallest interval of the rules, in days
	 * @param today no day before it is looked at
	 */
	record Opened(OpenDays days, int apart, LocalDate today) {

		/** Every day is open. */
		static final Opened ALWAYS = new Opened(OpenDays.ALWAYS, WEEK, LocalDate.EPOCH);

		/**
		 * Puts sessions on open days. One that is meant for a closed day goes to the next
		 * open one; the later ones keep their weekday. When the next would come nearer
		 * than the smallest interval, and nearer than it was meant to, it and all that
		 * follow move on by whole weeks. Where the practice never opens on a weekday, all
		 * that follow move to the next one on which it does.
		 * @param meant the sessions on the days they are meant for
		 * @param placed the session before them, which stays; null for none
		 */
		List<Session> fit(List<Session> meant, @Nullable Session placed) {
			List<Session> fitted = new ArrayList<>();
			LocalDate before = (placed != null) ? placed.day() : null;
			LocalDate beforeMeant = (placed != null) ? placed.meant() : null;
			long later = 0;
			for (Session session : meant) {
				LocalDate day = session.day().plusDays(later);
				Shift shift = session.shift();
				if (before != null && beforeMeant != null) {
					long near = Math.min(this.apart, ChronoUnit.DAYS.between(beforeMeant, session.day()));
					long missing = ChronoUnit.DAYS.between(day, before.plusDays(Math.max(1, near)));
					if (missing > 0) {
						long weeks = (missing + WEEK - 1) / WEEK * WEEK;
						shift = new Shift(day, Why.APART, null);
						later += weeks;
						day = day.plusDays(weeks);
					}
				}
				LocalDate open = day.isBefore(this.today) ? day : this.days.next(day);
				if (!open.equals(day)) {
					boolean never = this.days.isFreeWeekday(day);
					shift = new Shift(day, never ? Why.WEEKDAY : Why.CLOSED,
							never ? null : this.days.whyClosed(day).orElse(null));
					later += never ? ChronoUnit.DAYS.between(day, weekday(day)) : 0;
				}
				fitted.add(session.on(open, shift));
				before = open;
				beforeMeant = session.day();
			}
			return List.copyOf(fitted);
		}

		/**
		 * Lets sessions go on: what took place stays, what is to come moves on so that
		 * nothing lies before a day, and onto open days.
		 */
		List<Session> goOn(List<LiveSession> live, LocalDate soonest) {
			List<Session> open = live.stream().filter(LiveSession::isOpen).map(LiveSession::session).toList();
			if (!open.isEmpty() && open.get(0).day().isBefore(soonest)) {
				open = from(open, soonest);
			}
			return put(live, open);
		}

		/** Puts the sessions to come on open days, the others stay. */
		List<Session> put(List<LiveSession> live, List<Session> open) {
			Session placed = live.stream()
				.takeWhile((one) -> !one.isOpen())
				.map(LiveSession::session)
				.reduce((one, next) -> next)
				.orElse(null);
			Map<Integer, Session> fitted = fit(open, placed).stream()
				.collect(Collectors.toMap(Session::number, (one) -> one));
			return live.stream().map((one) -> fitted.getOrDefault(one.number(), one.session())).toList();
		}

		/** The first day on whose weekday the practice opens, whatever day it is. */
		private LocalDate weekday(LocalDate day) {
			return day.datesUntil(day.plusDays(WEEK))
				.filter((one) -> !this.days.isFreeWeekday(one))
				.findFirst()
				.orElse(day);
		}

		/**
		 * The day for the first session: the one that was wished for, or the next one
		 * that suits better. The session says so when it is another one.
		 */
		Session first(Session wished, @Nullable Suits suits) {
			LocalDate wish = wished.day();
			if (suits == null || suits.isAny()) {
				return wished;
			}
			Optional<LocalDate> day = wish.datesUntil(wish.plusDays(SUITING_DAYS))
				.filter((one) -> suits.suits(one.getDayOfWeek()))
				.filter((one) -> this.days.on(one).stream().anyMatch((open) -> suits.meets(open.from(), open.until())))
				.findFirst();
			if (day.isEmpty() || day.get().equals(wish)) {
				return wished;
			}
			boolean closed = wish.getDayOfWeek() == day.get().getDayOfWeek() && this.days.whyClosed(wish).isPresent();
			return wished.on(day.get(), closed ? new Shift(wish, Why.CLOSED, this.days.whyClosed(wish).orElse(null))
					: new Shift(wish, Why.SUITS, null));
		}

	}

}
