package org.backwise.journey;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.backwise.BackwiseApplication;
import org.backwise.Postgres;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.journey.Visitor.Page;
import org.backwise.practice.LinkToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database's machine dies while clients send, and its standby takes over. One round
 * here; {@code docs/operating.md} has the command for more, on other programs.
 */
class FailoverTests {

	private static final int ROUNDS = Integer.getInteger("backwise.failover.rounds", 1);

	/** What a watchdog takes to be sure; here it is only waited. */
	private static final Duration UNTIL_PROMOTED = Duration.ofSeconds(2);

	private static final int CLIENTS = 3;

	private static final int LONGEST = 120;

	@TempDir
	private Path folder;

	/**
	 * A client was shown the result.
	 *
	 * @param draft the secret of what they sent
	 * @param at when they were shown it
	 */
	private record Told(LinkToken draft, Instant at) {
	}

	@Test
	void losesNothingThatWasAcknowledgedAndStoresNothingTwice() throws Exception {
		for (int round = 1; round <= ROUNDS; round++) {
			failOver(Files.createDirectory(this.folder.resolve("round-" + round)), round);
		}
	}

	private static String programs() throws Exception {
		String set = System.getProperty("backwise.postgres.bin");
		if (set != null) {
			return set;
		}
		DataSource embedded = Postgres.database().source();
		return JdbcClient.create(embedded)
			.sql("select setting from pg_config where name = 'BINDIR'")
			.query(String.class)
			.single();
	}

	private static void failOver(Path folder, int round) throws Exception {
		Queue<Told> told = new ConcurrentLinkedQueue<>();
		Queue<String> log = new ConcurrentLinkedQueue<>();
		String commit = (round % 2 == 1) ? "on" : "remote_apply";
		try (Pair pair = new Pair(programs(), folder, commit);
				ConfigurableApplicationContext running = new SpringApplicationBuilder(BackwiseApplication.class).run(
						"--server.port=0", "--spring.datasource.url=" + pair.url(),
						"--spring.datasource.username=" + Postgres.USER, "--backwise.limits.enabled=false")) {
			int port = ((WebServerApplicationContext) running).getWebServer().getPort();
			ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
			List<Future<?>> visits = new ArrayList<>();
			for (int i = 0; i < CLIENTS; i++) {
				visits.add(clients.submit(() -> visit(port, told, log)));
			}
			waitFor(told, 2 * CLIENTS, visits);

			Instant killed = Instant.now();
			pair.killPrimary();
			List<Told> before = List.copyOf(told);
			Thread.sleep(UNTIL_PROMOTED.toMillis());
			Instant promoted = Instant.now();
			pair.promote();
			waitFor(told, before.size() + 2 * CLIENTS, visits);
			clients.shutdownNow();
			assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

			for (Told one : told) {
				assertThat(pair.<Long>askSecond((jdbc) -> jdbc.sql("select count(*) from care_case where link_hash = ?")
					.param(one.draft().result().hash())
					.query(Long.class)
					.single())).as("acknowledged at %s, killed at %s", one.at(), killed).isOne();
			}
			assertThat(running.getBean(Journal.class).checkAll(new Who.System()).isWhole()).isTrue();
			assertThat(pair
				.<Long>askSecond((jdbc) -> jdbc.sql("select count(*) from journal_entry where action = 'INTAKE_SENT'")
					.query(Long.class)
					.single()))
				.as("each stored once")
				.isEqualTo(pair
					.<Long>askSecond((jdbc) -> jdbc.sql("select count(*) from care_case").query(Long.class).single()));
			Instant again = told.stream()
				.map(Told::at)
				.filter((at) -> at.isAfter(killed))
				.filter((at) -> before.stream().noneMatch((one) -> one.at().equals(at)))
				.min(Instant::compareTo)
				.orElseThrow();
			Path posts = Path.of("target", "failover-" + round + ".log");
			Files.write(posts, log);
			System.out.printf(
					"Failover %d, synchronous_commit=%s: %d sent before, %d after; first sent %d ms after the kill, %d ms after the promotion was asked for; every post in %s%n",
					round, commit, before.size(), told.size() - before.size(),
					Duration.between(killed, again).toMillis(), Duration.between(promoted, again).toMillis(), posts);
		}
	}

	private static void waitFor(Queue<Told> told, int number, List<Future<?>> visits) throws Exception {
		for (int i = 0; i < LONGEST * 10 && told.size() < number; i++) {
			for (Future<?> visit : visits) {
				if (visit.isDone()) {
					visit.get();
				}
			}
			Thread.sleep(100);
		}
		assertThat(told).hasSizeGreaterThanOrEqualTo(number);
	}

	/** Sends an emergency, again and again: two posts each. */
	private static void visit(int port, Queue<Told> told, Queue<String> log) {
		while (!Thread.currentThread().isInterrupted()) {
			Visitor visitor = new Visitor(port);
			Page consent = until(log, () -> visitor.get("/intake/consent"));
			Page first = until(log,
					() -> visitor.send(consent, Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true"))));
			LinkToken draft = new LinkToken(visitor.draft());
			Page result = until(log, () -> visitor.send(first, visitor.fields(first, Sheet.emergency())));
			// When it was stored and the answer was lost, the page says that it was sent.
			assertThat(result.path()).matches("/result/.+|/intake/sent");
			told.add(new Told(draft, Instant.now()));
		}
	}

	/** Sends the same again until it is answered, as a client does. */
	private static Page until(Queue<String> log, Supplier<Page> asking) {
		while (true) {
			Instant begun = Instant.now();
			Page page = asking.get();
			// A private link is no line of a log.
			log.add(begun + " " + Instant.now() + " " + page.status() + " "
					+ page.path().replaceAll("/result/.*", "/result/…"));
			if (page.status() == 200) {
				return page;
			}
			assertThat(page.status()).isEqualTo(503);
			sleep();
		}
	}

	private static void sleep() {
		try {
			Thread.sleep(200);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
