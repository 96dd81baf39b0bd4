package org.backwise.desk;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.intake.Clearance;
import org.backwise.intake.CompletedIntake;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.plan.CarePlan;
import org.backwise.plan.Standing;
import org.backwise.triage.Triage;

/**
 * Everything on the desk about one client.
 *
 * @param sent the intake as it was sent
 * @param latest the answers and the decision that count now
 * @param standing where the case stands
 * @param proposal the plan that the rules proposed last, null when there is none
 * @param clearance the clearance in force
 * @param rules the rules by which it was decided
 */
record CaseFile(CompletedIntake sent, CompletedIntake latest, Standing standing, @Nullable CarePlan proposal,
		Optional<Clearance> clearance, Triage rules) {

	public KnowledgeBase base() {
		return this.rules.knowledge();
	}

	/** Whether a safety answer was another one before it was sent. */
	boolean hasChangedSafetyAnswers() {
		return this.sent.changes()
			.stream()
			.filter((change) -> this.base().hasQuestion(change.question()))
			.anyMatch((change) -> !base().isAboutMassage(base().question(change.question())));
	}

	/** The techniques that may be chosen, with their names. */
	public Map<String, String> techniques() {
		Map<String, String> techniques = new java.util.LinkedHashMap<>();
		Optional.ofNullable(this.latest.assessment().technique())
			.ifPresent((choice) -> choice.scores()
				.keySet()
				.stream()
				.filter((id) -> !choice.excluded().containsKey(id))
				.forEach((id) -> techniques.put(id, base().technique(id).name())));
		return techniques;
	}

}
