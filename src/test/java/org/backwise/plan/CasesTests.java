package org.backwise.plan;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
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
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.PlanChange;
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.Clearance;
import org.backwise.cases.CompletedIntake;
import org.backwise.cases.NotAllowedException;
import org.backwise.cases.Reason;
import org.backwise.cases.StaleCaseException;
import org.backwise.cases.Standing;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.knowledge.Level;
import org.backwise.retention.Erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Cases that several people move at once, and plans whose days have passed. */
@DeskTest
class CasesTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Cases cases;

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
			CompletedIntake intake = this.people.planned("twice-" + round);
			Callable<Void> withdraw = () -> {
				this.cases.withdraw(intake.id());
				return null;
			};
			AtOnce.all(List.of(withdraw, withdraw));
			assertThat(actions(intake)).containsOnlyOnce(Action.WITHDRAWN);
		}
	}

	@Test
	void whoWithdrewIsLeftInPeace() {
		CompletedIntake intake = this.people.planned("withdrawn-link");
		this.cases.approve(intake.id(), 0, THEO, null);
		this.cases.withdraw(intake.id());
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(this.mvc.get().uri("/result/withdrawn-link")).hasStatusOk()
			.bodyText()
			.contains("You have stopped this", "answer the questions again")
			.doesNotContain("Your suggested plan", "Checked by");
		assertThat(this.mvc.post().uri("/result/withdrawn-link/continue").with(csrf()))
			.hasRedirectedUrl("/result/withdrawn-link");
		assertThat(this.cases.standing(intake).acts()).isEmpty();
		for (Standing.Act act : Standing.Act.values()) {
			String path = act.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
			CompletedIntake intake = this.people.planned("ask-" + round);
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
			CompletedIntake intake = this.people.planned("race-" + round);
			AtOnce.all(List.<Callable<Void>>of(() -> {
				this.cases.withdraw(intake.id());
				return null;
			}, () -> {
				try {
					this.cases.approve(intake.id(), 0, THEO, null);
				}
				catch (StaleCaseException ex) {
					// The client was first.
				}
				return null;
			}));
			assertThat(this.cases.standing(intake).state()).isEqualTo(CaseState.WITHDRAWN);
			assertThat(needOf(intake)).isEqualTo("done");
		}
	}

	@Test
	void noPlanBeginsInThePast() {
		CompletedIntake intake = this.people.planned("late");
		this.cases.raise(intake.id(), 0, THEO, Level.SEE_DOCTOR, new Reason("judgement", null, null));
		this.clock.pass(Period.ofWeeks(6));
		LocalDate today = LocalDate.now(this.clock);
		this.cases.clear(intake.id(), 1, THEO,
				new Clearance("Dr Ashe", today, "Light pressure", THEO.account(), this.clock.instant()),
				"She was seen");
		assertThat(this.cases.standing(intake).plan()).returns(today, CarePlan::firstDay);
	}

	@Test
	void aPlanKeepsTheLengthItWasProposedWith() {
		CompletedIntake intake = this.people.planned("length");
		this.jdbc.sql("update care_plan set minutes = 45 where intake = ?").param(intake.id().value()).update();
		assertThat(this.plans.proposed(intake.id()).orElseThrow().minutes()).isEqualTo(45);
	}

	@Test
	void nothingIsPlannedAgainstAReferralOrMadeOfWhatIsLeftOut() {
		CompletedIntake referred = this.people.referred("referred");
		PlanChange change = new PlanChange("relaxation", Map.of("weekly", 4), LocalDate.now(this.clock), 60);
		Reason reason = new Reason("judgement", null, null);
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.cases.change(referred.id(), 0, THEO, change, reason));
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.cases.approve(referred.id(), 0, THEO, null));
		CompletedIntake thin = this.people.sent("thin", Map.of("skin-and-medicines", List.of("blood-thinners")));
		assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> this.cases.change(thin.id(), 0, THEO,
				new PlanChange("deep-therapeutic", Map.of("weekly", 4), LocalDate.now(this.clock), 60), reason));
		CompletedIntake urgent = this.people.sent("urgent", Map.of("general-signs", List.of("fever")));
		assertThatExceptionOfType(NotAllowedException.class)
			.isThrownBy(() -> this.cases.raise(urgent.id(), 0, THEO, Level.SEE_DOCTOR, reason));
		assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> this.cases.clear(urgent.id(), 0, THEO,
				new Clearance("Dr Ashe", LocalDate.now(this.clock), "None", THEO.account(), this.clock.instant()),
				"So it is"));
	}

	private List<Action> actions(CompletedIntake intake) {
		return this.journal.about(intake.id().value()).stream().map(JournalEntry::action).toList();
	}

	private String needOf(CompletedIntake intake) {
		return this.jdbc.sql("select need from worklist_item where intake = ?")
			.param(intake.id().value())
			.query(String.class)
			.single();
	}

}
