package org.backwise.desk;

import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.care.CarePlans;
import org.backwise.care.TestSessions;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.LifeCycle;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Plans that rest, end, were refused or moved: what the desk and the client see of them.
 */
@DeskTest
class StoppedCareTests {

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private CarePlans plans;

	@Autowired
	private Attendance sessions;

	@Autowired
	private Marking marking;

	@Autowired
	private Moving moving;

	@Autowired
	private Journal journal;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void aPlanRestsGoesOnAndEnds() {
		Case intake = this.people.planned("rests");
		assertThat(act(intake, "approve", 0)).hasStatus3xxRedirection();
		assertThat(get(intake, "/pause")).hasStatusOk().bodyText().contains("Pause the care", "The client is unwell");
		assertThat(act(intake, "pause", 1)).hasStatus(422).bodyText().contains("Choose a reason");
		assertThat(act(intake, "pause", 1, "reason", "unwell", "note", "Rest well.")).hasStatus3xxRedirection();
		assertThat(client("rests")).bodyText()
			.contains("Your plan rests for now", "Olga Owner", "You are not well.", "Rest well.", "plan-stop",
					"Chest and breath:")
			.doesNotContain("Mon 8 Mar 2027", "care-card-emergency");
		assertThat(get(intake, "")).bodyText()
			.contains("Paused on 1 March 2027 by Olga Owner", "The client is unwell", "Resume the care")
			.doesNotContain("Mon 8 Mar 2027");
		assertThat(get(intake, "/sessions")).bodyText()
			.contains("Paused on 1 March 2027")
			.doesNotContain("To come", "has not been approved", "8 Mar");
		assertThat(act(intake, "resume", 2)).hasStatus3xxRedirection();
		assertThat(client("rests")).bodyText().contains("Checked by Olga Owner", "Mon 8 Mar 2027");
		assertThat(act(intake, "end", 3, "reason", "better")).hasStatus3xxRedirection();
		assertThat(client("rests")).bodyText().contains("Your massage plan has ended", "Your back is better.");
		assertThat(this.lifeCycle.standing(intake).state()).isEqualTo(CaseState.ENDED);
		assertThat(this.journal.about(intake.id().value()).stream().map(JournalEntry::action))
			.contains(Action.CARE_PAUSED, Action.CARE_RESUMED, Action.CARE_ENDED);
		assertThat(this.mvc.get().uri("/result/rests/record").with(this.people.there()).exchange()).bodyText()
			.contains("paused the plan", "ended the care")
			.doesNotContain("did something else");
	}

	@Test
	void theCaseShowsTheDaysThatHoldAndStrikesTheOld() {
		Case intake = this.people.planned("moved");
		act(intake, "approve", 0);
		this.people.atTheDesk(TestDesk.OWNER);
		this.moving.move(intake.id(), 2, LocalDate.of(2027, 3, 10), false, "PLANNED 2027-03-08");
		assertThat(get(intake, "")).bodyText().contains("<del>Mon 8 Mar 2027</del>", "Wed 10 Mar 2027");
	}

	@Test
	void aStoppedPlanSaysWhyAndHasNoSessionsToCome() {
		Case declined = this.people.planned("declined");
		act(declined, "decline", 0, "reason", "other-care");
		Case raised = this.people.planned("raised");
		act(raised, "approve", 0);
		act(raised, "raise", 1, "level", "see-doctor", "reason", "looks-unwell");
		assertThat(get(declined, "")).bodyText().contains("Declined on 1 March 2027", "Other care will help more");
		assertThat(get(declined, "/sessions")).bodyText()
			.contains("Declined on 1 March 2027", "Other care will help more")
			.doesNotContain("To come", "Write a note", "has not been approved");
		assertThat(get(raised, "")).bodyText().contains("Stopped on 1 March 2027").doesNotContain("8 Mar 2027");
		assertThat(get(raised, "/sessions")).bodyText()
			.contains("Stopped on 1 March 2027", "looks or sounds unwell")
			.doesNotContain("To come", "has not been approved", "8 Mar");
		assertThat(get(raised, "/sessions/2/note")).bodyText().contains("not to come").doesNotContain("Save the draft");
	}

	@Test
	void whatTookPlaceBeforeAStopCanStillBeKept() {
		Case intake = this.people.planned("before");
		act(intake, "approve", 0);
		act(intake, "pause", 1, "reason", "unwell");
		this.people.atTheDesk(TestDesk.OWNER);
		assertThat(get(intake, "/sessions")).bodyText().contains("Mon 1 Mar 2027", "Nothing entered");
		this.people.atTheDesk(TestDesk.OWNER);
		TestSessions.keep(this.marking, intake.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		assertThat(get(intake, "/sessions")).bodyText().contains("Took place");
	}

	@Test
	void aPlanWhoseDaysAreOverMovesByWholeWeeksOrAsIsChosen() {
		Case intake = this.people.planned("over");
		this.clock.pass(Period.ofDays(1));
		assertThat(get(intake, "")).bodyText().contains("Monday 1 March 2027, is over", "value=\"2027-03-08\"");
		assertThat(act(intake, "approve", 0, "note", "See you")).hasStatus(422)
			.bodyText()
			.contains("Choose a day for this session", "See you");
		assertThat(act(intake, "approve", 0, "first-day", "2027-03-01")).hasStatus(422)
			.bodyText()
			.contains("Choose today or a later day");
		assertThat(act(intake, "approve", 0, "first-day", "2027-03-08")).hasStatus3xxRedirection();
		assertThat(this.plans.of(intake.id()).orElseThrow().sessions())
			.extracting((session) -> session.day().toString())
			.startsWith("2027-03-08", "2027-03-15");
		assertThat(client("over")).bodyText().contains("Mon 8 Mar 2027").doesNotContain("Mon 1 Mar 2027");
	}

	@Test
	void aPlanThatRestedGoesOnFromANewDay() {
		Case intake = this.people.planned("again");
		act(intake, "approve", 0);
		this.people.atTheDesk(TestDesk.OWNER);
		TestSessions.keep(this.marking, intake.id(), 1, LocalDate.of(2027, 3, 1), "PLANNED 2027-03-01");
		this.moving.move(intake.id(), 2, LocalDate.of(2027, 3, 9), true, "PLANNED 2027-03-08");
		act(intake, "pause", 1, "reason", "away");
		this.clock.pass(Period.ofWeeks(3));
		assertThat(get(intake, "/resume")).bodyText().contains("9 March 2027, is over", "value=\"2027-03-23\"");
		assertThat(act(intake, "resume", 2, "first-day", "2027-03-23")).hasStatus3xxRedirection();
		assertThat(this.sessions.of(intake.id())).extracting((session) -> session.day().toString())
			.startsWith("2027-03-01", "2027-03-23", "2027-03-30");
	}

	@Test
	void graveCautionsAreReadFirst() {
		Case intake = this.people.sent("grave",
				Map.of("skin-and-medicines", List.of("blood-thinners"), "health-ongoing", List.of("pregnant")));
		assertThat(get(intake, "")).bodyText()
			.contains("I have seen the 2 limits", "Use side-lying")
			.containsOnlyOnce("name=\"read\"");
		assertThat(act(intake, "approve", 0, "note", "Kept words")).hasStatus(422)
			.bodyText()
			.contains("href=\"#read\"", "Kept words", "Pregnancy", "Medicine that thins the blood")
			.containsOnlyOnce("name=\"read\"");
		assertThat(act(intake, "change", 0, "technique", "relaxation", "sessions-weekly", "3", "sessions-fortnightly",
				"0", "sessions-monthly", "0", "first-day", "2027-03-01", "minutes", "60", "reason", "timetable"))
			.hasStatus(422);
		assertThat(act(intake, "approve", 0, "read", "true")).hasStatus3xxRedirection();
	}

	private MvcTestResult get(Case intake, String path) {
		return this.mvc.get().uri("/desk/cases/" + intake.reference() + path).with(this.people.there()).exchange();
	}

	private MvcTestResult client(String link) {
		return this.mvc.get().uri("/result/" + link).with(this.people.there()).exchange();
	}

	private MvcTestResult act(Case intake, String act, int version, String... fields) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("version", Integer.toString(version)));
		for (int i = 0; i < fields.length; i += 2) {
			all.put(fields[i], fields[i + 1]);
		}
		if (act.equals("decline") || act.equals("raise")) {
			all.put("sure", "true");
			all.put("why", "So it is");
		}
		var request = this.mvc.post()
			.uri("/desk/cases/" + intake.reference() + "/" + act)
			.with(csrf())
			.with(this.people.there());
		all.forEach(request::param);
		return request.exchange();
	}

}
