package org.backwise.care;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.cases.Act;
import org.backwise.cases.CaseId;
import org.backwise.cases.CaseState;
import org.backwise.cases.Decision;
import org.backwise.cases.Reason;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** After 84 days away only a fresh questionnaire leads back, by whatever way. */
class AwayTests extends CareScenario {

	private static final String TOO_LONG = "care.away.long";

	@Autowired
	private Lapses lapses;

	@Autowired
	private DueCheckIns due;

	@Test
	void aBreakOf84DaysIsEndedByATherapistAndOneOf85IsNot() {
		CaseId id = inCare("break");
		take(id, Act.PAUSE, "unwell");
		this.clock.pass(Duration.ofDays(85));
		assertThat(this.due.mustAskWhole(find(id))).isTrue();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> resume(id)).withMessage(TOO_LONG);
		assertThat(state(id)).isEqualTo(CaseState.PAUSED);
		this.clock.pass(Duration.ofDays(-1));
		assertThat(this.due.mustAskWhole(find(id))).isFalse();
		resume(id);
		assertThat(state(id)).isEqualTo(CaseState.APPROVED);
	}

	/** Nobody is told to come on a day that has gone by. */
	@Test
	void whoeverComesBackHasDaysToComeOnTheSameWeekday() {
		for (String link : List.of("rested", "lapsing")) {
			this.clock.reset();
			CaseId id = inCare(link);
			keepTheFirst(id, 2);
			List<LiveSession> before = this.sessions.of(id);
			if (link.equals("rested")) {
				takeBreak(id);
				this.clock.pass(Duration.ofDays(24));
			}
			else {
				this.clock.pass(Duration.ofDays(24));
				this.lapses.lapse();
			}
			send(id, Moment.RETURN, Map.of());
			assertThat(state(id)).isEqualTo(CaseState.APPROVED);
			List<LiveSession> after = this.sessions.of(id);
			assertThat(after.subList(0, 2)).extracting(LiveSession::day)
				.isEqualTo(before.subList(0, 2).stream().map(LiveSession::day).toList());
			assertThat(after.get(2).day()).as(link).isAfter(today()).isBeforeOrEqualTo(today().plusDays(7));
			assertThat(after.get(2).day().getDayOfWeek()).isEqualTo(before.get(2).day().getDayOfWeek());
			assertThat(this.checkIns.next(id).filter(NextCheckIn::open)).as("nobody is asked twice a day").isEmpty();
			assertThat(this.due.silence(find(id))).isEmpty();
		}
	}

	@Test
	void whoeverComesBackInTimeKeepsTheirDays() {
		CaseId id = inCare("soon");
		keepTheFirst(id, 2);
		List<LiveSession> before = this.sessions.of(id);
		takeBreak(id);
		this.clock.pass(Duration.ofDays(3));
		send(id, Moment.RETURN, Map.of());
		assertThat(this.sessions.of(id)).extracting(LiveSession::day)
			.isEqualTo(before.stream().map(LiveSession::day).toList());
	}

	@Test
	void aPlanThatLapsedIsNotBroughtBackByPausingItFirst() {
		CaseId id = lapsed("lapsed", 85);
		take(id, Act.PAUSE, "unwell");
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> resume(id)).withMessage(TOO_LONG);
		CaseId near = lapsed("near", 84);
		take(near, Act.PAUSE, "unwell");
		resume(near);
		assertThat(state(near)).isEqualTo(CaseState.APPROVED);
	}

	@Test
	void aBreakAfterALongTimeWithoutASessionCountsFromThatSession() {
		CaseId id = inCare("gap");
		keepTheFirst(id, 1);
		this.clock.pass(Duration.ofDays(20));
		takeBreak(id);
		this.clock.pass(Duration.ofDays(64));
		assertThat(this.checkIns.next(id)).get().extracting(NextCheckIn::moment).isEqualTo(Moment.RETURN);
		this.clock.pass(Duration.ofDays(1));
		assertThat(this.checkIns.next(id)).isEmpty();
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> resume(id)).withMessage(TOO_LONG);
	}

	/** As it could be done before it was refused. */
	@Test
	void noSessionFollowsAPlanThatWasBroughtBackTooLate() {
		CaseId id = inCare("late");
		takeBreak(id);
		this.clock.pass(Duration.ofDays(85));
		this.lifeCycle.take(id, Decision.ofRules(Act.RETURN, version(id), null, null));
		send(id, Map.of());
		assertThat(this.gate.whyNot(id, 1, today())).get().extracting(Refusal::reason).isEqualTo(TOO_LONG);
		CaseId near = inCare("in-time");
		takeBreak(near);
		this.clock.pass(Duration.ofDays(84));
		send(near, Map.of());
		assertThat(this.gate.whyNot(near, 1, today())).isEmpty();
	}

	private CaseId lapsed(String link, int days) {
		CaseId id = inCare(link);
		keepTheFirst(id, 1);
		this.clock.pass(Duration.ofDays(days));
		this.lapses.lapse();
		assertThat(state(id)).isEqualTo(CaseState.LAPSED);
		return id;
	}

	private void resume(CaseId id) {
		this.plans.letStand(id, Act.RESUME, version(id), THEO, new Reason("x", null, null), today().plusDays(1));
	}

}
