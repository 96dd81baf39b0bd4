package org.backwise.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.care.Attendance;
import org.backwise.care.CheckIns;
import org.backwise.care.SessionGate;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.knowledge.FollowUp;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A course of care as the client walks it, from the first check-in to a sign. */
@BrowserTest
class CareWalkTests {

	private static final LocalDate FIRST_DAY = LocalDate.now().plusDays(7);

	private static final Sheet CALM = WholeCourse.CALM.with("thing-2", "Carrying my daughter")
		.with("activity-1", "4")
		.with("activity-2", "3");

	private static final Colleague KIM = new Colleague("Kim Care", "kim-care", "gentle harbour lamp 51");

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Cases cases;

	private final Browser browser;

	CareWalkTests(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void today() {
		this.clock.reset();
		SecurityContextHolder.clearContext();
	}

	@EachSize
	void leadsFromTheStartOverASessionToASign(Size size) {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), "Care " + size, FIRST_DAY.toString());
		Case theCase = approved(link.substring("/result/".length()));
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open(link);
			assertThat(visit.heading()).endsWith("Before your first session: a few questions");
			visit.click("Start my check-in");
			visit.click("Begin").carryOn();
			assertThat(visit.page().title()).startsWith("Error: ");
			assertThat(answer(visit, CALM)).endsWith("things", "what-matters", "sleep-stress-wish");
			assertThat(visit.text()).contains("Thank you. See you on");

			keep(theCase, 1, FIRST_DAY);
			this.clock.moveTo(FIRST_DAY.plusDays(6));
			visit.open(link);
			assertThat(visit.heading()).endsWith("Your check-in is open: about 90 seconds");
			visit.click("Start my check-in").click("Begin");
			assertThat(answer(visit, CALM.with("pain", "3"))).hasSize(4);
			visit.click("How it has gone");
			assertThat(visit.text()).contains("From 5 to 3: a clear change for the better");
			assertThat(visit.page().locator("svg.trend polyline").count()).isEqualTo(1);

			visit.open(link).click("Something has changed").click("Begin");
			visit.fill(CALM.with("nerve-signs", "bladder").with("nerve-signs-course", "new-or-worse"));
			visit.carryOn();
			assertThat(visit.path()).isEqualTo(link);
			assertThat(visit.heading()).contains("999");
			assertThat(visit.text()).contains("After a doctor has seen you", "what is new or worse since");
			visit.click("Open the letter");
			assertThat(visit.text()).contains("New or worse since");
		}
	}

	@EachSize
	void leadsFromABreakToTheSummary(Size size) {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), "End " + size, FIRST_DAY.toString());
		Case theCase = approved(link.substring("/result/".length()));
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open(link).click("Start my check-in").click("Begin");
			answer(visit, CALM);
			keep(theCase, 1, FIRST_DAY);
			visit.open(link).click("Take a break").click("Pause my plan");
			assertThat(visit.heading()).isEqualTo("You are taking a break");
			this.clock.moveTo(FIRST_DAY.plusDays(12));
			visit.open(link).click("Answer them now").click("Begin");
			answer(visit,
					CALM.with("pain", "2")
						.with("activity-1", "8")
						.with("after-last", "sore-under-36-hours")
						.with("after-kind", "sore")
						.with("wish", "stop"));
			assertThat(visit.heading()).isEqualTo("You have ended your plan");
			visit.click("The summary of your care");
			assertThat(visit.text()).contains("You got better during this plan", "A little sore, for a day or so");
		}
	}

	private Case approved(String secret) {
		Case theCase = this.cases.behind(secret).orElseThrow();
		NewDesk desk = new NewDesk(this.application);
		desk.open(KIM, Role.THERAPIST);
		desk.approve(theCase, KIM);
		return theCase;
	}

	private void keep(Case theCase, int number, LocalDate day) {
		this.clock.moveTo(day);
		String seen = this.application.getBean(Attendance.class).of(theCase.id()).get(number - 1).seen();
		if (this.application.getBean(CheckIns.class).holding(theCase.id(), day).isEmpty()) {
			this.application.getBean(CheckIns.class)
				.send(theCase.id(), FollowUp.Moment.BETWEEN, By.THERAPIST, aloud(), List.of(), new Who.System());
		}
		this.application.getBean(SessionGate.class).tookPlace(theCase.id(), number, day, seen, Set.of());
	}

	private static Map<String, Object> aloud() {
		return Map.of("nerve-signs", List.of("none"), "body-signs", List.of("none"), "new-signs", List.of("none"),
				"pain", 5, "change", "same");
	}

	/** Answers pages until the check-in is sent; returns their ids. */
	private static List<String> answer(Visit visit, Sheet sheet) {
		List<String> pages = new ArrayList<>();
		while (visit.path().contains("/check-in/")) {
			String id = visit.path().substring(visit.path().lastIndexOf('/') + 1);
			assertThat(pages).as("a page that came again: %s", visit.text()).doesNotContain(id);
			pages.add(id);
			visit.fill(sheet);
			visit.carryOn();
		}
		return pages;
	}

}
