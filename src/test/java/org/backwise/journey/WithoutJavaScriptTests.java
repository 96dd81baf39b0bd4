package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way without a line of JavaScript. */
@BrowserTest
class WithoutJavaScriptTests {

	@LocalServerPort
	private int port;

	private final Browser browser;

	WithoutJavaScriptTests(Browser browser) {
		this.browser = browser;
	}

	@ParameterizedTest
	@EnumSource
	void leadsToAPlan(Size size) {
		try (Visit visit = visit(size)) {
			visit.begin().answer(Sheet.everyCaution());
			visit.giveDetails("Grace", LocalDate.now().plusDays(10).toString()).send();
			assertThat(visit.heading()).contains("Your suggested plan");
		}
	}

	@ParameterizedTest
	@EnumSource
	void showsFollowUpsAndTakesTheirAnswers(Size size) {
		try (Visit visit = visit(size)) {
			visit.begin();
			assertThat(visit.text()).contains("Only if you ticked one of these signs");
			visit.fill(Sheet.ordinaryBackAche()
				.with("nerve-signs", "bladder")
				.with("nerve-signs-course", "long-standing-checked"));
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/body-signs");
		}
	}

	@ParameterizedTest
	@EnumSource
	void keepsEverythingTypedWhenSomethingIsWrong(Size size) {
		try (Visit visit = visit(size)) {
			visit.begin();
			visit.tick("nerve-signs-bladder");
			visit.tick("nerve-signs-none");
			visit.carryOn();

			assertThat(visit.page().title()).startsWith("Error: ");
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Untick one of them");
			assertThat(visit.page().locator("#nerve-signs-bladder").isChecked()).isTrue();
			assertThat(visit.page().locator("#nerve-signs-none").isChecked()).isTrue();
			visit.page().locator(".error-summary a").click();
			assertThat(visit.page().url()).endsWith("#nerve-signs-saddle-numbness");
			visit.page().locator("#nerve-signs-bladder").uncheck();
			visit.carryOn();
			visit.tick("body-signs-none");
			visit.carryOn();
			visit.page().locator("#age").fill("4o");
			visit.carryOn();
			assertThat(visit.page().locator("#age").inputValue()).isEqualTo("4o");
			visit.page().locator("#age").fill("40");
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/location");
		}
	}

	private Visit visit(Size size) {
		return new Visit(this.browser, this.port, size, (options) -> options.setJavaScriptEnabled(false));
	}

}
