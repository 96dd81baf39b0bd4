package org.backwise.care;

import java.time.LocalDate;
import java.util.List;

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
 * @param sessions all sessions in order
 */
public record CarePlan(String technique, @Nullable String alternative, LocalDate firstDay, int minutes,
		@Nullable String habit, List<Session> sessions) {

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
