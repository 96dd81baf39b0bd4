package org.backwise.notes;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskPages;
import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.LiveSession;
import org.backwise.care.LiveSession.CancelledBy;
import org.backwise.care.LiveSession.State;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Reason;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What can be said of a session on its page: cancelled, missed, moved, and wrong. */
@DeskTest
class SessionStatesTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Marking marking;

	@Autowired
	private Notes notes;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	private Case intake;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.intake = this.people.planned("p");
		this.lifeCycle.take(this.intake.id(), new Decision(Act.APPROVE, 0, THEO, null));
	}

	@Test
	void aClientCancelsAheadInTime() {
		assertThat(get("/sessions/2")).bodyText()
			.contains("It did not take place", "Now it is in time")
			.doesNotContain("id=\"what-missed\"");
		assertThat(post("/sessions/2", "what", "cancelled", "by", "client", "seen", "PLANNED 2027-03-08"))
			.hasStatus3xxRedirection();
		assertThat(session(2).state()).isEqualTo(State.CANCELLED);
		assertThat(get("/sessions")).bodyText().contains("Cancelled in time", "by the client");
		assertThat(get("")).bodyText().contains("(cancelled in time)");
		assertThat(this.mvc.get().uri("/result/p").with(this.people.there()).exchange()).bodyText()
			.containsPattern("<del><time datetime=\"2027-03-08\"[^<]*</time></del>\\s*cancelled");
		assertThat(actions()).containsOnlyOnce(Action.SESSION_CANCELLED);
	}

	@Test
	void thePracticeCancelsLate() {
		this.clock.pass(Period.ofDays(6));
		assertThat(get("/sessions/2")).bodyText().contains("Now it is late");
		assertThat(post("/sessions/2", "what", "late", "by", "practice", "seen", "PLANNED 2027-03-08"))
			.hasStatus3xxRedirection();
		assertThat(session(2)).satisfies((session) -> {
			assertThat(session.state()).isEqualTo(State.CANCELLED_LATE);
			assertThat(session.cancelledBy()).isEqualTo(CancelledBy.PRACTICE);
		});
		assertThat(get("/sessions/2")).bodyText()
			.contains("Cancelled late", "by the practice", "Theo Therapist", "That was wrong", "Another day")
			.doesNotContain("Took place and sign");
	}

	@Test
	void aFutureSessionIsCancelledNotMissed() {
		assertThat(post("/sessions/2", "what", "missed", "seen", "PLANNED 2027-03-08")).hasStatus(422)
			.bodyText()
			.contains("Cancel it or move it instead");
	}

	@Test
	void aMistakeIsTakenBack() {
		post("/sessions/2", "what", "cancelled", "seen", "PLANNED 2027-03-08");
		assertThat(post("/sessions/2", "what", "wrong", "seen", "CANCELLED 2027-03-08")).hasStatus3xxRedirection()
			.hasRedirectedUrl("/desk/cases/" + this.intake.reference() + "/sessions/2");
		assertThat(session(2)).satisfies((session) -> {
			assertThat(session.state()).isEqualTo(State.PLANNED);
			assertThat(session.cancelledBy()).isNull();
		});
		assertThat(get("/sessions/2")).bodyText().contains("To come", "It did not take place");
		assertThat(actions()).containsOnlyOnce(Action.SESSION_REOPENED);
	}

	@Test
	void aMoveThatWasTakenForACancellationKeepsItsDay() {
		post("/sessions/2", "what", "moved", "day", "2027-03-09", "seen", "PLANNED 2027-03-08");
		post("/sessions/2", "what", "late", "seen", "MOVED 2027-03-09");
		post("/sessions/2", "what", "wrong", "seen", "CANCELLED_LATE 2027-03-09");
		assertThat(session(2).state()).isEqualTo(State.MOVED);
		assertThat(session(2).day()).isEqualTo(LocalDate.of(2027, 3, 9));
	}

	@Test
	void whatASignedNoteTellsOfIsNotTakenBack() {
		TestSessions.keep(this.marking, this.intake.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		this.notes.write(this.intake.id(), 1, new Soap("s", "", "", ""), -1, true);
		assertThat(get("/sessions/1")).bodyText()
			.contains("what was said of it stands")
			.doesNotContain("That was wrong");
		assertThat(post("/sessions/1", "what", "wrong", "seen", "KEPT 2027-03-01")).hasStatus(422)
			.bodyText()
			.contains("has a signed note");
		assertThat(post("/sessions/1", "what", "late", "seen", "KEPT 2027-03-01")).hasStatus(422);
		assertThat(session(1).state()).isEqualTo(State.KEPT);
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.notes.strike(this.intake.id(), 1, "wrong client", 0);
		assertThat(post("/sessions/1", "what", "wrong", "seen", "KEPT 2027-03-01")).hasStatus3xxRedirection();
	}

	@Test
	void aSessionThatFellThroughIsMadeUpForOnAnotherDay() {
		post("/sessions/2", "what", "late", "seen", "PLANNED 2027-03-08");
		assertThat(post("/sessions/2", "what", "moved", "day", "2027-03-10", "seen", "CANCELLED_LATE 2027-03-08"))
			.hasStatus3xxRedirection();
		assertThat(session(2)).satisfies((session) -> {
			assertThat(session.isOpen()).isTrue();
			assertThat(session.day()).isEqualTo(LocalDate.of(2027, 3, 10));
			assertThat(session.cancelledBy()).isNull();
		});
	}

	@Test
	void whoComesSecondIsToldThatItWasCancelled() {
		post("/sessions/2", "what", "cancelled", "seen", "PLANNED 2027-03-08");
		assertThat(post("/sessions/2", "what", "moved", "day", "2027-03-10", "seen", "PLANNED 2027-03-08"))
			.hasStatus(422)
			.bodyText()
			.contains("Somebody else changed this session", "Cancelled in time");
		assertThat(post("/sessions/2", "what", "late", "seen", "CANCELLED 2027-03-08")).hasStatus(422)
			.bodyText()
			.contains("Take back what was said of it first");
		assertThat(session(2).state()).isEqualTo(State.CANCELLED);
	}

	@Test
	void whatIsStoppedSaysSoAndNothingIsCancelledThere() {
		this.lifeCycle.take(this.intake.id(), new Decision(Act.PAUSE, 1, THEO, new Reason("away", null, null)));
		assertThat(get("/sessions/2")).bodyText()
			.contains("<strong>Stopped</strong>", "Paused on 1 March 2027", "client or the therapist is away")
			.doesNotContain("To come", "It did not take place");
		assertThat(get("/sessions")).bodyText().contains("<strong>Stopped</strong>", "sessions are not to come");
		assertThat(post("/sessions/2", "what", "cancelled", "seen", "PLANNED 2027-03-08")).hasStatus(422)
			.bodyText()
			.contains("The plan was stopped");
	}

	@Test
	void nothingIsCancelledBeforeAPlanIsApproved() {
		Case other = this.people.planned("unapproved");
		assertThat(this.mvc.post()
			.uri("/desk/cases/" + other.reference() + "/sessions/1")
			.with(csrf())
			.with(this.people.there())
			.param("what", "cancelled")
			.param("seen", "PLANNED 2027-03-01")
			.exchange()).hasStatus(422).bodyText().contains("has not been approved");
	}

	@Test
	void theClientReadsInTheirRecordWhatWasCancelled() {
		post("/sessions/2", "what", "late", "by", "client", "seen", "PLANNED 2027-03-08");
		assertThat(this.mvc.get().uri("/result/p/record/print").with(this.people.there()).exchange()).bodyText()
			.contains("cancelled late, planned for Monday 8 March 2027");
		assertThat(this.mvc.get().uri("/result/p/record/download").with(this.people.there()).exchange()).bodyText()
			.contains("CANCELLED_LATE");
	}

	private LiveSession session(int number) {
		return this.sessions.of(this.intake.id()).get(number - 1);
	}

	private MvcTestResult get(String path) {
		return new DeskPages(this.mvc, this.people, this.intake).get(path);
	}

	private MvcTestResult post(String path, String... fields) {
		return new DeskPages(this.mvc, this.people, this.intake).post(path, fields);
	}

	private List<Action> actions() {
		return this.journal.about(this.intake.id().value()).stream().map(JournalEntry::action).toList();
	}

}
