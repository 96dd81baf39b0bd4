package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.care.CheckIns;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.notes.Note;
import org.backwise.notes.Notes;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How few presses a therapist's day takes, counted: a press is a tap, a click or Enter on
 * a link or a button, a tick, or a choice. Words and the Tab key are none. And two people
 * on the page of one session.
 */
@BrowserTest
class PressesWalkTests {

	private static final Colleague KIM = new Colleague("Kim Larsen", "kim", "quiet harbour lamp 93");

	private static final Colleague JO = new Colleague("Jo Abara", "jo@example.org", "winter bicycle 27 plum");

	private static final String SIGN = "main button[value=sign]";

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Cases cases;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private Notes notes;

	private final Browser browser;

	private NewDesk desk;

	PressesWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void twoWorkHere() {
		this.desk = new NewDesk(this.application);
		this.desk.open(KIM, Role.OWNER);
		this.desk.open(JO, Role.THERAPIST);
	}

	@AfterEach
	void nobodyWorksHere() {
		this.clock.reset();
		SecurityContextHolder.clearContext();
		new NewDesk(this.application);
	}

	/** With what, and on which screen. */
	enum Way {

		/** With a finger on a phone. */
		FINGER(Size.PHONE, 390, 844),
		/** With a mouse. */
		MOUSE(Size.DESKTOP, 1280, 900),
		/** With the keyboard alone. */
		KEYBOARD(Size.DESKTOP, 1280, 900);

		private final Size size;

		private final int width;

		private final int height;

		Way(Size size, int width, int height) {
			this.size = size;
			this.width = width;
			this.height = height;
		}

	}

	@ParameterizedTest
	@EnumSource
	void aDayTakesFewPresses(Way way) {
		LocalDate day = LocalDate.now().plusDays(200 + 30L * way.ordinal());
		Case client = approved("Few presses " + way, day);
		Case fresh = sent("Fresh " + way, day);
		this.clock.moveTo(day);
		say(client);
		Counting hands = new Counting((way == Way.KEYBOARD) ? new Keyboard() : new Hands.Pointing());
		try (Visit visit = new Visit(this.browser, this.port, way.size,
				(options) -> options.setViewportSize(way.width, way.height))) {
			NewDesk.signIn(visit, hands, "/desk", KIM);
			asWide(visit, way);
			hands.presses = 0;
			assertThat(visit.path()).isEqualTo("/desk/today");
			assertThat(isOnScreen(visit, session(client, 1))).as("today's session with 0 presses").isTrue();

			hands.press(visit, session(client, 1));
			hands.write(visit, "#subjective", "Slept well");
			hands.press(visit, SIGN);
			assertThat(visit.path()).as("goes on with the day").isEqualTo("/desk/today");
			assertThat(visit.page()
				.locator(".visit", new Page.LocatorOptions().setHasText("Few presses " + way))
				.first()
				.innerText()).contains("Took place");
			assertThat(hands.presses).as("presses from Today to a signed note").isEqualTo(2);

			this.clock.moveTo(day.plusDays(7));
			say(client);
			visit.open("/desk/today");
			asWide(visit, way);
			hands.presses = 0;
			hands.press(visit, session(client, 2));
			hands.press(visit, "main button[value=last]");
			hands.press(visit, SIGN);
			assertThat(hands.presses).as("presses with a note as last time").isEqualTo(3);
			assertThat(visit.path()).isEqualTo("/desk/today");
			assertThat(this.notes.find(client.id(), 2).map(Note::isSigned)).contains(true);

			visit.open("/desk/cases/" + fresh.reference());
			asWide(visit, way);
			hands.presses = 0;
			String approve = ".decide-bar button[form=approve]";
			assertThat(isOnScreen(visit, approve)).as("approve without scrolling").isTrue();
			hands.press(visit, approve);
			assertThat(visit.text()).contains("The plan is approved");
			assertThat(hands.presses).as("presses from the open case to an approved plan").isEqualTo(1);
		}
	}

	@EachSize
	void whoComesSecondToASessionIsToldAndKeepsTheirWords(Size size) {
		LocalDate day = LocalDate.now().plusDays(320 + size.ordinal());
		Case client = approved("Two on one " + size, day);
		this.clock.moveTo(day);
		say(client);
		Hands hands = (size == Size.DESKTOP) ? new Keyboard() : new Hands.Pointing();
		try (Visit first = new Visit(this.browser, this.port, size);
				Visit second = new Visit(this.browser, this.port, size)) {
			for (Map.Entry<Visit, Colleague> one : Map.of(first, KIM, second, JO).entrySet()) {
				NewDesk.signIn(one.getKey(), hands, "/desk/today", one.getValue());
				hands.press(one.getKey(), session(client, 1));
			}
			hands.write(first, "#subjective", "As Kim heard it");
			hands.write(second, "#subjective", "As Jo heard it");
			hands.press(first, SIGN);
			assertThat(first.path()).isEqualTo("/desk/today");
			hands.press(second, SIGN);
			assertThat(second.page().title()).startsWith("Error: ");
			assertThat(second.page().locator(".error-summary").innerText())
				.contains("Somebody else changed this session");
			assertThat(second.text()).contains("What you typed is not saved", "As Jo heard it", "Kim Larsen");
			assertThat(this.notes.find(client.id(), 1).orElseThrow().soap().subjective()).isEqualTo("As Kim heard it");
			second.click("Back");
			assertThat(second.path()).isEqualTo("/desk/today");
		}
	}

	private static String session(Case client, int number) {
		return ".visit-link[href*='/" + client.reference() + "/sessions/" + number + "?']";
	}

	/** A page that was looked over may have been left at another width. */
	private static void asWide(Visit visit, Way way) {
		visit.page().setViewportSize(way.width, way.height);
	}

	/** Whether all of it is seen as the page stands after it was opened. */
	private static boolean isOnScreen(Visit visit, String target) {
		Locator found = visit.page().locator(target).first();
		return found.isVisible() && (Boolean) found.evaluate("(one) => { scrollTo(0, 0);"
				+ " const box = one.getBoundingClientRect(); return box.top >= 0 && box.left >= 0"
				+ " && box.bottom <= innerHeight && box.right <= innerWidth; }");
	}

	/** The warning signs were asked for the session of the day. */
	private void say(Case client) {
		this.checkIns.send(client.id(), Moment.BETWEEN, By.THERAPIST,
				Map.of("nerve-signs", List.of("none"), "body-signs", List.of("none"), "new-signs", List.of("none"),
						"pain", 5, "change", "same", "after-last", "fine"),
				List.of(), new Who.System());
	}

	private Case approved(String name, LocalDate day) {
		Case client = sent(name, day);
		this.desk.approve(client, KIM);
		return client;
	}

	private Case sent(String name, LocalDate day) {
		this.clock.moveTo(day.minusDays(7));
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name, day.toString());
		return this.cases.behind(link.substring("/result/".length())).orElseThrow();
	}

	/** Hands whose presses are counted. */
	private static final class Counting implements Hands {

		private final Hands hands;

		private int presses;

		Counting(Hands hands) {
			this.hands = hands;
		}

		@Override
		public void press(Visit visit, String target) {
			this.presses++;
			this.hands.press(visit, target);
		}

		@Override
		public void write(Visit visit, String target, String words) {
			this.hands.write(visit, target, words);
		}

		@Override
		public void choose(Visit visit, String target, String option) {
			this.presses++;
			this.hands.choose(visit, target, option);
		}

		@Override
		public void tick(Visit visit, String target) {
			this.presses++;
			this.hands.tick(visit, target);
		}

		@Override
		public void date(Visit visit, String target, String day) {
			this.hands.date(visit, target, day);
		}

	}

}
