package org.backwise.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.care.Schedule.Mark;
import org.backwise.practice.Refusal;

import static org.assertj.core.api.Assertions.assertThat;

/** The days of a plan, with what became of them. */
class ScheduleTests {

	private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

	private final List<Session> planned = List.of(session(1), session(2), session(3));

	@Test
	void unmarkedPlanStandsAsPlanned() {
		assertThat(Schedule.of(this.planned, Map.of()).sessions()).extracting(LiveSession::state)
			.containsOnly(State.PLANNED);
	}

	@Test
	void movingLaterSessionsAlongKeepsTheirDistance() {
		Schedule schedule = Schedule.of(this.planned, Map.of());
		assertThat(schedule.moved(schedule.sessions().get(0), MONDAY.plusDays(2), true)).extracting(LiveSession::day)
			.containsExactly(MONDAY.plusDays(2), MONDAY.plusDays(9), MONDAY.plusDays(16));
		assertThat(schedule.moved(schedule.sessions().get(0), MONDAY.plusDays(2), false)).hasSize(1);
	}

	@Test
	void movedSessionGoesBackWhenThePlanChanges() {
		Map<Integer, Mark> marks = Map.of(2, new Mark(State.MOVED, MONDAY.plusDays(7), MONDAY.plusDays(8)));
		assertThat(Schedule.of(this.planned, marks).sessions().get(1).day()).isEqualTo(MONDAY.plusDays(8));
		List<Session> changed = List.of(session(1), new Session(2, "weekly", "myofascial", MONDAY.plusDays(10)),
				session(3));
		assertThat(Schedule.of(changed, marks).sessions().get(1)).satisfies((session) -> {
			assertThat(session.day()).isEqualTo(MONDAY.plusDays(10));
			assertThat(session.state()).isEqualTo(State.PLANNED);
		});
	}

	@Test
	void whatFellThroughGivesItsDayFree() {
		Map<Integer, Mark> marks = Map.of(2,
				new Mark(State.CANCELLED, MONDAY.plusDays(7), MONDAY.plusDays(7), null, CancelledBy.CLIENT, null));
		Schedule schedule = Schedule.of(this.planned, marks);
		assertThat(schedule.sessions().get(1).cancelledBy()).isEqualTo(CancelledBy.CLIENT);
		assertThat(schedule.sessions().get(1).isOpen()).isFalse();
		assertThat(schedule.whyNotMoved(schedule.sessions().get(0), MONDAY.plusDays(7), false, MONDAY)).isEmpty();
		assertThat(schedule.whyNotMoved(schedule.sessions().get(0), MONDAY.plusDays(14), false, MONDAY))
			.contains(Refusal.of("care.day.order"));
		assertThat(schedule.moved(schedule.sessions().get(0), MONDAY.plusDays(1), true)).extracting(LiveSession::number)
			.containsExactly(1, 3);
	}

	@Test
	void onlyWhatIsOpenIsCancelledAndOnlyWhatIsNotIsTakenBack() {
		Map<Integer, Mark> marks = Map.of(1, new Mark(State.CANCELLED_LATE, MONDAY, MONDAY), 2,
				new Mark(State.MISSED, MONDAY.plusDays(7), MONDAY.plusDays(8)));
		Schedule schedule = Schedule.of(this.planned, marks);
		assertThat(schedule.whyNotCancelled(schedule.sessions().get(0))).contains(Refusal.of("care.not-open"));
		assertThat(schedule.whyNotCancelled(schedule.sessions().get(2))).isEmpty();
		assertThat(schedule.whyNotReopened(schedule.sessions().get(2))).contains(Refusal.of("care.open-already"));
		assertThat(schedule.reopened(schedule.sessions().get(0)).state()).isEqualTo(State.PLANNED);
		assertThat(schedule.reopened(schedule.sessions().get(1))).satisfies((session) -> {
			assertThat(session.state()).isEqualTo(State.MOVED);
			assertThat(session.day()).isEqualTo(MONDAY.plusDays(8));
		});
	}

	@Test
	void whatWasTakenBackFollowsThePlanAgain() {
		Map<Integer, Mark> marks = Map.of(1, new Mark(State.PLANNED, MONDAY, MONDAY));
		List<Session> changed = List.of(new Session(1, "weekly", "myofascial", MONDAY.plusDays(2)));
		assertThat(Schedule.of(changed, marks).sessions().get(0).day()).isEqualTo(MONDAY.plusDays(2));
	}

	@Test
	void keptSessionStaysOnItsDayWhateverThePlanBecomes() {
		Map<Integer, Mark> marks = Map.of(1, new Mark(State.KEPT, MONDAY, MONDAY.plusDays(1)));
		assertThat(Schedule.of(List.of(new Session(1, "weekly", "myofascial", MONDAY.plusDays(20))), marks)
			.sessions()
			.get(0)
			.day()).isEqualTo(MONDAY.plusDays(1));
	}

	@Test
	void sessionsStayInOrder() {
		Schedule schedule = Schedule.of(this.planned, Map.of());
		LiveSession first = schedule.sessions().get(0);
		assertThat(schedule.whyNotMoved(first, MONDAY.plusDays(7), false, MONDAY))
			.contains(Refusal.of("care.day.order"));
		assertThat(schedule.whyNotMoved(first, MONDAY.plusDays(7), true, MONDAY)).isEmpty();
		assertThat(schedule.whyNotMoved(schedule.sessions().get(1), MONDAY, true, MONDAY))
			.contains(Refusal.of("care.day.order"));
		assertThat(schedule.whyNotMoved(first, MONDAY.minusDays(1), true, MONDAY))
			.contains(Refusal.of("care.day.past"));
		assertThat(schedule.whyNotMoved(first, MONDAY.plusYears(2), true, MONDAY)).contains(Refusal.of("care.day.far"));
	}

	@Test
	void onlyWhatIsOverTookPlaceOrWasMissed() {
		Schedule schedule = Schedule.of(this.planned, Map.of());
		assertThat(schedule.whyNotKept(schedule.sessions().get(0), MONDAY, MONDAY)).isEmpty();
		assertThat(schedule.whyNotKept(schedule.sessions().get(0), MONDAY.plusDays(1), MONDAY))
			.contains(Refusal.of("care.day.future"));
		assertThat(schedule.whyNotMissed(schedule.sessions().get(1), MONDAY))
			.contains(Refusal.of("care.missed.future"));
		assertThat(schedule.whyNotMissed(schedule.sessions().get(0), MONDAY)).isEmpty();
	}

	private static Session session(int number) {
		return new Session(number, "weekly", "myofascial", MONDAY.plusDays(7L * (number - 1)));
	}

}
