package org.backwise.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

import org.backwise.BackwiseApplication;
import org.backwise.Postgres;
import org.backwise.journal.Journal;
import org.backwise.journey.Visitor.Page;
import org.backwise.retention.Retention;
import org.backwise.staff.Role;
import org.backwise.staff.StaffAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Two instances of the application on one PostgreSQL, as behind a load balancer. */
class TwoInstancesTests {

	private static final String PASSWORD = "quiet harbour lamp 93";

	private static final int OLD = 12;

	private static Postgres.Database shared;

	private static ConfigurableApplicationContext one;

	private static ConfigurableApplicationContext other;

	private static JdbcClient database;

	@BeforeAll
	static void start() throws Exception {
		shared = Postgres.database();
		one = instance();
		other = instance();
		database = JdbcClient.create(shared.source());
		StaffAccounts accounts = one.getBean(StaffAccounts.class);
		accounts.open("Olga Owner", "olga", PASSWORD, Role.OWNER);
		accounts.open("Theo Therapist", "theo", PASSWORD, Role.THERAPIST);
		accounts.open("Vera Victim", "vera", PASSWORD, Role.THERAPIST);
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
	}

	private static ConfigurableApplicationContext instance() {
		return new SpringApplicationBuilder(BackwiseApplication.class).run("--server.port=0",
				"--spring.datasource.url=" + shared.url(), "--spring.datasource.username=" + Postgres.USER);
	}

	private static int port(ConfigurableApplicationContext instance) {
		return Integer.parseInt(instance.getEnvironment().getRequiredProperty("local.server.port"));
	}

	@Test
	void whoSignsInAtOneIsSignedInAtTheOtherAndAfterARestart() {
		Visitor olga = new Visitor(port(one));
		assertThat(signIn(olga, "olga", PASSWORD).path()).isEqualTo("/desk/today");
		assertThat(olga.at(port(other)).get("/desk/account").path()).isEqualTo("/desk/account");
		other.close();
		other = instance();
		assertThat(olga.at(port(other)).get("/desk/account").path()).isEqualTo("/desk/account");
		Page account = olga.at(port(other)).get("/desk/account");
		olga.at(port(other)).once("/desk/sign-out", "_csrf=" + account.input("_csrf"));
		assertThat(olga.get("/desk/account").path()).startsWith("/desk/sign-in");
	}

	@Test
	void aRollingRestartLosesNoJourneyAndNoDeskSession() {
		Visitor client = new Visitor(port(one));
		Page first = client.begin();
		client.sendOnly(first, Map.of("nerve-signs", List.of("none")));
		Visitor theo = new Visitor(port(one));
		signIn(theo, "theo", PASSWORD);
		one.close();
		Page second = client.at(port(other)).get("/intake/questions/body-signs");
		assertThat(second.path()).isEqualTo("/intake/questions/body-signs");
		client.at(port(other)).sendOnly(second, Map.of("body-signs", List.of("none")));
		assertThat(theo.at(port(other)).get("/desk/account").path()).isEqualTo("/desk/account");
		one = instance();
		other.close();
		assertThat(client.at(port(one)).get("/intake/questions/body-signs").isTicked("body-signs-none")).isTrue();
		assertThat(client.at(port(one)).get("/intake/questions/nerve-signs").isTicked("nerve-signs-none")).isTrue();
		assertThat(theo.at(port(one)).get("/desk/account").path()).isEqualTo("/desk/account");
		other = instance();
	}

	/**
	 * Both clients wait for their answer when it dies: of one the commit never left, of
	 * the other it is in the database and the answer is lost.
	 */
	@Test
	void whatWasBeingSentToTheOneThatIsKilledIsSentAgainToTheOtherAndStoredOnce(@TempDir Path folder) throws Exception {
		URI direct = URI.create(shared.url().substring("jdbc:".length()));
		int port = OwnProcess.freePort();
		try (Wire wire = new Wire(direct.getPort());
				OwnProcess dying = OwnProcess.start(folder, port,
						"--spring.datasource.url=jdbc:postgresql://localhost:" + wire.port() + direct.getPath()
								+ "?prepareThreshold=0",
						"--spring.datasource.username=" + Postgres.USER, "--backwise.limits.enabled=false",
						"--backwise.patience.page=5m")) {
			Visitor early = new Visitor(port);
			Page earlyCheck = early.answer(early.begin(), Sheet.seeDoctor());
			Visitor late = new Visitor(port);
			Page lateCheck = late.answer(late.begin(), Sheet.seeDoctor());
			Visitor answering = new Visitor(port);
			Page acknowledged = answering.send(answering.begin(), Map.of("nerve-signs", List.of("none")));
			assertThat(acknowledged.path()).isEqualTo("/intake/questions/body-signs");
			long before = count("care_case");

			wire.loseTheAnswerTo("insert into care_case", "COMMIT");
			CompletableFuture<Page> lateSent = CompletableFuture.supplyAsync(() -> late.sendOnly(lateCheck, Map.of()));
			waitUntil(() -> count("care_case") == before + 1);
			wire.lose("insert into care_case", "COMMIT");
			CompletableFuture<Page> earlySent = CompletableFuture
				.supplyAsync(() -> early.sendOnly(earlyCheck, Map.of()));
			waitUntil(wire::hasLost);
			assertThat(earlySent).as("it is being answered").isNotDone();
			assertThat(lateSent).isNotDone();
			dying.kill();
			assertThat(earlySent).failsWithin(Duration.ofSeconds(20));
			assertThat(lateSent).failsWithin(Duration.ofSeconds(20));
			assertThat(count("care_case")).isEqualTo(before + 1);

			Page earlyResult = early.at(port(other)).send(earlyCheck, Map.of());
			Page lateResult = late.at(port(other)).send(lateCheck, Map.of());
			assertThat(earlyResult.path()).startsWith("/result/").isNotEqualTo(lateResult.path());
			assertThat(lateResult.path()).startsWith("/result/");
			assertThat(count("care_case")).isEqualTo(before + 2);
			assertThat(answering.at(port(other)).get("/intake/questions/nerve-signs").isTicked("nerve-signs-none"))
				.isTrue();
			assertThat(other.getBean(Journal.class).check().isWhole()).isTrue();
		}
	}

	private static void waitUntil(BooleanSupplier holds) throws InterruptedException {
		for (int tenths = 0; tenths < 300 && !holds.getAsBoolean(); tenths++) {
			Thread.sleep(100);
		}
		assertThat(holds.getAsBoolean()).isTrue();
	}

	@Test
	void twoInstancesGiveNoMoreTries() {
		int refused = 0;
		for (int i = 0; i < 12; i++) {
			refused += signIn(new Visitor(port((i % 2 == 0) ? one : other)), "vera", "wrong").status() == 429 ? 1 : 0;
		}
		assertThat(refused).isEqualTo(2);
	}

	@Test
	void theSecondOfTwoDecisionsSeesTheFirst() {
		Page result = new Visitor(port(one)).result(Sheet.everyCaution(), "Casey Client",
				LocalDate.now().plusDays(10).toString());
		String reference = database.sql("select reference from worklist_item where client = 'Casey Client'")
			.query(String.class)
			.single();
		Visitor theo = new Visitor(port(one));
		signIn(theo, "theo", PASSWORD);
		Visitor elsewhere = theo.at(port(other));
		Page approve = theo.get("/desk/cases/" + reference + "/approve");
		Page decline = elsewhere.get("/desk/cases/" + reference + "/decline");
		Page declined = elsewhere.send(decline,
				Map.of("version", List.of("0"), "reason", List.of("not-now"), "words", List.of("said here")));
		assertThat(declined.path()).startsWith("/desk/cases/" + reference + "?done");
		Page compared = theo.send(approve, Map.of("version", List.of("0"), "note", List.of("typed there")));
		assertThat(compared.status()).isEqualTo(409);
		assertThat(compared.body()).contains("said here", "typed there");
		assertThat(theo.get(result.path()).status()).isEqualTo(200);
	}

	/**
	 * An emergency number that is right at one and wrong at the other could cost a life.
	 */
	@Test
	void whatAnOwnerSetsAtOneHoldsAtTheOtherWithinSeconds() throws Exception {
		Visitor olga = new Visitor(port(one));
		signIn(olga, "olga", PASSWORD);
		Visitor client = new Visitor(port(other));
		assertThat(client.get("/").body()).contains("href=\"tel:999\"");
		Page form = olga.get("/desk/settings/country");
		Page done = olga.send(form, emergency(form, "112"));
		assertThat(done.path()).isEqualTo("/desk/settings?saved=country");
		assertThat(olga.get("/").body()).contains("href=\"tel:112\"");
		assertThat(olga.at(port(other)).get("/desk/settings/country").body()).contains("value=\"112\"");
		for (int tenths = 0; tenths < 100 && client.get("/").body().contains("tel:999"); tenths++) {
			Thread.sleep(100);
		}
		assertThat(client.get("/").body()).contains("href=\"tel:112\"");
		Page again = olga.get("/desk/settings/country");
		olga.send(again, emergency(again, "999"));
	}

	private static Map<String, List<String>> emergency(Page form, String number) {
		return Map.of("seen", List.of(form.input("seen")), "emergency-number", List.of(number), "go", List.of("save"));
	}

	@Test
	void aNightlyJobRunsOnOneOfThem() throws Exception {
		sendLongAgo(OLD);
		ExecutorService night = Executors.newFixedThreadPool(2);
		try {
			night.invokeAll(List.<Callable<Void>>of(() -> removeDue(one), () -> removeDue(other)));
		}
		finally {
			night.shutdownNow();
		}
		assertThat(count("forgotten")).isEqualTo(OLD);
		assertThat(count("journal_entry where action = 'EXPIRED'")).isEqualTo(OLD);
		assertThat(count("shedlock where name = 'retention'")).isOne();
		sendLongAgo(1);
		removeDue(one);
		removeDue(other);
		assertThat(count("forgotten")).as("within a minute of the night's run").isEqualTo(OLD);
		assertThat(one.getBean(Journal.class).check().isWhole()).isTrue();
	}

	private static void sendLongAgo(int number) {
		for (int i = 0; i < number; i++) {
			new Visitor(port(one)).result(Sheet.urgent(), "", "");
		}
		database.sql("update care_case set sent_at = sent_at - interval '3' year where level = 'urgent'").update();
		database.sql("update case_opening set opened_at = opened_at - interval '3' year").update();
	}

	private static Void removeDue(ConfigurableApplicationContext instance) {
		instance.getBean(Retention.class).removeDueNightly();
		return null;
	}

	private static Page signIn(Visitor visitor, String name, String password) {
		return visitor.send(visitor.get("/desk/sign-in"),
				Map.of("username", List.of(name), "password", List.of(password)));
	}

	private static long count(String from) {
		return database.sql("select count(*) from " + from).query(Long.class).single();
	}

}
