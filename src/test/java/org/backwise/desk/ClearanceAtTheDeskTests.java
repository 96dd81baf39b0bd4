package org.backwise.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.backwise.DeskTest;
import org.backwise.journal.Action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What a clearance opens, and what it never lifts. */
@DeskTest
class ClearanceAtTheDeskTests extends DeskScenario {

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
		assertThat(text("/desk/cases")).contains("Cleared, client to answer");
		assertThat(client("link-priya-nair")).contains("You can go on with the questions", "Dr Osei, GP",
				"Nothing deep near the leg.", "Theo Therapist");

		later(Duration.ofHours(2));
		answerMassageSection("link-priya-nair");

		assertThat(client("link-priya-nair")).contains("Relaxation massage with a neurological focus",
				"Beside your doctor", "Nothing deep near the leg.", "Myofascial release");
		String desk = text("/desk/cases/" + reference("link-priya-nair"));
		assertThat(desk).contains("Complementary plan proposed", "D-02", "X-06", "Plan to check", "Clearance");
		act("link-priya-nair", "change", change("version", "2", "read", "true", "technique", "deep-therapeutic"))
			.andExpect(content().string(containsString("Please look at this again")));
		act("link-priya-nair", "change", with(change("version", "2", "read", "true", "technique", "deep-therapeutic"),
				"sure", "true", "why", "x"))
			.andExpect(status().isConflict());
		act("link-priya-nair", "approve",
				Map.of("version", "2", "read", "true", "sure", "true", "why", "As the doctor wrote"))
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
	void aRaisedPlanThatIsClearedComesBackAsAComplementaryOne() throws Exception {
		file("Sam Field", Map.of(), "link-sam");
		act("link-sam", "raise", Map.of("version", "0", "level", "see-doctor", "reason", "new-information"));
		act("link-sam", "clear", Map.of("version", "1", "by", "Dr Osei", "on", "2027-03-01", "limits", "none", "sure",
				"true", "why", "seen"))
			.andExpect(status().is3xxRedirection());
		assertThat(client("link-sam")).contains("Relaxation massage with a neurological focus", "Beside your doctor");
		assertThat(text("/desk/cases?need=review")).contains("Sam Field");
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
	void whatWasSaidElsewhereIsNotLostInAnOlderDraft() throws Exception {
		file("Priya Nair", Map.of("limb-signs", List.of("pain-into-leg")), "link-priya-nair");
		clear("link-priya-nair");
		Cookie draft = answerAllOfTheMassageSection("link-priya-nair");
		this.mvc
			.perform(post("/result/link-priya-nair/contact").with(csrf())
				.param("seen", seen("/result/link-priya-nair/contact", draft))
				.param("phone", "07700 900777"))
			.andExpect(redirectedUrl("/result/link-priya-nair"));

		this.mvc.perform(post("/intake/check").cookie(draft).with(csrf())).andExpect(redirectedUrl("/intake/details"));
		this.mvc.perform(get("/intake/check").cookie(draft)).andExpect(redirectedUrl("/intake/details"));
		this.mvc.perform(get("/intake/details").cookie(draft))
			.andExpect(content().string(containsString("changed in the meantime")))
			.andExpect(content().string(containsString("07700 900777")));
		sendDetails(draft, "07700 900777").andExpect(redirectedUrl("/intake/check"));
		this.mvc.perform(post("/intake/check").cookie(draft).with(csrf()))
			.andExpect(redirectedUrl("/result/link-priya-nair"));
		assertThat(text("/desk/cases/" + reference("link-priya-nair"))).contains("07700 900777")
			.doesNotContain("960123");
	}

	private org.springframework.test.web.servlet.ResultActions sendDetails(Cookie draft, String phone)
			throws Exception {
		return this.mvc.perform(post("/intake/details").cookie(draft)
			.with(csrf())
			.param("seen", seen("/intake/details", draft))
			.param("name", "Priya Nair")
			.param("phone", phone)
			.param("firstDay", "2027-03-10"));
	}

	/** The mark in the form of a page. */
	private String seen(String page, Cookie draft) throws Exception {
		String html = this.mvc.perform(get(page).cookie(draft)).andReturn().getResponse().getContentAsString();
		return html.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
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
		sendDetails(draft, "01632 960 123").andExpect(redirectedUrl("/intake/check"));
		this.mvc.perform(get("/intake/check").cookie(draft))
			.andExpect(status().isOk())
			.andExpect(content().string(org.hamcrest.Matchers.not(containsString("/intake/questions/limbs"))));
		return draft;
	}

}
