package org.backwise.desk;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.backwise.DeskTest;
import org.backwise.journal.Action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The worklist, the case and what follows for the client, under a clock that stands. */
@DeskTest
class DeskTests extends DeskScenario {

	@Test
	void theCaseShowsEveryRuleInPlainWordsAndChangedAnswersNeutrally() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg"), "pain", 6), "link-priya");
		this.jdbc
			.sql("update case_round set changes = '[{\"question\":\"nerve-signs\",\"before\":[\"bladder\"],"
					+ "\"after\":[\"none\"],\"at\":\"2027-03-01T08:58:00Z\"}]'")
			.update();
		String page = text("/desk/cases/" + reference("link-priya"));
		assertThat(page)
			.contains("D-02", "Fires when the client answers", "Earlier answer, before sending:", "Even when cleared")
			.containsSubsequence("Warning signs", "answers that neither refer nor limit")
			.contains("What would change this decision", "Record a clearance", "Upgrade urgency")
			.doesNotContain("Approve the plan");
		assertThat(journal("link-priya")).contains(Action.INTAKE_SENT, Action.CASE_READ);
	}

	@Test
	void theCaseSpeaksOfTheClient() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		assertThat(text("/desk/cases/" + reference("link-sam"))).contains("What they feel", "Their preference")
			.doesNotContain("What you feel", "Your preference", "How well you move");
	}

	@Test
	void answersWithoutTheirWordingAreShownInTheWordsOfTheirRules() throws Exception {
		file("Sam Field", Map.of("limb-signs", List.of("pain-into-leg")), "link-sam");
		this.jdbc.sql("update case_round set wording = '[]'").update();
		assertThat(text("/desk/cases/" + reference("link-sam"))).containsSubsequence("Warning signs",
				"Pain that travels into a leg", "answers that neither refer nor limit", "41 years");
	}

	@Test
	void anApprovedPlanIsCheckedByName() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		assertThat(client("link-sam")).contains("A therapist").doesNotContain("Checked by");
		act("link-sam", "approve", Map.of("version", "0", "note", "See you soon <Sam>."))
			.andExpect(redirectedUrl("/desk/cases/" + reference("link-sam") + "?done=approve"));
		assertThat(client("link-sam")).contains("Checked by Theo Therapist on 1 March 2027",
				"See you soon &lt;Sam&gt;.");
		assertThat(text("/desk/cases")).contains("Nothing waits for you");
		assertThat(text("/desk/cases?list=in-care")).contains("Sam Field", "Mon 8 Mar 2027", "Once a week");
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
		act("link-thin", "change", change("technique", "deep-therapeutic", "read", "true"))
			.andExpect(status().isConflict())
			.andExpect(content().string(containsString("Nothing was stored")))
			.andExpect(content().string(containsString("This kind of massage is left out for this client")));
		act("link-thin", "change", change("technique", "no-such-thing", "read", "true"))
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
			assertThat(client(link))
				.contains("emergency signs on this page", "plan-stop", "Changed feeling between the legs")
				.doesNotContain("care-card-emergency");
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
		assertThat(text("/desk/cases?level=urgent")).contains("Sam Field");
		assertThat(client("link-sam/letter")).contains("Letter for the doctor");
		act("link-sam", "raise", Map.of("version", "1", "level", "emergency", "reason", "judgement"));
		assertThat(client("link-sam")).contains("care-card-emergency");
		act("link-sam", "raise", Map.of("version", "2", "level", "see-doctor", "reason", "judgement"))
			.andExpect(status().isConflict());
	}

	@Test
	void aReferralIsFollowedUpAndClosed() throws Exception {
		file("Fever", Map.of("general-signs", List.of("fever")), "link-fever");
		act("link-fever", "follow-up", Map.of("version", "0", "reason", "not-seen"))
			.andExpect(status().is3xxRedirection());
		assertThat(text("/desk/cases")).contains("Fever", "Doctor seen").doesNotContain("Not asked yet");
		act("link-fever", "follow-up", Map.of("version", "1", "reason", "close-seen"));
		assertThat(text("/desk/cases")).contains("Nothing waits for you");
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

}
