package org.backwise.care;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.backwise.care.CarePlan.Block;
import org.backwise.care.LiveSession.State;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

import static org.assertj.core.api.Assertions.assertThat;

/** What a step makes of the days of a plan. */
class StepsTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

	private static final KnowledgeBase BASE = new KnowledgeReader().read(KnowledgeFiles.builtIn());

	private final Steps steps = new Steps(BASE.plan().phases(), Objects.requireNonNull(BASE.followUp()).timing(),
			MONDAY);

	private final CarePlan plan = plan(5, 4, 3);

	@Test
	void holdAddsNothingWhileTheBlockHasMore() {
		assertThat(this.steps.hold(this.plan, kept(3))).isEmpty();
	}

	@Test
	void holdAddsOneSessionAtTheEndOfABlockAndMovesTheRest() {
		CarePlan held = this.steps.hold(this.plan, kept(4)).orElseThrow();
		assertThat(phases(held)).isEqualTo("wwwwwwffffmmm");
		assertThat(held.block().last(held.sessions())).isEqualTo(6);
		assertThat(held.sessions().get(5).day()).isEqualTo(this.plan.sessions().get(4).day().plusDays(7));
		assertThat(held.sessions().get(6).day()).isEqualTo(held.sessions().get(5).day().plusDays(14));
	}

	@Test
	void holdAddsItsSessionAfterTheLastOnesThatFellThrough() {
		List<LiveSession> live = new ArrayList<>(kept(4));
		live.set(4, live.get(4).cancelled(true, LiveSession.CancelledBy.CLIENT));
		CarePlan held = this.steps.hold(this.plan, live).orElseThrow();
		assertThat(phases(held)).isEqualTo("wwwwwwffffmmm");
		assertThat(held.block().last(held.sessions())).isEqualTo(6);
		assertThat(held.sessions().get(5).day()).isEqualTo(this.plan.sessions().get(4).day().plusDays(7));
	}

	@Test
	void aSessionThatWasCancelledAheadIsNotTheLastOfItsBlock() {
		List<LiveSession> live = new ArrayList<>(kept(3));
		live.set(4, live.get(4).cancelled(false, LiveSession.CancelledBy.PRACTICE));
		assertThat(Steps.lastOfBlock(this.plan, live)).isEqualTo(4);
		assertThat(phases(this.steps.hold(this.plan, live).orElseThrow())).isEqualTo("wwwwwwffffmmm");
	}

	/** Nobody said what became of two sessions: the next one on the calendar stays. */
	@Test
	void aStepLeavesTheNextSessionOnTheCalendarAlsoWhereEarlierOnesAreUnmarked() {
		LocalDate today = this.plan.sessions().get(3).day().minusDays(1);
		Steps later = new Steps(BASE.plan().phases(), Objects.requireNonNull(BASE.followUp()).timing(), today);
		CarePlan down = later.to(this.plan, kept(1), "fortnightly", "heat");
		assertThat(phases(down)).isEqualTo("wwwwffffmmm");
		assertThat(down.sessions().get(3)).isEqualTo(this.plan.sessions().get(3));
		assertThat(down.sessions().get(4).day()).isAfter(today);
	}

	@Test
	void theSessionThatComesNextIsTheFirstWhoseDayIsNotOver() {
		LocalDate third = this.plan.sessions().get(2).day();
		assertThat(coming(third)).isEqualTo(3);
		assertThat(coming(third.plusDays(1))).isEqualTo(4);
		LocalDate last = this.plan.sessions().get(4).day();
		assertThat(coming(last)).isEqualTo(5);
		assertThat(coming(last.plusDays(1))).as("nothing firm is ahead: the last one, whose check-in waits")
			.isEqualTo(5);
		assertThat(Steps.next(this.plan, kept(5), last.plusDays(1))).as("all are marked").isEqualTo(6);
		assertThat(Steps.next(this.plan, kept(12), last)).as("nothing is to come").isEqualTo(12);
	}

	private int coming(LocalDate today) {
		return Steps.next(this.plan, kept(1), today);
	}

	@Test
	void aStepDownLeavesTheNextSessionAndBeginsTheNextPhaseAfterIt() {
		CarePlan down = this.steps.to(this.plan, kept(3), "fortnightly", "heat");
		assertThat(phases(down)).isEqualTo("wwwwffffmmm");
		assertThat(down.block()).isEqualTo(new Block("fortnightly", 5));
		assertThat(down.sessions().get(3)).isEqualTo(this.plan.sessions().get(3));
		assertThat(down.sessions().get(4).day()).isEqualTo(down.sessions().get(3).day().plusDays(14));
		assertThat(down.sessions().get(4).technique()).isEqualTo("heat");
	}

	@Test
	void aStepBackOpensABlockOfFourAndKeepsWhatComesAfter() {
		CarePlan back = this.steps.to(fortnightly(), kept(6), "weekly", "relaxation");
		assertThat(phases(back)).isEqualTo("wwwwwffwwwwffffmmm");
		assertThat(back.block()).isEqualTo(new Block("weekly", 8));
		assertThat(back.isFirm(11)).isTrue();
		assertThat(back.isFirm(12)).isFalse();
	}

	@Test
	void monthlyNeverPlannedComesAsOneBlock() {
		CarePlan down = this.steps.to(plan(5, 0, 0), kept(4), "fortnightly", "relaxation");
		assertThat(phases(down)).isEqualTo("wwwwwffff");
	}

	private CarePlan fortnightly() {
		return new CarePlan("relaxation", null, MONDAY, 60, null, new Block("fortnightly", 6), this.plan.sessions());
	}

	private static CarePlan plan(int weekly, int fortnightly, int monthly) {
		List<Session> sessions = new ArrayList<>();
		LocalDate day = MONDAY;
		for (int i = 0; i < weekly + fortnightly + monthly; i++) {
			String phase = (i < weekly) ? "weekly" : (i < weekly + fortnightly) ? "fortnightly" : "monthly";
			sessions.add(new Session(i + 1, phase, "relaxation", day));
			day = day.plusDays(7);
		}
		return new CarePlan("relaxation", null, MONDAY, 60, null, sessions);
	}

	private List<LiveSession> kept(int number) {
		return this.plan.sessions()
			.stream()
			.map((session) -> new LiveSession(session, session.day(),
					(session.number() <= number) ? State.KEPT : State.PLANNED))
			.toList();
	}

	private static String phases(CarePlan plan) {
		return String.join("", plan.sessions().stream().map((session) -> session.phase().substring(0, 1)).toList());
	}

}
