package org.backwise.journey;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** An owner says when the practice is open, and a client what suits them. */
@BrowserTest
class HoursWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final List<String> TABLES = List.of("hours_edition", "hours_stretch", "hours_closed",
			"hours_worked_holiday", "hours_room");

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcTemplate database;

	private final Browser browser;

	HoursWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() {
		new NewDesk(this.application).open(OWNER, Role.OWNER);
	}

	@AfterEach
	void nobodyHasSaidAnything() {
		TABLES.forEach((table) -> this.database.execute("delete from " + table));
		new NewDesk(this.application);
	}

	@EachSize
	void aClosedDayIsSaidAtTheDeskAndReachesTheClient(Size size) {
		LocalDate wish = LocalDate.now().plusDays(10).with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/settings/hours", OWNER);
			assertThat(visit.path()).isEqualTo("/desk/settings/hours");
			this.hands.write(visit, "#sunday", "noon to five");
			this.hands.write(visit, "#monday", "9-13, 12-18");
			this.hands.press(visit, "main #week form button");
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Monday: two stretches overlap",
					"Sunday:");
			assertThat(visit.page().locator("#sunday").inputValue()).isEqualTo("noon to five");
			this.hands.write(visit, "#sunday", "");
			this.hands.write(visit, "#monday", "9-13, 14-18");
			this.hands.press(visit, "main #week form button");
			assertThat(visit.page().locator("#monday").inputValue()).isEqualTo("09:00–13:00, 14:00–18:00");

			this.hands.date(visit, "#from", wish.toString());
			this.hands.press(visit, "main #days form.card-plain button");
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Say why");
			this.hands.write(visit, "#words", "Training in lymphatic drainage for the whole practice");
			this.hands.press(visit, "main #days form.card-plain button");
			this.hands.choose(visit, "#country", "GB");
			this.hands.press(visit, "main #holidays form button");
			this.hands.choose(visit, "#region", "eng");
			this.hands.press(visit, "main #holidays form button");
			assertThat(visit.text()).contains("Good Friday", "Every week: Sunday", "Training in lymphatic");
			for (String room : List.of("Garden", "The quiet room under the roof with the window to the north")) {
				this.hands.write(visit, "#room-name", room);
				this.hands.press(visit, "main #rooms form.card-plain button");
			}
			this.hands.press(visit, "main button[value=raise]");
			this.hands.press(visit, "main #rooms li:last-child button[value=retire]");
			assertThat(visit.text()).contains("Bring back");
			visit.open("/desk/settings/hours?year=" + (LocalDate.now().getYear() + 1));
			if (size == Size.DESKTOP) {
				Keyboard.reachesEverything(visit.page());
			}
		}
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.answered(Sheet.ordinaryBackAche());
			assertThat(visit.page().locator("#days-sunday").count()).isZero();
			visit.tick("days-thursday");
			visit.tick("days-any");
			visit.giveDetails("Sam " + size, wish.toString());
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Any day");
			visit.page().locator("#days-any").uncheck();
			visit.tick("parts-evening");
			visit.tick("parts-morning");
			visit.carryOn();
			assertThat(visit.text()).contains("Days and times that suit", "Thursday; morning, evening");
			visit.send();
			visit.page().locator("summary:has-text('Every day')").click();
			assertThat(visit.text()).contains("Moved from Thu",
					"Training in lymphatic drainage for the whole practice, closed");
		}
	}

}
