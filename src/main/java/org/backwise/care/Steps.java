package org.backwise.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backwise.care.CarePlan.Block;
import org.backwise.knowledge.PlanGuide;

/**
 * What a step makes of a plan: another block from the next session but one on, with its
 * days, and what is to be expected after it. The sessions that took place, and the one
 * that comes next, stay as they are.
 */
class Steps {

	private final List<PlanGuide.Phase> phases;

	private final int block;

	private final Scheduler.Opened opened;

	/**
	 * Steps by the phases of the rules.
	 * @param phases all phases in order
	 * @param block how many sessions a block has after a step back
	 */
	Steps(List<PlanGuide.Phase> phases, int block) {
		this(phases, block, Scheduler.Opened.ALWAYS);
	}

	/**
	 * Steps by the phases of the rules, on open days.
	 * @param phases all phases in order
	 * @param block how many sessions a block has after a step back
	 * @param opened the open days
	 */
	Steps(List<PlanGuide.Phase> phases, int block, Scheduler.Opened opened) {
		this.phases = phases;
		this.block = block;
		this.opened = opened;
	}

	/**
	 * One session more in the block that runs, when none is left after the next one. What
	 * comes after the block was only to be expected, also when the block's last sessions
	 * fell through.
	 */
	Optional<CarePlan> hold(CarePlan plan, List<LiveSession> live) {
		int next = next(live);
		if (lastOfBlock(plan, live) > next) {
			return Optional.empty();
		}
		List<Session> sessions = upTo(live, plan.block().last(plan.sessions()));
		String phase = plan.block().phase();
		add(sessions, phase, 1, plan.technique());
		forecast(sessions, plan, phase);
		return Optional.of(with(plan, plan.block(), sessions, next));
	}

	/** Another phase, from the session after the next one on. */
	CarePlan to(CarePlan plan, List<LiveSession> live, String phase, String technique) {
		int next = next(live);
		List<Session> sessions = upTo(live, next);
		boolean back = place(phase) < place(plan.block().phase());
		Block begun = new Block(phase, sessions.size() + 1);
		add(sessions, phase, back ? this.block : Math.max(1, counts(plan).getOrDefault(phase, this.block)), technique);
		CarePlan changed = new CarePlan(technique, technique.equals(plan.technique()) ? plan.alternative() : null,
				plan.firstDay(), plan.minutes(), plan.habit(), begun, sessions);
		forecast(sessions, plan, phase);
		return with(changed, begun, sessions, next);
	}

	/** The number of the next session to come; of the last one when none is. */
	static int next(List<LiveSession> live) {
		return live.stream()
			.filter(LiveSession::isOpen)
			.mapToInt(LiveSession::number)
			.min()
			.orElse(live.isEmpty() ? 0 : live.get(live.size() - 1).number());
	}

	/** The number of the last session of the block that did not fall through. */
	static int lastOfBlock(CarePlan plan, List<LiveSession> live) {
		int last = plan.block().last(plan.sessions());
		return live.stream()
			.filter((one) -> one.number() <= last && !one.isFallenThrough())
			.mapToInt(LiveSession::number)
			.max()
			.orElse(0);
	}

	private static List<Session> upTo(List<LiveSession> live, int number) {
		List<Session> sessions = new ArrayList<>();
		live.stream().filter((one) -> one.number() <= number).map(LiveSession::session).forEach(sessions::add);
		return sessions;
	}

	/** The later phases as they were planned, for as long as that was. */
	private void forecast(List<Session> sessions, CarePlan plan, String after) {
		Map<String, Integer> counts = counts(plan);
		for (PlanGuide.Phase phase : this.phases.subList(place(after) + 1, this.phases.size())) {
			add(sessions, phase.id(), counts.getOrDefault(phase.id(), 0), plan.technique());
		}
	}

	private static Map<String, Integer> counts(CarePlan plan) {
		Map<String, Integer> counts = new HashMap<>();
		plan.sessions().forEach((session) -> counts.merge(session.phase(), 1, Integer::sum));
		return counts;
	}

	private void add(List<Session> sessions, String phase, int number, String technique) {
		int every = this.phases.get(place(phase)).everyDays();
		for (int i = 0; i < number; i++) {
			LocalDate last = sessions.get(sessions.size() - 1).meant();
			sessions.add(new Session(sessions.size() + 1, phase, technique, last.plusDays(every)));
		}
	}

	private int place(String phase) {
		for (int i = 0; i < this.phases.size(); i++) {
			if (this.phases.get(i).id().equals(phase)) {
				return i;
			}
		}
		throw new IllegalArgumentException("There is no phase with that id");
	}

	/** The sessions after the next one go to open days. */
	private CarePlan with(CarePlan plan, Block block, List<Session> sessions, int next) {
		List<Session> stay = sessions.stream().filter((one) -> one.number() <= next).toList();
		List<Session> all = new ArrayList<>(stay);
		all.addAll(this.opened.fit(sessions.subList(stay.size(), sessions.size()),
				stay.isEmpty() ? null : stay.get(stay.size() - 1)));
		return new CarePlan(plan.technique(), plan.alternative(), plan.firstDay(), plan.minutes(), plan.habit(), block,
				List.copyOf(all));
	}

}
