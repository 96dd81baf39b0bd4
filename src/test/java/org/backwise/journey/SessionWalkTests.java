package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Therapist;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Sessions and their notes as a therapist walks them on a working day. */
@BrowserTest
class SessionWalkTests {

	private static final Colleague KIM = new Colleague("Kim Larsen", "kim", "quiet harbour lamp 93");

	private static final LocalDate FIRST_DAY = LocalDate.now().plusDays(10);

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Cases cases;

	@Autowired
	private LifeCycle lifeCycle;

	private final Browser browser;

	SessionWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void kimWorksHere() {
		new NewDesk(this.application).open(KIM, Role.OWNER);
	}

	@AfterEach
	void nobodyWorksHere() {
		this.clock.reset();
		new NewDesk(this.application);
	}

	@EachSize
	void aNoteIsWrittenWithABlockAndTheNextOneAsLastTime(Size size) {
		String desk = approved(Sheet.everyCaution(), "Notes " + size);
		this.clock.moveTo(FIRST_DAY);
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/settings/text-blocks", KIM);
			String name = "Usual " + size;
			this.hands.choose(visit, "#part", "objective");
			this.hands.write(visit, "#title", name);
			this.hands.write(visit, "#words", "Shoulders and neck, slow strokes.");
			this.hands.press(visit, "main form button");
			assertThat(visit.text()).contains(name);
			visit.click(name);
			visit.open(desk + "/sessions/1");
			askAloud(visit);
			Page page = visit.page();
			page.locator("#block").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(name));
			String before = page.url();
			page.locator(".note-insert button").click();
			assertThat(page.locator("#objective").inputValue()).isEqualTo("Shoulders and neck, slow strokes.");
			assertThat(page.url()).isEqualTo(before);
			page.locator(".note-areas summary").click();
			page.locator("[data-region=neck]").click();
			assertThat(page.locator("#location-neck").isChecked()).isTrue();
			page.locator("#pressure").selectOption("firm");
			this.hands.press(visit, "main button[value=sign]");
			assertThat(page.locator(".error-summary").innerText()).contains("goes beyond the limits");
			assertThat(page.locator("#location-neck").isChecked()).isTrue();
			page.locator("#pressure").selectOption("light");
			page.locator("#day").fill(FIRST_DAY.toString());
			this.hands.press(visit, "main button[value=sign]");
			assertThat(visit.text()).contains("Took place", "Signed");
			visit.open(desk + "/sessions/1/note");
			assertThat(visit.text()).contains("Shoulders and neck", "Light", "Neck");
			this.clock.moveTo(FIRST_DAY.plusDays(7));
			visit.open(desk + "/sessions/2");
			askAloud(visit);
			visit.open(desk + "/sessions/2");
			visit.click("As last time");
			this.hands.press(visit, "main button[value=sign]");
			assertThat(visit.text()).doesNotContain("There is a problem");
			visit.open("/desk/notes").open("/desk/notes?whose=all");
			visit.open(desk + "/sessions/3");
			page.locator("details summary", new Page.LocatorOptions().setHasText("It did not take place")).click();
			assertThat(page.locator("#by-client").isVisible()).isFalse();
			page.locator("#what-cancelled").check();
			assertThat(page.locator("#by-client").isChecked()).isTrue();
			assertThat(page.locator("#new-day").isVisible()).isFalse();
			visit.follow(page.locator("details[open] button", new Page.LocatorOptions().setHasText("Save"))::click);
			assertThat(visit.text()).contains("Cancelled in time", "by the client");
			visit.open(desk + "/sessions/3");
			visit.click("That was wrong");
			assertThat(visit.text()).contains("To come");
		}
	}

	@Test
	void aBlockIsPutInAndANoteSignedWithoutAScript() {
		String desk = approved(Sheet.ordinaryBackAche(), "No script");
		this.clock.moveTo(FIRST_DAY);
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE,
				(options) -> options.setJavaScriptEnabled(false))) {
			NewDesk.signIn(visit, this.hands, "/desk/settings/text-blocks", KIM);
			this.hands.choose(visit, "#part", "plan");
			this.hands.write(visit, "#title", "Stay");
			this.hands.write(visit, "#words", "Same rhythm.");
			this.hands.press(visit, "main form button");
			visit.open(desk + "/sessions/1");
			askAloud(visit);
			Page page = visit.page();
			page.locator("#subjective").fill("Slept well");
			page.locator("#block").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Stay"));
			this.hands.press(visit, ".note-insert button");
			assertThat(page.locator("#plan").inputValue()).isEqualTo("Same rhythm.");
			assertThat(page.locator("#subjective").inputValue()).isEqualTo("Slept well");
			this.hands.press(visit, "main button[value=sign]");
			assertThat(visit.text()).contains("Took place", "Signed");
		}
	}

	private void askAloud(Visit visit) {
		for (String said : List.of("nerve-signs-none", "body-signs-none", "new-signs-none", "pain-5", "change-same")) {
			visit.page().locator("#" + said).check();
		}
		for (String maybe : List.of("known-health-still-right", "after-last-fine")) {
			if (visit.page().locator("#" + maybe).count() > 0) {
				visit.page().locator("#" + maybe).check();
			}
		}
		this.hands.press(visit, "main form[action$=check-in] button");
	}

	private String approved(Sheet sheet, String name) {
		String link = new Visitor(this.port).sent(sheet, name, FIRST_DAY.toString());
		Case theCase = this.cases.behind(link.substring("/result/".length())).orElseThrow();
		this.lifeCycle.take(theCase.id(),
				new Decision(Act.APPROVE, 0, new Therapist(UUID.randomUUID(), KIM.name()), null));
		return "/desk/cases/" + theCase.reference();
	}

}
