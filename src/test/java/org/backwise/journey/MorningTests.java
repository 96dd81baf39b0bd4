package org.backwise.journey;

import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.journey.NewDesk.Colleague;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A therapist's first morning, with a finger on the phone and without a mouse on the
 * desktop: from the link on the console to three decided cases and the owner's journal.
 */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class MorningTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final Colleague THERAPIST = new Colleague("Jo Abara", "jo@example.org", "winter bicycle 27 plum");

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	private final Browser browser;

	MorningTests(Browser browser) {
		this.browser = browser;
	}

	@EachSize
	void leadsFromTheConsoleToThreeDecidedCasesAndAJournalThatIsWhole(Size size, CapturedOutput console) {
		NewDesk desk = new NewDesk(this.application);
		Hands hands = (size == Size.DESKTOP) ? new Keyboard() : new Hands.Pointing();
		try (Visit owner = new Visit(this.browser, this.port, size);
				Visit therapist = new Visit(this.browser, this.port, size);
				Visit client = new Visit(this.browser, this.port, size)) {
			NewDesk.join(owner, hands, desk.setUpLink(console), OWNER);
			NewDesk.signIn(owner, hands, "/desk/people", OWNER);
			hands.press(owner, "main form[action$=invite] button");
			String invitation = owner.page().locator("#one-time-link").innerText();
			NewDesk.join(therapist, hands, invitation.replaceFirst("http://[^/]+", ""), THERAPIST);
			NewDesk.signIn(therapist, hands, "/desk", THERAPIST);

			String approved = approves(therapist, hands, "Approve " + size);
			String changed = changes(therapist, hands, "Change " + size);
			String cleared = clears(therapist, client, hands, "Clear " + size);

			owner.openMenu();
			hands.press(owner, "nav a[href$=journal]");
			assertThat(owner.page().locator("#chain").innerText()).contains("The journal is whole");
			assertThat(owner.page().locator("tbody tr").allInnerTexts()).extracting(MorningTests::row)
				.contains("Mara Lindqvist Set up the owner's account Mara Lindqvist",
						"Mara Lindqvist Invited a therapist", "Jo Abara Made an account Jo Abara", "Jo Abara Signed in",
						"Jo Abara Read the case Case " + approved, "Jo Abara Approved the plan Case " + approved,
						"Jo Abara Changed the plan Case " + changed, "Jo Abara Recorded a clearance Case " + cleared,
						"Backwise Proposed a plan Case " + cleared, "The client Opened the result Case " + cleared,
						"Jo Abara Approved the plan Case " + cleared);
		}
	}

	private String approves(Visit therapist, Hands hands, String name) {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name, FIRST_DAY);
		open(therapist, hands, name);
		hands.write(therapist, "#note", "See you soon.");
		hands.press(therapist, "main form[action$=approve] button");
		assertThat(therapist.text()).contains("The plan is approved").contains("Plan checked");
		assertThat(page(link)).contains("Checked by Jo Abara", "See you soon.");
		return reference(therapist);
	}

	private String changes(Visit therapist, Hands hands, String name) {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name, FIRST_DAY);
		open(therapist, hands, name);
		hands.press(therapist, "main a[href*='/change']");
		hands.choose(therapist, "#technique", "relaxation");
		hands.write(therapist, "#sessions-weekly", "40");
		hands.write(therapist, "#minutes", "45");
		hands.press(therapist, "main form button");
		assertThat(therapist.page().title()).startsWith("Error: ");
		assertThat(therapist.page().locator(".error-summary").innerText()).contains("from 0 to 10", "Choose a reason");
		assertThat(therapist.page().locator("#minutes").inputValue()).isEqualTo("45");
		hands.write(therapist, "#sessions-weekly", "4");
		hands.choose(therapist, "#reason", "timetable");
		hands.write(therapist, "#note", "Shorter ones fit your lunch break.");
		hands.press(therapist, "main form button");
		assertThat(therapist.text()).contains("The change is saved", "Plan changed and checked");
		assertThat(page(link)).contains("What Jo Abara changed", "Relaxation massage", "To make the times work.",
				"Shorter ones fit your lunch break.");
		return reference(therapist);
	}

	private String clears(Visit therapist, Visit client, Hands hands, String name) {
		String link = new Visitor(this.port).sent(Sheet.seeDoctor(), name, FIRST_DAY);
		open(therapist, hands, name);
		assertThat(therapist.page().locator("main form[action$=approve], main a[href*='/change']").count()).isZero();
		hands.press(therapist, "main a[href*='/clear']");
		hands.write(therapist, "#by", "Dr Osei, family doctor");
		hands.date(therapist, "#on", LocalDate.now().toString());
		hands.write(therapist, "#limits", "Nothing deep near the leg.");
		hands.press(therapist, "main form button");
		assertThat(therapist.text()).contains("Please look at this again");
		hands.write(therapist, "#why", "The letter fits the answers.");
		hands.tick(therapist, "#sure");
		hands.press(therapist, "main form button");
		assertThat(therapist.text()).contains("The clearance is recorded");

		client.open(link);
		assertThat(client.heading()).isEqualTo("You can go on with the questions");
		hands.press(client, "main form button");
		client.answer(Sheet.seeDoctor());
		assertThat(client.page().locator("#name").inputValue()).isEqualTo(name);
		client.giveDetails(name, FIRST_DAY).send();
		assertThat(client.text()).contains("Beside your doctor’s care", "Relaxation massage",
				"Nothing deep near the leg.");

		open(therapist, hands, name);
		assertThat(therapist.text()).contains("Complementary plan proposed", "Plan to check");
		hands.press(therapist, "main form[action$=approve] button");
		hands.write(therapist, "#why", "As the doctor wrote.");
		hands.tick(therapist, "#sure");
		hands.press(therapist, "main form button");
		assertThat(therapist.text()).contains("The plan is approved");
		client.open(link);
		assertThat(client.text()).contains("Checked by Jo Abara");
		return reference(therapist);
	}

	private String page(String link) {
		return new Visitor(this.port).get(link).body();
	}

	/** Finds a case on the worklist by the name. */
	private static void open(Visit therapist, Hands hands, String name) {
		therapist.openMenu();
		hands.press(therapist, "nav a[href$='/desk/cases']");
		hands.write(therapist, "#q", name);
		hands.press(therapist, "main form button");
		assertThat(therapist.page().locator("tbody tr").count()).isOne();
		hands.press(therapist, "tbody a");
		assertThat(therapist.heading()).isEqualTo(name);
	}

	private static String reference(Visit visit) {
		return visit.path().replaceAll(".*/", "");
	}

	/** A row of the journal without its number and its time. */
	private static String row(String text) {
		return text.replaceFirst("^\\d+\\s+\\d+ \\w+ \\d+, [\\d:]+\\s+", "").replaceAll("\\s+", " ").strip();
	}

}
