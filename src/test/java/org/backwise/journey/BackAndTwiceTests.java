package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The Back button, double clicks, two tabs and a second device. */
@BrowserTest
class BackAndTwiceTests {

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	private final Browser browser;

	BackAndTwiceTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void goingBackShowsWhatWasAnswered() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.begin();
			visit.tick("nerve-signs-none");
			visit.carryOn();
			visit.tick("body-signs-none");
			visit.carryOn();
			visit.page().locator("#age").fill("41");
			visit.carryOn();

			visit.page().goBack();
			assertThat(visit.path()).isEqualTo("/intake/questions/age");
			assertThat(visit.page().locator("#age").inputValue()).isEqualTo("41");
			visit.click("Back");
			assertThat(visit.path()).isEqualTo("/intake/questions/body-signs");
			assertThat(visit.page().locator("#body-signs-none").isChecked()).isTrue();
			visit.carryOn().carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/location");
		}
	}

	@EachSize
	void goingBackAfterSendingSaysThatItWasSent(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.answered(Sheet.ordinaryBackAche());
			visit.giveDetails("Sam", FIRST_DAY).send();
			String result = visit.path();

			visit.page().goBack();

			assertThat(visit.path()).isEqualTo("/intake/sent");
			assertThat(visit.look().heading()).isEqualTo("You have already sent your answers");
			visit.click("See my result");
			assertThat(visit.path()).isEqualTo(result);
		}
	}

	@Test
	void nothingComesBetweenAnEmergencyAndItsNotice() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.begin().answer(Sheet.emergency());
			String notice = visit.path();
			visit.page().goBack();
			assertThat(visit.path()).isEqualTo(notice);
			assertThat(visit.heading()).contains("999");
		}
	}

	/** The answer to it was lost on the way, so the browser sends it again. */
	@Test
	void anEmergencySentAgainLeadsToItsNotice() {
		Visitor visitor = new Visitor(this.port);
		Visitor.Page first = visitor.begin();
		String notice = visitor.sendOnly(first, visitor.fields(first, Sheet.emergency())).header("Location");
		Visitor.Page again = visitor.send(first, visitor.fields(first, Sheet.emergency()));
		assertThat(again.path()).isEqualTo(notice.replaceAll("^http://[^/]+", ""));
		assertThat(again.body()).contains("Call 999");
	}

	@EachSize
	void whatIsAnsweredAfterSendingIsSaidNotToBeKept(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size);
				Visit other = new Visit(this.browser, this.port, size)) {
			visit.begin();
			other.context().addCookies(visit.context().cookies());
			other.open(visit.path());
			visit.answer(Sheet.waiting());
			visit.send();
			String result = visit.path();
			other.fill(Sheet.emergency());
			other.carryOn();
			assertThat(other.path()).isEqualTo("/intake/sent");
			assertThat(other.text()).contains("was not kept", "In an emergency, call 999.");
			assertThat(other.page().locator("main a[href='tel:999']").count()).isEqualTo(1);
			assertThat(new Visitor(this.port).get(result).body()).doesNotContain("between your legs");
			other.click("Answer the questions again");
			assertThat(other.path()).isEqualTo("/intake/consent");
		}
	}

	@Test
	void aDoubleClickSendsOnce() {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.answered(Sheet.waiting());
			int before = count();
			visit.page().locator("main form button").dblclick();
			visit.page().waitForURL("**/result/**");
			assertThat(count()).isEqualTo(before + 1);
		}
	}

	@Test
	void twoTabsSendOnceAndShowTheSameResult() {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.answered(Sheet.waiting());
			Page other = visit.context().newPage();
			other.navigate(visit.page().url());
			int before = count();
			visit.send();
			other.locator("main form button").click();
			other.waitForURL(visit.page().url());
			assertThat(count()).isEqualTo(before + 1);
		}
	}

	@Test
	void anAnswerGivenInASecondTabIsNotLost() {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.begin();
			Page other = visit.context().newPage();
			other.navigate(visit.page().url());
			visit.tick("nerve-signs-none");
			visit.carryOn();
			visit.tick("body-signs-none");
			visit.carryOn();
			other.locator("#nerve-signs-none").check();
			other.locator("main form button").click();
			other.waitForURL("**/intake/questions/body-signs");
			assertThat(other.locator("#body-signs-none").isChecked()).isTrue();
		}
	}

	@EachSize
	void thePrivateLinkCarriesOnOnAnotherDevice(Size size) {
		String link;
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.begin();
			visit.tick("nerve-signs-none");
			visit.carryOn();
			visit.click("Save and come back later");
			link = visit.page().locator(".card-plain a").getAttribute("href");
			visit.open("/");
			assertThat(visit.text()).contains("You have answers here that you have not sent yet");
			visit.click("Carry on");
			assertThat(visit.path()).isEqualTo("/intake/questions/body-signs");
		}
		try (Visit elsewhere = new Visit(this.browser, this.port, size)) {
			elsewhere.open(link);
			assertThat(elsewhere.path()).isEqualTo("/intake/questions/body-signs");
			elsewhere.click("Back");
			assertThat(elsewhere.page().locator("#nerve-signs-none").isChecked()).isTrue();
		}
	}

	private int count() {
		return this.database.queryForObject("select count(*) from care_case", Integer.class);
	}

}
