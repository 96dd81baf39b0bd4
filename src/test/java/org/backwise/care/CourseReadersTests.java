package org.backwise.care;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.cases.Act;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.CheckIn;
import org.backwise.cases.Reason;
import org.backwise.followup.By;
import org.backwise.followup.Measures;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.notes.Treatment;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is read out of a course of care: what was given, what comes next, how it goes. */
class CourseReadersTests extends CareScenario {

	private static final String HEAT = "heat";

	@Autowired
	private Lapses lapses;

	@Autowired
	private PlanEnds ends;

	@Autowired
	private Notes notes;

	@Autowired
	private NextSessions next;

	@Test
	void theWarmthIsAskedAfterHeatThatWasGivenInstead() {
		CaseId id = inCare("noted");
		keepTheFirst(id, 1);
		toSession(id, 2);
		assertThat(asksForWarmth(id)).isFalse();
		noted(id, 1, HEAT);
		assertThat(asksForWarmth(id)).isTrue();
		assertThat(send(id, Map.of("warmth-last", "too-hot")).decision().cautions()).extracting("caution")
			.contains("FK-03");
		assertThat(this.checkIns.given(id)).containsExactly(Map.entry(1, HEAT));
	}

	@Test
	void theWarmthIsNotAskedWhereTheNoteSaysAnotherMassage() {
		CaseId id = inCare("planned-heat");
		changeTo(id, HEAT);
		CarePlan plan = plan(id);
		keepTheFirst(id, 2);
		toSession(id, 3);
		assertThat(plan.sessions().get(1).technique()).isEqualTo(HEAT);
		assertThat(asksForWarmth(id)).isTrue();
		noted(id, 2, "relaxation");
		assertThat(asksForWarmth(id)).isFalse();
	}

	/** The session's page swapped it for another one. */
	@Test
	void whatWasLeftOutBeforeASessionWasNotGiven() {
		CaseId id = inCare("swapped");
		changeTo(id, HEAT);
		keepTheFirst(id, 2);
		toSession(id, 3);
		send(id, Map.of("warmth-last", "too-hot"));
		this.gate.tookPlace(id, 3, today(), this.sessions.of(id).get(2).seen(), java.util.Set.of("FK-03"));
		assertThat(this.checkIns.given(id)).containsEntry(2, HEAT);
		assertThat(this.checkIns.given(id).get(3)).isNotEqualTo(HEAT);
	}

	@Test
	void aStartSentLateIsNoCheckInOfALaterSession() {
		CaseId id = this.people.planned("late").id();
		this.plans.letStand(id, Act.APPROVE, 0, THEO, NO_REASON, null);
		for (int session = 1; session <= 3; session++) {
			toSession(id, session);
			if (session > 1) {
				aloud(id, Map.of());
			}
			keep(id, session);
		}
		toSession(id, 4);
		assertThat(send(id, Map.of()).moment()).isEqualTo(Moment.START);
		assertThat(this.checkIns.next(id)).get().satisfies((due) -> {
			assertThat(due.moment()).isEqualTo(Moment.REVIEW);
			assertThat(due.session()).isEqualTo(4);
			assertThat(due.open()).isTrue();
		});
	}

	@Test
	void aStepDoesNotCountAsASession() {
		CaseId id = inCare("clock");
		keepTheFirst(id, 1);
		this.clock.pass(Duration.ofDays(10));
		changeTo(id, "relaxation");
		this.clock.pass(Duration.ofDays(11));
		this.lapses.lapse();
		assertThat(state(id)).isEqualTo(CaseState.LAPSED);
	}

	@Test
	void nobodyWhoGotWorseIsSaidToHaveGotBetter() {
		CaseId id = inCare("worse");
		keepTheFirst(id, 2);
		toSession(id, 3);
		CheckIn review = send(id, Map.of("pain", 2, "change", "much-worse"));
		assertThat(review.decision().measures().response()).isEqualTo(Measures.Response.WORSE);
		assertThat(review.decision().measures().pain().course()).isEqualTo(Measures.Course.BETTER);
		assertThat(review.isBetter()).isFalse();
		assertThat(this.ends.reasons(find(id))).contains(Reason.NO_CHANGE).doesNotContain(Reason.BETTER);
	}

	@Test
	void theListNamesTheSessionThatComesNotOneThatWasForgotten() {
		CaseId id = inCare("forgotten");
		keepTheFirst(id, 1);
		LocalDate third = this.sessions.of(id).get(2).day();
		toSession(id, 3);
		assertThat(this.next.of(List.of(id.value())).get(id.value())).isEqualTo(new NextSessions.Next("weekly", third));
		LocalDate last = this.sessions.of(id).get(plan(id).block().last(plan(id).sessions()) - 1).day();
		this.clock.pass(Duration.ofDays(60));
		assertThat(this.next.of(List.of(id.value())).get(id.value())).as("the last firm one, when all are over")
			.isEqualTo(new NextSessions.Next("weekly", last));
	}

	@Test
	void aDayForgottenBeforeABreakHoldsUpNoWayBackAndOneWithinItDoes() {
		CaseId id = inCare("resumed");
		keepTheFirst(id, 1);
		toSession(id, 3);
		this.clock.pass(Duration.ofDays(-2));
		take(id, Act.PAUSE, "away");
		this.clock.pass(Duration.ofDays(1));
		resume(id);
		assertThat(state(id)).isEqualTo(CaseState.APPROVED);
		take(id, Act.PAUSE, "away");
		this.clock.pass(Duration.ofDays(3));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> resume(id)).withMessage("care.day.past");
	}

	@Test
	void aPlanWhoseFirstDayWentByIsNotApproved() {
		CaseId id = this.people.planned("first-day").id();
		this.clock.pass(Duration.ofDays(3));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.plans.letStand(id, Act.APPROVE, 0, THEO, NO_REASON, null))
			.withMessage("care.day.past");
	}

	private void resume(CaseId id) {
		this.plans.letStand(id, Act.RESUME, version(id), THEO, NO_REASON, null);
	}

	private boolean asksForWarmth(CaseId id) {
		return this.checkIns.read(id, Moment.SESSION, By.CLIENT, Map.of(), 0).reading().asks("warmth-last");
	}

	private void noted(CaseId id, int number, String technique) {
		this.notes.write(id, number, new Soap("s", "", "", ""), new Treatment(List.of(), null, technique, null, null),
				-1, true);
	}

}
