package org.backwise.journey;

import java.time.LocalDate;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way without a line of JavaScript. */
@BrowserTest
class WithoutJavaScriptTests {

	private static final String DAY = LocalDate.now().plusDays(20).toString();

	@LocalServerPort
	private int port;

	private final Browser browser;

	WithoutJavaScriptTests(Browser browser) {
		this.browser = browser;
	}

	@EachSize
	void leadsToAPlan(Size size) {
		try (Visit visit = visit(size)) {
			visit.begin().answer(Sheet.everyCaution());
			visit.giveDetails("Grace", LocalDate.now().plusDays(10).toString()).send();
			assertThat(visit.heading()).contains("Your suggested plan");
		}
	}

	@Test
	void showsFollowUpsAndTakesTheirAnswers() {
		try (Visit visit = visit(Size.DESKTOP)) {
			visit.begin();
			assertThat(visit.text()).contains("Only if you ticked one of these signs");
			visit.fill(Sheet.ordinaryBackAche()
				.with("nerve-signs", "bladder")
				.with("nerve-signs-course", "long-standing-checked"));
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/body-signs");
		}
	}

	@Test
	void keepsEverythingTypedWhenSomethingIsWrong() {
		try (Visit visit = visit(Size.PHONE)) {
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

	@ParameterizedTest
	@ValueSource(strings = { "emergency", "urgent", "see-doctor", "wait" })
	void everyNoticeLeadsOn(String level) {
		Sheet sheet = Map
			.of("emergency", Sheet.emergency(), "urgent", Sheet.urgent(), "see-doctor", Sheet.seeDoctor(), "wait",
					Sheet.waiting())
			.get(level);
		String link = new Visitor(this.port).result(sheet, "Sam", DAY).path();
		try (Visit visit = visit(Size.PHONE)) {
			visit.open(link);
			assertThat(visit.page().locator(".care-card-" + level).isVisible()).isTrue();
			assertThat(visit.page().locator("a[href='tel:999']").count()).isPositive();
			assertThat(visit.page().locator("main button[hidden], main [hidden] button").all())
				.as("what needs a script is not offered")
				.noneMatch(Locator::isVisible);
			assertThat(visit.page().locator("#keep-link").inputValue()).endsWith(link);
			if (!level.equals("emergency")) {
				visit.click("Leave my name").carryOn();
				assertThat(visit.page().title()).startsWith("Error: ");
				visit.page().locator("#name").fill("Ines");
				visit.carryOn();
				assertThat(visit.text()).contains("Thank you, Ines");
			}
			if (!level.equals("wait")) {
				visit.click("Open the letter");
				assertThat(visit.text()).contains("Your reply");
			}
		}
	}

	@Test
	void howToReachTheClientIsChanged() {
		String link = new Visitor(this.port).result(Sheet.ordinaryBackAche(), "Sam", DAY).path();
		try (Visit visit = visit(Size.PHONE)) {
			visit.open(link).click("Change this");
			visit.page().locator("#phone").fill("12");
			visit.carryOn();
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Check the phone number");
			assertThat(visit.page().locator("#phone").inputValue()).isEqualTo("12");
			visit.page().locator("#phone").fill("07700 900777");
			visit.tick("days-monday");
			visit.carryOn();
			assertThat(visit.path()).isEqualTo(link);
			assertThat(visit.text()).contains("07700 900777");
		}
	}

	@Test
	void sessionsGoIntoACalendar() {
		String link = new Visitor(this.port).result(Sheet.ordinaryBackAche(), "Sam", DAY).path();
		try (Visit visit = visit(Size.PHONE)) {
			visit.open(link).click("Add to my calendar");
			assertThat(visit.text()).contains("Sessions to come");
			String file = visit.page().locator("a[href$='.ics']").getAttribute("href");
			assertThat(visit.context().request().get("http://localhost:" + this.port + file).text())
				.contains("BEGIN:VEVENT", "STATUS:TENTATIVE");
			visit.carryOn();
			assertThat(visit.page().locator("#address").inputValue()).contains("/calendar/").endsWith(".ics");
			visit.carryOn();
			assertThat(visit.page().locator("#address").count()).isZero();
		}
	}

	private Visit visit(Size size) {
		return new Visit(this.browser, this.port, size, (options) -> options.setJavaScriptEnabled(false));
	}

}
