package org.backwise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanChange;
import org.backwise.care.TestSessions;
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.Clearance;
import org.backwise.cases.Case;
import org.backwise.cases.Act;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.care.CarePlans;
import org.backwise.cases.Reason;
import org.backwise.cases.StaleCaseException;
import org.backwise.cases.Standing;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.Level;
import org.backwise.notes.Notes;
import org.backwise.notes.Soap;
import org.backwise.notes.Treatment;
import org.backwise.notes.UnsignedNote;
import org.backwise.notes.UnsignedNotes;
import org.backwise.retention.Erasures;
import org.backwise.retention.Retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** A day at the desk on a real PostgreSQL: every act, and every page that shows it. */
@PostgresTest
class PostgresDeskTests {

	private static final Path CANDIDATE = Path.of(System.getProperty("test.folder", "target/fork-1"),
			"candidate-postgres");

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo Therapist");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private CarePlans plans;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Cases cases;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Marking marking;

	@Autowired
	private Moving moving;

	@Autowired
	private Notes notes;

	@Autowired
	private UnsignedNotes unsigned;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Retention retention;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@AfterEach
	void noCandidate() throws IOException {
		for (String name : KnowledgeFiles.NAMES) {
			Files.deleteIfExists(CANDIDATE.resolve(name));
		}
	}

	@Test
	void plansAreApprovedChangedDeclinedAndTreated() {
		Case planned = this.people.planned("p");
		this.lifeCycle.take(planned.id(), new Decision(Act.APPROVE, 0, THEO, null));
		assertThatExceptionOfType(StaleCaseException.class).isThrownBy(() -> this.lifeCycle.take(planned.id(),
				new Decision(Act.DECLINE, 0, THEO, new Reason("not-now", null, null))));
		PlanChange shorter = PlanChange.none(this.plans.of(planned.id()).orElseThrow());
		this.plans.change(planned.id(), 1, THEO,
				new PlanChange(shorter.technique(), shorter.sessions(), shorter.firstDay(), 45, shorter.habit()),
				new Reason("client-wish", "on the phone", "As you asked."));
		assertThat(this.plans.of(planned.id()).orElseThrow().minutes()).isEqualTo(45);
		assertThat(get("/result/p")).hasStatusOk().bodyText().contains("As you asked.");
		TestSessions.keep(this.marking, planned.id(), 1, LocalDate.now(this.clock), seen(planned, 1));
		this.moving.move(planned.id(), 2, LocalDate.now(this.clock).plusDays(9), true, seen(planned, 2));
		this.marking.cancel(planned.id(), 3, true, LiveSession.CancelledBy.PRACTICE,
				this.sessions.of(planned.id()).get(2).seen());
		this.notes.write(planned.id(), 4, new Soap("early", "", "", ""), -1, false);
		assertThat(this.unsigned.of(null)).extracting(UnsignedNote::number).containsExactlyInAnyOrder(1, 4);
		assertThat(this.unsigned.count(null)).isEqualTo(2);
		assertThat(get("/desk/notes?whose=all")).hasStatusOk().bodyText().contains("Casey Client");
		this.people.atTheDesk(TestDesk.OWNER);
		this.notes.write(planned.id(), 1, new Soap("says", "sees", "thinks", "does"),
				new Treatment(List.of("neck"), Treatment.Pressure.FIRM, "relaxation", 45, null), -1, true);
		assertThat(this.unsigned.count(null)).isOne();
		this.notes.amend(planned.id(), 1, "and one thing more", "forgotten",
				this.notes.find(planned.id(), 1).orElseThrow().version());
		assertThat(get("/desk/cases/" + planned.reference() + "/sessions")).hasStatusOk();
		assertThat(get("/desk/cases/" + planned.reference() + "/sessions/1/note")).hasStatusOk()
			.bodyText()
			.contains("thinks", "and one thing more");
		this.lifeCycle.take(planned.id(),
				new Decision(Act.DECLINE, 2, THEO, new Reason("other-care", "the doctor asked", null)));
		this.lifeCycle.withdraw(planned.id());
		assertThat(get("/desk/cases/" + planned.reference())).hasStatusOk()
			.bodyText()
			.contains("on the phone", "the doctor asked");
		assertThat(get("/result/p/record/download")).hasStatusOk();
		assertThat(actions(planned)).contains(Action.PLAN_APPROVED, Action.PLAN_CHANGED, Action.PLAN_DECLINED,
				Action.SESSION_KEPT, Action.SESSION_MOVED, Action.WITHDRAWN, Action.DOWNLOADED);
	}

	@Test
	void referralsAreFollowedUpClearedAndRaised() {
		Case referred = this.people.referred("r");
		this.lifeCycle.take(referred.id(), new Decision(Act.FOLLOW_UP, 0, THEO, new Reason("seen", null, null)));
		this.lifeCycle.clear(referred.id(), 1, THEO,
				new Clearance("Dr Grey", LocalDate.now(this.clock), "lightly", THEO.account(), this.clock.instant()),
				"the scan is clear");
		assertThat(standing(referred).state()).isEqualTo(CaseState.CLEARED);
		assertThat(get("/result/r")).hasStatusOk();
		assertThat(get("/desk/cases/" + referred.reference())).hasStatusOk().bodyText().contains("Dr Grey");
		this.lifeCycle.take(referred.id(),
				new Decision(Act.RAISE, 2, THEO, new Reason("looks-unwell", null, null), Level.URGENT, null));
		assertThat(standing(referred).level()).isEqualTo(Level.URGENT);
		assertThat(this.lifeCycle.clearance(referred.id())).isEmpty();
		for (String page : List.of("/desk/cases", "/desk/cases?need=referral", "/desk/cases?level=urgent",
				"/desk/cases?q=casey", "/desk/cases?q=" + referred.reference().substring(0, 4))) {
			assertThat(get(page)).hasStatusOk().bodyText().contains(referred.reference());
		}
	}

	@Test
	void whoAsksIsErasedAndWhatIsOldGoes() {
		Case asks = this.people.planned("a");
		this.erasures.ask(asks.id());
		assertThat(get("/desk/keeping")).hasStatusOk().bodyText().contains(asks.reference());
		this.erasures.erase(asks.id());
		assertThat(this.cases.find(asks.id())).isEmpty();
		Case old = this.people.referred("o");
		this.clock.pass(Period.ofYears(2).plusDays(1));
		Case fresh = this.people.referred("f");
		this.retention.removeDueNightly();
		assertThat(this.cases.find(old.id())).isEmpty();
		assertThat(this.cases.find(fresh.id())).isPresent();
		assertThat(get("/desk/keeping")).hasStatusOk().bodyText().contains("Sent in 2027: 1");
		assertThat(get("/desk/journal")).hasStatusOk();
		assertThat(this.journal.check().isWhole()).isTrue();
	}

	@Test
	void storedDecisionsAreReplayedUnderOtherRules() throws Exception {
		Case planned = this.people.planned("p");
		assertThat(get("/desk/cases/" + planned.reference() + "/replay")).hasStatusOk()
			.bodyText()
			.contains("The same result, as it must be");
		KnowledgeFiles files = KnowledgeFiles.builtIn();
		for (Map.Entry<String, String> file : files.texts().entrySet()) {
			Files.createDirectories(CANDIDATE.resolve(file.getKey()).getParent());
			Files.writeString(CANDIDATE.resolve(file.getKey()),
					file.getValue()
						.replace("limb-signs: [pain-into-leg, pain-into-arm]",
								"any: [{ limb-signs: [pain-into-leg, pain-into-arm] }, { duration: 6-to-12-weeks }]"));
		}
		assertThat(post("/desk/rules/compare")).hasStatus3xxRedirection();
		for (int i = 0; i < 600
				&& !get("/desk/rules").getResponse().getContentAsString().contains("Tighter (1)"); i++) {
			Thread.sleep(Duration.ofMillis(100).toMillis());
		}
		assertThat(get("/desk/rules")).hasStatusOk().bodyText().contains("Tighter (1)", planned.reference());
	}

	private Standing standing(Case intake) {
		return this.lifeCycle.standing(intake);
	}

	private String seen(Case intake, int number) {
		return "PLANNED " + this.sessions.of(intake.id()).get(number - 1).day();
	}

	private List<Action> actions(Case intake) {
		return this.journal.about(intake.id().value()).stream().map(JournalEntry::action).toList();
	}

	private MvcTestResult get(String path) {
		this.people.atTheDesk(TestDesk.OWNER);
		MvcTestResult result = this.mvc.get().uri(path).with(this.people.there()).exchange();
		this.people.atTheDesk(TestDesk.OWNER);
		return result;
	}

	private MvcTestResult post(String path) {
		return this.mvc.post().uri(path).with(csrf()).with(this.people.there()).exchange();
	}

}
