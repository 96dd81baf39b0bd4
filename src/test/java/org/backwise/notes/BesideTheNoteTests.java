package org.backwise.notes;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskPages;
import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.care.CheckIns;
import org.backwise.care.Marking;
import org.backwise.care.TestSessions;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Clearance;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a therapist minds stands beside every note: the limits of whoever cleared the
 * client, and the check-in that held for the session, however late the note is written.
 */
@DeskTest
class BesideTheNoteTests {

	private static final Therapist THEO = new Therapist(UUID.randomUUID(), "Theo");

	private static final String LIMITS = "Nothing deep near the leg.\nStop at 4 of 10.";

	private static final String[] CALM = { "nerve-signs", "none", "body-signs", "none", "new-signs", "none", "pain",
			"5", "change", "same", "after-last", "fine", "known-health", "still-right" };

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private Marking marking;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	private Case client;

	@BeforeEach
	void startOver() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
		this.client = this.people.planned("p");
		approve();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sessions/2", "/sessions/2/note" })
	void theLimitsOfAClearanceStandFirstBesideTheNote(String page) {
		stoppedAndCleared();
		assertThat(get(page)).hasStatusOk()
			.bodyText()
			.containsSubsequence("For this session", "Cleared by \u2068Dr Osei, GP\u2069 on 8 March 2027", LIMITS,
					"Kind of massage");
	}

	@Test
	void theLimitsStandBesideANoteThatSomebodyElseSavedToo() {
		stoppedAndCleared();
		post("/sessions/2/note", "subjective", "Theirs", "version", "-1", "act", "save");
		assertThat(post("/sessions/2/note", "subjective", "Mine", "version", "-1", "act", "save")).hasStatus(409)
			.bodyText()
			.contains("Theirs", "Mine</textarea>", LIMITS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sessions/2", "/sessions/2/note" })
	void whatIsNotThereIsNotSaid(String page) {
		assertThat(get(page)).bodyText().contains("For this session").doesNotContain("Cleared by");
		stoppedAndCleared();
		this.jdbc.sql("update case_clearance set limits = ''").update();
		assertThat(get(page)).bodyText()
			.contains("Cleared by \u2068Dr Osei, GP\u2069 on 8 March 2027. No limits were written down.")
			.doesNotContain("Keep to these limits");
		this.jdbc.sql("update case_clearance set withdrawn_at = recorded_at").update();
		assertThat(get(page)).bodyText().contains("For this session").doesNotContain("Cleared by");
	}

	@Test
	void aLateNoteShowsTheCheckInThatHeldWhateverCameSince() {
		keptWithLimits();
		this.clock.pass(Duration.ofHours(5));
		say(2, with(CALM, "nerve-signs", "bladder", "nerve-signs-course", "new-or-worse"));
		assertThat(this.lifeCycle.standing(this.client).state()).isEqualTo(CaseState.REFERRED);
		this.clock.pass(Period.ofDays(3));
		assertThat(get("/sessions/2/note")).hasStatusOk()
			.bodyText()
			.contains("Check-in of 8 Mar 2027", "To mind", "Work lighter today", "New limits:", "K-02",
					"New or changed", "After the last massage")
			.doesNotContain("Emergency");
	}

	@Test
	void theLimitsOfTheDayHoldForALateNote() {
		keptWithLimits();
		this.clock.pass(Period.ofDays(5));
		say(3, CALM);
		assertThat(post("/sessions/2/note", "subjective", "Late", "pressure", "firm", "version", "-1", "act", "sign"))
			.hasStatus(422)
			.bodyText()
			.contains("goes beyond the limits", "Work lighter today");
	}

	@Test
	void theNotePageOfASessionToComeShowsTheSameAsItsOwnPage() {
		ahead();
		say(2, sore());
		say(2, CALM);
		for (String page : List.of("/sessions/2", "/sessions/2/note")) {
			assertThat(get(page)).bodyText()
				.as("the later one takes nothing back: %s", page)
				.contains("Work lighter today", "New limits:", "id=\"check-in\"")
				.containsOnlyOnce("For this session");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sessions/3", "/sessions/3/note" })
	void whatACheckInAddedStaysALimitOfThePlan(String page) {
		ahead();
		assertThat(get(page)).bodyText().doesNotContain("Limits of the plan");
		say(2, sore());
		this.clock.pass(Period.ofDays(7));
		assertThat(get(page)).bodyText()
			.contains("Limits of the plan", "K-02 Medicine that thins the blood", "Keep the pressure light.")
			.doesNotContain("Check-in of");
	}

	@Test
	void aSessionWithoutACheckInHasNoneBesideItsNote() {
		TestSessions.keep(this.marking, this.client.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		this.clock.pass(Duration.ofHours(2));
		say(2, sore());
		assertThat(get("/sessions/1/note")).hasStatusOk()
			.bodyText()
			.contains("For this session")
			.doesNotContain("Check-in of", "To mind");
	}

	private void ahead() {
		say(1, CALM);
		post("/sessions/1", "what", "kept", "act", "sign", "day", "2027-03-01", "seen", "PLANNED 2027-03-01", "version",
				"-1", "subjective", "s");
		this.clock.pass(Period.ofDays(7));
	}

	private void keptWithLimits() {
		ahead();
		say(2, sore());
		this.clock.pass(Duration.ofHours(1));
		assertThat(post("/sessions/2", "what", "kept", "act", "keep", "day", "2027-03-08", "seen", "PLANNED 2027-03-08",
				"version", "-1", "done", "FK-02", "done", "FK-04"))
			.hasStatus3xxRedirection();
	}

	private void stoppedAndCleared() {
		ahead();
		Map<String, Object> leg = new HashMap<>(TestDesk.CALM);
		leg.putAll(Map.of("new-signs", List.of("limbs"), "limb-signs", List.of("pain-into-leg")));
		this.checkIns.send(this.client.id(), Moment.BETWEEN, By.CLIENT, leg, List.of(),
				new Who.Client(this.client.id().value()));
		this.lifeCycle.clear(
				this.client.id(), this.lifeCycle.standing(this.client).version(), THEO, new Clearance("Dr Osei, GP",
						LocalDate.now((Clock) this.clock), LIMITS, THEO.account(), this.clock.instant()),
				"Seen the letter");
		approve();
	}

	private void approve() {
		this.lifeCycle.take(this.client.id(),
				new Decision(Act.APPROVE, this.lifeCycle.standing(this.client).version(), THEO, null));
	}

	private static String[] sore() {
		return with(CALM, "after-last", "sore-up-to-3-days", "after-kind", "sore", "new-signs", "skin-or-medicine",
				"skin-and-medicines", "blood-thinners");
	}

	private void say(int number, String... said) {
		assertThat(post("/sessions/" + number + "/check-in", said)).hasStatus3xxRedirection();
	}

	/** The same, with other answers in place of those that it has. */
	private static String[] with(String[] fields, String... differs) {
		List<String> others = Arrays.asList(differs);
		Stream<String> kept = Stream.iterate(0, (i) -> i < fields.length, (i) -> i + 2)
			.filter((i) -> others.indexOf(fields[i]) % 2 != 0)
			.flatMap((i) -> Stream.of(fields[i], fields[i + 1]));
		return Stream.concat(kept, others.stream()).toArray(String[]::new);
	}

	private MvcTestResult get(String path) {
		return new DeskPages(this.mvc, this.people, this.client).get(path);
	}

	private MvcTestResult post(String path, String... fields) {
		return new DeskPages(this.mvc, this.people, this.client).post(path, fields);
	}

}
