package org.backwise.journey;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;
import javax.sql.DataSource;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

import org.backwise.Tables;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.practice.Settings;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first hour of a new practice, with the keyboard alone: from the link on the console
 * to what its clients see.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:first-hour;DB_CLOSE_DELAY=-1",
				"backwise.limits.enabled=false", "backwise.practice.country=", "backwise.practice.name=" })
@ContextConfiguration(initializers = RunningApplication.OwnPort.class)
@ExtendWith({ Chromium.class, OutputCaptureExtension.class })
class FirstHourTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private final Hands keys = new Keyboard();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private DataSource database;

	@Autowired
	private Settings settings;

	@EachSize
	void leadsFromTheLinkToTheClientsPages(Size size, Browser browser, CapturedOutput console, @TempDir Path folder)
			throws IOException {
		Tables.empty(this.database);
		this.settings.look();
		try (Visit owner = new Visit(browser, this.port, size, (options) -> options.setColorScheme(size.scheme()));
				Visit client = new Visit(browser, this.port, size)) {
			client.open("/");
			assertThat(client.text()).contains("still being set up").doesNotContain("999");
			String link = new NewDesk(this.application).setUpLink(console);
			assertThat(console.getOut()).as("with the port that is used")
				.contains("http://localhost:" + this.port + link);
			setUp(owner, link);
			client.open("/");
			assertThat(client.page().locator("header").innerText()).contains("Lark Massage");
			assertThat(client.page().locator("footer").innerText()).contains("In an emergency, call 112.",
					"Call us: 01 555 0100");
			NewDesk.signIn(owner, this.keys, "/desk/settings", OWNER);
			assertThat(owner.path()).isEqualTo("/desk/settings");
			otherCountry(owner);
			client.open("/");
			assertThat(client.page().locator("footer").innerText()).contains("call 000");
			look(owner, folder);
			client.open("/");
			assertThat(client.page().locator(".site-logo").evaluate("(logo) => logo.naturalWidth")).isEqualTo(320);
			for (String page : new String[] { "contact", "time", "keeping" }) {
				owner.open("/desk/settings/" + page);
				this.keys.press(owner, "button[value=preview]");
				assertThat(owner.text()).contains("Nothing would change");
			}
			owner.open("/desk/journal");
			assertThat(owner.page().locator("table").innerText()).contains("Changed the practice's country",
					"Changed the practice's logo", "Changed the practice's colour");
		}
	}

	private void setUp(Visit owner, String link) {
		owner.open(link);
		this.keys.press(owner, "main form button");
		assertThat(owner.page().locator(".error-summary").innerText()).contains("Choose a country",
				"Enter the name of the practice", "Enter a phone number");
		this.keys.choose(owner, "#country", "IE");
		this.keys.write(owner, "#practice-name", "Lark Massage");
		this.keys.write(owner, "#phone", "01 555 0100");
		NewDesk.write(owner, this.keys, OWNER);
		assertThat(owner.path()).isEqualTo("/desk/sign-in");
	}

	private void otherCountry(Visit owner) {
		this.keys.press(owner, "a[href$='/desk/settings/country']");
		this.keys.choose(owner, "#country", "AU");
		this.keys.press(owner, "button[value=show]");
		assertThat(owner.page().locator("#urgent-number").inputValue()).isEqualTo("1800 022 222");
		this.keys.choose(owner, "#zone", "Australia/Perth");
		this.keys.write(owner, "#crisis-line", "call them");
		this.keys.press(owner, "button[value=preview]");
		assertThat(owner.page().locator("#crisis-line-error").innerText()).contains("in digits");
		this.keys.write(owner, "#crisis-line", "13 11 14");
		this.keys.press(owner, "button[value=preview]");
		assertThat(owner.text()).contains("Call 000 or go to the hospital emergency department now");
		this.keys.press(owner, "button[value=edit]");
		assertThat(owner.page().locator("#crisis-line").inputValue()).isEqualTo("13 11 14");
		this.keys.press(owner, "button[value=preview]");
		this.keys.press(owner, "button[value=save]");
		assertThat(owner.text()).contains("Country and services: saved.");
	}

	private void look(Visit owner, Path folder) throws IOException {
		Path picture = folder.resolve("logo.png");
		ImageIO.write(new BufferedImage(800, 400, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
		owner.open("/desk/settings/look");
		owner.page().locator("#picture").setInputFiles(picture);
		this.keys.press(owner, "form[enctype] button");
		assertThat(owner.text()).contains("Not in force yet");
		this.keys.tick(owner, "#colour-forest");
		owner.page().locator("#colour-plum").check();
		this.keys.press(owner, "button[value=preview]");
		assertThat(owner.text()).contains("Plum", "In the dark theme");
		this.keys.press(owner, "button[value=save]");
		assertThat(owner.page().locator("nav [aria-current]").textContent().strip()).isEqualTo("Settings");
	}

}
