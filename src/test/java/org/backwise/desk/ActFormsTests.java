package org.backwise.desk;

import java.time.LocalDate;
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
import org.backwise.care.Marking;
import org.backwise.care.TestSessions;
import org.backwise.cases.CaseState;
import org.backwise.cases.LifeCycle;
import org.backwise.care.CarePlans;
import org.backwise.cases.Case;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What the forms of a case make of long, odd and impossible input. */
@DeskTest
class ActFormsTests {

	private static final Map<String, String> CHANGE = Map.of("technique", "relaxation", "sessions-weekly", "3",
			"sessions-fortnightly", "0", "sessions-monthly", "0", "first-day", "2027-03-01", "minutes", "60", "reason",
			"timetable");

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private LifeCycle lifeCycle;

	@Autowired
	private CarePlans plans;

	@Autowired
	private Marking marking;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void whoeverClearedHasANameThatCanBeSeen() {
		Case intake = this.people.referred("by");
		assertThat(act(intake, "clear", 0, Map.of("on", "2027-03-01", "limits", "Light"), "by", "\u3164"))
			.hasStatus(422)
			.bodyText()
			.contains("href=\"#by\"");
	}

	@Test
	void aSecondThoughtHasALimitToo() {
		Case intake = this.people.referred("why");
		Map<String, String> clearance = Map.of("by", "Dr Ashe", "on", "2027-03-01", "limits", "Light", "sure", "true");
		assertThat(act(intake, "clear", 0, clearance, "why", "w".repeat(1_001))).hasStatus(422)
			.bodyText()
			.contains("w".repeat(1_001), "Light", "Use 1,000 characters or fewer");
		assertThat(act(intake, "clear", 0, clearance, "why", "w".repeat(1_000))).hasStatus3xxRedirection();
	}

	@Test
	void noPainWhereItHurtsIsPointedOutBesideApprove() {
		String hint = "Ask whether that is a slip";
		assertThat(show(this.people.sent("slip", Map.of("pain", 0)))).bodyText().contains(hint);
		assertThat(show(this.people.planned("sore"))).bodyText().doesNotContain(hint);
	}

	@Test
	void theLongestWordsFitTogether() {
		Case intake = this.people.planned("words");
		assertThat(act(intake, "change", 0, CHANGE, "minutes", "100", "words", "😀".repeat(2_000), "note",
				"😀".repeat(2_000), "sure", "true", "why", "😀".repeat(1_000)))
			.hasStatus3xxRedirection();
		assertThat(act(intake, "decline", 1, Map.of("reason", "judgement"), "words", "😀".repeat(2_001)))
			.hasStatus(422);
	}

	@Test
	void aTextThatIsMuchTooLongComesBackWhole() {
		Case intake = this.people.planned("long");
		String pasted = "long words ".repeat(3_000);
		assertThat(act(intake, "approve", 0, Map.of(), "note", pasted)).hasStatus(422).bodyText().contains(pasted);
	}

	@Test
	void aFieldThatAFormDoesNotHaveIsNotKept() {
		Case intake = this.people.planned("extra");
		assertThat(act(intake, "approve", 0, Map.of(), "words", "w".repeat(9_000))).hasStatus3xxRedirection();
		assertThat(this.lifeCycle.standing(intake).steps()).singleElement().returns(null, (step) -> step.words());
	}

	@Test
	void sessionsThatTookPlaceStayInThePlan() {
		Case intake = this.people.planned("taken");
		assertThat(act(intake, "approve", 0, Map.of())).hasStatus3xxRedirection();
		for (int number = 1; number <= 3; number++) {
			LocalDate day = LocalDate.now(this.clock);
			this.people.atTheDesk(TestDesk.OWNER);
			TestSessions.keep(this.marking, intake.id(), number, day, "PLANNED " + day);
			this.clock.pass(java.time.Period.ofWeeks(1));
		}
		assertThat(act(intake, "change", 1, CHANGE, "sessions-weekly", "2")).hasStatus(422)
			.bodyText()
			.contains("at least as many sessions as took place");
		assertThat(act(intake, "change", 1, CHANGE)).hasStatus3xxRedirection();
		assertThat(this.lifeCycle.standing(intake).state()).isEqualTo(CaseState.CHANGED);
	}

	@Test
	void impossibleDaysAreSaidInWords() {
		Case intake = this.people.planned("days");
		for (String day : List.of("2027-02-29", "2027-13-01", "+999999999-12-31", "-999999999-01-01", "01.03.2027",
				"")) {
			assertThat(act(intake, "change", 0, CHANGE, "first-day", day)).as(day).hasStatus(422);
		}
		assertThat(act(intake, "change", 0, CHANGE, "first-day", "2028-02-29", "weekday", "2"))
			.hasStatus3xxRedirection();
		assertThat(this.plans.of(intake.id()).orElseThrow().sessions())
			.extracting((session) -> session.day().toString())
			.containsExactly("2028-02-29", "2028-03-07", "2028-03-14");
	}

	@Test
	void aVersionThatWasNeverThereIsComparedLikeAnOldOne() {
		Case intake = this.people.planned("version");
		for (String version : List.of("7", "-1", "x", "", "99999999999999")) {
			assertThat(this.mvc.post()
				.uri("/desk/cases/" + intake.reference() + "/approve")
				.param("version", version)
				.with(csrf())
				.with(this.people.there())).as(version).hasStatus(409);
		}
		assertThat(this.lifeCycle.standing(intake).version()).isZero();
	}

	private MvcTestResult show(Case intake) {
		return this.mvc.get().uri("/desk/cases/" + intake.reference()).with(this.people.there()).exchange();
	}

	private MvcTestResult act(Case intake, String act, int version, Map<String, String> fields, String... more) {
		var request = this.mvc.post()
			.uri("/desk/cases/" + intake.reference() + "/" + act)
			.param("version", Integer.toString(version))
			.with(csrf())
			.with(this.people.there());
		Map<String, String> all = new java.util.LinkedHashMap<>(fields);
		for (int i = 0; i < more.length; i += 2) {
			all.put(more[i], more[i + 1]);
		}
		all.forEach(request::param);
		return request.exchange();
	}

}
