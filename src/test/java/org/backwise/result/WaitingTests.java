package org.backwise.result;

import java.time.Duration;
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
import org.backwise.cases.Case;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** What only time lifts: the client's page opens by itself, and no clearance opens it. */
@DeskTest
class WaitingTests {

	private static final String ILL = "infectious-today";

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void theClientsPageOpensTheQuestionsAfreshAfter48Hours() {
		this.people.sent("ill", Map.of("health-today", List.of(ILL), "pain-trend", "same"));
		this.clock.pass(Duration.ofHours(48).minusMinutes(1));
		assertThat(client("ill")).hasStatusOk()
			.bodyText()
			.contains("High temperature and back pain? Call <a class=\"tel\" href=\"tel:111\">111</a>",
					"Come back when you have been well for 48 hours")
			.doesNotContain("href=\"/result/ill/again\"");
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(client("ill")).hasStatusOk()
			.bodyText()
			.contains("48 hours have passed since you sent your answers", "href=\"/result/ill/again\"", "Start again");
	}

	@Test
	void theDeskOffersNoClearanceWhereItWouldLiftNothing() {
		Case ill = this.people.sent("ill", Map.of("health-today", List.of(ILL), "pain-trend", "same"));
		assertThat(desk(ill, "")).hasStatusOk()
			.bodyText()
			.contains("No clearance can lift what these answers led to", "Upgrade urgency")
			.doesNotContain("Record a clearance");
		assertThat(desk(ill, "/clear")).hasStatus(409)
			.bodyText()
			.contains("No clearance can lift what these answers led to");
		assertThat(clear(ill)).hasStatus(409);
		Case skin = this.people.sent("skin",
				Map.of("skin-and-medicines", List.of("skin-widespread"), "pain-trend", "same"));
		assertThat(desk(skin, "")).bodyText().contains("Record a clearance").doesNotContain("No clearance can lift");
	}

	@Test
	void aClearanceBesideItIsKeptAndOpensNothing() {
		Case both = this.people.sent("both",
				Map.of("health-today", List.of(ILL), "limb-signs", List.of("pain-into-leg"), "pain-trend", "same"));
		assertThat(desk(both, "/clear")).hasStatusOk().bodyText().contains("it opens nothing yet");
		assertThat(clear(both)).hasStatus3xxRedirection();
		assertThat(desk(both, "?done=clear")).bodyText()
			.contains("The clearance is recorded. It opens nothing yet", "Dr Osei");
		assertThat(client("both")).hasStatusOk()
			.bodyText()
			.contains("See a ", "noted on 1 March 2027 that you were cleared for massage",
					"Come back when you have been well for 48 hours")
			.doesNotContain("Answer the rest", "looked at your answers", "Then your link opens");
		assertThat(this.mvc.post().uri("/result/both/continue").with(csrf())).hasRedirectedUrl("/result/both?not=open");
		this.clock.pass(Duration.ofHours(48));
		assertThat(client("both")).bodyText().contains("href=\"/result/both/again\"");
	}

	private MvcTestResult client(String link) {
		return this.mvc.get().uri("/result/" + link).exchange();
	}

	private MvcTestResult desk(Case theCase, String path) {
		return this.mvc.get().uri("/desk/cases/" + theCase.reference() + path).with(this.people.there()).exchange();
	}

	private MvcTestResult clear(Case theCase) {
		return this.mvc.post()
			.uri("/desk/cases/" + theCase.reference() + "/clear")
			.with(csrf())
			.with(this.people.there())
			.param("version", "0")
			.param("by", "Dr Osei")
			.param("on", "2027-03-01")
			.param("limits", "none")
			.param("sure", "true")
			.param("why", "Letter read")
			.exchange();
	}

}
