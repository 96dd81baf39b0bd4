package org.backwise.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.backwise.journey.NewDesk.Colleague;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import org.backwise.cases.CaseId;
import org.backwise.cases.LinkSender;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages about reaching, keeping and finishing, in a browser. */
@BrowserTest
class ReachWalkTests {

	private static final Colleague THERAPIST = new Colleague("Jo Abara", "jo-reach@example.org",
			"quiet harbour lamp 94");

	private static final List<String> MAILS = new ArrayList<>();

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	private final Browser browser;

	ReachWalkTests(Browser browser) {
		this.browser = browser;
	}

	/** Notes what it would send. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Mail {

		@Bean
		@Primary
		LinkSender linkSender() {
			return new LinkSender() {

				@Override
				public boolean canSend() {
					return true;
				}

				@Override
				public boolean send(CaseId id, String email) {
					return !MAILS.contains(email) && MAILS.add(email);
				}

			};
		}

	}

	@AfterEach
	void nobodyWorksHere() {
		new NewDesk(this.application);
	}

	@EachSize
	void fromTheDetailsToAClearDevice(Size size) {
		MAILS.clear();
		String day = LocalDate.now().plusDays(9).toString();
		try (Visit visit = new Visit(this.browser, this.port, size, (options) -> options.setLocale("de-DE"))) {
			visit.answered(Sheet.ordinaryBackAche());
			Page page = visit.page();
			page.locator("#name").fill("محمد بن سلمان 👩‍🦽");
			visit.firstDay(day);
			visit.carryOn();
			assertThat(page.title()).startsWith("Error: ");
			assertThat(page.locator(".error-summary").innerText()).contains("or tick “I will call you”");
			page.locator(".error-summary a").first().click();
			assertThat(page.url()).endsWith("#phone");
			page.locator("#phone").fill("12");
			visit.carryOn();
			assertThat(page.locator("#phone").inputValue()).isEqualTo("12");
			page.locator("#phone").fill("+49 30 901820");
			visit.carryOn();
			assertThat(visit.text()).contains("+49 30 901820");
			visit.send();
			String link = visit.path();

			visit.click("Send me the link");
			page.locator("#email").fill("nobody");
			visit.carryOn();
			assertThat(page.locator(".error-summary").innerText()).contains("Check the email address");
			page.locator("#email").fill("sam@example.org");
			visit.carryOn();
			page.locator("#email").fill("sam@example.org");
			visit.carryOn();
			assertThat(visit.text()).contains("The email is on its way");
			assertThat(MAILS).as("one mail for two clicks").containsExactly("sam@example.org");

			visit.open(link + "/contact");
			assertThat(page.locator("#phone").inputValue()).isEqualTo("+49 30 901820");
			page.locator("#email").fill("sam@example.org");
			visit.tick("days-monday");
			visit.carryOn();
			assertThat(visit.path()).isEqualTo(link);

			visit.open("/");
			assertThat(visit.text()).contains("You sent your answers on");
			visit.click("See my result");
			picture(page, ".keep", size + "-keep");
			visit.click("Finish and clear this device");
			assertThat(visit.heading()).isEqualTo("This device is clear");
			page.goBack();
			assertThat(page.locator("h1").innerText()).isEqualTo("This device is clear");
			visit.open("/");
			assertThat(visit.text()).doesNotContain("See my result");
		}
	}

	@EachSize
	void somebodyElseAnswers(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open("/intake/consent");
			assertThat(visit.page().locator("#mayAgree").isVisible()).isFalse();
			visit.tick("another");
			visit.tick("ageBand-16-or-over");
			visit.tick("agree");
			visit.carryOn();
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Tick that the person");
			visit.tick("mayAgree");
			visit.carryOn();
			assertThat(visit.text()).contains("Has the person you are answering for noticed")
				.doesNotContain("“You” means the person");
		}
	}

	@EachSize
	void aColleagueGivesANewLinkAndMarksADevice(Size size) {
		new NewDesk(this.application).open(THERAPIST, Role.THERAPIST);
		String name = "Lotte " + size + " Verlorene-Verbindungsadresse van der Featherstonehaugh";
		String old = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), name,
				LocalDate.now().plusDays(9).toString());
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			Page page = visit.page();
			NewDesk.signIn(visit, this.hands, "/desk/cases", THERAPIST);
			visit.open("/desk/cases?q=" + "%2B441632960123");
			visit.open("/desk/cases?q=Lotte+" + size);
			this.hands.press(visit, "tbody a:has-text('Lotte " + size + "')");
			assertThat(visit.text()).contains("01632 960123");
			visit.click("New private link");
			visit.tick("lost");
			visit.carryOn();
			String address = page.locator("#made-link").inputValue();
			assertThat(address).contains("/result/");
			assertThat(new Visitor(this.port).get(old).status()).isEqualTo(404);
			assertThat(new Visitor(this.port).get(address.replaceAll("https?://[^/]+", "")).status()).isEqualTo(200);

			visit.open("/desk/device");
			visit.carryOn();
			assertThat(visit.text()).contains("Sign out before you hand it over");
			visit.click("Sign out now");
			visit.open(address.replaceAll("https?://[^/]+", ""));
			assertThat(visit.heading()).isEqualTo("This device is clear");
		}
	}

	@Test
	void withoutScriptsTheLinkCanBeSelectedAndNothingIsOfferedThatDoesNotWork() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE,
				(options) -> options.setJavaScriptEnabled(false))) {
			visit.answered(Sheet.ordinaryBackAche()).giveDetails("Sam", LocalDate.now().plusDays(9).toString()).send();
			assertThat(visit.page().locator("#keep-link").inputValue()).endsWith(visit.path());
			assertThat(visit.page().locator("[data-copy]").isVisible()).isFalse();
			assertThat(visit.page().locator("[data-print]").isVisible()).isFalse();
			visit.click("Finish and clear this device");
			assertThat(visit.heading()).isEqualTo("This device is clear");
		}
	}

	/** For people who want to see it: BACKWISE_SCREENSHOTS names a folder. */
	private static void picture(Page page, String part, String name) {
		String folder = System.getenv("BACKWISE_SCREENSHOTS");
		if (folder != null && Files.isDirectory(Path.of(folder))) {
			page.locator(part)
				.screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
					.setPath(Path.of(folder, name + ".png")));
		}
	}

}
