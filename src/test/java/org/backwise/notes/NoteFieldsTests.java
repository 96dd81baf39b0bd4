package org.backwise.notes;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.LiveSession.State;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.notes.Treatment.Pressure;
import org.backwise.staff.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What a note tells beside its four boxes, what is put in for the therapist, and what is
 * still to be signed.
 */
@DeskTest
class NoteFieldsTests {

	private static final String[] SIGN = { "what", "kept", "act", "sign", "day", "2027-03-01", "seen",
			"PLANNED 2027-03-01", "version", "-1" };

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
	private UnsignedNotes unsigned;

	@Autowired
	private TextBlocks blocks;

	@Autowired
	private SignedIn signedIn;

	@Autowired
	private MockMvcTester mvc;

	private Case intake;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.intake = approved("p", Map.of());
	}

	@Test
	void oneBoxIsEnoughAndWhatWasDoneIsSignedWithIt() {
		askAloud();
		assertThat(get("/sessions/1")).bodyText()
			.contains("value=\"60\"", "id=\"location-neck\"", "Took place and sign")
			.doesNotContain("Keep the pressure light", "Why beyond the limits");
		assertThat(post("/sessions/1",
				with(SIGN, "objective", "As usual", "pressure", "medium", "technique", "relaxation", "minutes", "45",
						"location", "neck", "location", "mid-back-left", "location", "moon")))
			.hasStatus3xxRedirection();
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().treatment())
			.isEqualTo(new Treatment(List.of("neck", "mid-back-left"), Pressure.MEDIUM, "relaxation", 45, null));
		assertThat(this.sessions.of(this.intake.id()).get(0).state()).isEqualTo(State.KEPT);
		assertThat(get("/sessions/1/note")).bodyText()
			.contains("As usual", "Medium", "45", "Neck", "Took place", "Casey Client")
			.doesNotContain(">Subjective<");
		assertThat(this.mvc.get().uri("/result/p/record/print").with(this.people.there()).exchange()).bodyText()
			.contains("Areas worked on", "Medium", "45");
		assertThat(this.mvc.get().uri("/result/p/record/download").with(this.people.there()).exchange()).bodyText()
			.contains("mid-back-left", "medium");
	}

	@Test
	void whatIsWrongComesBackWithEverythingTyped() {
		askAloud();
		assertThat(post("/sessions/1",
				with(SIGN, "subjective", "Slept well", "minutes", "an hour", "location", "neck", "pressure", "light")))
			.hasStatus(422)
			.bodyText()
			.contains("href=\"#minutes\"", "Enter the minutes", "value=\"an hour\"", "Slept well",
					"value=\"light\" selected")
			.containsPattern("id=\"location-neck\"[^>]*checked");
		assertThat(this.notes.find(this.intake.id(), 1)).isEmpty();
	}

	@Test
	void goingBeyondTheLimitsIsSaidWhy() {
		Case thin = approved("thin", Map.of("skin-and-medicines", List.of("blood-thinners")));
		this.intake = thin;
		askAloud();
		assertThat(get("/sessions/1")).bodyText()
			.contains("Keep the pressure light", "Firm (firmer than the limit)", "(left out)",
					"K-02 Medicine that thins the blood");
		String[] firm = with(SIGN, "objective", "o", "pressure", "firm");
		assertThat(post("/sessions/1", firm)).hasStatus(422)
			.bodyText()
			.contains("href=\"#beyond\"", "goes beyond the limits");
		assertThat(post("/sessions/1", with(SIGN, "objective", "o", "technique", "deep-therapeutic"))).hasStatus(422);
		assertThat(this.sessions.of(thin.id()).get(0).isOpen()).isTrue();
		assertThat(post("/sessions/1", with(firm, "beyond", "The doctor agreed"))).hasStatus3xxRedirection();
		assertThat(this.notes.find(thin.id(), 1).orElseThrow().treatment().beyond()).isEqualTo("The doctor agreed");
	}

	@Test
	void whyIsNotKeptWhereNothingWentBeyond() {
		this.intake = approved("thin", Map.of("skin-and-medicines", List.of("blood-thinners")));
		askAloud();
		post("/sessions/1", with(SIGN, "objective", "o", "pressure", "light", "beyond", "Never mind"));
		assertThat(this.notes.find(this.intake.id(), 1).orElseThrow().treatment().beyond()).isNull();
	}

	@Test
	void asLastTimeFillsWhatIsEmptyAndStoresNothing() {
		askAloud();
		post("/sessions/1", with(SIGN, "subjective", "Tired", "objective", "As usual", "pressure", "medium", "minutes",
				"45", "location", "neck"));
		this.clock.pass(Period.ofDays(7));
		askAloud(2);
		assertThat(get("/sessions/2")).bodyText().contains("As last time (session 1)", "Last signed note, session 1");
		assertThat(post("/sessions/2", "what", "kept", "act", "last", "day", "2027-03-08", "seen", "PLANNED 2027-03-08",
				"version", "-1", "subjective", "Much better today", "minutes", "60"))
			.hasStatusOk()
			.bodyText()
			.contains("Much better today</textarea>", "As usual</textarea>", "value=\"45\"",
					"value=\"medium\" selected", "Read it through")
			.containsPattern("id=\"location-neck\"[^>]*checked")
			.doesNotContain("Tired</textarea>");
		assertThat(this.notes.find(this.intake.id(), 2)).isEmpty();
		assertThat(this.sessions.of(this.intake.id()).get(1).isOpen()).isTrue();
	}

	@Test
	void aTextBlockIsPutInWithoutAScriptAndStoresNothing() {
		askAloud();
		block("objective", "Usual", "Neck and shoulders,\nslow.");
		String id = this.blocks.all().get(0).id().toString();
		assertThat(post("/sessions/1", "what", "kept", "act", "insert", "block", id, "day", "2027-03-01", "seen",
				"PLANNED 2027-03-01", "version", "-1", "objective", "Tight", "plan", "Stay", "pressure", "firm"))
			.hasStatusOk()
			.bodyText()
			.contains("Tight\nNeck and shoulders,\nslow.</textarea>", "Stay</textarea>", "value=\"firm\" selected",
					"now stands at the end of Objective");
		assertThat(post("/sessions/1/note", "act", "insert", "version", "-1", "subjective", "Kept")).hasStatusOk()
			.bodyText()
			.contains("Choose a text block", "Kept</textarea>");
		assertThat(post("/sessions/1/note", "act", "insert", "block", id, "version", "-1", "subjective", "Kept"))
			.bodyText()
			.contains("Kept</textarea>", "slow.</textarea>");
		assertThat(this.notes.find(this.intake.id(), 1)).isEmpty();
	}

	@Test
	void tookPlaceNoteLaterKeepsWhatWasTyped() {
		askAloud();
		assertThat(post("/sessions/1", "what", "kept", "act", "keep", "day", "2027-03-01", "seen", "PLANNED 2027-03-01",
				"version", "-1", "subjective", "Half a note"))
			.hasStatus3xxRedirection();
		assertThat(this.notes.find(this.intake.id(), 1)).get().satisfies((note) -> {
			assertThat(note.isSigned()).isFalse();
			assertThat(note.soap().subjective()).isEqualTo("Half a note");
		});
	}

	@Test
	void aDraftIsSavedFromThePageOfTheSession() {
		askAloud();
		assertThat(post("/sessions/1", "what", "kept", "act", "save", "seen", "PLANNED 2027-03-01", "version", "-1",
				"subjective", "Half", "pressure", "light"))
			.hasStatus3xxRedirection();
		assertThat(this.sessions.of(this.intake.id()).get(0).isOpen()).isTrue();
		assertThat(get("/sessions/1")).bodyText().contains("Half</textarea>", "value=\"light\" selected");
	}

	@Test
	void whoComesSecondToANoteSeesBothAndLosesNothing() {
		askAloud();
		post("/sessions/1/note", "subjective", "Theirs", "version", "-1", "act", "save");
		assertThat(post("/sessions/1", with(SIGN, "subjective", "Mine", "pressure", "light", "location", "neck")))
			.hasStatus(409)
			.bodyText()
			.contains("Somebody else saved this note", "Theirs", "Mine</textarea>", "value=\"light\" selected")
			.containsPattern("id=\"location-neck\"[^>]*checked");
		assertThat(this.sessions.of(this.intake.id()).get(0).isOpen()).isTrue();
	}

	@Test
	void whoComesSecondToASessionLosesNothingTyped() {
		askAloud();
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.marking.cancel(this.intake.id(), 1, true, org.backwise.care.LiveSession.CancelledBy.CLIENT,
				"PLANNED 2027-03-01");
		assertThat(post("/sessions/1", with(SIGN, "subjective", "Long words", "pressure", "light"))).hasStatus(422)
			.bodyText()
			.contains("Somebody else changed this session", "What you typed is not saved", "Long words", "Light",
					"Cancelled late");
		assertThat(this.notes.find(this.intake.id(), 1)).isEmpty();
	}

	@Test
	void aSecondClickIsNoSecondPerson() {
		askAloud();
		String[] note = with(SIGN, "subjective", "Once");
		assertThat(post("/sessions/1", note)).hasStatus3xxRedirection();
		assertThat(post("/sessions/1", note)).hasStatus3xxRedirection();
		assertThat(this.notes.of(this.intake.id())).hasSize(1);
	}

	@Test
	void aStruckNoteKeepsWhatWasDone() {
		askAloud();
		post("/sessions/1", with(SIGN, "subjective", "Wrong client", "pressure", "firm", "minutes", "33"));
		post("/sessions/1/amendments", "version", "0", "act", "error", "error", "Another client");
		assertThat(get("/sessions/1/note")).bodyText()
			.contains("Entered in error", "<del", "Firm", "33", "Another client");
	}

	@Test
	void whatIsToBeSignedIsListedAndCounted() {
		UUID me = this.signedIn.member().id();
		assertThat(this.unsigned.count(null)).isZero();
		assertThat(list("")).bodyText().contains("Nothing is left for you to sign");
		this.people.atTheDesk(TestDesk.THERAPIST);
		TestSessions.keep(this.marking, this.intake.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		this.notes.write(this.intake.id(), 2, new Soap("early", "", "", ""), -1, false);
		assertThat(this.unsigned.count(me)).isEqualTo(2);
		assertThat(this.unsigned.of(null)).extracting(UnsignedNote::number).containsExactly(1, 2);
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(this.unsigned.count(this.signedIn.member().id())).isZero();
		assertThat(list("?whose=all")).bodyText()
			.contains("Casey Client", "No note yet", "Draft, not taken place yet", "Mine (0)", "All (2)",
					"Theo Therapist", this.intake.reference() + "/sessions/1/note");
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.notes.write(this.intake.id(), 1, new Soap("s", "", "", ""), -1, true);
		assertThat(this.unsigned.count(null)).isOne();
		this.notes.strike(this.intake.id(), 1, "wrong", 0);
		assertThat(this.unsigned.of(null)).extracting(UnsignedNote::number, UnsignedNote::draft)
			.contains(org.assertj.core.groups.Tuple.tuple(1, false));
		this.marking.reopen(this.intake.id(), 1, "KEPT 2027-03-01");
		assertThat(this.unsigned.count(null)).as("the draft alone").isOne();
	}

	@Test
	void aNoteSignedBeforeItsSessionWasSaidToTakePlaceIsNotCounted() {
		this.notes.write(this.intake.id(), 1, new Soap("s", "", "", ""), -1, true);
		TestSessions.keep(this.marking, this.intake.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		assertThat(this.unsigned.count(null)).isZero();
	}

	@Test
	void textBlocksAreAddedChangedAndRemoved() {
		assertThat(settings("", "part", "plan", "title", "", "words", "")).hasStatus(422)
			.bodyText()
			.contains("Give it a name", "Write the text", "value=\"plan\" selected");
		String id = UUID.randomUUID().toString();
		for (int click = 1; click <= 2; click++) {
			assertThat(settings("", "id", id, "part", "plan", "title", "Stay", "words", "Same rhythm."))
				.hasStatus3xxRedirection();
		}
		assertThat(this.blocks.all()).hasSize(1);
		assertThat(settings("/" + id, "version", "0", "act", "save", "part", "plan", "title", "Stay", "words",
				"Same rhythm, one week."))
			.hasStatus3xxRedirection();
		assertThat(settings("/" + id, "version", "0", "act", "save", "part", "plan", "title", "Mine", "words",
				"My words."))
			.hasStatus(409)
			.bodyText()
			.contains("Somebody else changed this text block", "one week.", "My words.");
		assertThat(settings("/" + id, "version", "0", "act", "remove")).hasStatus(409);
		assertThat(settings("/" + id, "version", "1", "act", "remove")).hasStatus3xxRedirection();
		assertThat(settings("/" + id, "version", "1", "act", "remove")).hasStatus3xxRedirection();
		assertThat(settings("/" + id, "version", "1", "act", "save", "part", "plan", "title", "Gone", "words",
				"My words."))
			.hasStatus(409)
			.bodyText()
			.contains("Somebody else removed", "My words.");
		assertThat(this.blocks.all()).isEmpty();
	}

	private void block(String part, String title, String words) {
		assertThat(settings("", "id", UUID.randomUUID().toString(), "part", part, "title", title, "words", words))
			.hasStatus3xxRedirection();
	}

	private Case approved(String link, Map<String, Object> differs) {
		Case made = this.people.sent(link, differs);
		this.lifeCycle.take(made.id(), new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), "Theo"), null));
		return made;
	}

	private void askAloud() {
		askAloud(1);
	}

	private void askAloud(int number) {
		String[] said = { "nerve-signs", "none", "body-signs", "none", "new-signs", "none", "known-health",
				"still-right", "pain", "5", "change", "same", "after-last", "fine" };
		assertThat(post("/sessions/" + number + "/check-in", said)).hasStatus3xxRedirection();
	}

	private static String[] with(String[] fields, String... more) {
		return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
	}

	private MvcTestResult list(String query) {
		return this.mvc.get().uri("/desk/notes" + query).with(this.people.there()).exchange();
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri("/desk/cases/" + this.intake.reference() + path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String path, String... params) {
		return send("/desk/cases/" + this.intake.reference() + path, params);
	}

	private MvcTestResult settings(String path, String... params) {
		return send("/desk/settings/text-blocks" + path, params);
	}

	private MvcTestResult send(String path, String... params) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.people.there());
		for (int i = 0; i < params.length; i += 2) {
			request = request.param(params[i], params[i + 1]);
		}
		return request.exchange();
	}

}
