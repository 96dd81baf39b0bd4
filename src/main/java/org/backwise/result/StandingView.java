package org.backwise.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.care.PlanChange;
import org.backwise.cases.Act;
import org.backwise.cases.CaseState;
import org.backwise.cases.CaseStep;
import org.backwise.cases.Clearance;
import org.backwise.cases.Standing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Dates;

/**
 * Where a case stands, as the client reads it: who decided, what changed and why.
 *
 * @param state where it stands
 * @param act what was decided, null when nobody did yet
 * @param name who decided
 * @param on the day of the decision, or since when it stands so by the rules or the
 * client's own wish; null while nothing was done
 * @param reason id of the coded reason
 * @param note words to the client
 * @param changes what differs from the plan that was proposed
 * @param clearance the clearance behind it, null when there is none
 */
record StandingView(CaseState state, @Nullable Act act, @Nullable String name, @Nullable String on,
		@Nullable String reason, @Nullable String note, List<Change> changes, @Nullable Clearance clearance) {

	/**
	 * Something that a therapist changed.
	 *
	 * @param what technique, first-day, minutes or phase
	 * @param of which phase
	 * @param before how it was
	 * @param after how it is now
	 */
	record Change(String what, String of, String before, String after) {

	}

	static StandingView of(Standing standing, @Nullable CarePlan proposal, @Nullable CarePlan plan,
			@Nullable Clearance clearance, KnowledgeBase base, Dates dates) {
		CaseStep step = (standing.state().refers() ? standing.last(Act.RAISE) : standing.arrival())
			.filter((taken) -> taken.name() != null)
			.orElse(null);
		List<Change> changes = (proposal != null && plan != null) ? changes(proposal, plan, base, dates) : List.of();
		String since = standing.arrival().map((last) -> dates.day(last.at())).orElse(null);
		return (step == null) ? new StandingView(standing.state(), null, null, since, null, null, List.of(), clearance)
				: new StandingView(standing.state(), step.act(), step.name(), dates.day(step.at()), step.reason(),
						step.note(), changes, clearance);
	}

	static List<Change> changes(CarePlan before, CarePlan after, KnowledgeBase base, Dates dates) {
		List<Change> changes = new ArrayList<>();
		add(changes, "technique", "", base.technique(before.technique()).name(),
				base.technique(after.technique()).name());
		add(changes, "first-day", "", dates.full(before.firstDay()), dates.full(after.firstDay()));
		add(changes, "minutes", "", Integer.toString(before.minutes()), Integer.toString(after.minutes()));
		Map<String, Integer> earlier = PlanChange.none(before).sessions();
		Map<String, Integer> later = PlanChange.none(after).sessions();
		base.plan()
			.phases()
			.forEach((phase) -> add(changes, "phase", phase.name(), count(earlier, phase.id()),
					count(later, phase.id())));
		return changes;
	}

	private static String count(Map<String, Integer> sessions, String phase) {
		return Integer.toString(sessions.getOrDefault(phase, 0));
	}

	private static void add(List<Change> changes, String what, String of, String before, String after) {
		if (!before.equals(after)) {
			changes.add(new Change(what, of, before, after));
		}
	}

}
