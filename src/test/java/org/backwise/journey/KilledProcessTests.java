package org.backwise.journey;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the application as a process of its own with its database in a file, and kills it
 * as a power cut would, the moment something was acknowledged.
 */
class KilledProcessTests {

	/** More than there are threads. */
	private static final int SLOW = 240;

	/** A library of the tests logs before there is a log. */
	private static final Pattern ONLY_IN_TESTS = Pattern.compile("^SLF4J\\(W\\)|net\\.fortuna\\.ical4j");

	@TempDir
	private Path folder;

	private int port;

	private OwnProcess process;

	@BeforeEach
	void start() throws Exception {
		this.port = (this.port == 0) ? OwnProcess.freePort() : this.port;
		this.process = OwnProcess.start(this.folder, this.port,
				"--spring.datasource.url=jdbc:h2:file:" + this.folder.resolve("db") + ";WRITE_DELAY=0",
				"--backwise.limits.wrong-links-per-hour=3", "--logging.structured.format.console=ecs",
				"--spring.main.banner-mode=off");
	}

	@AfterEach
	void kill() throws InterruptedException {
		this.process.kill();
	}

	@Test
	void losesNothingThatWasAcknowledged() throws Exception {
		Visitor sent = new Visitor(this.port);
		Page emergency = sent.begin();
		Page acknowledged = sent.sendOnly(emergency, sent.fields(emergency, Sheet.emergency()));
		kill();
		assertThat(acknowledged.status()).isEqualTo(302);
		String result = acknowledged.header("Location").replaceAll("^http://[^/]+", "");
		assertThat(result).startsWith("/result/");

		start();
		assertThat(sent.get(result).body()).contains("Call 999");
		Visitor answering = new Visitor(this.port);
		Page first = answering.begin();
		Page next = answering.sendOnly(first, Map.of("nerve-signs", List.of("none")));
		kill();
		assertThat(next.header("Location")).endsWith("/intake/questions/body-signs");

		start();
		Page found = answering.get("/intake/questions/nerve-signs");
		assertThat(found.path()).isEqualTo("/intake/questions/nerve-signs");
		assertThat(found.isTicked("nerve-signs-none")).isTrue();
		assertThat(sent.get(result).body()).contains("Call 999");
		slowsDownWhoeverGuessesLinks();
		leavesOthersServedWhenOneSendsManySlowBodies();
		theLogIsJsonAndQuiet(result.replace("/result/", ""), answering.draft());
	}

	/** As it was asked for in {@code docs/operating.md}. */
	private void theLogIsJsonAndQuiet(String... secrets) throws IOException {
		List<String> lines = Files.readAllLines(this.folder.resolve("log.txt"))
			.stream()
			.filter((line) -> !ONLY_IN_TESTS.matcher(line).find())
			.toList();
		assertThat(lines).hasSizeGreaterThan(20).allSatisfy((line) -> {
			JsonNode entry = new ObjectMapper().readTree(line);
			assertThat(entry.at("/@timestamp").asString()).isNotBlank();
			assertThat(entry.at("/log/level").asString()).isIn("INFO", "WARN", "ERROR");
			assertThat(entry.at("/service/name").asString()).isEqualTo("backwise");
		});
		assertThat(String.join("", lines)).doesNotContain(secrets)
			.doesNotContain("saddle", "numbness", "/result/", "/intake/", "guess");
	}

	/** As a service manager stops it, while a body is still on its way. */
	@Test
	void answersWhatItBeganBeforeItStops() throws Exception {
		Visitor visitor = new Visitor(this.port);
		Page first = visitor.begin();
		PipedOutputStream body = new PipedOutputStream();
		CountDownLatch begun = new CountDownLatch(1);
		try (PipedInputStream arriving = new PipedInputStream(body)) {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + first.path()))
				.header("Content-Type", "application/x-www-form-urlencoded")
				// The body is asked for when the server has said that it read the head of
				// the request.
				.expectContinue(true)
				.POST(BodyPublishers.ofInputStream(() -> {
					begun.countDown();
					return arriving;
				}))
				.build();
			CompletableFuture<Page> answer = CompletableFuture.supplyAsync(() -> visitor.send(first.path(), request));
			body.write(("_csrf=" + first.input("_csrf")).getBytes(StandardCharsets.US_ASCII));
			body.flush();
			assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
			this.process.stop();
			while (this.process.isUp()) {
				Thread.sleep(50);
			}
			body.write("&nerve-signs=none".getBytes(StandardCharsets.US_ASCII));
			body.close();
			Page answered = answer.get(20, TimeUnit.SECONDS);
			assertThat(answered.header("Location")).as("%s: %s", answered.status(), answered.body())
				.endsWith("/intake/questions/body-signs");
		}
		assertThat(this.process.waitFor(Duration.ofSeconds(30))).isTrue();

		start();
		assertThat(visitor.get("/intake/questions/nerve-signs").isTicked("nerve-signs-none")).isTrue();
	}

	/** From an address of their own, each with a body that never comes. */
	private void leavesOthersServedWhenOneSendsManySlowBodies() throws IOException {
		List<Socket> slow = new ArrayList<>();
		try {
			for (int i = 0; i < SLOW; i++) {
				Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), this.port,
						InetAddress.getByName("127.0.0.2"), 0);
				slow.add(socket);
				socket.getOutputStream()
					.write(("POST /intake/consent HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n"
							+ "Content-Type: application/x-www-form-urlencoded\r\n\r\na")
						.getBytes(StandardCharsets.US_ASCII));
			}
			long before = System.nanoTime();
			assertThat(new Visitor(this.port).once("/", null).status()).isEqualTo(200);
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
		}
		finally {
			for (Socket socket : slow) {
				socket.close();
			}
		}
	}

	private void slowsDownWhoeverGuessesLinks() {
		Visitor guessing = new Visitor(this.port);
		for (int i = 0; i < 3; i++) {
			assertThat(guessing.get("/result/guess" + i).status()).isEqualTo(404);
		}
		Page refused = guessing.get("/result/guess");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.header("Retry-After")).isNotEmpty();
		assertThat(refused.body()).contains("Please wait a moment").contains("site-header");
	}

}
