package org.backwise.journey;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.journey.NewDesk.Colleague;

import static org.assertj.core.api.Assertions.assertThat;

/** From the link on the console to a passkey, in a real browser. */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class DeskWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final Colleague THERAPIST = new Colleague("شيرين \u200b العلي", "shirin", "winter bicycle 27 plum");

	private final Hands pointing = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@EachSize
	void setsUpInvitesAndAddsAPasskey(Size size, Browser browser, CapturedOutput console) {
		NewDesk desk = new NewDesk(this.application);
		try (Visit owner = new Visit(browser, this.port, size); Visit therapist = new Visit(browser, this.port, size)) {
			NewDesk.join(owner, this.pointing, desk.setUpLink(console), OWNER);
			NewDesk.signIn(owner, this.pointing, "/desk/people", OWNER.trying("not the password"));
			assertThat(owner.page().locator(".error-summary").innerText()).contains("Check your sign-in name");
			assertThat(owner.page().locator("#username").inputValue()).isEqualTo("mara@example.org");
			NewDesk.signIn(owner, new Keyboard(), "/desk/people", OWNER);
			assertThat(owner.path()).isEqualTo("/desk/people");
			owner.click("Invite a therapist");
			String invitation = owner.page().locator("#one-time-link").innerText();

			NewDesk.join(therapist, this.pointing, invitation.replaceFirst("http://[^/]+", ""), THERAPIST);
			NewDesk.signIn(therapist, this.pointing, "/desk/account", THERAPIST);
			assertThat(therapist.path()).isEqualTo("/desk/account");
			assertThat(therapist.page().locator("nav").first().innerText()).doesNotContain("Journal");
			addPasskey(therapist);
			staysWhenAsked(therapist);

			owner.open("/desk/journal");
			assertThat(owner.page().locator("#chain").innerText()).contains("The journal is whole");
			assertThat(owner.page().locator("table").innerText()).contains("Set up the owner's account",
					"Invited a therapist", "Made an account", "Failed to sign in", "Added a passkey");
			owner.open("/desk/people");
			owner.click("Disable");
			therapist.open("/desk/account");
			assertThat(therapist.path()).isEqualTo("/desk/sign-in");
		}
	}

	private void addPasskey(Visit visit) {
		Page page = visit.page();
		CDPSession devices = visit.context().newCDPSession(page);
		devices.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		JsonObject device = new JsonObject();
		device.addProperty("protocol", "ctap2");
		device.addProperty("transport", "internal");
		for (String ability : new String[] { "hasResidentKey", "hasUserVerification", "isUserVerified",
				"automaticPresenceSimulation" }) {
			device.addProperty(ability, true);
		}
		options.add("options", device);
		devices.send("WebAuthn.addVirtualAuthenticator", options);
		visit.click("Set up a second step");
		String code = page.locator(".recovery-code").first().innerText();
		page.locator("#label").fill("My phone");
		page.locator("#passkey-button").click();
		page.waitForURL("**/desk/second-factor");
		visit.look();
		page.locator("#passkey-button").click();
		page.waitForURL((url) -> url.endsWith("/desk/today"));
		visit.open("/desk/account");
		assertThat(page.locator("main").innerText()).contains("My phone", "You have 8 unused recovery codes.");
		visit.openMenu();
		page.locator("nav button").first().click();
		page.waitForURL("**/desk/sign-in?out");
		NewDesk.signIn(visit, this.pointing, "/desk/account", THERAPIST);
		assertThat(visit.path()).isEqualTo("/desk/second-factor");
		page.locator("#token").fill(code);
		visit.click("Use this code");
		assertThat(visit.path()).isEqualTo("/desk/account");
		assertThat(page.locator("main").innerText()).contains("You have 7 unused recovery codes.");
	}

	private static void staysWhenAsked(Visit visit) {
		Page page = visit.page();
		page.clock().install();
		visit.open("/desk/account");
		page.locator("#current").fill("typed before");
		page.clock().fastForward("12:50");
		assertThat(page.locator("#idle-dialog").isVisible()).isFalse();
		page.clock().fastForward("00:20");
		page.locator("#idle-dialog").waitFor();
		assertThat(page.evaluate("() => document.activeElement.textContent")).isEqualTo("Stay signed in");
		page.keyboard().press("Enter");
		page.waitForCondition(() -> !page.locator("#idle-dialog").isVisible());
		assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("current");
		page.clock().fastForward("15:10");
		page.locator("#idle-over").waitFor();
		assertThat(page.locator("#current").inputValue()).isEqualTo("typed before");
		page.locator("#idle-close").click();
		page.clock().resume();
	}

}
