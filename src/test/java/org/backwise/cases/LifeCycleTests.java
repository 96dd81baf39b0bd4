package org.backwise.cases;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.AtOnce;
import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.PlanChange;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.knowledge.Level;
import org.backwise.practice.Refused;
import org.backwise.retention.Erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Cases that several people move at once, and plans whose days have passed. */
@DeskTest
class LifeCycleTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private CarePlans plans;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void aClientWhoClicksTwiceWithdrawsOnce() throws Exception {
		for (int round = 0; round < 5; round++) {
			Case intake = this.people.planned("twice-" + round);
			Callable<Void> withdraw = () -> {
				this.lifeCycle.withdraw(intake.id());
				return null;
			};
			AtOnce.all(List.of(withdraw, withdraw));
			assertThat(actions(intake)).containsOnlyOnce(Action.WITHDRAWN);
		}
	}

	@Test
	void whoWithdrewIsLeftInPeace() {
		Case intake = this.people.planned("withdrawn-link");
		this.lifeCycle.take(intake.id(), new Decision(Act.APPROVE, 0, THEO, null));
		this.lifeCycle.withdraw(intake.id());
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(this.mvc.get().uri("/result/withdrawn-link")).hasStatusOk()
			.bodyText()
			.contains("You have stopped this", "answer the questions again")
			.doesNotContain("Your suggested plan", "Checked by");
		assertThat(this.mvc.post().uri("/result/withdrawn-link/continue").with(csrf()))
			.hasRedirectedUrl("/result/withdrawn-link?not=open");
		assertThat(this.lifeCycle.standing(intake).acts()).isEmpty();
		for (Act act : Act.values()) {
			if (!act.isFor(Act.By.THERAPIST) || act == Act.CLOSE) {
				continue;
			}
			String path = act.toString();
			assertThat(this.mvc.post()
				.uri("/desk/cases/" + intake.reference() + "/" + path)
				.param("version", "2")
				.with(csrf())
				.with(this.people.there())).as(path).hasStatus(409);
			this.people.atTheDesk(TestDesk.OWNER);
		}
		assertThat(needOf(intake)).isEqualTo("done");
	}

	@Test
	void aClientWhoClicksTwiceAsksForErasureOnce() throws Exception {
		for (int round = 0; round < 5; round++) {
			Case intake = this.people.planned("ask-" + round);
			Callable<Void> ask = () -> {
				this.erasures.ask(intake.id());
				return null;
			};
			AtOnce.all(List.of(ask, ask));
			assertThat(actions(intake)).containsOnlyOnce(Action.ERASURE_ASKED);
		}
	}

	@Test
	void aClientCanAlwaysWithdrawWhateverATherapistDecidesAtThatMoment() throws Exception {
		for (int round = 0; round < 5; round++) {
			Case intake = this.people.planned("race-" + round);
			AtOnce.all(List.<Callable<Void>>of(() -> {
				this.lifeCycle.withdraw(intake.id());
				return null;
			}, () -> {
				try {
					this.lifeCycle.take(intake.id(), new Decision(Act.APPROVE, 0, THEO, null));
				}
				catch (StaleCaseException ex) {
					// The client was first.
				}
				return null;
			}));
			assertThat(this.lifeCycle.standing(intake).state()).isEqualTo(CaseState.WITHDRAWN);
			assertThat(needOf(intake)).isEqualTo("done");
		}
	}

	@Test
	void noPlanBeginsInThePast() {
		Case intake = this.people.planned("late");
		this.lifeCycle.take(intake.id(),
				new Decision(Act.RAISE, 0, THEO, new Reason("judgement", null, null), Level.SEE_DOCTOR, null));
		this.clock.pass(Period.ofWeeks(6));
		LocalDate today = LocalDate.now(this.clock);
		this.lifeCycle.clear(intake.id(), 1, THEO,
				new Clearance("Dr Ashe", today, "Light pressure", THEO.account(), this.clock.instant()),
				"She was seen");
		assertThat(this.plans.of(intake.id())).get().returns(today, CarePlan::firstDay);
	}

	@Test
	void nothingIsLetStandWhoseDayIsOver() {
		Case intake = this.people.planned("over");
		this.clock.pass(Period.ofDays(1));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.lifeCycle.take(intake.id(), new Decision(Act.APPROVE, 0, THEO, null)));
		LocalDate today = LocalDate.now(this.clock);
		Reason approved = new Reason("approved", null, null);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.plans.letStand(intake.id(), Act.APPROVE, 0, THEO, approved, today.minusDays(1)));
		this.plans.letStand(intake.id(), Act.APPROVE, 0, THEO, approved, today);
		assertThat(this.plans.of(intake.id())).get().returns(today, CarePlan::firstDay);
		assertThat(this.lifeCycle.standing(intake).plan()).isPresent();
	}

	@Test
	void noChangeLetsAPassedDayStandBeforeThePlanBegan() {
		Case intake = this.people.planned("over-changed");
		LocalDate first = LocalDate.now(this.clock);
		this.clock.pass(Period.ofDays(1));
		PlanChange change = new PlanChange("relaxation", Map.of("weekly", 4), first, 60, null);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.plans.change(intake.id(), 0, THEO, change, new Reason("judgement", null, null)));
	}

	@Test
	void aPlanKeepsTheLengthItWasProposedWith() {
		Case intake = this.people.planned("length");
		this.jdbc.sql("update care_plan set minutes = 45 where case_id = ?").param(intake.id().value()).update();
		assertThat(this.plans.of(intake.id()).orElseThrow().minutes()).isEqualTo(45);
	}

	@Test
	void aTherapistChoosesAnotherHabitAndOnlyOneThatThereIs() {
		Case intake = this.people.planned("habit");
		CarePlan proposed = this.plans.of(intake.id()).orElseThrow();
		assertThat(proposed.habit()).isEqualTo("poor-posture");
		Reason reason = new Reason("judgement", null, null);
		PlanChange none = PlanChange.none(proposed);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.plans.change(intake.id(), 0, THEO,
				new PlanChange(none.technique(), none.sessions(), none.firstDay(), 60, "sleep-more"), reason));
		this.plans.change(intake.id(), 0, THEO,
				new PlanChange(none.technique(), none.sessions(), none.firstDay(), 60, "stress"), reason);
		assertThat(this.plans.of(intake.id()).orElseThrow().habit()).isEqualTo("stress");
	}

	@Test
	void nothingIsPlannedAgainstAReferralOrMadeOfWhatIsLeftOut() {
		Case referred = this.people.referred("referred");
		PlanChange change = new PlanChange("relaxation", Map.of("weekly", 4), LocalDate.now(this.clock), 60, null);
		Reason reason = new Reason("judgement", null, null);
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.plans.change(referred.id(), 0, THEO, change, reason));
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.lifeCycle.take(referred.id(), new Decision(Act.APPROVE, 0, THEO, null)));
		Case thin = this.people.sent("thin", Map.of("skin-and-medicines", List.of("blood-thinners")));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.plans.change(thin.id(), 0, THEO,
				new PlanChange("deep-therapeutic", Map.of("weekly", 4), LocalDate.now(this.clock), 60, null), reason));
		Case urgent = this.people.sent("urgent", Map.of("general-signs", List.of("fever")));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.lifeCycle.take(urgent.id(),
				new Decision(Act.RAISE, 0, THEO, reason, Level.SEE_DOCTOR, null)));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.lifeCycle.clear(urgent.id(), 0, THEO,
				new Clearance("Dr Ashe", LocalDate.now(this.clock), "None", THEO.account(), this.clock.instant()),
				"So it is"));
	}

	private List<Action> actions(Case intake) {
		return this.journal.about(intake.id().value()).stream().map(JournalEntry::action).toList();
	}

	private String needOf(Case intake) {
		return this.jdbc.sql("select need from worklist_item where case_id = ?")
			.param(intake.id().value())
			.query(String.class)
			.single();
	}

}
