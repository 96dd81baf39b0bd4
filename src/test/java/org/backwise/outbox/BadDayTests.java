package org.backwise.outbox;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import org.backwise.TestDesk;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.journal.Journal;
import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.Message.State;
import org.backwise.practice.Refused;
import org.backwise.staff.AtTheDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Servers that hang, refuse or are set wrongly, and what the desk sees of it. */
@OutboxTest
class BadDayTests extends OutboxScenario {

	@Autowired
	private DataSource database;

	@Autowired
	private Secrets secrets;

	@Autowired
	private MailKeeper keeper;

	@Autowired
	private Journal journal;

	@Test
	void aServerThatHangsHoldsNoConnectionAndNoPage() throws Exception {
		ownerWants(Choice.NEW);
		this.people.planned("hangs");
		try (ServerSocket silent = MailServers.silent()) {
			sendBy(silent.getLocalPort());
			set(Map.of("mail.timeout", "3s"));
			CompletableFuture<Integer> round = CompletableFuture.supplyAsync(this.drain::round);
			silent.accept();
			for (int i = 0; i < 20 && connections() > 0; i++) {
				TimeUnit.MILLISECONDS.sleep(50);
			}
			assertThat(connections()).isZero();
			assertThat(round.isDone()).isFalse();
			assertThat(page("/desk/messages")).contains("New case");
			assertThat(round.get(10, TimeUnit.SECONDS)).isZero();
		}
		assertThat(all()).singleElement()
			.satisfies((one) -> assertThat(one.trouble()).isEqualTo(Trouble.SILENT))
			.satisfies((one) -> assertThat(one.state()).isEqualTo(State.WAITING));
	}

	@Test
	void anAddressThatIsRefusedForGoodFailsAtOnceAndTheOthersGo() throws Exception {
		this.people.planned("x");
		Case client = inCare("refused", Choice.PLAN);
		try (ServerSocket server = MailServers
			.answering((command) -> command.startsWith("RCPT TO:<CASEY") ? "550 5.1.1 nobody here" : null)) {
			sendBy(server.getLocalPort());
			ownerWants(Choice.NEW);
			this.people.planned("goes");
			this.drain.round();
		}
		assertThat(all()).extracting(Message::state).containsExactlyInAnyOrder(State.FAILED, State.SENT);
		assertThat(page("/desk/cases/" + client.reference())).contains("A message may not have reached this client",
				"does not take mail for this address");
		assertThat(page("/desk/today")).contains("1 message could not be sent");
		String messages = page("/desk/messages");
		assertThat(messages).contains("Try again", "Give up").doesNotContain("casey@example.org");
	}

	@Test
	void somebodyAtTheDeskTriesAgainOrGivesUp() throws Exception {
		inCare("again", Choice.PLAN);
		inCare("give-up", Choice.PLAN);
		this.jdbc.sql("update outbox_message set state = 'FAILED', trouble = 'ADDRESS', done_at = made_at").update();
		Message again = all().get(0);
		Message give = all().get(1);
		assertThat(send(post("/desk/messages/" + again.id() + "/again")).getStatus()).isEqualTo(302);
		assertThat(send(post("/desk/messages/" + give.id() + "/give-up")).getStatus()).isEqualTo(302);
		for (int i = 0; i < 50 && got().length == 0; i++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		assertThat(got()).hasSize(1);
		TimeUnit.MILLISECONDS.sleep(300);
		assertThat(this.rows.find(again.id()).orElseThrow().state()).isEqualTo(State.SENT);
		assertThat(this.rows.find(give.id()).orElseThrow().state()).isEqualTo(State.GIVEN_UP);
		assertThat(send(post("/desk/messages/" + again.id() + "/again")).getStatus()).isEqualTo(409);
		assertThat(send(post("/desk/messages/" + again.id() + "/nothing")).getStatus()).isEqualTo(404);
		assertThat(send(post("/desk/messages/edited/again")).getStatus()).isEqualTo(404);
	}

	@Test
	void theTestMessageTellsWhatTheServerAnswers() throws Exception {
		assertThat(tryIt("kim@example.org")).contains("The server took the message");
		assertThat(got()).hasSize(1);
		assertThat(got()[0].getSubject()).isEqualTo("A test message");
		assertThat(tryIt("kim@")).contains("Enter an e-mail address");
		try (ServerSocket server = MailServers.answering(
				(command) -> command.startsWith("AUTH") ? "535 5.7.8 Username and Password not accepted" : null)) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.user", "practice", "mail.password", "wrong-secret"));
			assertThat(tryIt("kim@example.org")).contains("does not take this user name and password", "535 5.7.8")
				.doesNotContain("wrong-secret");
		}
		set(Map.of("mail.user", ""));
		try (ServerSocket server = MailServers
			.answering((command) -> command.startsWith("MAIL FROM") ? "553 not you" : null)) {
			sendBy(server.getLocalPort());
			assertThat(tryIt("kim@example.org")).contains("does not take mail from the address of the practice");
		}
		try (ServerSocket server = MailServers.answering((command) -> null)) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.timeout", "1s"));
			set(Map.of("mail.encryption", "starttls"));
			assertThat(tryIt("kim@example.org")).contains("offers no encryption");
			set(Map.of("mail.encryption", "tls"));
			assertThat(tryIt("kim@example.org")).containsAnyOf("could not be trusted",
					"connection to the server broke");
		}
		int port = this.server.getSmtp().getPort();
		this.server.stop();
		sendBy(port);
		assertThat(tryIt("kim@example.org")).contains("No mail server listens there");
		set(Map.of("mail.host", "no-such-host.invalid", "mail.encryption", "starttls"));
		assertThat(tryIt("kim@example.org")).contains("Nobody knows a server of this name");
		try (ServerSocket silent = MailServers.silent()) {
			sendBy(silent.getLocalPort());
			set(Map.of("mail.timeout", "1s"));
			assertThat(tryIt("kim@example.org")).contains("did not answer in time");
		}
	}

	@Test
	void thePasswordIsNeverShownAndGoesWithTheServer() throws Exception {
		Map<String, String> form = Map.of("host", "smtp.larkfield.example", "port", "587", "encryption", "starttls",
				"user", "practice", "from", "practice@larkfield.example", "quietFrom", "21:00", "quietUntil", "08:00",
				"reminder", "true");
		assertThat(save(form, Map.of("password", "s3cret phrase", "seen", "0")).getStatus()).isEqualTo(302);
		String sealed = stored("mail.password");
		assertThat(sealed).startsWith("sealed:").doesNotContain("s3cret");
		assertThat(page("/desk/settings/mail")).contains("smtp.larkfield.example", "One is stored, sealed")
			.doesNotContain("s3cret", sealed);
		assertThat(save(form, Map.of("seen", "1", "quietFrom", "22:00")).getStatus()).isEqualTo(302);
		assertThat(save(form, Map.of("seen", "2", "quietFrom", "22:00", "password", "s3cret phrase")).getStatus())
			.isEqualTo(302);
		assertThat(stored("mail.password")).as("the same twice").isEqualTo(sealed);
		MockHttpServletResponse stale = save(form, Map.of("seen", "1", "quietFrom", "23:00"));
		assertThat(stale.getStatus()).isEqualTo(409);
		assertThat(stale.getContentAsString()).contains("Somebody else changed this page", "value=\"23:00\"");
		assertThat(save(form, Map.of("seen", "2", "host", "smtp.elsewhere.example")).getStatus()).isEqualTo(302);
		assertThat(stored("mail.password")).isNull();
		MockHttpServletResponse wrong = save(form, Map.of("seen", "3", "port", "99999", "encryption", "none", "from",
				"a@b\r\nBcc: c@d", "quietFrom", "late"));
		assertThat(wrong.getStatus()).isEqualTo(422);
		assertThat(wrong.getContentAsString()).contains("Enter a number from 1 to 65535",
				"only a server on this computer", "Enter a time", "value=\"99999\"");
		assertThat(send(get("/desk/settings/mail"), TestDesk.THERAPIST).getStatus()).isEqualTo(404);
	}

	@Test
	void aSealedPasswordIsOpenedForTheServerAlone() throws Exception {
		List<String> commands = new CopyOnWriteArrayList<>();
		try (ServerSocket server = MailServers.answering((command) -> {
			commands.add(command);
			return command.startsWith("EHLO") ? "250-mail.example\r\n250 AUTH PLAIN"
					: command.startsWith("AUTH") ? "235 welcome" : null;
		})) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.user", "practice", "mail.password", this.secrets.seal("s3cret phrase")));
			assertThat(tryIt("kim@example.org")).contains("The server took the message");
			String said = Base64.getEncoder()
				.encodeToString("practice\0practice\0s3cret phrase".getBytes(StandardCharsets.UTF_8));
			String without = Base64.getEncoder()
				.encodeToString("\0practice\0s3cret phrase".getBytes(StandardCharsets.UTF_8));
			assertThat(commands).anyMatch((command) -> command.contains(said.toUpperCase(Locale.ROOT))
					|| command.contains(without.toUpperCase(Locale.ROOT)));
			commands.clear();
			set(Map.of("mail.password",
					new Secrets(new SecretSettings("another key, as long as it has to be")).seal("s3cret phrase")));
			assertThat(tryIt("kim@example.org")).contains("cannot be opened with the key of this server");
			assertThat(commands).isEmpty();
			assertThat(page("/desk/settings/mail")).contains("does not open, so no mail is sent");
		}
	}

	@Test
	void withoutAKeyNoPasswordIsTaken() {
		MailKeeper keeper = new MailKeeper(this.settings, new Secrets(new SecretSettings("")), this.journal);
		MailForm form = new MailForm("smtp.larkfield.example", "587", "starttls", "practice", "s3cret phrase",
				"practice@larkfield.example", "21:00", "08:00", "true",
				Long.toString(this.settings.saved("mail").version()));
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> keeper.save(form, account("Olga Owner")))
			.satisfies((refused) -> assertThat(refused.refusal().reason()).isEqualTo("outbox.refused.no-key"));
		assertThat(stored("mail.password")).isNull();
	}

	@Test
	void whatLayThereAsItWasIsSealedAtTheNextStart() throws Exception {
		set(Map.of("mail.user", "practice", "mail.password", "s3cret phrase"));
		assertThat(page("/desk/settings/mail")).contains("One is stored as it was typed").doesNotContain("s3cret");
		this.keeper.sealTheOpen();
		String sealed = stored("mail.password");
		assertThat(sealed).startsWith("sealed:").doesNotContain("s3cret");
		assertThat(this.secrets.open(sealed)).contains("s3cret phrase");
		this.keeper.sealTheOpen();
		assertThat(stored("mail.password")).isEqualTo(sealed);
	}

	@Test
	void somebodyOfThePracticeSaysWhereToTellThem() throws Exception {
		assertThat(page("/desk/account/messages")).contains("My e-mail address");
		assertThat(send(post("/desk/account/messages").param("kinds", "new")).getStatus()).isEqualTo(422);
		assertThat(send(post("/desk/account/messages").param("kinds", "new", "plan").param("address", "a b@c"))
			.getContentAsString()).contains("Enter an e-mail address", "value=\"a b@c\"");
		assertThat(send(
				post("/desk/account/messages").param("kinds", "new", "plan").param("address", "olga@bücher.example"))
			.getStatus()).isEqualTo(302);
		assertThat(this.staff.of(account("Olga Owner")).orElseThrow())
			.satisfies((wanted) -> assertThat(wanted.address()).isEqualTo("olga@xn--bcher-kva.example"))
			.satisfies((wanted) -> assertThat(wanted.kinds()).containsExactly(Choice.NEW));
		assertThat(send(post("/desk/account/messages")).getStatus()).isEqualTo(302);
		assertThat(this.staff.of(account("Olga Owner"))).isEmpty();
	}

	@Test
	void aTextMessageGoesWhereOnlyANumberIsKnown() throws Exception {
		List<String> bodies = new ArrayList<>();
		List<String> tokens = new ArrayList<>();
		int[] status = { 503, 302, 404, 202 };
		HttpServer gateway = HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
		gateway.createContext("/send", (exchange) -> {
			bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			tokens.add(exchange.getRequestHeaders().getFirst("X-Token"));
			exchange.sendResponseHeaders(status[Math.min(bodies.size(), 4) - 1], -1);
			exchange.close();
		});
		gateway.start();
		try {
			set(Map.of("sms.url", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send", "sms.header",
					"X-Token", "sms.token", "t", "sms.to-field", "number", "sms.text-field", "message"));
			Case client = inCare("phone");
			this.jdbc.sql("update case_contact set phone = '+441632960123', email = null, reach = null").update();
			this.clients.choose(client.id(), java.util.Set.of(Choice.PLAN));
			take(client, Act.CHANGE, Act.CHANGE.reasons().get(0));
			for (int i = 0; i < 3; i++) {
				assertThat(this.drain.round()).as("answer " + status[i]).isZero();
				later(Duration.ofHours(1));
			}
			assertThat(this.drain.round()).isOne();
			assertThat(bodies).hasSize(4);
			assertThat(bodies.get(3)).contains("\"number\":\"+441632960123\"", "\"message\":\"Larkfield: ",
					"https://desk.example/result/", " Stop: https://desk.example/messages/off/");
			String off = bodies.get(3)
				.replaceAll("(?s).*https://desk.example(/messages/off/[A-Za-z0-9_-]{43}).*", "$1");
			this.mvc.perform(post(off).param("List-Unsubscribe", "One-Click"));
			assertThat(this.clients.of(client.id()).orElseThrow().kinds()).isEmpty();
			assertThat(bodies.get(3)).as("no link stands twice").doesNotContainPattern("off/.*off/");
			assertThat(tokens).containsOnly("t");
		}
		finally {
			gateway.stop(0);
		}
	}

	private int connections() throws SQLException {
		return this.database.unwrap(HikariDataSource.class).getHikariPoolMXBean().getActiveConnections();
	}

	private String stored(String name) {
		return this.jdbc.sql("select content from practice_setting where name = ?")
			.param(name)
			.query(String.class)
			.optional()
			.orElse(null);
	}

	private MockHttpServletResponse save(Map<String, String> form, Map<String, String> differs) throws Exception {
		MockHttpServletRequestBuilder request = post("/desk/settings/mail");
		Map<String, String> all = new java.util.HashMap<>(form);
		all.putAll(differs);
		all.forEach(request::param);
		return send(request);
	}

	private String tryIt(String to) throws Exception {
		return send(post("/desk/settings/mail/test").param("to", to)).getContentAsString();
	}

	private String page(String path) throws Exception {
		MockHttpServletResponse response = send(get(path));
		assertThat(response.getStatus()).as(path).isEqualTo(200);
		return response.getContentAsString();
	}

	private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
		return send(request, TestDesk.OWNER);
	}

	private MockHttpServletResponse send(MockHttpServletRequestBuilder request, String who) throws Exception {
		return this.mvc.perform(request.with(AtTheDesk.as(who)).with(csrf())).andReturn().getResponse();
	}

}
