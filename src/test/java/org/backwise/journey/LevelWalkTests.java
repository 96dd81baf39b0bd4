package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Browser;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way through the pages, to every kind of result, on a phone and on a desk. */
@BrowserTest
class LevelWalkTests {

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	@LocalServerPort
	private int port;

	private final Browser browser;

	LevelWalkTests(Browser browser) {
		this.browser = browser;
	}

	@EachSize
	void showsAnEmergencyAtOnceAndAsksNothingMore(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			List<String> pages = visit.begin().answer(Sheet.emergency());

			assertThat(pages).containsExactly("nerve-signs");
			assertThat(visit.path()).startsWith("/result/");
			assertThat(visit.heading()).contains("999");
			assertThat(visit.text()).contains("Numb or changed feeling between your legs");
			assertThat(visit.page().locator("a[href='tel:999']").count()).isPositive();
			visit.click("Open the letter");
			assertThat(visit.text()).contains("Not asked");
		}
	}

	@EachSize
	void leadsToAnUrgentNoticeAfterTheSafetyQuestions(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			List<String> pages = visit.begin().answer(Sheet.urgent());

			assertThat(pages).contains("skin-and-medicines", "movement").doesNotContain("complaints", "preference");
			visit.send();
			assertThat(visit.heading()).contains("111");
			assertThat(visit.text()).contains("High temperature or shivers");
			visit.click("Leave my name").carryOn();
			assertThat(visit.page().title()).startsWith("Error: ");
			visit.page().locator("#name").fill("Ines");
			visit.carryOn();
			assertThat(visit.text()).contains("Thank you, Ines");
		}
	}

	@EachSize
	void leadsToADoctorFirst(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.begin().answer(Sheet.seeDoctor());
			visit.send();
			assertThat(visit.heading()).contains("GP");
			assertThat(visit.text()).contains("Pain that travels into a leg").contains("Massage later");
			visit.click("Open the letter");
			assertThat(visit.text()).contains("Larkfield Massage");
		}
	}

	@EachSize
	void leadsToWaiting(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.begin().answer(Sheet.waiting());
			visit.send();
			assertThat(visit.heading()).containsIgnoringCase("wait");
			assertThat(visit.text()).contains("An illness that others could catch");
		}
	}

	@EachSize
	void leadsToAPlanWithEveryDate(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			List<String> pages = visit.begin().answer(Sheet.ordinaryBackAche());

			assertThat(pages).contains("complaints", "contributors", "preference");
			visit.giveDetails("Sam Field", FIRST_DAY).send();
			assertThat(visit.text()).contains("therapist will check");
			assertThat(visit.page().locator(".session time").count()).isEqualTo(12);
			assertThat(visit.page().locator(".session time").first().getAttribute("datetime")).isEqualTo(FIRST_DAY);
		}
	}

	@EachSize
	void leadsToAPlanWithManyCautions(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			List<String> pages = visit.begin().answer(Sheet.everyCaution());

			assertThat(pages).contains("preference").doesNotContain("habit");
			visit.giveDetails("Grace Oyelaran-Whittington", FIRST_DAY).send();
			assertThat(visit.page()
				.locator("details:has(> summary:has-text('What your therapist will ask you')) > ul > li")
				.count()).isGreaterThan(8);
		}
	}

	@EachSize
	void leadsToAGentlePlanForABodyThatReactsEasily(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			List<String> pages = visit.begin().answer(Sheet.sensitised());

			assertThat(pages).contains("inflammatory-signs", "sensitivity");
			visit.giveDetails("Noor Haddad", FIRST_DAY).send();
			assertThat(visit.page().locator(".massage h3").first().innerText()).containsIgnoringCase("relax");
			assertThat(visit.text()).doesNotContainIgnoringCase("sensitisation of");
		}
	}

	@EachSize
	void leadsToAPreventionPlanWithoutPain(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			List<String> pages = visit.begin().answer(Sheet.noPain());

			assertThat(pages).doesNotContain("course", "pain", "sensitivity", "doctor-seen");
			visit.giveDetails("Lee", FIRST_DAY).send();
			assertThat(visit.page().locator(".session time").count()).isEqualTo(3);
		}
	}

}
