package org.backwise.desk;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide.Habit;
import org.backwise.triage.Assessment;

/**
 * What a plan of the rules says beside its technique and its dates, for the therapist to
 * confirm by hand. All is empty in a plan from before there was any of it.
 *
 * @param work the places to work on
 * @param leave the places to leave alone
 * @param habit the small habit
 * @param chosenBy who chose it: client, rule or therapist
 * @param lifted the findings that a clearance lifted
 */
record PlanBasis(List<String> work, List<Left> leave, @Nullable Habit habit, @Nullable String chosenBy,
		List<Lifted> lifted) {

	/**
	 * A place to leave alone.
	 *
	 * @param name its name
	 * @param rules ids of the rules that say so
	 */
	record Left(String name, Set<String> rules) {

	}

	/**
	 * A finding that a clearance lifted.
	 *
	 * @param rule id of the rule
	 * @param title what it is about
	 * @param excludes the techniques that it leaves out all the same
	 */
	record Lifted(String rule, String title, List<String> excludes) {

	}

	static PlanBasis of(Assessment assessment, @Nullable CarePlan plan, KnowledgeBase base) {
		Assessment.Areas areas = assessment.areas();
		CarePlan.ChosenHabit chosen = CarePlan.ChosenHabit.of(plan, assessment);
		return new PlanBasis((areas != null) ? areas.work().stream().map(base::areaName).toList() : List.of(),
				(areas != null) ? leave(areas, base) : List.of(), (chosen != null) ? base.habit(chosen.id()) : null,
				(chosen != null) ? chosen.by() : null,
				assessment.cleared()
					.stream()
					.map((lifted) -> new Lifted(lifted.rule(), base.referral(lifted.rule()).title(),
							lifted.excludes().stream().map((id) -> base.technique(id).name()).toList()))
					.toList());
	}

	private static List<Left> leave(Assessment.Areas areas, KnowledgeBase base) {
		Map<String, Set<String>> leave = new LinkedHashMap<>();
		areas.leave()
			.forEach((left) -> leave.computeIfAbsent(base.areaName(left.area()), (name) -> new LinkedHashSet<>())
				.add(left.rule()));
		return leave.entrySet().stream().map((entry) -> new Left(entry.getKey(), entry.getValue())).toList();
	}

	/** Whether there is anything to say. */
	public boolean isEmpty() {
		return this.work.isEmpty() && this.habit == null && this.lifted.isEmpty();
	}

}
