package org.backwise.journey;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** From the link on the console to a passkey, in a real browser. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:desk-walk;DB_CLOSE_DELAY=-1",
				"backwise.practice.name=Larkfield Massage" })
@ExtendWith({ Chromium.class, OutputCaptureExtension.class })
class DeskWalkTests {

	private static final String OWNERS = "quiet harbour lamp 93";

	private static final String THERAPISTS = "winter bicycle 27 plum";

	private static final int PORT = freePort();

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@DynamicPropertySource
	static void port(DynamicPropertyRegistry registry) {
		registry.add("server.port", () -> PORT);
		registry.add("backwise.desk.address", () -> "http://localhost:" + PORT);
	}

	@BeforeEach
	void nobodyHasAnAccount() {
		for (String table : new String[] { "staff_recovery_code", "staff_link", "user_credentials", "staff_account",
				"spring_session" }) {
			this.jdbc.sql("delete from " + table).update();
		}
	}

	@ParameterizedTest
	@EnumSource
	void setsUpInvitesAndAddsAPasskey(Size size, Browser browser, CapturedOutput console) {
		this.application.publishEvent(
				new ApplicationReadyEvent(new SpringApplication(), new String[0], this.application, Duration.ZERO));
		try (Visit owner = new Visit(browser, PORT, size); Visit therapist = new Visit(browser, PORT, size)) {
			join(owner, setUpLink(console), "Mara Lindqvist", "mara@example.org", OWNERS);
			signIn(owner, "/desk/people", "mara@example.org", "not the password");
			assertThat(owner.page().locator(".error-summary").innerText()).contains("Check your sign-in name");
			assertThat(owner.page().locator("#username").inputValue()).isEqualTo("mara@example.org");
			byKeyboard(owner, "mara@example.org", OWNERS);
			assertThat(owner.path()).isEqualTo("/desk/people");
			owner.click("Invite a therapist");
			String invitation = owner.page().locator("#one-time-link").innerText();

			join(therapist, invitation.replaceFirst("http://[^/]+", ""), "شيرين \u202b العلي", "shirin", THERAPISTS);
			signIn(therapist, "/desk/account", "shirin", THERAPISTS);
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

	private static void addPasskey(Visit visit) {
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
		page.waitForURL((url) -> url.endsWith("/desk"));
		visit.open("/desk/account");
		assertThat(page.locator("main").innerText()).contains("My phone", "You have 8 unused recovery codes.");
		page.locator("nav button").first().click();
		page.waitForURL("**/desk/sign-in?out");
		signIn(visit, "/desk/account", "shirin", THERAPISTS);
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

	private static void join(Visit visit, String link, String name, String signInName, String password) {
		visit.open(link);
		for (Map.Entry<String, String> field : Map.of("name", name, "signInName", signInName, "password", password)
			.entrySet()) {
			visit.page().locator("#" + field.getKey()).fill(field.getValue());
		}
		visit.carryOn();
		assertThat(visit.path()).isEqualTo("/desk/sign-in");
	}

	private static void signIn(Visit visit, String page, String name, String password) {
		visit.open(page);
		visit.page().locator("#username").fill(name);
		visit.page().locator("#password").fill(password);
		visit.carryOn();
	}

	private static void byKeyboard(Visit visit, String name, String password) {
		Page page = visit.page();
		page.locator("#username").focus();
		page.keyboard().press("Control+A");
		page.keyboard().type(name);
		page.keyboard().press("Tab");
		page.keyboard().type(password);
		page.keyboard().press("Enter");
		page.waitForURL((url) -> !url.contains("sign-in"));
		visit.look();
	}

	private static String setUpLink(CapturedOutput console) {
		Matcher link = Pattern.compile("within 24 hours: http://localhost:\\d+(/desk/join/\\S+)").matcher(console);
		String last = null;
		while (link.find()) {
			last = link.group(1);
		}
		assertThat(last).as("the link on the console").isNotNull();
		return last;
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException("No port is free", ex);
		}
	}

}
