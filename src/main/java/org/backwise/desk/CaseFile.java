package org.backwise.desk;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.cases.Clearance;
import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Round;
import org.backwise.cases.Standing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Triage;

/**
 * Everything on the desk about one client.
 *
 * @param theCase the case
 * @param first the round with which it began
 * @param latest the round that counts now
 * @param standing where the case stands
 * @param plans all its plans by their ids
 * @param plan the plan that counts now, null when there is none
 * @param proposal the plan that the rules proposed last, null when there is none
 * @param clearance the clearance in force
 * @param rules the rules by which it was decided
 */
record CaseFile(Case theCase, Round first, Round latest, Standing standing, Map<UUID, CarePlan> plans,
		@Nullable CarePlan plan, @Nullable CarePlan proposal, Optional<Clearance> clearance, Triage rules) {

	CaseId id() {
		return this.theCase.id();
	}

	public KnowledgeBase base() {
		return this.rules.knowledge();
	}

	/** Whether a safety answer was another one before it was sent. */
	boolean hasChangedSafetyAnswers() {
		return this.first.changes()
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
