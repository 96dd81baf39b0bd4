package org.backwise.about;

import java.time.LocalDate;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.staff.AtTheDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What the site says of itself, and how it asks whether its pages were clear. */
@SpringBootTest(
		properties = { "spring.datasource.url=jdbc:h2:mem:about;DB_CLOSE_DELAY=-1", "backwise.limits.enabled=false" })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
class AboutPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ClearCounts counts;

	@BeforeEach
	void nobodyHasAnswered() {
		this.jdbc.sql("delete from page_clear").update();
	}

	@Test
	void privacySaysHowLongEachRecordStays() {
		assertThat(this.mvc.get().uri("/privacy")).hasStatusOk()
			.bodyText()
			.contains("7 days", "2 years", "8 years", "30 days", "until you are 25", "your massage practice")
			.contains("<meta name=\"description\"", "href=\"/accessibility\"");
	}

	@Test
	void aWeaknessIsToldToSomebody() {
		assertThat(this.mvc.get().uri("/.well-known/security.txt")).hasStatusOk()
			.hasContentType("text/plain;charset=UTF-8")
			.bodyText()
			.containsPattern("(?m)^Contact: http://localhost/privacy$")
			.containsPattern("(?m)^Expires: \\d{4}-\\d\\d-\\d\\dT00:00:00Z$")
			.containsPattern("(?m)^Preferred-Languages: en$")
			.containsPattern("(?m)^Canonical: http://localhost/\\.well-known/security\\.txt$");
	}

	@Test
	void theManifestNamesThePracticeAndLeadsToTheStartOnly() {
		MvcTestResult manifest = this.mvc.get().uri("/manifest.webmanifest").exchange();
		assertThat(manifest).hasStatusOk().hasContentType("application/manifest+json;charset=UTF-8");
		assertThat(manifest).bodyJson().extractingPath("$.name").isEqualTo("your massage practice");
		assertThat(manifest).bodyJson().extractingPath("$.start_url").isEqualTo("./");
		assertThat(this.mvc.get().uri("/")).bodyText().contains("rel=\"manifest\"");
		assertThat(this.mvc.get().uri("/result/demo-plan")).bodyText().doesNotContain("rel=\"manifest\"");
	}

	@Test
	void oneTapCountsOneAndLeadsBack() {
		assertThat(tap("/", "true")).hasStatus(302).hasRedirectedUrl("/?clear#clear");
		assertThat(tap("/result/demo-plan", "false")).hasRedirectedUrl("/result/demo-plan?clear#clear");
		assertThat(tap("/intake/questions/nerve-signs", "false")).hasStatus(302);
		assertThat(tap("/", "true")).hasStatus(302);

		assertThat(this.counts.since(LocalDate.EPOCH)).containsExactly(
				new ClearCounts.Count("question-nerve-signs", 0, 1), new ClearCounts.Count("result", 0, 1),
				new ClearCounts.Count("start", 2, 0));
		assertThat(this.mvc.get().uri("/?clear")).bodyText().contains("Thank you. That helps us.");
		assertThat(this.mvc.get().uri("/desk/statistics/clear").with(AtTheDesk.as("owner"))).hasStatusOk()
			.bodyText()
			.contains("Start page", "Result")
			.doesNotContain("question-nerve-signs", "demo-plan");
	}

	@Test
	void whatIsNoPageOfOursIsNotCountedAndLeadsNowhere() {
		for (String page : new String[] { "https://elsewhere.example/", "//elsewhere.example", "/desk/cases", "",
				"/intake/questions/made-up", "/result/x/made-up", "/\\elsewhere.example", "/privacy/../desk" }) {
			assertThat(tap(page, "true")).as(page).hasStatus(400);
		}
		assertThat(tap("/", "maybe")).hasStatus(400);
		assertThat(this.counts.since(LocalDate.EPOCH)).isEmpty();
	}

	private MvcTestResult tap(String page, String clear) {
		return this.mvc.post().uri("/clear").with(csrf()).param("page", page).param("clear", clear).exchange();
	}

}
