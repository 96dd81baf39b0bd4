package org.backwise.care;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.backwise.care.LiveSession.State;
import org.backwise.knowledge.FollowUp.Timing;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * No course has more monthly sessions than it may: every course of up to so many sessions
 * is gone through, with every session kept or missed and every step taken before each;
 * what no step tells apart is one.
 */
class MostMonthlyTests {

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private static final Timing TIMING = Objects.requireNonNull(BASE.followUp()).timing();

	private static final List<String> PHASES = List.of("weekly", "fortnightly", "monthly");

	private static final int LONGEST = 12;

	private final Steps steps = new Steps(BASE.plan().phases(), TIMING, LocalDate.EPOCH);

	/** A plan, and what became of its first sessions. */
	private record Course(CarePlan plan, List<State> marks) {

		List<LiveSession> live() {
			return this.plan.sessions()
				.stream()
				.map((session) -> new LiveSession(session, session.day(),
						(session.number() <= this.marks.size()) ? this.marks.get(session.number() - 1) : State.PLANNED))
				.toList();
		}

		long monthly() {
			return live().stream()
				.filter((one) -> one.session().phase().equals("monthly") && !one.isFallenThrough())
				.count();
		}

		boolean isOver() {
			return this.marks.size() == this.plan.sessions().size();
		}

		Course after(State mark) {
			List<State> more = new ArrayList<>(this.marks);
			more.add(mark);
			return new Course(this.plan, List.copyOf(more));
		}

		/** All that a step reads: what took place otherwise is the same. */
		String id() {
			int marked = this.marks.size();
			List<String> phases = this.plan.sessions().stream().map(Session::phase).toList();
			long monthly = live().stream()
				.filter((one) -> one.number() <= marked && one.session().phase().equals("monthly"))
				.filter((one) -> !one.isFallenThrough())
				.count();
			boolean lastFell = marked > 0 && this.marks.get(marked - 1).isFallenThrough();
			return monthly + " " + lastFell + " " + this.plan.block().phase() + " "
					+ (this.plan.block().from() - marked) + " " + phases.subList(marked, phases.size())
					+ PHASES.stream().map((phase) -> Collections.frequency(phases, phase)).toList();
		}

	}

	@Test
	void noStepLaysMoreMonthlySessionsThanThereMayBe() {
		assertThat(TIMING.mostMonthly()).isEqualTo(6);
		Deque<Course> open = new ArrayDeque<>();
		Set<String> seen = new HashSet<>();
		for (List<Integer> counts : List.of(List.of(1, 1, 3), List.of(0, 0, 3), List.of(1, 0, 6), List.of(0, 0, 1))) {
			open.add(new Course(plan(counts), List.of()));
		}
		long most = 0;
		int refused = 0;
		while (!open.isEmpty()) {
			Course course = open.poll();
			if (!seen.add(course.id())) {
				continue;
			}
			assertThat(course.monthly()).as(course::id).isLessThanOrEqualTo(TIMING.mostMonthly());
			most = Math.max(most, course.monthly());
			if (!course.isOver()) {
				open.add(course.after(State.KEPT));
				open.add(course.after(State.MISSED));
			}
			for (String to : withHold()) {
				Optional<CarePlan> next = taken(course, to.isEmpty() ? null : to);
				refused += next.isEmpty() ? 1 : 0;
				next.filter((plan) -> plan.sessions().size() <= LONGEST)
					.map((plan) -> new Course(plan, course.marks()))
					.ifPresent(open::add);
			}
		}
		assertThat(most).isEqualTo(TIMING.mostMonthly());
		assertThat(refused).isPositive();
		assertThat(seen).hasSizeGreaterThan(1_000);
	}

	private static List<String> withHold() {
		List<String> all = new ArrayList<>(PHASES);
		all.add("");
		return all;
	}

	/** What is said to be possible is taken, and the rest is refused. */
	private Optional<CarePlan> taken(Course course, @Nullable String to) {
		if (!this.steps.isPossible(course.plan(), course.live(), to)) {
			assertThatExceptionOfType(Refused.class).as(course::id).isThrownBy(() -> step(course, to));
			return Optional.empty();
		}
		return Optional.of(step(course, to));
	}

	private CarePlan step(Course course, @Nullable String to) {
		return (to != null) ? this.steps.to(course.plan(), course.live(), to, "relaxation")
				: this.steps.hold(course.plan(), course.live()).orElse(course.plan());
	}

	private static CarePlan plan(List<Integer> counts) {
		LocalDate day = LocalDate.of(2027, 3, 1);
		List<Session> sessions = new ArrayList<>();
		IntStream.range(0, counts.size())
			.forEach((phase) -> IntStream.range(0, counts.get(phase))
				.forEach((one) -> sessions.add(new Session(sessions.size() + 1, PHASES.get(phase), "relaxation",
						day.plusWeeks(sessions.size())))));
		return new CarePlan("relaxation", null, day, 60, null, List.copyOf(sessions));
	}

}
