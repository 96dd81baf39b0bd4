package org.backwise.outbox;

import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.backwise.TestDesk;
import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.Message.State;
import org.backwise.staff.AtTheDesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Servers that take their time, or never say what became of a letter: nobody gets it
 * twice because of that.
 */
@OutboxTest
class SlowServerTests extends OutboxScenario {

	@Autowired
	private MessageKeeper keeper;

	/** Every letter that a server got to its last line. */
	private final List<String> whole = new CopyOnWriteArrayList<>();

	@Test
	void aServerThatTakesLongerThanOneStepGetsTheLetterOnce() throws Exception {
		told();
		try (ServerSocket server = server(() -> {
			TimeUnit.MILLISECONDS.sleep(2500);
			return null;
		})) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.timeout", "1s"));
			assertThat(this.drain.round()).isOne();
			twoDays();
		}
		assertThat(this.whole).hasSize(1);
		assertThat(all()).extracting(Message::state).containsExactly(State.SENT);
	}

	/**
	 * The longer time counts below the encryption too, and the shorter one again after.
	 */
	@Test
	void anEncryptedServerIsGivenTheSameTime() throws Exception {
		try (ServerSocket server = MailServers.encrypted(answers(() -> {
			TimeUnit.MILLISECONDS.sleep((this.whole.size() == 1) ? 2500 : 0);
			return (this.whole.size() == 1) ? null : "";
		}))) {
			MailSettings settings = new MailSettings("127.0.0.1", server.getLocalPort(), MailSettings.Encryption.TLS,
					"", "", "practice@larkfield.example", LocalTime.NOON, LocalTime.NOON, true, Duration.ofSeconds(1),
					Duration.ofSeconds(20), 30);
			Post post = new Post(settings, "", "desk.example");
			post.getJavaMailProperties().setProperty("mail.smtp.ssl.trust", "*");
			post.getJavaMailProperties().setProperty("mail.smtp.ssl.checkserveridentity", "false");
			try (LastAnswer transport = post.open()) {
				MimeLetter letter = new MimeLetter(post.getSession(),
						new Letter("x@desk.example", Letter.By.MAIL, "kim@example.org", "s", "t", "<p>t</p>", null),
						"practice@larkfield.example", "Larkfield", this.clock.instant());
				assertThat(transport.isSSL()).isTrue();
				transport.sendMessage(letter, letter.getAllRecipients());
				assertThat(transport.isOpen()).isFalse();
				assertThatExceptionOfType(MessagingException.class)
					.isThrownBy(() -> transport.sendMessage(letter, letter.getAllRecipients()));
				assertThat(transport.isOpen()).isTrue();
			}
		}
		assertThat(this.whole).hasSize(2);
	}

	/** No second instance takes it meanwhile, though the clock goes on for minutes. */
	@Test
	void whileTheServerThinksNobodyElseSendsIt() throws Exception {
		told();
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch takes = new CountDownLatch(1);
		try (ServerSocket server = server(() -> {
			arrived.countDown();
			takes.await(30, TimeUnit.SECONDS);
			return null;
		})) {
			sendBy(server.getLocalPort());
			CompletableFuture<Integer> first = CompletableFuture.supplyAsync(this.drain::round);
			assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
			later(Duration.ofMinutes(14));
			assertThat(this.drain.round()).isZero();
			takes.countDown();
			assertThat(first.get(20, TimeUnit.SECONDS)).isOne();
		}
		assertThat(this.whole).hasSize(1);
		assertThat(all()).extracting(Message::state).containsExactly(State.SENT);
	}

	@Test
	void aServerThatNeverSaysSoIsNotAskedAgainUntilSomebodyAtTheDeskDoes() throws Exception {
		told();
		CountDownLatch over = new CountDownLatch(1);
		try (ServerSocket server = server(() -> {
			over.await(30, TimeUnit.SECONDS);
			return "";
		})) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.answer", "1s"));
			assertThat(this.drain.round()).isZero();
			mayHaveArrived();
			twoDays();
			assertThat(this.whole).hasSize(1);
			String page = page("/desk/messages");
			assertThat(page).contains("It may have arrived.", "Try again", "Give up");
			over.countDown();
		}
		sendBy(this.server.getSmtp().getPort());
		assertThat(this.keeper.again(all().get(0).id(), account("Olga Owner"))).isTrue();
		this.drain.goOn();
		assertThat(this.drain.round()).isOne();
		assertThat(got()).hasSize(1);
	}

	@Test
	void aConnectionThatEndsAfterTheLetterTellsNoMore() throws Exception {
		told();
		try (ServerSocket server = server(() -> "")) {
			sendBy(server.getLocalPort());
			assertThat(this.drain.round()).isZero();
			mayHaveArrived();
			twoDays();
		}
		assertThat(this.whole).hasSize(1);
	}

	/** An update of the server in the middle of a slow answer. */
	@Test
	void aProcessThatEndsWaitsNoLongerAndSendsItNotAgain() throws Exception {
		told();
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch over = new CountDownLatch(1);
		try (ServerSocket server = server(() -> {
			arrived.countDown();
			over.await(30, TimeUnit.SECONDS);
			return "";
		})) {
			sendBy(server.getLocalPort());
			CompletableFuture<Integer> round = CompletableFuture.supplyAsync(this.drain::round);
			assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
			this.drain.hangUp();
			assertThat(round.get(20, TimeUnit.SECONDS)).isZero();
			mayHaveArrived();
			twoDays();
			over.countDown();
		}
		assertThat(this.whole).hasSize(1);
	}

	/** What the server says in so many words, or before the letter, is no doubt. */
	@Test
	void whatWasNotTakenForSureIsTriedAgain() throws Exception {
		told();
		try (ServerSocket server = server(() -> "451 4.3.0 later")) {
			sendBy(server.getLocalPort());
			assertThat(this.drain.round()).isZero();
		}
		assertThat(all().get(0).trouble()).isEqualTo(Trouble.LATER);
		later(Duration.ofHours(1));
		CountDownLatch over = new CountDownLatch(1);
		try (ServerSocket server = MailServers.answering((command) -> {
			if (command.startsWith("DATA")) {
				await(over);
				return "";
			}
			return null;
		})) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.timeout", "1s"));
			assertThat(this.drain.round()).isZero();
			over.countDown();
		}
		assertThat(all().get(0).trouble()).isEqualTo(Trouble.SILENT);
		assertThat(all().get(0).state()).isEqualTo(State.WAITING);
		sendBy(this.server.getSmtp().getPort());
		later(Duration.ofHours(1));
		assertThat(this.drain.round()).isOne();
	}

	@Test
	void theOthersWaitForAServerThatThinksAndAreNotDoubted() throws Exception {
		told();
		this.people.planned("other");
		CountDownLatch over = new CountDownLatch(1);
		try (ServerSocket server = server(() -> {
			over.await(30, TimeUnit.SECONDS);
			return "";
		})) {
			sendBy(server.getLocalPort());
			set(Map.of("mail.answer", "1s"));
			assertThat(this.drain.round()).isZero();
			assertThat(this.drain.hasWork()).as("the server is given a minute").isFalse();
			over.countDown();
		}
		assertThat(all()).extracting(Message::trouble)
			.containsExactlyInAnyOrder(Trouble.MAY_HAVE_ARRIVED, Trouble.SILENT);
		sendBy(this.server.getSmtp().getPort());
		later(Duration.ofHours(1));
		assertThat(this.drain.round()).isOne();
	}

	@Test
	void whoeverTriesTheServerIsToldThatItMayHaveArrived() throws Exception {
		try (ServerSocket server = server(() -> "")) {
			sendBy(server.getLocalPort());
			assertThat(this.mvc
				.perform(post("/desk/settings/mail/test").param("to", "kim@example.org")
					.with(AtTheDesk.as(TestDesk.OWNER))
					.with(csrf()))
				.andReturn()
				.getResponse()
				.getContentAsString()).contains("It may have arrived.", "Look whether it arrives");
		}
	}

	@Test
	void aGatewayThatHangsUpIsNotAskedAgainByItself() throws Exception {
		List<String> bodies = new CopyOnWriteArrayList<>();
		HttpServer gateway = HttpServer.create(new java.net.InetSocketAddress("127.0.0.1", 0), 0);
		gateway.createContext("/send", (exchange) -> {
			bodies.add(new String(exchange.getRequestBody().readAllBytes()));
			exchange.close();
		});
		gateway.start();
		try {
			set(Map.of("sms.url", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send"));
			this.people.planned("gateway");
			inCare("phone", Choice.PLAN);
			this.jdbc.sql("update case_contact set phone = '+441632960123', email = null, reach = null").update();
			assertThat(this.drain.round()).isZero();
			mayHaveArrived();
			twoDays();
			assertThat(bodies).hasSize(1);
		}
		finally {
			gateway.stop(0);
		}
		this.jdbc.sql("update outbox_message set state = 'WAITING', attempts = 0, from_at = due_at").update();
		assertThat(this.drain.round()).isZero();
		assertThat(all().get(0).trouble()).as("nothing listens").isEqualTo(Trouble.REFUSED);
		assertThat(all().get(0).state()).isEqualTo(State.WAITING);
	}

	private void told() {
		ownerWants(Choice.NEW);
		this.people.planned("told");
	}

	private void mayHaveArrived() {
		assertThat(all()).singleElement()
			.satisfies((one) -> assertThat(one.trouble()).isEqualTo(Trouble.MAY_HAVE_ARRIVED))
			.satisfies((one) -> assertThat(one.state()).isEqualTo(State.FAILED));
	}

	/** For as long as anything is tried again. */
	private void twoDays() {
		for (int hours = 0; hours < 48; hours += 8) {
			later(Duration.ofHours(8));
			this.drain.round();
		}
	}

	private String page(String path) throws Exception {
		return this.mvc.perform(get(path).with(AtTheDesk.as(TestDesk.OWNER)))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	/** Does something when a whole letter is there, and answers. */
	private ServerSocket server(Callable<String> last) throws Exception {
		return MailServers.answering(answers(last));
	}

	private UnaryOperator<String> answers(Callable<String> last) {
		return (command) -> {
			if (!command.equals(".")) {
				return null;
			}
			this.whole.add(command);
			try {
				return last.call();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		};
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
