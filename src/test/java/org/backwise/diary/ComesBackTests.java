package org.backwise.diary;

import java.time.LocalTime;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.DeskTest;
import org.backwise.TestDesk;
import org.backwise.care.SessionTimes;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Decision;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A plan that rested comes back by the client's own check-in, with nobody at the desk.
 */
@DeskTest
class ComesBackTests extends DiaryScenario {

	private static final String LOST = "Time lost to somebody else";

	@Autowired
	private SessionTimes times;

	@Test
	void aLapsedPlanTakesNoTimeThatSomebodyElseHas() {
		Case client = rested(Act.LAPSE);
		Case there = inCare("there");
		usual(there, "10:30", "Theo Therapist");
		comesBack(client);
		assertThat(this.times.of(client.id())).as("nothing is agreed any more").isEmpty();
		assertThat(this.times.of(there.id())).as("they keep theirs").isNotEmpty();
		assertThat(at(client, 1).start()).isNull();
		assertThat(at(client, 1).therapist()).isEqualTo(id("Theo Therapist"));
		assertThat(this.jdbc
			.sql("select count(*) from diary_session a join diary_session b on a.on_day = b.on_day "
					+ "and a.case_id <> b.case_id where a.pending and b.pending and a.start_minute < b.end_minute "
					+ "and b.start_minute < a.end_minute")
			.query(Integer.class)
			.single()).isZero();
		assertThat(get("/desk/today")).bodyText().contains("No time yet", LOST).doesNotContain("Clashes in");
		assertThat(get("/desk/diary?view=week")).bodyText().contains(LOST);
		usual(client, "14:00", "Theo Therapist");
		assertThat(this.times.of(client.id())).isNotEmpty();
		assertThat(get("/desk/today")).bodyText().doesNotContain(LOST);
	}

	/** One session alone was given away; the others keep their time. */
	@Test
	void aPausedPlanLosesOnlyTheTimesThatAreTaken() {
		Case client = rested(Act.PAUSE);
		Case there = inCare("there");
		this.appointments.setAgreed(there.id(), Appointments.Wish.now(session(there, 2), at(there, 2), false,
				session(there, 2).day(), new Appointment(LocalTime.of(9, 30), 60, id("Theo Therapist"), null)));
		comesBack(client);
		assertThat(this.times.of(client.id())).containsKeys(1, 3).doesNotContainKey(2);
		assertThat(at(client, 2).start()).isNull();
		assertThat(at(client, 3).start()).isEqualTo("10:00");
	}

	@Test
	void aPlanWhoseTimesAreFreeComesBackWithThem() {
		Case client = rested(Act.LAPSE);
		usual(inCare("there"), "10:30", "Olga Owner");
		comesBack(client);
		assertThat(this.times.of(client.id())).containsKeys(1, 2, 3);
		assertThat(get("/desk/today")).bodyText().doesNotContain(LOST);
	}

	@Test
	void aRoomThatIsTakenIsGivenWayToAsWell() {
		Case client = rested(Act.LAPSE);
		Case there = inCare("there");
		usual(there, "10:00", null);
		this.jdbc.sql("update appointment set room = 'big', therapist = null").update();
		this.jdbc.sql("update diary_session set room = 'big', therapist = null").update();
		comesBack(client);
		assertThat(this.times.of(client.id())).isEmpty();
		assertThat(at(client, 1).room()).isEqualTo("big");
	}

	private Case rested(Act act) {
		Case client = inCare("client");
		usual(client, "10:00", "Theo Therapist");
		this.lifeCycle.take(client.id(), Decision.ofRules(act, this.lifeCycle.standing(client).version(), null, null));
		return client;
	}

	private void comesBack(Case client) {
		send(client, Moment.RETURN, Map.of());
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.APPROVED);
		this.people.atTheDesk(TestDesk.OWNER);
	}

}
