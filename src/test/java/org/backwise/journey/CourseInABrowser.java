package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

/** Whole courses of care in a browser, at one width and on one database. */
@BrowserTest
abstract class CourseInABrowser {

	/** The courses run over the end of February and over a clock change. */
	private static final LocalDate SENT = LocalDate.of(2027, 2, 22);

	private static final Colleague KIM = new Colleague("Kim Care", "kim-course", "gentle harbour lamp 51");

	private final Size size;

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	CourseInABrowser(Size size) {
		this.size = size;
	}

	@AfterEach
	void today() {
		this.clock.reset();
	}

	@Test
	void getsBetterFlaresAndFinishes(Browser browser) {
		WholeCourse course = walk(browser, "Course Better");
		course.getsBetterFlaresAndFinishes();
		course.comesBack();
	}

	@Test
	void changesNothingAndIsReferred(Browser browser) {
		walk(browser, "Course Nothing").changesNothingAndIsReferred();
	}

	private WholeCourse walk(Browser browser, String name) {
		this.clock.moveTo(SENT);
		NewDesk desk = new NewDesk(this.application);
		desk.open(KIM, Role.OWNER);
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name, SENT.plusDays(7).toString());
		Visit client = new Visit(browser, this.port, this.size);
		Visit therapist = new Visit(browser, this.port, this.size);
		NewDesk.signIn(therapist, new Hands.Pointing(), "/desk/account", KIM);
		return new WholeCourse(this.application, client, therapist, this.clock::moveTo, link);
	}

}
