package org.backwise.diary;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The opening hours count wherever a session gets another day, and are told afterwards.
 */
@DeskTest
class OutsideHoursTests extends DiaryScenario {

	private static final String HOURS = "/desk/settings/hours";

	private static final String THEO = "Theo Therapist";

	private static final String OUTSIDE = "Sat 6 Mar 2027: outside the opening hours (09:00–12:00)";

	private static final String MARK = "Outside the opening hours";

	@Test
	void aSessionThatMovesToADayWithShorterHoursIsToldAndNeedsATick() {
		Case client = inCare("client");
		usual(client, "17:00", THEO);
		saturdays("9-12");
		MvcTestResult asked = move(client, 1, "2027-03-06");
		assertThat(asked).hasStatus(422)
			.bodyText()
			.contains(OUTSIDE, "What stands against these times", "Save it all the same", "value=\"2027-03-06\"");
		assertThat(session(client, 1).day()).isEqualTo(TODAY);
		assertThat(move(client, 1, "2027-03-06", "sure", "other")).hasStatus(422);
		assertThat(move(client, 1, "2027-03-06", "sure", mark(asked))).hasStatus3xxRedirection();
		assertThat(session(client, 1).day()).isEqualTo("2027-03-06");
		assertThat(move(client, 2, "2027-03-09")).as("within the hours").hasStatus3xxRedirection();
		assertThat(get("/desk/diary?day=2027-03-06")).bodyText().contains(MARK);
		assertThat(get("/desk/diary?day=2027-03-09")).bodyText().doesNotContain(MARK);
	}

	@Test
	void aSessionThatMovesToATimeSomebodyElseHasNeedsATick() {
		Case client = inCare("client");
		usual(client, "10:00", THEO);
		Case there = inCare("there");
		usual(there, "10:30", THEO);
		move(there, 1, "2027-03-02");
		assertThat(session(there, 1).day()).isEqualTo("2027-03-02");
		MvcTestResult asked = move(client, 1, "2027-03-02");
		assertThat(asked).hasStatus(422).bodyText().contains(THEO + " has another session 10:30–11:30");
		assertThat(move(client, 1, "2027-03-02", "sure", mark(asked))).hasStatus3xxRedirection();
		assertThat(get("/desk/diary?day=2027-03-02")).bodyText().contains("mark-clash");
	}

	/** Where dates are looked at before they are taken, the hours are told as well. */
	@Test
	void aPlanThatGoesOnTellsTheTimesOutsideTheHours() {
		Case client = inCare("client");
		usual(client, "17:00", THEO);
		take(client, Act.PAUSE, Act.PAUSE.reasons().get(0));
		saturdays("9-12");
		Map<String, String> resume = new LinkedHashMap<>(
				Map.of("version", Integer.toString(this.lifeCycle.standing(client).version()), "read", "true",
						"first-day", "2027-03-06"));
		MvcTestResult asked = send("/desk/cases/" + client.reference() + "/resume", resume);
		assertThat(asked).hasStatusOk().bodyText().contains("Please look at this again", OUTSIDE);
		assertThat(this.lifeCycle.standing(client).state()).isEqualTo(CaseState.PAUSED);
		resume.putAll(Map.of("clashes", mark(asked), "sure", "true"));
		assertThat(send("/desk/cases/" + client.reference() + "/resume", resume)).hasStatus3xxRedirection();
	}

	@Test
	void whatShorterHoursLeaveOutsideIsMarkedAndListed() {
		Case client = inCare("client");
		usual(client, "17:00", THEO);
		this.appointments.setAgreed(client.id(), Appointments.Wish.now(session(client, 2), at(client, 2), false,
				session(client, 2).day(), new Appointment(LocalTime.of(10, 0), 60, id(THEO), null)));
		assertThat(get("/desk/today")).bodyText().doesNotContain(MARK);
		assertThat(get(HOURS)).bodyText().doesNotContain("is outside the opening hours");
		week(Map.of("monday", "9-12"));
		assertThat(get("/desk/today")).bodyText().contains(MARK);
		assertThat(get("/desk/diary?day=2027-03-08")).as("at ten").bodyText().doesNotContain(MARK);
		assertThat(get(HOURS)).bodyText()
			.contains("17:00–18:00 is outside the opening hours", "Mon 1 Mar 2027", "Mon 15 Mar 2027")
			.doesNotContain("Mon 8 Mar 2027", "10:00–11:00 is outside");
	}

	@Test
	void aClosedDayIsMarkedAndItsWordsAreSeen() {
		Case client = inCare("client");
		usual(client, "10:00", THEO);
		send(HOURS, Map.of("form", "closed", "from", "2027-03-08", "words", "Training", "seen", seen()));
		assertThat(get("/desk/diary?day=2027-03-08")).bodyText()
			.contains("mark-closed", "The practice is closed")
			.containsPattern("<p class=\"note\">[^<]*Training");
		assertThat(get("/desk/diary?view=week&day=2027-03-08")).bodyText().contains("mark-closed", "Training");
		assertThat(get("/desk/diary?day=2027-03-01")).bodyText().doesNotContain("mark-closed");
	}

	private void saturdays(String hours) {
		week(Map.of("saturday", hours));
	}

	private void week(Map<String, String> differs) {
		Map<String, String> week = new LinkedHashMap<>(Map.of("form", "week", "seen", seen()));
		for (String day : new String[] { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
				"sunday" }) {
			week.put(day, "8-20");
		}
		week.putAll(differs);
		assertThat(send(HOURS, week)).hasStatus3xxRedirection();
	}

	private String seen() {
		String page = text(get(HOURS));
		String seen = page.substring(page.indexOf("name=\"seen\" value=\"") + 19);
		return seen.substring(0, seen.indexOf('"'));
	}

	private static String text(MvcTestResult page) {
		try {
			return page.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult move(Case client, int number, String day, String... more) {
		Map<String, String> form = new LinkedHashMap<>(
				Map.of("what", "moved", "day", day, "seen", session(client, number).seen()));
		for (int i = 0; i < more.length; i += 2) {
			form.put(more[i], more[i + 1]);
		}
		return send("/desk/cases/" + client.reference() + "/sessions/" + number, form);
	}

	private MvcTestResult send(String path, Map<String, String> form) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.people.there());
		form.forEach(request::param);
		return stay(request::exchange);
	}

}
