package org.backwise.journey;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages that everybody may read. */
@BrowserTest
class PublicPageWalkTests {

	@LocalServerPort
	private int port;

	private final Browser browser;

	PublicPageWalkTests(Browser browser) {
		this.browser = browser;
	}

	@ParameterizedTest
	@CsvSource({ "/how-we-decide, PHONE", "/how-we-decide, DESKTOP", "/how-to-call, PHONE", "/how-to-call, DESKTOP",
			"/privacy, PHONE", "/privacy, DESKTOP", "/accessibility, PHONE", "/accessibility, DESKTOP" })
	void opensAndReads(String path, Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open(path);
			assertThat(visit.heading()).isNotBlank();
			visit.open("/");
			visit.page().locator("footer a[href='/how-we-decide']").click();
			visit.page().waitForURL("**/how-we-decide");
		}
	}

}
