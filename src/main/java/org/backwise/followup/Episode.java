package org.backwise.followup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment.Finding;

/**
 * A course of care as far as a check-in has to know it: the questionnaire that it began
 * with, where the plan stands, and the check-ins so far.
 *
 * @param intake the answers to the questionnaire, as they were handed in
 * @param intakeDay the day on which they were sent; null when nobody knows
 * @param phase id of the phase that runs
 * @param kept phase to how many of its sessions took place
 * @param sensitised whether the body seems to be on high alert
 * @param complementary whether the plan follows a clearance
 * @param habit id of the small habit, null when there is none
 * @param lastTechnique id of the technique of the last session that took place, null for
 * none
 * @param cleared the findings that a clearance lifted
 * @param stepBacks how many times the plan stepped back in the last 365 days
 * @param activities how many activities the client named, from 0 to 3
 * @param before the check-ins before this one, the first one first, with those missed
 */
public record Episode(Map<String, Object> intake, @Nullable LocalDate intakeDay, String phase,
		Map<String, Integer> kept, boolean sensitised, boolean complementary, @Nullable String habit,
		@Nullable String lastTechnique, List<ClearedFinding> cleared, int stepBacks, int activities,
		List<EarlierCheckIn> before) {

	public Episode {
		intake = Collections.unmodifiableMap(new LinkedHashMap<>(intake));
		kept = Map.copyOf(kept);
		cleared = List.copyOf(cleared);
		before = List.copyOf(before);
	}

	/**
	 * A finding that a clearance lifted.
	 *
	 * @param rule id of its rule
	 * @param level its level then
	 * @param answers the answers that made it fire then
	 */
	public record ClearedFinding(String rule, Level level, Map<String, Answer> answers) {

		public ClearedFinding {
			answers = Map.copyOf(answers);
		}

		/** Cleared for exactly these answers, at no higher level. */
		boolean covers(Finding finding) {
			return this.rule.equals(finding.rule()) && !finding.level().isMoreUrgentThan(this.level)
					&& finding.answers().entrySet().stream().allMatch((now) -> covers(now.getKey(), now.getValue()));
		}

		private boolean covers(String question, Answer now) {
			Answer then = this.answers.get(question);
			if (now instanceof Answer.Choice choice) {
				return then instanceof Answer.Choice cleared && cleared.options().containsAll(choice.options());
			}
			return then instanceof Answer.Amount cleared && ((Answer.Amount) now).value() <= cleared.value();
		}

	}

	/**
	 * How many sessions of a phase took place.
	 * @param phase id of a phase
	 * @return 0 or more
	 */
	public int kept(String phase) {
		return this.kept.getOrDefault(phase, 0);
	}

	/**
	 * Whether any session took place.
	 * @return false before the first one
	 */
	public boolean hasBegun() {
		return this.kept.values().stream().anyMatch((sessions) -> sessions > 0);
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "course of care in its phase " + this.phase;
	}

}
