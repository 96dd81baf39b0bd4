package org.backwise.triage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.PlanGuide.Extra;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.triage.Assessment.PlannedPhase;

/**
 * Says which phases a plan has and how many sessions each. All plans that the conditions
 * of the phases can lead to are made at start.
 */
class PhaseCounter {

	/** More conditions than this would need too many plans. */
	private static final int MOST_CONDITIONS = 12;

	private final BitTest[] tests;

	/** By the conditions that hold, one bit for each. */
	private final List<List<PlannedPhase>> plans = new ArrayList<>();

	PhaseCounter(KnowledgeBase base, AnswerCode code) {
		List<Phase> phases = base.plan().phases();
		Set<Condition> conditions = new LinkedHashSet<>();
		phases.forEach((phase) -> phase.conditions().forEach(conditions::add));
		List<Condition> ordered = List.copyOf(conditions);
		if (ordered.size() > MOST_CONDITIONS) {
			throw new IllegalArgumentException(
					"plan.yaml: the phases have more than " + MOST_CONDITIONS + " different conditions");
		}
		this.tests = ordered.stream().map(code::test).toArray(BitTest[]::new);
		for (int holding = 0; holding < 1 << ordered.size(); holding++) {
			Set<Condition> hold = new LinkedHashSet<>();
			for (int i = 0; i < ordered.size(); i++) {
				if ((holding & 1 << i) != 0) {
					hold.add(ordered.get(i));
				}
			}
			this.plans.add(plan(phases, hold));
		}
	}

	private static List<PlannedPhase> plan(List<Phase> phases, Set<Condition> hold) {
		List<Phase> planned = phases.stream()
			.filter((phase) -> phase.when() == null || hold.contains(phase.when()))
			.toList();
		return planned.stream()
			.map((phase) -> new PlannedPhase(phase.id(), sessions(phase, hold), phase.everyDays(),
					phase != planned.get(0)))
			.toList();
	}

	private static int sessions(Phase phase, Set<Condition> hold) {
		int sessions = phase.sessions()
			.stream()
			.filter((count) -> count.when() == null || hold.contains(count.when()))
			.mapToInt(Count::sessions)
			.findFirst()
			.orElseThrow();
		Extra extra = phase.extra();
		return (extra != null && hold.contains(extra.when())) ? Math.min(extra.atMost(), sessions + extra.sessions())
				: sessions;
	}

	List<PlannedPhase> phases(long[] bits) {
		int holding = 0;
		for (int i = 0; i < this.tests.length; i++) {
			holding |= this.tests[i].holds(bits) ? 1 << i : 0;
		}
		return this.plans.get(holding);
	}

}
