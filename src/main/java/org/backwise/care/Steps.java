package org.backwise.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.backwise.care.CarePlan.Block;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.PlanGuide;
import org.backwise.practice.Refused;

/**
 * What a step makes of a plan: another block from the next session but one on, with its
 * days, and what is to be expected after it. The sessions that took place, and the one
 * that comes next, stay as they are.
 */
class Steps {

	private final List<PlanGuide.Phase> phases;

	private final int block;

	private final int most;

	private final Scheduler.Opened opened;

	private final LocalDate today;

	/**
	 * Steps by the phases of the rules.
	 * @param phases all phases in order
	 * @param timing how long a block is, and how many sessions the last phase may have
	 * @param today the day on which a step is taken
	 */
	Steps(List<PlanGuide.Phase> phases, FollowUp.Timing timing, LocalDate today) {
		this(phases, timing, Scheduler.Opened.ALWAYS, today);
	}

	/**
	 * Steps by the phases of the rules, on open days.
	 * @param phases all phases in order
	 * @param timing how long a block is, and how many sessions the last phase may have
	 * @param opened the open days
	 * @param today the day on which a step is taken
	 */
	Steps(List<PlanGuide.Phase> phases, FollowUp.Timing timing, Scheduler.Opened opened, LocalDate today) {
		this.phases = phases;
		this.block = timing.block();
		this.most = timing.mostMonthly();
		this.opened = opened;
		this.today = today;
	}

	/**
	 * One session more in the block that runs, when none is left after the next one. What
	 * comes after the block was only to be expected, also when the block's last sessions
	 * fell through.
	 * @throws Refused when the last phase has had as many sessions as it may
	 */
	Optional<CarePlan> hold(CarePlan plan, List<LiveSession> live) {
		int next = next(plan, live, this.today);
		if (lastOfBlock(plan, live) > next) {
			return Optional.empty();
		}
		List<Session> sessions = upTo(live, plan.block().last(plan.sessions()));
		String phase = plan.block().phase();
		int room = roomAfter(plan.block().last(plan.sessions()), live);
		add(sessions, phase, bounded(phase, 1, room), plan.technique());
		forecast(sessions, plan, phase, room);
		return Optional.of(with(plan, plan.block(), sessions, next));
	}

	/**
	 * Another phase, from the session after the next one on.
	 * @throws Refused when the last phase has had as many sessions as it may
	 */
	CarePlan to(CarePlan plan, List<LiveSession> live, String phase, String technique) {
		int next = next(plan, live, this.today);
		List<Session> sessions = upTo(live, next);
		boolean back = place(phase) < place(plan.block().phase());
		Block begun = new Block(phase, sessions.size() + 1);
		int number = back ? this.block : Math.max(1, counts(plan).getOrDefault(phase, this.block));
		int room = roomAfter(next, live);
		add(sessions, phase, bounded(phase, number, room), technique);
		CarePlan changed = new CarePlan(technique, technique.equals(plan.technique()) ? plan.alternative() : null,
				plan.firstDay(), plan.minutes(), plan.habit(), begun, sessions);
		forecast(sessions, plan, phase, room);
		return with(changed, begun, sessions, next);
	}

	/**
	 * Whether a step can be taken: not where it would lay more sessions of the last phase
	 * than there may be.
	 */
	boolean isPossible(CarePlan plan, List<LiveSession> live, @Nullable String to) {
		int next = next(plan, live, this.today);
		if (to != null) {
			return !isLast(to) || roomAfter(next, live) > 0;
		}
		return lastOfBlock(plan, live) > next || !isLast(plan.block().phase())
				|| roomAfter(plan.block().last(plan.sessions()), live) > 0;
	}

	/**
	 * How many sessions of the last phase may still follow after one: what took place or
	 * still can counts, and what fell through does not.
	 */
	private int roomAfter(int number, List<LiveSession> live) {
		return this.most - (int) live.stream()
			.filter((one) -> one.number() <= number && !one.isFallenThrough() && isLast(one.session().phase()))
			.count();
	}

	private boolean isLast(String phase) {
		return place(phase) == this.phases.size() - 1;
	}

	/** So many sessions of a phase as there may be; never none. */
	private int bounded(String phase, int number, int room) {
		if (isLast(phase) && room < 1) {
			throw new Refused("care.step.most", this.most);
		}
		return isLast(phase) ? Math.min(number, room) : number;
	}

	/** The number of the session that comes next; of the last one when none does. */
	static int next(CarePlan plan, List<LiveSession> live, LocalDate today) {
		return plan.coming(live, today)
			.map(LiveSession::number)
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
	private void forecast(List<Session> sessions, CarePlan plan, String after, int room) {
		Map<String, Integer> counts = counts(plan);
		for (PlanGuide.Phase phase : this.phases.subList(place(after) + 1, this.phases.size())) {
			int number = counts.getOrDefault(phase.id(), 0);
			add(sessions, phase.id(), isLast(phase.id()) ? Math.min(number, Math.max(0, room)) : number,
					plan.technique());
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
