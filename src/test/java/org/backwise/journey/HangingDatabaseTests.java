package org.backwise.journey;

import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.backwise.BackwiseApplication;
import org.backwise.Postgres;
import org.backwise.journal.Journal;
import org.backwise.journey.Visitor.Page;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A PostgreSQL that is there and does not answer, for a while: whoever waits for a page
 * gets one, keeps what they typed, and can go on once it answers again.
 */
class HangingDatabaseTests {

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final String PASSWORD = "quiet harbour lamp 93";

	/** Half a second apart. */
	private static final int MOST_TRIES = 30;

	private static Postgres.Database shared;

	private static JdbcClient database;

	private static Wire wire;

	private static ConfigurableApplicationContext running;

	private static int port;

	@BeforeAll
	static void start() throws Exception {
		shared = Postgres.database();
		database = JdbcClient.create(shared.source());
		URI direct = URI.create(shared.url().substring("jdbc:".length()));
		wire = new Wire(direct.getPort());
		running = new SpringApplicationBuilder(BackwiseApplication.class).run("--server.port=0",
				"--spring.datasource.url=jdbc:postgresql://localhost:" + wire.port() + direct.getPath()
						+ "?prepareThreshold=0",
				"--spring.datasource.username=" + Postgres.USER, "--backwise.limits.enabled=false");
		port = ((WebServerApplicationContext) running).getWebServer().getPort();
		running.getBean(StaffAccounts.class).open("Theo Therapist", "theo", PASSWORD, Role.THERAPIST);
	}

	@AfterEach
	void recover() {
		wire.recover();
	}

	@AfterAll
	static void stop() throws Exception {
		running.close();
		wire.close();
	}

	@Test
	void tellsInTimeKeepsWhatWasTypedAndGoesOnByItself() throws Exception {
		Visitor client = new Visitor(port);
		Page first = client.begin();
		Visitor sender = new Visitor(port);
		Page check = sender.answer(sender.begin(), Sheet.seeDoctor());
		assertThat(check.path()).isEqualTo("/intake/check");
		String result = new Visitor(port).result(Sheet.emergency(), "", "").path();
		Visitor theo = signedIn();
		Page assign = theo.get("/desk/cases/" + reference("emergency"));
		assertThat(health().status()).isEqualTo(200);

		wire.fallSilent();

		Page answered = inTime(() -> client.sendOnly(first, Map.of("nerve-signs", List.of("none"))));
		assertThat(answered.status()).isEqualTo(503);
		assertThat(answered.body()).contains("We could not save this", "name=\"nerve-signs\" value=\"none\"",
				"Send it again");
		Page sent = inTime(() -> sender.sendOnly(check, Map.of()));
		assertThat(sent.status()).isEqualTo(503);
		assertThat(sent.body()).contains("We could not save this").doesNotContain("/result/");
		Page read = inTime(() -> new Visitor(port).get(result));
		assertThat(read.status()).isEqualTo(503);
		assertThat(read.body()).contains("We cannot show this page now", "Try again");
		Page desk = inTime(
				() -> theo.sendOnly(new Page(assign.path() + "/assign", 200, assign.headers(), assign.body()),
						Map.of("to", List.of(""), "version", List.of("0"))));
		assertThat(desk.status()).isEqualTo(503);
		assertThat(desk.body()).contains("We could not save this");
		assertThat(inTime(() -> theo.get("/desk/today")).status()).isEqualTo(503);
		Page signIn = inTime(
				() -> new Visitor(port).sendOnly(new Page("/desk/sign-in", 200, assign.headers(), assign.body()),
						Map.of("username", List.of("theo"), "password", List.of(PASSWORD))));
		assertThat(signIn.body()).doesNotContain(PASSWORD);
		assertThat(inTime(HangingDatabaseTests::health).status()).isEqualTo(503);
		assertThat(inTime(() -> new Visitor(port).get("/")).status()).as("needs no database").isEqualTo(200);

		wire.recover();

		assertThat(untilItWorks(() -> client.send(answered, Map.of("nerve-signs", List.of("none")))).path())
			.isEqualTo("/intake/questions/body-signs");
		assertThat(untilItWorks(() -> sender.send(sent, Map.of())).path()).startsWith("/result/");
		assertThat(theo.get("/desk/today").path()).isEqualTo("/desk/today");
		assertThat(health().status()).isEqualTo(200);
	}

	/**
	 * The one case in which nobody can know: it was committed, and the answer is lost.
	 */
	@Test
	void doesNotTellThatItIsSentWhenNobodyKnowsAndStoresItOnce() throws Exception {
		Visitor sender = new Visitor(port);
		Page check = sender.answer(sender.begin(), Sheet.urgent());
		assertThat(check.path()).isEqualTo("/intake/check");
		long before = count("care_case");

		wire.loseTheAnswerTo("insert into care_case", "COMMIT");
		Page sent = inTime(() -> sender.sendOnly(check, Map.of()));
		assertThat(sent.status()).isEqualTo(503);
		assertThat(sent.body()).contains("We could not save this", "Send it again").doesNotContain("/result/");
		assertThat(count("care_case")).as("it was committed").isEqualTo(before + 1);

		wire.recover();
		assertThat(untilItWorks(() -> sender.send(sent, Map.of())).path()).startsWith("/result/");
		assertThat(count("care_case")).as("and not a second time").isEqualTo(before + 1);
		assertThat(running.getBean(Journal.class).check().isWhole()).isTrue();
	}

	@Test
	void waitsForNoLockThatSomebodyHoldsForMinutes() throws Exception {
		Visitor sender = new Visitor(port);
		Page check = sender.answer(sender.begin(), Sheet.urgent());
		long before = count("care_case");
		Page refused;
		try (Connection holding = shared.source().getConnection(); Statement statement = holding.createStatement()) {
			holding.setAutoCommit(false);
			statement.execute("lock table journal_head in exclusive mode");
			refused = inTime(() -> sender.sendOnly(check, Map.of()));
			assertThat(refused.status()).isEqualTo(503);
			assertThat(new Visitor(port).begin().status()).as("who needs no lock").isEqualTo(200);
			assertThat(count("pg_stat_activity where wait_event_type = 'Lock'")).as("waiting at the other end")
				.isZero();
			holding.rollback();
		}
		assertThat(count("care_case")).isEqualTo(before);
		assertThat(sender.send(refused, Map.of()).path()).startsWith("/result/");
		assertThat(count("care_case")).isEqualTo(before + 1);
	}

	@Test
	void tellsInTimeWhenAllConnectionsAreInUse() throws Exception {
		Visitor client = new Visitor(port);
		Page first = client.begin();
		List<Connection> taken = new ArrayList<>();
		try {
			for (int i = 0; i < 10; i++) {
				taken.add(running.getBean(DataSource.class).getConnection());
			}
			Page refused = inTime(() -> client.sendOnly(first, Map.of("nerve-signs", List.of("none"))));
			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.body()).contains("name=\"nerve-signs\" value=\"none\"");
			assertThat(inTime(HangingDatabaseTests::health).status()).isEqualTo(503);
		}
		finally {
			for (Connection connection : taken) {
				connection.close();
			}
		}
		assertThat(client.send(first, Map.of("nerve-signs", List.of("none"))).path())
			.isEqualTo("/intake/questions/body-signs");
	}

	/** As does a job that takes long and is quiet meanwhile. */
	@Test
	void cutsNothingShortThatRunsByItself() {
		assertThat(running.getBean(JdbcClient.class).sql("select 1 from pg_sleep(6)").query(Integer.class).single())
			.isOne();
	}

	private static Visitor signedIn() {
		Visitor visitor = new Visitor(port);
		Page today = visitor.send(visitor.get("/desk/sign-in"),
				Map.of("username", List.of("theo"), "password", List.of(PASSWORD)));
		assertThat(today.path()).isEqualTo("/desk/today");
		return visitor;
	}

	private static Page inTime(Supplier<Page> asking) {
		long begun = System.nanoTime();
		Page page = asking.get();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(page.path()).isLessThan(LONGEST);
		return page;
	}

	private static Page untilItWorks(Supplier<Page> asking) throws InterruptedException {
		Page page = asking.get();
		for (int i = 0; i < MOST_TRIES && page.status() == 503; i++) {
			Thread.sleep(500);
			page = asking.get();
		}
		return page;
	}

	private static Page health() {
		Visitor visitor = new Visitor(port);
		return visitor.send("/actuator/health",
				HttpRequest.newBuilder(visitor.uri("/actuator/health")).header("Accept", "application/json").build());
	}

	private static String reference(String level) {
		return database.sql("select reference from care_case where level = ? order by sent_at limit 1")
			.param(level)
			.query(String.class)
			.single();
	}

	private static long count(String from) {
		return database.sql("select count(*) from " + from).query(Long.class).single();
	}

}
