package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

/** Whole courses of care in a browser, on H2. */
@BrowserTest
class WholeCourseTests {

	private static final LocalDate FIRST_DAY = LocalDate.now().plusDays(7);

	private static final Colleague KIM = new Colleague("Kim Care", "kim-course", "gentle harbour lamp 51");

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	@AfterEach
	void today() {
		this.clock.reset();
	}

	@ParameterizedTest
	@EnumSource
	void getsBetterFlaresAndFinishes(Size size, Browser browser) {
		walk(size, browser, "Course " + size).getsBetterFlaresAndFinishes();
	}

	@ParameterizedTest
	@EnumSource(names = "PHONE")
	void changesNothingAndIsReferred(Size size, Browser browser) {
		walk(size, browser, "Refer " + size).changesNothingAndIsReferred();
	}

	private WholeCourse walk(Size size, Browser browser, String name) {
		NewDesk desk = new NewDesk(this.application);
		desk.open(KIM, Role.OWNER);
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name, FIRST_DAY.toString());
		Visit client = new Visit(browser, this.port, size);
		Visit therapist = new Visit(browser, this.port, size);
		NewDesk.signIn(therapist, new Hands.Pointing(), "/desk/account", KIM);
		return new WholeCourse(this.application, client, therapist, this.clock::moveTo, link);
	}

}
