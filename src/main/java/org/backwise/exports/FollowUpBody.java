package org.backwise.exports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.By;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.Level;

/**
 * A check-in with the course of care before it, as it stood in a request body:
 * well-formed, but the answers not yet understood. What is null was missing or wrong, and
 * is noted already.
 *
 * @param intake the answers to the questionnaire
 * @param intakeDay the day on which they were sent; null when the body does not say it
 * @param plan where the plan stands
 * @param before the check-ins before this one, the first one first
 * @param now the check-in
 */
record FollowUpBody(@Nullable Map<String, Object> intake, @Nullable LocalDate intakeDay, Plan plan, List<Sheet> before,
		Now now) {

	/**
	 * Where a plan stands.
	 *
	 * @param phase id of the phase that runs
	 * @param kept phase to how many of its sessions took place
	 * @param sensitised whether the body seems to be on high alert
	 * @param complementary whether the plan follows a clearance
	 * @param habit id of the small habit
	 * @param stiffWhere where it is stiff, as in the questionnaire
	 * @param cleared the findings that a clearance lifted
	 * @param stepBacks how many times the plan stepped back in the last 365 days
	 */
	record Plan(@Nullable String phase, Map<String, Integer> kept, boolean sensitised, boolean complementary,
			@Nullable String habit, @Nullable Object stiffWhere, List<Cleared> cleared, int stepBacks) {
	}

	/**
	 * A finding that a clearance lifted.
	 *
	 * @param rule id of its rule
	 * @param level its level then
	 * @param answers the answers that made it fire then
	 * @param path where it stands
	 */
	record Cleared(@Nullable String rule, @Nullable Level level, @Nullable Map<String, Object> answers, String path) {
	}

	/**
	 * The answers of a check-in.
	 *
	 * @param day its day
	 * @param answers the answers; none for one that was missed
	 * @param activities how many activities it names; null when it says nothing of them
	 * @param path where they stand
	 */
	record Sheet(@Nullable LocalDate day, @Nullable Map<String, Object> answers, @Nullable Integer activities,
			String path) {
	}

	/**
	 * The check-in to decide.
	 *
	 * @param moment when it is made
	 * @param by who gave the answers
	 * @param sheet the answers
	 */
	record Now(@Nullable Moment moment, @Nullable By by, Sheet sheet) {
	}

	/** How many activities were named at the start; none when nobody says so. */
	int activities() {
		Sheet first = this.before.isEmpty() ? this.now.sheet() : this.before.get(0);
		return (first.activities() != null) ? first.activities() : 0;
	}

}
