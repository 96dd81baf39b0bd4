package org.backwise.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.backwise.triage.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of care. Where its case stands says whether anybody checked it.
 *
 * @param technique id of the technique
 * @param alternative id of the one that may be chosen instead
 * @param firstDay the day of the first session
 * @param minutes how long a session lasts
 * @param habit id of the small habit between the sessions; null in a plan from before
 * there was one
 * @param block the run of sessions whose days are firm; what comes after it is a forecast
 * @param sessions all sessions in order
 */
public record CarePlan(String technique, @Nullable String alternative, LocalDate firstDay, int minutes,
		@Nullable String habit, Block block, List<Session> sessions) {

	/**
	 * A plan that begins with its first session.
	 * @param technique id of the technique
	 * @param alternative id of the one that may be chosen instead
	 * @param firstDay the day of the first session
	 * @param minutes how long a session lasts
	 * @param habit id of the small habit, null when there is none
	 * @param sessions all sessions in order
	 */
	public CarePlan(String technique, @Nullable String alternative, LocalDate firstDay, int minutes,
			@Nullable String habit, List<Session> sessions) {
		this(technique, alternative, firstDay, minutes, habit, Block.first(sessions), sessions);
	}

	/**
	 * The same plan with its sessions on other days.
	 * @param others the sessions
	 * @return another plan
	 */
	CarePlan on(List<Session> others) {
		return new CarePlan(this.technique, this.alternative, this.firstDay, this.minutes, this.habit, this.block,
				others);
	}

	/**
	 * The run of sessions whose days are firm.
	 *
	 * @param phase id of its phase
	 * @param from number of its first session
	 */
	public record Block(String phase, int from) {

		static Block first(List<Session> sessions) {
			return sessions.isEmpty() ? new Block("", 1) : new Block(sessions.get(0).phase(), sessions.get(0).number());
		}

		/** The block of a phase in a plan that was made anew, else its first one. */
		static Block in(List<Session> sessions, String phase) {
			return sessions.stream()
				.filter((session) -> session.phase().equals(phase))
				.findFirst()
				.map((session) -> new Block(phase, session.number()))
				.orElseGet(() -> first(sessions));
		}

		/**
		 * The number of its last session.
		 * @param sessions the sessions of the plan
		 * @return a number; one before the first when it has none
		 */
		public int last(List<Session> sessions) {
			int last = this.from - 1;
			for (Session session : sessions) {
				if (session.number() == last + 1 && session.phase().equals(this.phase)) {
					last = session.number();
				}
			}
			return last;
		}

	}

	/**
	 * Whether a session's day is firm.
	 * @param number number of a session
	 * @return false for what is only to be expected
	 */
	public boolean isFirm(int number) {
		return number <= this.block.last(this.sessions);
	}

	/**
	 * The session that comes next: the first firm one whose day is not over. Where all of
	 * these are over and nobody said what became of them, it is the last of them: what is
	 * forgotten at the desk holds up no check-in of a later session.
	 * @param live the sessions of this plan as they stand
	 * @param today the day on which it is asked
	 * @return empty when none is to come
	 */
	public Optional<LiveSession> coming(List<LiveSession> live, LocalDate today) {
		List<LiveSession> open = live.stream().filter(LiveSession::isOpen).toList();
		List<LiveSession> firm = open.stream().filter((one) -> isFirm(one.number())).toList();
		return firm.stream()
			.filter((one) -> !one.day().isBefore(today))
			.findFirst()
			.or(() -> firm.stream().reduce((one, next) -> next))
			.or(() -> open.stream().findFirst());
	}

	/**
	 * The small habit of a case, which a therapist may have chosen instead of what was
	 * proposed.
	 *
	 * @param id its id
	 * @param by {@code client}, {@code rule} or {@code therapist}
	 */
	public record ChosenHabit(String id, String by) {

		/**
		 * The habit that counts.
		 * @param plan the plan as it is now, null before there is one
		 * @param decided what the rules decided
		 * @return null when there was none yet
		 */
		public static @Nullable ChosenHabit of(@Nullable CarePlan plan, Assessment decided) {
			Assessment.Habit proposed = decided.habit();
			String planned = (plan != null) ? plan.habit() : null;
			if (planned != null && (proposed == null || !planned.equals(proposed.habit()))) {
				return new ChosenHabit(planned, "therapist");
			}
			return (proposed != null) ? new ChosenHabit(proposed.habit(), proposed.chosenBy().toString()) : null;
		}

	}

}
