package org.backwise.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What plays the biggest part is asked in the words that the client ticked just before,
 * with scripts and without.
 */
@BrowserTest
class OwnWordsTests {

	private static final Sheet TWO_KINDS = Sheet.ordinaryBackAche()
		.with("contributors", "long-sitting", "stress", "anxiety")
		.with("main-cause");

	@LocalServerPort
	private int port;

	private final Browser browser;

	OwnWordsTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void theBiggestPartIsOfferedAsItIsTicked() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			Visitor visitor = new Visitor(this.port);
			Visitor.Page at = visitor.begin();
			while (!at.path().endsWith("/contributors")) {
				at = visitor.send(at, visitor.fields(at, TWO_KINDS));
			}
			visit.at(visitor, at);
			visit.tick("contributors-long-sitting");
			assertThat(offered(visit).count()).isZero();
			visit.tick("contributors-stress");
			visit.tick("contributors-anxiety");
			assertThat(offered(visit).allInnerTexts()).containsExactly("Sitting for long",
					"Stress makes it worseWorry makes it worse");
			visit.page().locator("#contributors-anxiety").uncheck();
			assertThat(offered(visit).last().innerText()).isEqualTo("Stress makes it worse");
			visit.tick("main-cause-nervous-system");
			visit.carryOn();
			assertThat(visit.path()).endsWith("/preference");
			visit.fill(TWO_KINDS);
			visit.carryOn();
			visit.giveDetails("Sam", java.time.LocalDate.now().plusDays(9).toString());
			assertThat(visit.page().locator("main dl").allInnerTexts().toString())
				.containsPattern("Biggest part\\s+Stress makes it worse")
				.doesNotContain("being on alert");
		}
	}

	private static Locator offered(Visit visit) {
		return visit.page().locator("[data-question='main-cause'] .choice:visible .choice-own");
	}

}
