package org.backwise.desk;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.cases.Consent;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.SentRound;
import org.backwise.triage.Triage;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.practice.LinkToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The worklist, the case and what follows for the client, under a clock that stands. */
@DeskTest
class DeskTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Cases cases;

	@Autowired
	private Triage triage;

	@Autowired
	private People people;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TestClock clock;

	@BeforeEach
	void beginAnew() {
		this.people.startOver();
		this.people.atTheDesk(TestDesk.THERAPIST);
	}

	@Test
	void anEmptyWorklistSaysWhatWillAppear() throws Exception {
		page("/desk").andExpect(status().isOk())
			.andExpect(content().string(containsString("Nothing waits for you")))
			.andExpect(content().string(containsString("as soon as somebody sends their answers")));
	}

	@Test
	void theMostUrgentStandsFirstAndThenTheLongestWaiting() throws Exception {
		file("Plan Late", Map.of(), "link-plan-late");
		later(Duration.ofHours(1));
		file("Fever", Map.of("general-signs", List.of("fever")), "link-fever");
		later(Duration.ofHours(1));
		file("Leg Late", Map.of("limb-signs", List.of("pain-into-leg")), "link-leg");
		later(Duration.ofHours(1));
		file("Numb", emergency(), "link-numb");
		later(Duration.ofHours(1));
		file("Plan Later", Map.of(), "link-plan-later");
		String page = text("/desk");
		assertThat(page).containsSubsequence("Numb", "Fever", "Leg Late", "Plan Late", "Plan Later");
		assertThat(page).contains("Emergency", "5 cases.", "Not yet", "Not asked yet", "4 hours");
	}

	@Test
	void filtersStandInTheAddress() throws Exception {
		file("Ordinary", Map.of(), "link-one");
		file("Fever", Map.of("general-signs", List.of("fever")), "link-two");
		assertThat(text("/desk?need=review")).contains("Ordinary").doesNotContain(">Fever<");
		assertThat(text("/desk?level=urgent")).contains(">Fever<").doesNotContain(">Ordinary<");
		assertThat(text("/desk?need=done")).contains("No case fits");
		assertThat(text("/desk?level=nonsense&need=nonsense&after=nonsense")).contains("Ordinary", "Fever");
	}

	@Test
	void searchFindsTheBeginningOfAnyNameAndOfTheReference() throws Exception {
		file("Grace Oyelaran-Whittington", Map.of(), "link-grace");
		file("Ünal Çelik", Map.of(), "link-unal");
		file("نور حداد", Map.of(), "link-noor");
		assertThat(text("/desk?q=grace")).contains("Grace").doesNotContain("Çelik");
		assertThat(text("/desk?q=whitt")).contains("Grace");
		assertThat(text("/desk?q=celik")).contains("Çelik");
		assertThat(text("/desk?q=UN")).contains("Çelik").doesNotContain("Grace");
		assertThat(text("/desk?q=حداد")).contains("نور");
		assertThat(text("/desk?q=" + reference("link-grace").substring(0, 5).toLowerCase())).contains("Grace");
		assertThat(text("/desk?q=race")).contains("No case fits");
		assertThat(text("/desk?q=%25")).contains("3 cases");
	}

	@Test
	void pagesGoOnByKey() throws Exception {
		for (int i = 0; i < 45; i++) {
			file("Client %02d".formatted(i), (i % 2 == 0) ? Map.of() : Map.of("general-signs", List.of("fever")),
					"link-number-" + i);
			if (i % 5 == 0) {
				later(Duration.ofMinutes(1));
			}
		}
		for (String address : List.of("/desk", "/desk?q=client")) {
			java.util.Set<String> seen = new java.util.TreeSet<>();
			String page = text(address);
			for (int i = 0; i < 3; i++) {
				java.util.regex.Matcher names = java.util.regex.Pattern.compile("Client \\d\\d").matcher(page);
				while (names.find()) {
					assertThat(seen.add(names.group())).as(names.group()).isTrue();
				}
				java.util.regex.Matcher next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
					.matcher(page);
				assertThat(next.find()).as(address + " page " + i + ": " + seen.size()).isEqualTo(i < 2);
				page = (i < 2) ? text(next.group(1).replace("&amp;", "&")) : page;
			}
			assertThat(seen).as(address).hasSize(45);
		}
	}

	@Test
	void theCaseShowsEveryRuleInPlainWordsAndChangedAnswersNeutrally() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6), "link-priya");
		this.jdbc
			.sql("update case_round set changes = '[{\"question\":\"nerve-signs\",\"before\":[\"bladder\"],"
					+ "\"after\":[\"none\"],\"at\":\"2027-03-01T08:58:00Z\"}]'")
			.update();
		String page = text("/desk/cases/" + reference("link-priya"));
		assertThat(page).contains("D-02", "Fires when:", "Earlier answer, before sending:", "Even when cleared")
			.containsSubsequence("Warning signs", "Everything else")
			.contains("What would change this decision", "Record a clearance", "Raise the level")
			.doesNotContain("Approve the plan");
		assertThat(journal("link-priya")).contains(Action.INTAKE_SENT, Action.CASE_READ);
	}

	@Test
	void answersWithoutTheirWordingAreShownInTheWordsOfTheirRules() throws Exception {
		file("Sam Field", Map.of("limb-signs", List.of("pain-into-leg")), "link-sam");
		this.jdbc.sql("update case_round set wording = '[]'").update();
		assertThat(text("/desk/cases/" + reference("link-sam"))).containsSubsequence("Warning signs",
				"Pain that travels into a leg", "Everything else", "41 years");
	}

	@Test
	void anApprovedPlanIsCheckedByName() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		assertThat(client("link-sam")).contains("A therapist").doesNotContain("Checked by");
		act("link-sam", "approve", Map.of("version", "0", "note", "See you soon <Sam>."))
			.andExpect(redirectedUrl("/desk/cases/" + reference("link-sam") + "?done=approve"));
		assertThat(client("link-sam")).contains("Checked by Theo Therapist on 1 March 2027",
				"See you soon &lt;Sam&gt;.");
		assertThat(text("/desk")).contains("Nothing waits for you");
		assertThat(text("/desk?need=done")).contains("Sam Field");
		assertThat(journal("link-sam")).contains(Action.PLAN_PROPOSED, Action.RESULT_OPENED, Action.PLAN_APPROVED);
	}

	@Test
	void aSecondLookIsAskedWhereAWarningSignWasTakenBack() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		this.jdbc
			.sql("update case_round set changes = '[{\"question\":\"nerve-signs\",\"before\":[\"bladder\"],"
					+ "\"after\":[\"none\"],\"at\":\"2027-03-01T08:58:00Z\"}]'")
			.update();
		act("link-sam", "approve", Map.of("version", "0")).andExpect(status().isOk())
			.andExpect(content().string(containsString("Please look at this again")));
		act("link-sam", "approve", Map.of("version", "0", "why", "", "sure", "true"))
			.andExpect(status().isUnprocessableContent());
		act("link-sam", "approve",
				Map.of("version", "0", "why", "Asked on the phone: ticked by mistake", "sure", "true"))
			.andExpect(status().is3xxRedirection());
		assertThat(text("/desk/cases/" + reference("link-sam"))).contains("Asked on the phone: ticked by mistake");
	}

	@Test
	void aChangedPlanSaysWhatAndWhy() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String form = text("/desk/cases/" + reference("link-sam") + "/change");
		assertThat(form).contains("Deep therapeutic massage", "value=\"60\"", "value=\"2027-03-08\"")
			.containsPattern(
					"id=\"sessions-weekly\"[^>]*value=\"5\"|value=\"5\"[^>]*id=\"sessions-weekly\"|name=\"sessions-weekly\" value=\"5\"");
		act("link-sam", "change", change("technique", "relaxation", "first-day", "2027-03-02", "weekday", "5",
				"minutes", "45", "sessions-weekly", "4", "note", "Fridays it is."))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-sam"))
			.contains("What Theo Therapist changed", "Relaxation massage", "before: Deep therapeutic massage",
					"Friday 5 March 2027", "45 (before: 60)", "4 (before: 5)", "To make the times work.",
					"Fridays it is.", "Fri 5 Mar 2027")
			.doesNotContain("For the practice only");
		assertThat(text("/desk/cases/" + reference("link-sam"))).contains("For the practice only", "Timetable",
				"Plan changed and checked");
		assertThat(journal("link-sam")).contains(Action.PLAN_CHANGED);
	}

	@Test
	void wrongValuesComeBackWithEverythingKept() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "change",
				change("minutes", "500", "sessions-weekly", "11", "first-day", "2027-02-01", "reason", "", "note",
						"Kept <words>"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Enter from 15 to 120 minutes")))
			.andExpect(content().string(containsString("Enter a number of sessions from 0 to 10")))
			.andExpect(content().string(containsString("Choose today or a later day")))
			.andExpect(content().string(containsString("Choose a reason")))
			.andExpect(content().string(containsString("Kept &lt;words&gt;")))
			.andExpect(content().string(containsString("value=\"500\"")));
		assertThat(journal("link-sam")).doesNotContain(Action.PLAN_CHANGED);
	}

	@Test
	void whatARuleLeavesOutCannotBeChosen() throws Exception {
		file("Thin Blood", Map.of("skin-and-medicines", List.of("blood-thinners")), "link-thin");
		assertThat(text("/desk/cases/" + reference("link-thin") + "/change"))
			.doesNotContain("value=\"deep-therapeutic\"");
		act("link-thin", "change", change("technique", "deep-therapeutic", "read-K-02", "true"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Nothing was stored")))
			.andExpect(content().string(containsString("This kind of massage is left out for this client")));
		act("link-thin", "change", change("technique", "no-such-thing", "read-K-02", "true"))
			.andExpect(status().isConflict());
		assertThat(client("link-thin")).doesNotContain("Checked by");
		assertThat(journal("link-thin")).contains(Action.REFUSED).doesNotContain(Action.PLAN_CHANGED);
	}

	@Test
	void manySessionsAskForASecondLook() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "change", change("sessions-weekly", "9", "minutes", "100")).andExpect(status().isOk())
			.andExpect(content().string(containsString("More than 6 weekly sessions")))
			.andExpect(content().string(containsString("longer than 90 minutes")))
			.andExpect(content().string(containsString("name=\"sessions-weekly\" value=\"9\"")));
	}

	@Test
	void aDeclinedPlanSaysWhy() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "decline", Map.of("version", "0", "reason", "other"))
			.andExpect(status().isUnprocessableContent())
			.andExpect(content().string(containsString("Say what the reason is")));
		act("link-sam", "decline",
				Map.of("version", "0", "reason", "other-care", "words", "private words", "note", "Ask the physio."))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-sam"))
			.contains("No massage plan for now", "Other care will help you more.", "Ask the physio.")
			.doesNotContain("private words");
		assertThat(journal("link-sam")).contains(Action.PLAN_DECLINED);
	}

	@Test
	void pagesThatSpeakOfTheEmergencySignsListThem() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg")), "link-priya-nair");
		clear("link-priya-nair");
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "decline", Map.of("version", "0", "reason", "not-now"));
		for (String link : List.of("link-priya-nair", "link-sam")) {
			assertThat(client(link)).contains("emergency signs on this page", "care-card-emergency",
					"Changed feeling between the legs");
		}
	}

	@Test
	void aClearanceOpensTheMassageSectionAndAComplementaryPlanFollows() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6, "skin-and-medicines",
				List.of("heat-sensitive-medicine")), "link-priya-nair");
		Map<String, String> clearance = Map.of("version", "0", "by", "Dr Osei, GP", "on", "2027-02-28", "limits",
				"Nothing deep near the leg.");
		act("link-priya-nair", "clear", clearance).andExpect(status().isOk())
			.andExpect(content().string(containsString("You plan massage although the rules referred this client")))
			.andExpect(content().string(containsString("The clearance is older than these answers")));
		act("link-priya-nair", "clear", with(clearance, "sure", "true", "why", "Letter read, fits the answers"))
			.andExpect(status().is3xxRedirection());
		assertThat(text("/desk")).contains("Cleared, client to answer");
		assertThat(client("link-priya-nair")).contains("You can go on with the questions", "Dr Osei, GP",
				"Nothing deep near the leg.", "Theo Therapist");

		later(Duration.ofHours(2));
		answerMassageSection("link-priya-nair");

		assertThat(client("link-priya-nair")).contains("Relaxation massage with a neurological focus",
				"Beside your doctor", "Nothing deep near the leg.", "Myofascial release");
		String desk = text("/desk/cases/" + reference("link-priya-nair"));
		assertThat(desk).contains("Complementary plan proposed", "D-02", "X-06", "Plan to check", "Clearance");
		act("link-priya-nair", "change", change("version", "2", "technique", "deep-therapeutic"))
			.andExpect(content().string(containsString("Please look at this again")));
		act("link-priya-nair", "change",
				with(change("version", "2", "technique", "deep-therapeutic"), "sure", "true", "why", "x"))
			.andExpect(status().isConflict());
		act("link-priya-nair", "approve", Map.of("version", "2", "sure", "true", "why", "As the doctor wrote"))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-priya-nair")).contains("Checked by Theo Therapist");
		assertThat(journal("link-priya-nair")).contains(Action.CLEARANCE_RECORDED, Action.PLAN_PROPOSED,
				Action.PLAN_APPROVED);
		assertThat(this.jdbc.sql("select level from care_case").query(String.class).single()).isEqualTo("see-doctor");
	}

	@Test
	void afterAClearanceTheSafetyAnswersStayAsTheyWereSent() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg")), "link-priya-nair");
		clear("link-priya-nair");
		Cookie draft = goOn("link-priya-nair");
		this.mvc.perform(get("/intake/questions/limbs").cookie(draft)).andExpect(status().is3xxRedirection());
		this.mvc
			.perform(post("/intake/questions/limbs").cookie(draft)
				.with(csrf())
				.param("limb-signs", "none")
				.param("disc-diagnosis", "no"))
			.andExpect(status().is3xxRedirection());
		answerMassageSection("link-priya-nair");
		assertThat(text("/desk/cases/" + reference("link-priya-nair"))).contains("Complementary plan proposed", "D-02");
	}

	@Test
	void emergencyAndUrgentAreNeverLifted() throws Exception {
		file("Numb", emergency(), "link-numb");
		file("Fever", Map.of("general-signs", List.of("fever")), "link-fever");
		for (String link : List.of("link-numb", "link-fever")) {
			page("/desk/cases/" + reference(link) + "/clear").andExpect(status().isConflict())
				.andExpect(content().string(containsString("cannot be done as the case stands now")));
			act(link, "clear", Map.of("version", "0", "by", "Dr Osei", "on", "2027-03-01", "limits", "none", "sure",
					"true", "why", "because"))
				.andExpect(status().isConflict());
			act(link, "raise", Map.of("version", "0", "level", "wait", "reason", "judgement"))
				.andExpect(status().isConflict());
			this.mvc.perform(post("/result/" + link + "/continue").with(csrf()))
				.andExpect(redirectedUrl("/result/" + link + "?not=open"));
			assertThat(journal(link)).contains(Action.REFUSED).doesNotContain(Action.CLEARANCE_RECORDED);
		}
	}

	@Test
	void aRaisedLevelIsWhatTheClientReads() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "raise",
				Map.of("version", "0", "level", "urgent", "reason", "looks-unwell", "note", "Please call today."))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-sam"))
			.contains("care-card-urgent", "Theo Therapist looked at your answers", "Please call today.")
			.doesNotContain("Your sessions");
		assertThat(text("/desk?level=urgent")).contains("Sam Field");
		assertThat(client("link-sam/letter")).contains("Letter for the doctor");
		act("link-sam", "raise", Map.of("version", "1", "level", "emergency", "reason", "judgement"));
		assertThat(client("link-sam")).contains("care-card-emergency");
		act("link-sam", "raise", Map.of("version", "2", "level", "see-doctor", "reason", "judgement"))
			.andExpect(status().isConflict());
	}

	@Test
	void aRaisedPlanThatIsClearedComesBackAsAComplementaryOne() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "raise", Map.of("version", "0", "level", "see-doctor", "reason", "new-information"));
		act("link-sam", "clear", Map.of("version", "1", "by", "Dr Osei", "on", "2027-03-01", "limits", "none", "sure",
				"true", "why", "seen"))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-sam")).contains("Relaxation massage with a neurological focus", "Beside your doctor");
		assertThat(text("/desk?need=review")).contains("Sam Field");
	}

	@Test
	void aClearanceCanBeTakenBack() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg")), "link-priya-nair");
		clear("link-priya-nair");
		act("link-priya-nair", "raise", Map.of("version", "1", "level", "see-doctor", "reason", "new-information"))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-priya-nair")).contains("care-card-see-doctor").doesNotContain("Answer the rest");
		this.mvc.perform(post("/result/link-priya-nair/continue").with(csrf()))
			.andExpect(redirectedUrl("/result/link-priya-nair?not=open"));
		assertThat(client("link-priya-nair?not=open")).contains("You cannot answer more questions now");
		assertThat(client("link-priya-nair?not=<b>")).doesNotContain("<b>", "role=\"alert\"");
	}

	@Test
	void answersThatCameTooLateAreNotDroppedInSilence() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg")), "link-priya-nair");
		clear("link-priya-nair");
		Cookie draft = answerAllOfTheMassageSection("link-priya-nair");
		act("link-priya-nair", "raise", Map.of("version", "1", "level", "see-doctor", "reason", "new-information"));
		this.mvc.perform(post("/intake/check").cookie(draft).with(csrf()))
			.andExpect(redirectedUrl("/result/link-priya-nair?not=used"));
		assertThat(client("link-priya-nair?not=used")).contains("care-card-see-doctor", "were not used");
	}

	@Test
	void aReferralIsFollowedUpAndClosed() throws Exception {
		file("Fever", Map.of("general-signs", List.of("fever")), "link-fever");
		act("link-fever", "follow-up", Map.of("version", "0", "reason", "not-seen"))
			.andExpect(status().is3xxRedirection());
		assertThat(text("/desk")).contains("Fever", "Doctor seen").doesNotContain("Not asked yet");
		act("link-fever", "follow-up", Map.of("version", "1", "reason", "close-seen"));
		assertThat(text("/desk")).contains("Nothing waits for you");
		assertThat(client("link-fever")).contains("care-card-urgent");
		assertThat(journal("link-fever")).contains(Action.REFERRAL_FOLLOWED_UP);
	}

	@Test
	void theSecondOfTwoSeesWhatTheFirstOneDidAndKeepsTheirOwnWords() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "change", change("minutes", "45")).andExpect(status().is3xxRedirection());
		act("link-sam", "decline", Map.of("version", "0", "reason", "not-now", "note", "My own words"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Somebody decided in the meantime")))
			.andExpect(content().string(containsString("Plan changed")))
			.andExpect(content().string(containsString("45 minutes each")))
			.andExpect(content().string(containsString("My own words")))
			.andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
		assertThat(client("link-sam")).contains("What Theo Therapist changed");
		act("link-sam", "approve", Map.of("version", "0")).andExpect(status().isConflict())
			.andExpect(content().string(containsString("no longer possible")));
	}

	@Test
	void theWayBackFromACaseKeepsWhatTheListShowed() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		String path = "/desk/cases/" + reference("link-sam");
		assertThat(text(path)).containsPattern("class=\"back-link[^>]* href=\"/desk\"|href=\"/desk\">Back");
		Cookie session = page("/desk?q=Sam F&need=review&level=plan").andReturn()
			.getResponse()
			.getCookie("backwise-desk");
		assertThat(this.mvc.perform(get(path + "?done=change").cookie(session).with(this.people.there()))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("href=\"/desk?q=Sam%20F&amp;need=review&amp;level=plan\"");
		page("/desk?q=Sam%20F&need=review&level=plan").andExpect(content().string(containsString("Sam Field")));
	}

	@Test
	void whatWasDecidedIsNeverRewritten() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		Map<String, Object> before = this.jdbc.sql("select * from case_round").query().singleRow();
		Map<String, Object> plan = this.jdbc.sql("select * from care_plan where number = 1").query().singleRow();
		act("link-sam", "change", change("minutes", "45"));
		act("link-sam", "decline", Map.of("version", "1", "reason", "not-now", "sure", "true", "why", "x"));
		assertThat(this.jdbc.sql("select * from case_round").query().singleRow()).isEqualTo(before);
		assertThat(this.jdbc.sql("select * from care_plan where number = 1").query().singleRow()).isEqualTo(plan);
		assertThat(this.jdbc.sql("select count(*) from case_step").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void foreignAndIllFormedReferencesAreNotThere() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		for (String path : List.of("AAAAAAAA", "x", "%27", "AAAAAAAA/change", "AAAAAAAA/nonsense")) {
			page("/desk/cases/" + path).andExpect(status().isNotFound());
		}
		act("link-sam", "change", Map.of()).andExpect(status().isConflict());
	}

	@Test
	void nobodySeesTheDeskWithoutAnAccount() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		for (String path : List.of("/desk", "/desk/cases/" + reference("link-sam"),
				"/desk/cases/" + reference("link-sam") + "/change")) {
			this.mvc.perform(get(path)).andExpect(status().is3xxRedirection());
		}
	}

	@Test
	void whatWouldChangeTheDecisionIsForTherapistsOnly() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg")), "link-priya");
		assertThat(text("/desk/cases/" + reference("link-priya"))).contains("What would change this decision")
			.contains("without “");
		assertThat(client("link-priya")).doesNotContain("What would change");
	}

	private void clear(String link) throws Exception {
		act(link, "clear", Map.of("version", "0", "by", "Dr Osei", "on", "2027-03-01", "limits", "none", "sure", "true",
				"why", "seen the letter"))
			.andExpect(status().is3xxRedirection());
		later(Duration.ofMinutes(10));
	}

	private Cookie goOn(String link) throws Exception {
		return java.util.Objects.requireNonNull(this.mvc.perform(post("/result/" + link + "/continue").with(csrf()))
			.andExpect(redirectedUrl("/intake/questions"))
			.andReturn()
			.getResponse()
			.getCookie("backwise-draft"));
	}

	private void answerMassageSection(String link) throws Exception {
		Cookie draft = answerAllOfTheMassageSection(link);
		this.mvc.perform(post("/intake/check").cookie(draft).with(csrf())).andExpect(redirectedUrl("/result/" + link));
	}

	private Cookie answerAllOfTheMassageSection(String link) throws Exception {
		Cookie draft = goOn(link);
		Map<String, String[]> answers = Map.of("complaints", new String[] { "tension" }, "contributors",
				new String[] { "long-sitting" }, "preference", new String[] { "firm" });
		for (int page = 0; page < 10; page++) {
			String next = this.mvc.perform(get("/intake/questions").cookie(draft))
				.andReturn()
				.getResponse()
				.getRedirectedUrl();
			if (next == null || !next.startsWith("/intake/questions/")) {
				break;
			}
			var request = post(next).cookie(draft).with(csrf());
			answers.forEach(request::param);
			this.mvc.perform(request).andExpect(status().is3xxRedirection());
		}
		this.mvc.perform(get("/intake/details").cookie(draft))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("Priya Nair")));
		this.mvc
			.perform(post("/intake/details").cookie(draft)
				.with(csrf())
				.param("name", "Priya Nair")
				.param("firstDay", "2027-03-10"))
			.andExpect(redirectedUrl("/intake/check"));
		this.mvc.perform(get("/intake/check").cookie(draft))
			.andExpect(status().isOk())
			.andExpect(content().string(org.hamcrest.Matchers.not(containsString("/intake/questions/limbs"))));
		return draft;
	}

	private void file(String name, Map<String, Object> differs, String link) {
		Map<String, Object> answers = new LinkedHashMap<>(ORDINARY);
		answers.putAll(differs);
		this.cases.open(new CaseId(UUID.randomUUID()), new LinkToken(link), new Consent("test", this.clock.instant()),
				new SentRound(this.triage.read(answers), List.of(), new Contact(name, null), LocalDate.of(2027, 3, 8)));
	}

	private void later(Duration time) {
		this.clock.pass(time);
	}

	private String reference(String link) {
		return this.cases.behind(link).orElseThrow().reference();
	}

	private List<Action> journal(String link) {
		UUID id = this.cases.behind(link).orElseThrow().id().value();
		return this.journal.about(id).stream().map(JournalEntry::action).toList();
	}

	private ResultActions page(String path) throws Exception {
		return this.mvc.perform(get(java.net.URI.create(path.replace(" ", "%20"))).with(this.people.there()));
	}

	private String text(String path) throws Exception {
		MvcResult result = page(path).andExpect(status().isOk()).andReturn();
		return result.getResponse().getContentAsString();
	}

	private String client(String link) throws Exception {
		return this.mvc.perform(get("/result/" + link))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private ResultActions act(String link, String act, Map<String, String> fields) throws Exception {
		var request = post("/desk/cases/" + reference(link) + "/" + act).with(this.people.there()).with(csrf());
		fields.forEach(request::param);
		return this.mvc.perform(request);
	}

	private static Map<String, String> change(String... differs) {
		return with(Map.of("version", "0", "technique", "deep-therapeutic", "sessions-weekly", "5",
				"sessions-fortnightly", "4", "sessions-monthly", "3", "first-day", "2027-03-08", "minutes", "60",
				"reason", "timetable", "words", "For the practice only"), differs);
	}

	private static Map<String, String> with(Map<String, String> fields, String... differs) {
		Map<String, String> all = new LinkedHashMap<>(fields);
		for (int i = 0; i < differs.length; i += 2) {
			all.put(differs[i], differs[i + 1]);
		}
		return all;
	}

	private static Map<String, Object> emergency() {
		return Map.of("nerve-signs", List.of("saddle-numbness"), "nerve-signs-course", "new-or-worse");
	}

	private static final Map<String, Object> ORDINARY = Map.ofEntries(Map.entry("nerve-signs", List.of("none")),
			Map.entry("body-signs", List.of("none")), Map.entry("age", 41),
			Map.entry("location", List.of("upper-back-left")), Map.entry("duration", "6-to-12-weeks"),
			Map.entry("onset", "posture-or-sitting"), Map.entry("pain", 5), Map.entry("pain-pattern", "comes-and-goes"),
			Map.entry("pain-trend", "same"), Map.entry("limb-signs", List.of("none")),
			Map.entry("disc-diagnosis", "no"), Map.entry("general-signs", List.of("none")),
			Map.entry("history", List.of("none")), Map.entry("health-today", List.of("none")),
			Map.entry("health-ongoing", List.of("none")), Map.entry("skin-and-medicines", List.of("none")),
			Map.entry("movement", "free"), Map.entry("complaints", List.of("tension")),
			Map.entry("contributors", List.of("long-sitting")), Map.entry("preference", "no-preference"));

}
