package org.backwise.notes;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskPages;
import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.Attendance;

import org.backwise.cases.Act;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Case;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The pages of the sessions and their notes. */
@DeskTest
class RecordPagesTests {

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Attendance sessions;

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
		this.lifeCycle.take(this.intake.id(),
				new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
	}

	@Test
	void sessionsAreListedWithTheirDays() {
		assertThat(get("/sessions")).hasStatusOk()
			.bodyText()
			.contains("Casey Client", "Mon 1 Mar 2027", "Write a note", "To come");
		assertThat(actions()).contains(Action.CASE_READ);
	}

	@Test
	void sessionIsKeptMissedAndMoved() {
		askAloud(1);
		assertThat(post("/sessions/1", "what", "kept", "day", "2027-03-01", "seen", "PLANNED 2027-03-01"))
			.hasStatus3xxRedirection();
		this.clock.pass(Period.ofDays(7));
		assertThat(post("/sessions/2", "what", "missed", "seen", "PLANNED 2027-03-08")).hasStatus3xxRedirection();
		assertThat(post("/sessions/3", "what", "moved", "day", "2027-03-17", "laterToo", "true", "seen",
				"PLANNED 2027-03-15"))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions")).bodyText()
			.contains("Took place", "Missed", "Wed 17 Mar 2027", "planned for 15 Mar", "Wed 24 Mar 2027");
		assertThat(this.mvc.get().uri("/result/p").with(this.people.there()).exchange()).bodyText()
			.contains("Wed 17 Mar 2027");
		assertThat(actions()).contains(Action.SESSION_KEPT, Action.SESSION_MISSED, Action.SESSION_MOVED);
	}

	@Test
	void impossibleDayBringsTheFormBackAsItWas() {
		askAloud(1);
		assertThat(post("/sessions/1", "what", "kept", "day", "2027-03-09", "seen", "PLANNED 2027-03-01"))
			.hasStatus(422)
			.bodyText()
			.contains("Error:", "cannot lie in the future", "value=\"2027-03-09\"");
		assertThat(post("/sessions/1", "what", "kept", "day", "not a day", "seen", "PLANNED 2027-03-01")).hasStatus(422)
			.bodyText()
			.contains("Enter a real date");
		assertThat(post("/sessions/1", "seen", "PLANNED 2027-03-01")).hasStatus(422)
			.bodyText()
			.contains("Choose what became of this session");
	}

	@Test
	void noSessionTookPlaceBeforeTheClientWrote() {
		assertThat(post("/sessions/1", "what", "kept", "day", "2027-02-28", "seen", "PLANNED 2027-03-01"))
			.hasStatus(422)
			.bodyText()
			.contains("before the client sent their answers");
	}

	@Test
	void anAmendmentThatIsSentTwiceIsAddedOnce() {
		post("/sessions/1/note", "subjective", "s", "objective", "o", "assessment", "a", "plan", "p", "version", "-1",
				"act", "sign");
		assertThat(get("/sessions/1/note")).bodyText().contains("name=\"version\" value=\"0\"");
		assertThat(post("/sessions/1/amendments", "text", "Slept well", "reason", "Forgotten", "version", "0"))
			.hasStatus3xxRedirection();
		assertThat(post("/sessions/1/amendments", "text", "Slept well", "reason", "Forgotten", "version", "0"))
			.hasStatus(409)
			.bodyText()
			.contains("Somebody added to this note meanwhile", "Slept well");
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().amendments()).hasSize(1);
	}

	@Test
	void whoComesSecondIsShownWhatTheFirstDid() {
		askAloud(1);
		post("/sessions/1", "what", "kept", "day", "2027-03-01", "seen", "PLANNED 2027-03-01");
		assertThat(post("/sessions/1", "what", "missed", "seen", "PLANNED 2027-03-01")).hasStatus(422)
			.bodyText()
			.contains("Somebody else changed this session", "Took place", "Theo Therapist");
	}

	@Test
	void nothingIsMarkedBeforeAPlanIsApproved() {
		Case other = this.people.planned("unapproved");
		assertThat(this.mvc.post()
			.uri("/desk/cases/" + other.reference() + "/sessions/1")
			.with(csrf())
			.with(this.people.there())
			.param("what", "kept")
			.param("day", "2027-03-01")
			.param("seen", "PLANNED 2027-03-01")
			.exchange()).hasStatus(422).bodyText().contains("has not been approved");
	}

	@Test
	void nothingIsAddedToANoteThatIsNotSigned() {
		post("/sessions/1/note", "subjective", "Better", "version", "-1", "act", "save");
		assertThat(post("/sessions/1/amendments", "text", "More", "reason", "Forgotten", "version", "0")).hasStatus(409)
			.bodyText()
			.contains("This note is not signed", "Better", "Save the draft");
	}

	@Test
	void noNoteIsWrittenBeforeAPlanIsApproved() {
		Case other = this.people.planned("unapproved");
		assertThat(this.mvc.post()
			.uri("/desk/cases/" + other.reference() + "/sessions/1/note")
			.with(csrf())
			.with(this.people.there())
			.param("subjective", "Better")
			.param("version", "-1")
			.param("act", "save")
			.exchange()).hasStatus(422).bodyText().contains("has not been approved", "Better");
		assertThat(this.notes.of(other.id())).isEmpty();
	}

	@Test
	void noNoteIsBegunBeforeAPlanIsApproved() {
		Case other = this.people.planned("unapproved");
		assertThat(this.mvc.get()
			.uri("/desk/cases/" + other.reference() + "/sessions/1/note")
			.with(this.people.there())
			.exchange()).bodyText().contains("has not been approved").doesNotContain("Save the draft", "Sign the note");
		assertThat(this.mvc.get()
			.uri("/desk/cases/" + other.reference() + "/sessions")
			.with(this.people.there())
			.exchange()).bodyText().doesNotContain("Write a note");
	}

	@Test
	void noNoteIsSignedBeforeItsSession() {
		String[] note = { "subjective", "s", "objective", "o", "assessment", "a", "plan", "p", "version", "-1", "act",
				"sign" };
		assertThat(post("/sessions/2/note", note)).hasStatus(422)
			.bodyText()
			.contains("This session is still to come", ">s</textarea>");
		note[11] = "save";
		assertThat(post("/sessions/2/note", note)).hasStatus3xxRedirection();
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.notes.write(this.intake.id(), 2, new Soap("s", "o", "a", "p"), 0, true));
		this.clock.pass(Period.ofDays(7));
		note[9] = "0";
		note[11] = "sign";
		assertThat(post("/sessions/2/note", note)).hasStatus3xxRedirection();
		assertThat(this.notes.find(this.intake.id(), 2).orElseThrow().isSigned()).isTrue();
	}

	@Test
	void aNoteEnteredInErrorStaysAndAFreshOneIsWritten() {
		post("/sessions/1/note", "subjective", "Another client", "objective", "o", "assessment", "a", "plan", "p",
				"version", "-1", "act", "sign");
		assertThat(post("/sessions/1/amendments", "version", "0", "act", "error")).hasStatus(422)
			.bodyText()
			.contains("Say why it was entered in error");
		assertThat(post("/sessions/1/amendments", "version", "0", "act", "error", "error", "Wrong client"))
			.hasStatus3xxRedirection();
		assertThat(post("/sessions/1/amendments", "version", "0", "act", "error", "error", "Wrong client"))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions/1/note")).bodyText()
			.contains("Entered in error", "Wrong client", "<del", "Another client", "Save the draft");
		assertThat(get("/sessions")).bodyText().contains("Entered in error");
		post("/sessions/1/note", "subjective", "Better", "objective", "o", "assessment", "a", "plan", "p", "version",
				"-1", "act", "sign");
		assertThat(get("/sessions/1/note")).bodyText().contains("Better", "Another client", "Add to this note");
		assertThat(get("/sessions")).bodyText().contains("Signed").doesNotContain("Entered in error");
		assertThat(this.notes.of(this.intake.id())).hasSize(2);
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().struck()).isNull();
		assertThat(actions()).containsOnlyOnce(Action.NOTE_STRUCK);
	}

	@Test
	void pageOfAnUnapprovedPlanSaysSoBeforeAnythingIsMarked() {
		Case other = this.people.planned("unapproved");
		assertThat(this.mvc.get()
			.uri("/desk/cases/" + other.reference() + "/sessions")
			.with(this.people.there())
			.exchange()).hasStatusOk()
			.bodyText()
			.contains("has not been approved", "To come")
			.doesNotContain("/sessions/1\"", "/sessions/1/note");
	}

	@Test
	void onlyACaseWithSessionsLeadsToThem() {
		assertThat(get("")).bodyText().contains("Sessions and notes");
		Case referred = this.people.referred("r");
		assertThat(this.mvc.get().uri("/desk/cases/" + referred.reference()).with(this.people.there()).exchange())
			.hasStatusOk()
			.bodyText()
			.doesNotContain("Sessions and notes");
	}

	@Test
	void aNoteIsCountedAsItsWriterCounts() {
		String text = "x\r\n".repeat(399) + "𐌰".repeat(3_202);
		assertThat(post("/sessions/1/note", "subjective", text + "y", "version", "-1", "act", "save")).hasStatus(422)
			.bodyText()
			.contains("Use 4,000 characters or fewer");
		assertThat(post("/sessions/1/note", "subjective", text, "version", "-1", "act", "save"))
			.hasStatus3xxRedirection();
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().soap().subjective())
			.isEqualTo(text.replace("\r", ""));
		assertThat(post("/sessions/1/note", "subjective", "\u3164", "version", "0", "act", "sign")).hasStatus(422);
	}

	@Test
	void draftIsSavedSignedAndThenOnlyAmended() {
		assertThat(post("/sessions/1/note", "subjective", "Better", "version", "-1", "act", "save"))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions/1/note")).bodyText().contains("Better", "Save the draft");
		assertThat(post("/sessions/1/note", "version", "0", "act", "sign")).hasStatus(422)
			.bodyText()
			.contains("Write in at least one of the four boxes");
		assertThat(post("/sessions/1/note", "subjective", "Better", "objective", "Free", "assessment", "Good", "plan",
				"Stay", "version", "0", "act", "sign"))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions/1/note")).bodyText()
			.contains("Theo Therapist", "Add to this note")
			.doesNotContain("Save the draft");
		assertThat(post("/sessions/1/amendments", "text", "Also slept well")).hasStatus(422)
			.bodyText()
			.contains("Say why you add this", "Also slept well");
		assertThat(post("/sessions/1/amendments", "text", "Also slept well", "reason", "Forgotten", "version", "1"))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions/1/note")).bodyText().contains("Also slept well", "Forgotten");
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().soap().subjective()).isEqualTo("Better");
		assertThat(actions()).contains(Action.NOTE_SIGNED, Action.NOTE_AMENDED);
	}

	@Test
	void staleNoteShowsBothTextsSideBySide() {
		post("/sessions/1/note", "subjective", "First", "version", "-1", "act", "save");
		assertThat(post("/sessions/1/note", "subjective", "Second", "version", "-1", "act", "save")).hasStatus(409)
			.bodyText()
			.contains("First", "Second", "Somebody else saved this note");
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().soap().subjective()).isEqualTo("First");
	}

	@Test
	void whateverIsWrongWithAnAddressIsNotFound() {
		assertThat(get("/sessions/99")).hasStatus(404);
		assertThat(get("/sessions/0x1/note")).hasStatus(404);
		assertThat(this.mvc.get().uri("/desk/cases/NOPE/sessions").with(this.people.there()).exchange()).hasStatus(404);
	}

	@Test
	void noSessionTakesPlaceUnasked() {
		assertThat(get("/sessions/1")).hasStatusOk()
			.bodyText()
			.contains("Ask these aloud", "name=\"nerve-signs\"")
			.doesNotContain("Took place and sign");
		assertThat(post("/sessions/1", "what", "kept", "day", "2027-03-01", "seen", "PLANNED 2027-03-01"))
			.hasStatus(422)
			.bodyText()
			.contains("have not been asked for this session");
		assertThat(post("/sessions/1/check-in", "shown", "nerve-signs", "shown", "body-signs", "body-signs", "none"))
			.hasStatus(422)
			.bodyText()
			.contains("href=\"#nerve-signs-")
			.doesNotContain("href=\"#body-signs-");
		assertThat(actions()).doesNotContain(Action.CHECK_IN_SENT);
		askAloud(1);
		assertThat(actions()).containsOnlyOnce(Action.CHECK_IN_SENT);
		assertThat(get("/sessions/1")).bodyText()
			.contains("all is clear", "Took place and sign", "For this session", "Average pain")
			.doesNotContain("Ask these aloud");
	}

	@Test
	void aListOpensOnTheNextPageWithoutAComplaint() {
		String[] said = calm();
		said[5] = "limbs";
		assertThat(post("/sessions/1/check-in", said)).hasStatusOk()
			.bodyText()
			.contains("name=\"limb-signs\"")
			.doesNotContain("There is a problem");
		assertThat(actions()).doesNotContain(Action.CHECK_IN_SENT);
	}

	@Test
	void aSignThatIsSaidAloudStopsTheCareAtOnce() {
		String[] said = calm();
		said[1] = "bladder";
		assertThat(post("/sessions/1/check-in", with(said, "nerve-signs-course", "new-or-worse")))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions/1")).bodyText()
			.contains("Emergency", "Stopped on 1 March 2027")
			.doesNotContain("Ask these aloud", "Took place and sign", "It did not take place");
		assertThat(get("")).bodyText().contains("A check-in stopped the care").doesNotContain("Record a clearance");
	}

	@Test
	void whatHasToBeMindedIsTickedBeforeASessionCounts() {
		askAloud(1);
		keepAndSign(1, "2027-03-01", "PLANNED 2027-03-01");
		this.clock.pass(Period.ofDays(7));
		assertThat(post("/sessions/2/check-in", with(calm(), "after-last", "sore-up-to-3-days", "after-kind", "sore")))
			.hasStatus3xxRedirection();
		assertThat(get("/sessions/2")).bodyText()
			.contains("Work lighter today", "done-FK-02", "Last signed note, session 1", "After the last massage");
		String[] kept = { "what", "kept", "day", "2027-03-08", "seen", "PLANNED 2027-03-08" };
		assertThat(post("/sessions/2", kept)).hasStatus(422).bodyText().contains("Tick everything");
		assertThat(post("/sessions/2", with(kept, "done", "FK-02"))).hasStatus3xxRedirection();
		assertThat(get("/sessions")).bodyText().contains("Took place");
	}

	@Test
	void aSessionIsKeptAndItsNoteSignedInOneStep() {
		askAloud(1);
		assertThat(post("/sessions/1", "what", "kept", "act", "sign", "day", "2027-03-01", "seen", "PLANNED 2027-03-01",
				"version", "-1", "pressure", "light"))
			.hasStatus(422)
			.bodyText()
			.contains("Write in at least one of the four boxes", "value=\"light\" selected");
		assertThat(actions()).doesNotContain(Action.SESSION_KEPT);
		keepAndSign(1, "2027-03-01", "PLANNED 2027-03-01");
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().isSigned()).isTrue();
		assertThat(actions()).containsOnlyOnce(Action.SESSION_KEPT).containsOnlyOnce(Action.NOTE_SIGNED);
	}

	@Test
	void aDayThatIsOnlyToBeExpectedIsNotMarked() {
		int forecast = (int) this.sessions.of(this.intake.id())
			.stream()
			.filter((session) -> session.session().phase().equals("weekly"))
			.count() + 1;
		assertThat(get("/sessions/" + forecast)).bodyText()
			.contains("If all goes well")
			.doesNotContain("Took place and sign", "Ask these aloud", "It did not take place");
		assertThat(get("/sessions")).bodyText().contains("If all goes well");
	}

	private void askAloud(int number) {
		assertThat(post("/sessions/" + number + "/check-in", calm())).hasStatus3xxRedirection();
	}

	private void keepAndSign(int number, String day, String seen) {
		assertThat(post("/sessions/" + number, "what", "kept", "act", "sign", "day", day, "seen", seen, "version", "-1",
				"subjective", "s", "objective", "o", "assessment", "a", "plan", "p"))
			.hasStatus3xxRedirection();
	}

	private static String[] calm() {
		return new String[] { "nerve-signs", "none", "body-signs", "none", "new-signs", "none", "pain", "5", "change",
				"same" };
	}

	private static String[] with(String[] fields, String... more) {
		return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
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
