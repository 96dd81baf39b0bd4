package org.backwise.journey;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A page is in a language that the practice speaks, and says so, whatever the browser
 * prefers: otherwise a screen reader reads English words with a German voice.
 */
@BrowserTest
class PageLanguageTests {

	private static final LocalDate FIRST_DAY = LocalDate.now().plusDays(10);

	@LocalServerPort
	private int port;

	private final Browser browser;

	PageLanguageTests(Browser browser) {
		this.browser = browser;
	}

	@ParameterizedTest
	@ValueSource(strings = { "de", "ar", "ar-EG,ar;q=0.9", "fr-CH, fr;q=0.9, en;q=0.8", "en-US", "*", "en-GB" })
	void everyPageIsInTheLanguageOfThePractice(String preferred) {
		Visitor visitor = new Visitor(this.port);
		String plan = visitor.result(Sheet.ordinaryBackAche(), "Sam", FIRST_DAY.toString()).path();
		String english = visitor.get(plan).body();

		for (String path : List.of("/", plan, plan + "/record", "/how-we-decide", "/desk/sign-in", "/nothing",
				"/result/nobodys")) {
			Visitor.Page page = visitor.send(path,
					HttpRequest.newBuilder(visitor.uri(path))
						.header("Accept", "text/html")
						.header("Accept-Language", preferred)
						.build());
			assertThat(page.body()).as(path).contains("<html lang=\"en\" dir=\"ltr\"");
			assertThat(page.header("Content-Language")).as(path).isEqualTo("en-GB");
			if (path.equals(plan)) {
				assertThat(withoutTokens(page.body())).isEqualTo(withoutTokens(english));
			}
		}
	}

	/** Forms carry a token of their own each time. */
	private static String withoutTokens(String page) {
		return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").strip();
	}

	@Test
	void aGermanBrowserReadsEnglishDaysInAnEnglishPage() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE,
				(options) -> options.setLocale("de-DE").setJavaScriptEnabled(false))) {
			visit.begin().answer(Sheet.ordinaryBackAche());
			visit.giveDetails("Sam Field", FIRST_DAY.toString()).send();

			assertThat(visit.page().locator("html").getAttribute("lang")).isEqualTo("en");
			assertThat(visit.page().locator("html").getAttribute("dir")).isEqualTo("ltr");
			assertThat(visit.page().locator(".session time").allTextContents())
				.allMatch((day) -> day.matches("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d.*"));
		}
	}

}
