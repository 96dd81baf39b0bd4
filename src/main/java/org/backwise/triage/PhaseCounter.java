package org.backwise.triage;

import java.util.List;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.PlanGuide.Extra;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.triage.Assessment.PlannedPhase;

/** Says which phases a plan has and how many sessions each. */
class PhaseCounter {

	private final KnowledgeBase base;

	PhaseCounter(KnowledgeBase base) {
		this.base = base;
	}

	List<PlannedPhase> phases(Answers answers) {
		return this.base.plan()
			.phases()
			.stream()
			.filter((phase) -> phase.when() == null || answers.hold(phase.when()))
			.map((phase) -> new PlannedPhase(phase.id(), sessions(phase, answers), phase.everyDays()))
			.toList();
	}

	private static int sessions(Phase phase, Answers answers) {
		int sessions = phase.sessions()
			.stream()
			.filter((count) -> count.when() == null || answers.hold(count.when()))
			.mapToInt(Count::sessions)
			.findFirst()
			.orElseThrow();
		Extra extra = phase.extra();
		return (extra != null && answers.hold(extra.when())) ? Math.min(extra.atMost(), sessions + extra.sessions())
				: sessions;
	}

}
