package org.backwise.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CourseSpace;
import org.backwise.followup.CourseSpace.Deed;
import org.backwise.followup.CourseSpace.Plan;
import org.backwise.followup.CourseSpace.Step;
import org.backwise.followup.CourseState;
import org.backwise.followup.CourseState.Where;
import org.backwise.followup.CourseWay;
import org.backwise.knowledge.FollowUp.Moment;

/**
 * All courses of care, gone through from where each can begin, the shortest first. Every
 * state that can be reached is looked at once, and every claim is tried in it.
 */
class Courses {

	private static final long FREE = -1;

	private final CourseSpace space;

	private final Set<Deed> deeds;

	private final Map<String, Failure> failures = new LinkedHashMap<>();

	/** The numbers of all states in the order in which they are reached. */
	private long[] states = new long[1 << 10];

	/** Where in that order the state before each one is. */
	private int[] from = new int[1 << 10];

	private int reached;

	private long steps;

	/** The same numbers once more, where they are found again; and their places. */
	private long[] table = filled(1 << 12);

	private final Set<List<Object>> looked = new HashSet<>();

	/**
	 * Goes through them.
	 * @param space all courses
	 * @param deeds what is done in them
	 */
	Courses(CourseSpace space, Set<Deed> deeds) {
		this.space = space;
		this.deeds = deeds;
	}

	/** Looks at every state; the claims that are broken. */
	Map<String, Failure> broken(List<CourseClaim> claims) {
		this.space.beginnings().forEach((state) -> reach(state, -1));
		for (int place = 0; place < this.reached
				&& (claims.isEmpty() || this.failures.size() < claims.size()); place++) {
			CourseState state = this.space.state(this.states[place]);
			look(state, place, claims);
			for (Step step : this.space.steps(state)) {
				if (this.deeds.contains(step.deed())) {
					this.steps++;
					if (step.deed() == Deed.SESSION) {
						session(state, step.state(), place, claims);
					}
					reach(step.state(), place);
				}
			}
		}
		return this.failures;
	}

	/** How many states were reached. */
	int reached() {
		return this.reached;
	}

	/** How many steps were gone. */
	long steps() {
		return this.steps;
	}

	private void look(CourseState state, int place, List<CourseClaim> claims) {
		for (Moment moment : this.space.moments(state)) {
			if (this.looked.add(List.of(moment, state.phase(), state.kept(), state.stepBacks(), state.past(),
					state.told(), state.where() == Where.ENDED))) {
				for (CourseWay way : this.space.ways(state, moment)) {
					for (CourseClaim claim : claims) {
						if (claim.isBrokenBy(state, way) && !this.failures.containsKey(claim.id())) {
							this.failures.put(claim.id(), new Failure(null, claim.words(),
									List.of(story(place, CourseStory.line(this.space, state, way)))));
						}
					}
				}
			}
		}
	}

	private void session(CourseState state, CourseState then, int place, List<CourseClaim> claims) {
		int phase = phaseOf(state, then);
		claims.stream()
			.filter((claim) -> !this.failures.containsKey(claim.id()) && claim.isBrokenBySession(state, phase))
			.forEach((claim) -> this.failures.put(claim.id(),
					new Failure(null, claim.words(), List.of(story(place, CourseStory.session(this.space, phase))))));
	}

	/** The phase of the session; the one that runs where the number says nothing. */
	private static int phaseOf(CourseState state, CourseState then) {
		for (int phase = 0; phase < then.kept().size(); phase++) {
			if (!then.kept().get(phase).equals(state.kept().get(phase))) {
				return phase;
			}
		}
		return state.phase();
	}

	/**
	 * Whoever gets well comes to a good end from every state, on every plan.
	 * @return how the one goes that does not, from the beginning
	 */
	Optional<Failure> held() {
		for (Plan plan : Plan.ALL) {
			Set<Long> good = new HashSet<>();
			for (int place = 0; place < this.reached; place++) {
				CourseState state = this.space.state(this.states[place]).untold();
				Set<Long> way = new HashSet<>();
				while (isGoingOn(state, plan) && !good.contains(this.space.number(state))) {
					if (!way.add(this.space.number(state))) {
						return Failure.of(null, "Somebody who is well is held for ever on " + plan + ".",
								List.of(story(place,
										"well from here on, and held at " + CourseStory.where(this.space, state))));
					}
					state = this.space.gettingWell(state, plan).map(CourseState::untold).orElse(null);
				}
				if (state == null) {
					return Failure.of(null, "Somebody who is well cannot go on, on " + plan + ".",
							List.of(story(place, "well from here on, and nothing leads on")));
				}
				good.addAll(way);
			}
		}
		return Optional.empty();
	}

	/**
	 * Care is given or comes back. A body on high alert that was moved on before its six
	 * weekly sessions is held until a therapist decides.
	 */
	private static boolean isGoingOn(@Nullable CourseState state, Plan plan) {
		return state != null && state.where() != Where.END_WAITS && state.where() != Where.REFERRED
				&& state.where() != Where.ENDED
				&& !(plan.sensitised() && state.phase() > 0 && state.kept().get(0) < CourseClaim.HIGH_ALERT);
	}

	/** The course so far, week by week, and what happens then. */
	private Example story(int place, String then) {
		Deque<String> lines = new ArrayDeque<>();
		lines.addFirst(then);
		for (int now = place; this.from[now] >= 0; now = this.from[now]) {
			CourseState before = this.space.state(this.states[this.from[now]]);
			long number = this.states[now];
			this.space.steps(before)
				.stream()
				.filter((step) -> this.deeds.contains(step.deed()) && this.space.number(step.state()) == number)
				.findFirst()
				.ifPresent((step) -> lines.addFirst(CourseStory.line(this.space, before, step)));
		}
		List<String> numbered = new ArrayList<>();
		lines.forEach((line) -> numbered.add((numbered.size() + 1) + ". " + line));
		return new Example(Map.of(), numbered);
	}

	private void reach(CourseState state, int before) {
		long number = this.space.number(state);
		int slot = slot(this.table, number);
		if (this.table[slot] == number) {
			return;
		}
		this.table[slot] = number;
		if (this.reached == this.states.length) {
			this.states = Arrays.copyOf(this.states, this.reached * 2);
			this.from = Arrays.copyOf(this.from, this.reached * 2);
		}
		this.states[this.reached] = number;
		this.from[this.reached] = before;
		this.reached++;
		if (this.reached * 2 > this.table.length) {
			long[] larger = filled(this.table.length * 2);
			for (int i = 0; i < this.reached; i++) {
				larger[slot(larger, this.states[i])] = this.states[i];
			}
			this.table = larger;
		}
	}

	private static long[] filled(int length) {
		long[] table = new long[length];
		Arrays.fill(table, FREE);
		return table;
	}

	/** Where a number is, or would be. */
	private static int slot(long[] table, long number) {
		int slot = (int) (number * 0x9E3779B97F4A7C15L >>> 32) & (table.length - 1);
		while (table[slot] != FREE && table[slot] != number) {
			slot = (slot + 1) & (table.length - 1);
		}
		return slot;
	}

}
