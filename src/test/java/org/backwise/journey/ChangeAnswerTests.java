package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import org.backwise.cases.Cases;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers changed from the check page, and what follows from that. */
@BrowserTest
class ChangeAnswerTests {

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	@LocalServerPort
	private int port;

	@Autowired
	private Cases cases;

	@Autowired
	private JdbcTemplate database;

	private final Browser browser;

	ChangeAnswerTests(Browser browser) {
		this.browser = browser;
	}

	@EachSize
	void asksWhatNowAppliesAndForgetsWhatNoLongerDoes(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.answered(Sheet.ordinaryBackAche());
			visit.giveDetails("Sam", FIRST_DAY);
			change(visit, "How long it has lasted");
			visit.tick("duration-over-12-weeks");
			visit.carryOn();

			assertThat(visit.path()).isEqualTo("/intake/questions/inflammatory-signs");
			assertThat(visit.answer(Sheet.sensitised())).containsExactly("inflammatory-signs", "sensitivity");
			assertThat(visit.path()).isEqualTo("/intake/check");
			assertThat(visit.text()).contains("Signs of inflammation", "Light touch hurts");

			change(visit, "How long it has lasted");
			assertThat(visit.page().locator("#duration-over-12-weeks").isChecked()).isTrue();
			visit.tick("duration-2-to-6-weeks");
			visit.carryOn();

			assertThat(visit.path()).isEqualTo("/intake/check");
			assertThat(visit.text()).doesNotContain("Signs of inflammation", "Light touch hurts");
			visit.send();
			assertThat(sent(visit, "answers")).doesNotContain("inflammatory-signs", "light-touch-hurts");
			assertThat(sent(visit, "changes")).contains("over-12-weeks", "6-to-12-weeks", "light-touch-hurts");
		}
	}

	@Test
	void keepsTheEarlierValueOfASafetyAnswer() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.answered(Sheet.ordinaryBackAche().with("health-today", "bleeding-disorder"));
			assertThat(visit.path()).isEqualTo("/intake/check");
			change(visit, "Health at the moment");
			visit.tick("health-today-none");
			assertThat(visit.page().locator("#health-today-bleeding-disorder").isChecked()).isTrue();
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/questions/health-today");
			visit.page().locator("#health-today-bleeding-disorder").uncheck();
			visit.carryOn();

			assertThat(visit.path()).isEqualTo("/intake/questions/complaints");
			visit.answer(Sheet.ordinaryBackAche());
			visit.giveDetails("Sam", FIRST_DAY).send();
			assertThat(visit.heading()).contains("Your suggested plan");
			assertThat(sent(visit, "changes")).contains("\"health-today\"", "bleeding-disorder");
			assertThat(sent(visit, "answers")).doesNotContain("bleeding-disorder");
		}
	}

	@Test
	void showsAnEmergencyAtOnceWhenAnAnswerBecomesOne() {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.answered(Sheet.ordinaryBackAche());
			visit.giveDetails("Sam", FIRST_DAY);
			change(visit, "Signs that need fast help");
			visit.tick("body-signs-chest-pain");
			visit.page().locator("#body-signs-none").uncheck();
			visit.carryOn();

			assertThat(visit.path()).startsWith("/result/");
			assertThat(visit.heading()).contains("999");
		}
	}

	@Test
	void leadsBackToTheCheckPageWhenNothingIsChanged() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.answered(Sheet.urgent());
			change(visit, "Your age");
			visit.click("Back");
			assertThat(visit.path()).isEqualTo("/intake/check");
			change(visit, "Your age");
			visit.page().locator("#age").fill("one");
			visit.carryOn();
			assertThat(visit.page().title()).startsWith("Error: ");
			assertThat(visit.page().locator(".error-summary").evaluate("(e) => e === document.activeElement"))
				.isEqualTo(true);
			visit.page().locator("#age").fill("42");
			visit.carryOn();
			assertThat(visit.path()).isEqualTo("/intake/check");
			assertThat(visit.text()).contains("42 years");
		}
	}

	private static void change(Visit visit, String question) {
		visit.click(visit.page()
			.locator(".answers-row")
			.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(question))
			.locator("a"));
	}

	private String sent(Visit visit, String column) {
		return this.database.queryForObject("select " + column + " from case_round where case_id = ?", String.class,
				this.cases.behind(visit.path().substring("/result/".length())).orElseThrow().id().value());
	}

}
