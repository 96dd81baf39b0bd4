package org.backwise.journey;

import java.time.LocalDate;
import java.util.Map;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Settings;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** An owner sets a mail server that is not there, and a client says what to be told. */
@BrowserTest
class OutboxWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Settings settings;

	@Autowired
	private Cases cases;

	private final Browser browser;

	OutboxWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() {
		new NewDesk(this.application).open(OWNER, Role.OWNER);
	}

	@AfterEach
	void nothingIsSet() {
		for (String table : new String[] { "outbox_message", "outbox_client", "outbox_off", "outbox_staff" }) {
			this.jdbc.sql("delete from " + table).update();
		}
		this.jdbc.sql("delete from practice_setting where name like 'mail.%'").update();
		this.jdbc.sql("delete from practice_setting_page where page = 'mail'").update();
		this.settings.look();
		new NewDesk(this.application);
	}

	@EachSize
	void messagesFromTheServerToTheClientAndBack(Size size) {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), "Wilhelmina " + size,
				LocalDate.now().plusDays(7).toString());
		Case client = this.cases.behind(link.substring("/result/".length())).orElseThrow();
		this.jdbc.sql("update case_contact set email = ? where case_id = ?")
			.params("a.rather.long.address.of.somebody@post.larkfield.example", client.id().value())
			.update();
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/settings/mail", OWNER);
			this.hands.write(visit, "#host", "smtp.larkfield.example");
			this.hands.write(visit, "#port", "none");
			this.hands.tick(visit, "#encryption");
			this.hands.press(visit, "main form button");
			assertThat(visit.page().locator(".error-summary").innerText()).contains("Enter a number from 1 to 65535",
					"only a server on this computer", "mail comes from");
			assertThat(visit.page().locator("#port").inputValue()).isEqualTo("none");
			this.hands.write(visit, "#host", "127.0.0.1");
			this.hands.write(visit, "#port", "9");
			this.hands.write(visit, "#from", "practice@larkfield.example");
			this.hands.press(visit, "main form button");
			assertThat(visit.text()).contains("Send a test message to see whether it works");
			this.hands.write(visit, "#to", "mara@larkfield.example");
			this.hands.press(visit, "#test form button");
			assertThat(visit.text()).contains("No mail server listens there");

			visit.open("/desk/account/messages");
			assertThat(visit.page().locator("#address").inputValue()).isEqualTo(OWNER.signInName());
			this.hands.tick(visit, "#kind-new");
			this.hands.press(visit, "main form button");
			assertThat(visit.text()).contains("Saved.");
		}
		client(link, client, size);
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/messages", OWNER);
			assertThat(visit.text()).contains("does not take mail for this address", "Reminder", "Plan confirmed");
			visit.open("/desk/today");
			assertThat(visit.text()).contains("1 message could not be sent");
			visit.open("/desk/cases/" + client.reference());
			assertThat(visit.text()).contains("A message may not have reached this client");
			visit.click("Look at the messages");
			if (size == Size.DESKTOP) {
				Keyboard.reachesEverything(visit.page());
			}
			visit.click("Give up");
			assertThat(visit.text()).contains("It will not be sent.");
		}
	}

	@Test
	void aClientChoosesWithoutJavaScript() {
		String link = new Visitor(this.port).sent(Sheet.ordinaryBackAche(), "Plain",
				LocalDate.now().plusDays(7).toString());
		Case client = this.cases.behind(link.substring("/result/".length())).orElseThrow();
		this.jdbc.sql("update case_contact set email = 'plain@example.org' where case_id = ?")
			.param(client.id().value())
			.update();
		Map.of("mail.host", "127.0.0.1", "mail.port", "9", "mail.encryption", "none", "mail.from", "p@example.org")
			.forEach((name, value) -> this.jdbc.sql("insert into practice_setting (name, content) values (?, ?)")
				.params(name, value)
				.update());
		this.settings.look();
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE,
				(options) -> options.setJavaScriptEnabled(false))) {
			visit.open(link).click("Messages to me");
			visit.tick("kind-plan");
			visit.carryOn();
			assertThat(visit.text()).contains("Saved.", "plain@example.org");
			assertThat(visit.page().locator("#kind-plan").isChecked()).isTrue();
			visit.page().locator("#kind-plan").uncheck();
			visit.carryOn();
			assertThat(visit.page().locator("#kind-plan").isChecked()).isFalse();
		}
	}

	private void client(String link, Case client, Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			visit.open(link + "/messages");
			this.hands.tick(visit, "#kind-reminder");
			this.hands.tick(visit, "#kind-plan");
			this.hands.press(visit, "main form button");
			assertThat(visit.text()).contains("Saved.", "a.rather.long.address");
			LinkToken off = LinkToken.random();
			this.jdbc.sql("insert into outbox_off (hash, case_id, made_at) values (?, ?, current_timestamp)")
				.params(off.hash(), client.id().value())
				.update();
			row(client, "REMINDER", "FAILED", "ADDRESS");
			row(client, "PLAN", "SENT", null);
			row(client, "CHANGE", "WAITING", "REFUSED");
			visit.open("/messages/off/" + off.text());
			visit.click("Stop the messages");
			assertThat(visit.text()).contains("You get no more messages");
		}
	}

	private void row(Case client, String kind, String state, String trouble) {
		this.jdbc
			.sql("insert into outbox_message (id, said_once, kind, case_id, state, made_at, from_at, due_at, attempts, "
					+ "trouble, done_at) values (random_uuid(), ?, ?, ?, ?, current_timestamp, current_timestamp, "
					+ "dateadd(hour, 2, current_timestamp), 3, ?, current_timestamp)")
			.params(kind, kind, client.id().value(), state, trouble)
			.update();
	}

}
