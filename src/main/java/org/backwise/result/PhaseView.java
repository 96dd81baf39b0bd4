package org.backwise.result;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan;
import org.backwise.care.Session;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment;

/**
 * A phase with its days.
 *
 * @param name its name
 * @param purpose what it is for
 * @param goals what to reach
 * @param step when to move on
 * @param sessions its sessions
 * @param forecast whether it is only what is to be expected
 */
record PhaseView(String name, String purpose, List<String> goals, String step, List<Session> sessions,
		boolean forecast) {

	/**
	 * The days on which its sessions are.
	 * @param cancelled the numbers of sessions that were cancelled
	 * @return the other ones, in order
	 */
	public List<LocalDate> days(Set<String> cancelled) {
		return this.sessions.stream()
			.filter((session) -> !cancelled.contains(Integer.toString(session.number())))
			.map(Session::day)
			.toList();
	}

	/**
	 * The day of the week that all have in common.
	 * @param days its days
	 * @return null when there is none
	 */
	public @Nullable DayOfWeek weekday(List<LocalDate> days) {
		List<DayOfWeek> weekdays = days.stream().map(LocalDate::getDayOfWeek).distinct().toList();
		return (weekdays.size() == 1) ? weekdays.get(0) : null;
	}

	/**
	 * The runs of sessions, in order: those up to the end of the block that runs are
	 * firm, unless the plan is from before there were forecasts.
	 */
	static List<PhaseView> of(CarePlan plan, Assessment assessment, KnowledgeBase base) {
		boolean forecasts = assessment.habit() != null || assessment.phases().stream().anyMatch(PlannedPhase::forecast);
		List<PhaseView> phases = new ArrayList<>();
		List<Session> run = new ArrayList<>();
		List<Session> sessions = plan.sessions();
		for (int i = 0; i < sessions.size(); i++) {
			Session session = sessions.get(i);
			run.add(session);
			boolean firm = plan.isFirm(session.number());
			boolean last = i == sessions.size() - 1 || !sessions.get(i + 1).phase().equals(session.phase())
					|| plan.isFirm(sessions.get(i + 1).number()) != firm;
			if (last) {
				PlanGuide.Phase phase = base.plan()
					.phases()
					.stream()
					.filter((one) -> one.id().equals(session.phase()))
					.findFirst()
					.orElseThrow();
				phases.add(new PhaseView(phase.name(), phase.purpose(), phase.goals(), phase.step(), List.copyOf(run),
						forecasts && !firm));
				run.clear();
			}
		}
		return phases;
	}

}
