package org.backwise.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;

/**
 * How a therapist wants a plan to be.
 *
 * @param technique id of the technique
 * @param sessions id of the phase to its number of sessions
 * @param firstDay day of the first session
 * @param minutes length of a session
 * @param habit id of the small habit, null in a plan without one
 */
public record PlanChange(String technique, Map<String, Integer> sessions, LocalDate firstDay, int minutes,
		@Nullable String habit) {

	/** The most sessions a phase can have. */
	public static final int MOST_SESSIONS = 10;

	/** The shortest session, in minutes. */
	public static final int SHORTEST = 15;

	/** The longest session, in minutes. */
	public static final int LONGEST = 120;

	/**
	 * The most sessions that one phase can have: fewer in the last one, where only a
	 * fresh questionnaire leads on.
	 * @param phase id of the phase
	 * @param base the rules
	 * @return a number
	 */
	public static int most(String phase, KnowledgeBase base) {
		FollowUp followUp = base.followUp();
		List<PlanGuide.Phase> phases = base.plan().phases();
		boolean last = phases.get(phases.size() - 1).id().equals(phase);
		return (last && followUp != null) ? Math.min(MOST_SESSIONS, followUp.timing().mostMonthly()) : MOST_SESSIONS;
	}

	/**
	 * What a plan is like now.
	 * @param plan a plan
	 * @return the change that changes nothing
	 */
	public static PlanChange none(CarePlan plan) {
		Map<String, Integer> sessions = new java.util.LinkedHashMap<>();
		plan.sessions().forEach((session) -> sessions.merge(session.phase(), 1, Integer::sum));
		return new PlanChange(plan.technique(), sessions, plan.firstDay(), plan.minutes(), plan.habit());
	}

}
