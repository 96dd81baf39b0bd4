package org.backwise.journey;

import java.net.HttpCookie;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.BackwiseApplication;
import org.backwise.journey.Visitor.Page;
import org.backwise.practice.LinkToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cuts the power while clients answer and send. A killed process cannot show it, since
 * the system keeps what was written; here everything that was not forced is lost, but for
 * what happened to reach the disk.
 */
class PowerCutTests {

	private static final int CLIENTS = 4;

	private static final int CUTS = 25;

	private static final long SEED = 20261127;

	@TempDir
	private Path folder;

	private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();

	private final AtomicInteger sendings = new AtomicInteger();

	/**
	 * What somebody was told is kept.
	 *
	 * @param draft the secret of what they were answering
	 * @param question what they answered; null when they were shown their result
	 * @param option what they answered to it
	 */
	private record Acknowledged(LinkToken draft, @org.jspecify.annotations.Nullable String question, String option) {
	}

	@Test
	void losesNothingThatWasAcknowledged() throws Exception {
		Path database = this.folder.resolve("db");
		Random chance = new Random(SEED);
		List<Path> cuts = new ArrayList<>();
		List<List<Acknowledged>> told = new ArrayList<>();
		try (ConfigurableApplicationContext running = start(database)) {
			ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
			List<Future<?>> visits = new ArrayList<>();
			int port = ((WebServerApplicationContext) running).getWebServer().getPort();
			for (int i = 0; i < CLIENTS; i++) {
				int number = i;
				visits.add(clients.submit(() -> visit(port, number)));
			}
			for (int i = 0; i < CUTS; i++) {
				Thread.sleep(chance.nextInt(60, 400));
				told.add(List.copyOf(this.acknowledged));
				Path cut = this.folder.resolve("cut" + i);
				FaultyDisk.cutPower(database, chance, Path.of(cut + ".mv.db"));
				cuts.add(cut);
			}
			clients.shutdownNow();
			assertThat(clients.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
		}
		assertThat(told.get(CUTS - 1)).hasSizeGreaterThan(20).anyMatch((one) -> one.question() == null);
		for (int i = 0; i < CUTS; i++) {
			isWhole(cuts.get(i), told.get(i));
		}
	}

	/** The figure that a power cut takes its truth from. */
	@Test
	void forcesTheFileBeforeItAnswersAndNotForAPageThatIsRead() throws Exception {
		Path database = this.folder.resolve("db");
		try (ConfigurableApplicationContext running = start(database)) {
			Visitor visitor = new Visitor(((WebServerApplicationContext) running).getWebServer().getPort());
			Page page = visitor.begin();
			int before = FaultyDisk.forces(database);
			Page read = visitor.get(page.path());
			assertThat(read.status()).isEqualTo(200);
			assertThat(FaultyDisk.forces(database)).isEqualTo(before);
			visitor.sendOnly(page, Map.of("nerve-signs", List.of("none")));
			assertThat(FaultyDisk.forces(database)).isGreaterThan(before);
			FaultyDisk.breakForce(true);
			Page refused = visitor.sendOnly(page, Map.of("nerve-signs", List.of("not-sure")));
			assertThat(refused.status()).as("nobody is told that it is saved").isEqualTo(503);
		}
		finally {
			FaultyDisk.breakForce(false);
		}
	}

	private ConfigurableApplicationContext start(Path database) {
		return new SpringApplicationBuilder(BackwiseApplication.class).run("--server.port=0",
				"--spring.datasource.url=" + FaultyDisk.url(database), "--backwise.limits.enabled=false");
	}

	/** Answers and sends, again and again, and notes what was acknowledged. */
	private void visit(int port, int number) {
		while (!Thread.currentThread().isInterrupted()) {
			Sheet sheet = (number % 2 == 0) ? Sheet.emergency() : Sheet.seeDoctor();
			Visitor visitor = new Visitor(port);
			Page at = visitor.begin();
			LinkToken draft = visitor.cookies()
				.getCookies()
				.stream()
				.filter((cookie) -> cookie.getName().equals("backwise-draft"))
				.map(HttpCookie::getValue)
				.map(LinkToken::new)
				.findFirst()
				.orElseThrow();
			while (at.path().startsWith("/intake/")) {
				Map<String, List<String>> fields = visitor.fields(at, sheet);
				boolean asked = at.path().startsWith("/intake/questions/");
				this.sendings.addAndGet(at.path().equals("/intake/check") ? 1 : 0);
				Page answer = visitor.sendOnly(at, asked ? fields : Map.of());
				assertThat(answer.status()).isEqualTo(302);
				boolean sent = answer.header("Location").contains("/result/");
				if (asked || sent) {
					Map.Entry<String, List<String>> one = asked ? fields.entrySet().iterator().next()
							: Map.entry("", List.of(""));
					this.acknowledged
						.add(new Acknowledged(draft, sent ? null : one.getKey(), one.getValue().iterator().next()));
				}
				at = visitor.get(answer.header("Location").replaceAll("^http://[^/]+", ""));
			}
		}
	}

	private static void isWhole(Path cut, List<Acknowledged> told) throws SQLException {
		try (Connection database = DriverManager.getConnection("jdbc:h2:file:" + cut, "backwise", "")) {
			JdbcClient jdbc = JdbcClient
				.create(new org.springframework.jdbc.datasource.SingleConnectionDataSource(database, true));
			for (Acknowledged one : told) {
				String result = text(database, "select reference from care_case where link_hash = ?",
						one.draft().result());
				String draft = text(database, "select answers from intake_draft where link_hash = ?", one.draft());
				assertThat(result != null || draft != null).as("what was acknowledged: %s", one.question()).isTrue();
				if (one.question() == null) {
					assertThat(result).as("what was sent").isNotNull();
				}
				else if (result == null) {
					assertThat(draft).contains(one.question(), one.option());
				}
			}
			assertThat(jdbc.sql(
					"select count(*) from journal_entry e where e.previous_hash <> coalesce((select b.hash from journal_entry b where b.number = e.number - 1), ?)")
				.param("0".repeat(64))
				.query(Long.class)
				.single()).isZero();
			assertThat(jdbc.sql(
					"select count(*) from journal_head h join journal_entry e on e.number = h.last_number and e.hash = h.last_hash where h.last_number = (select count(*) from journal_entry)")
				.query(Long.class)
				.single()).isOne();
		}
	}

	private static @org.jspecify.annotations.Nullable String text(Connection database, String query, LinkToken of)
			throws SQLException {
		try (PreparedStatement statement = database.prepareStatement(query)) {
			statement.setString(1, of.hash());
			try (ResultSet rows = statement.executeQuery()) {
				return rows.next() ? String.valueOf(rows.getString(1)) : null;
			}
		}
	}

}
