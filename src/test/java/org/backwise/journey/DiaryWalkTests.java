package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A therapist's day: the usual time is chosen after the approval, two sessions meet, and
 * one tap leads from today to the session.
 */
@BrowserTest
class DiaryWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final String LONG_NAME = "Maximiliana-Theodora Featherstonehaugh-Cholmondeley van Dijk";

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	private final Browser browser;

	DiaryWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() {
		new NewDesk(this.application).open(OWNER, Role.OWNER);
	}

	@AfterEach
	void nobodyWorksHere() {
		this.clock.reset();
		new NewDesk(this.application);
	}

	@EachSize
	void leadsFromAnApprovalToASessionOfTheDay(Size size) {
		Hands hands = (size == Size.DESKTOP) ? new Keyboard() : new Hands.Pointing();
		LocalDate day = LocalDate.now().plusDays((size == Size.DESKTOP) ? 40 : 60);
		String name = LONG_NAME + " " + size;
		Visitor sender = new Visitor(this.port);
		sender.sent(Sheet.ordinaryBackAche(), name, day.toString());
		sender.sent(Sheet.ordinaryBackAche(), "Other " + size, day.toString());
		this.clock.moveTo(day);
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, hands, "/desk/today", OWNER);
			assertThat(visit.text()).contains("No sessions today.");
			usualTime(visit, hands, "Other " + size, "10:00");
			assertThat(visit.path()).isEqualTo("/desk/diary");
			assertThat(visit.text()).contains("The time is set.", "10:00–11:00", "Other " + size);
			usualTime(visit, hands, "Maximiliana", "10:30");
			assertThat(visit.text()).contains("has another session 10:00–11:00");
			hands.tick(visit, "#sure");
			hands.press(visit, "main form button");
			assertThat(visit.text()).contains("10:30–11:30", "Clash");
			visit.open("/desk/diary?view=week&day=" + day);
			assertThat(visit.text()).contains("10:30–11:30");
			visit.open("/desk/today");
			assertThat(visit.text()).contains("2 sessions", "First visit", "Check-in missing", "Clashes");
			assertThat(visit.page().title()).startsWith("Today – ");
			if (size == Size.DESKTOP) {
				Keyboard.reachesEverything(visit.page());
			}
			visit.click(visit.page().locator(".visit-link:has-text('Maximiliana')").first());
			assertThat(visit.path()).matches("/desk/cases/[A-Z0-9]{8}/sessions/1");
		}
	}

	private void usualTime(Visit visit, Hands hands, String client, String time) {
		visit.open("/desk?q=" + client.split(" ")[0]);
		visit.click(visit.page().locator("tbody a:has-text('" + client + "')").first());
		hands.press(visit, "main form[action$=approve] button");
		hands.press(visit, "main [role=status] a[href$='/time']");
		visit.page().locator("#start").fill(time);
		visit.page()
			.locator("#therapist")
			.selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(OWNER.name()));
		hands.press(visit, "main form button");
	}

}
