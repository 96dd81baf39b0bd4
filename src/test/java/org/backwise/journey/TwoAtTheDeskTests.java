package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people, each with a browser, on one case. */
@BrowserTest
class TwoAtTheDeskTests {

	private static final Colleague KIM = new Colleague("Kim Larsen", "kim", "quiet harbour lamp 93");

	private static final Colleague JO = new Colleague("Jo Abara", "jo@example.org", "winter bicycle 27 plum");

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private final Browser browser;

	TwoAtTheDeskTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void twoWorkHere() {
		NewDesk desk = new NewDesk(this.application);
		desk.open(KIM, Role.OWNER);
		desk.open(JO, Role.THERAPIST);
	}

	@AfterEach
	void nobodyWorksHere() {
		new NewDesk(this.application);
	}

	@EachSize
	void theSecondSeesWhatTheFirstChangedAndKeepsWhatTheyTyped(Size size) {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), "Two " + size, FIRST_DAY);
		String change = casePath("Two " + size) + "/change";
		try (Visit first = new Visit(this.browser, this.port, size);
				Visit second = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(first, this.hands, change, KIM);
			NewDesk.signIn(second, this.hands, change, JO);
			change(first, "45", "timetable", "Three quarters of an hour.");
			change(second, "30", "comfort", "Half an hour is enough.");

			assertThat(second.page().locator("section[role=alert]").innerText()).contains("Somebody decided",
					"Kim Larsen", "Timetable", "45 minutes each", "Three quarters of an hour.");
			assertThat(second.page().locator("#minutes").inputValue()).isEqualTo("30");
			assertThat(second.page().locator("#reason").inputValue()).isEqualTo("comfort");
			assertThat(second.page().locator("#note").inputValue()).isEqualTo("Half an hour is enough.");
			assertThat(new Visitor(this.port).get(link).body()).contains("What Kim Larsen changed", "45 (before: 60)");

			second.click("Save mine on top of it");
			assertThat(second.text()).contains("The change is saved");
			assertThat(new Visitor(this.port).get(link).body()).contains("What Jo Abara changed",
					"Half an hour is enough.");
		}
	}

	@RepeatedTest(3)
	void twoThatApproveAtOnceAreStoredOnce() {
		String name = "Together " + System.nanoTime();
		new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name, FIRST_DAY);
		String path = casePath(name);
		try (Visit first = new Visit(this.browser, this.port, Size.DESKTOP);
				Visit second = new Visit(this.browser, this.port, Size.DESKTOP)) {
			List<Visit> both = List.of(first, second);
			NewDesk.signIn(first, this.hands, path, KIM);
			NewDesk.signIn(second, this.hands, path, JO);
			double moment = System.currentTimeMillis() + 500.0;
			both.forEach((visit) -> visit.page()
				.evaluate("(moment) => setTimeout(() => document.querySelector('form[action$=approve] button').click(),"
						+ " moment - Date.now())", moment));
			both.forEach((visit) -> visit.page()
				.waitForCondition(
						() -> visit.page().url().contains("approve") && visit.page().locator("footer").count() == 1));

			assertThat(both.stream().map(Visit::text))
				.satisfiesOnlyOnce((text) -> assertThat(text).contains("The plan is approved"))
				.satisfiesOnlyOnce(
						(text) -> assertThat(text).contains("Somebody decided in the meantime", "no longer possible"));
			assertThat(Stream.of("case_step", "care_plan").map((table) -> rows(table, name))).containsOnly(1);
		}
	}

	private void change(Visit visit, String minutes, String reason, String note) {
		this.hands.write(visit, "#minutes", minutes);
		this.hands.choose(visit, "#reason", reason);
		this.hands.write(visit, "#note", note);
		this.hands.press(visit, "main form button");
	}

	private String casePath(String name) {
		return this.jdbc
			.sql("select '/desk/cases/' || i.reference from care_case i join case_contact c on c.case_id = i.id"
					+ " where c.name = ?")
			.param(name)
			.query(String.class)
			.single();
	}

	private int rows(String table, String name) {
		return this.jdbc
			.sql("select count(*) from " + table
					+ " where case_id in (select case_id from case_contact where name = ?)")
			.param(name)
			.query(Integer.class)
			.single();
	}

}
