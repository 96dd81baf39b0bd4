package org.backwise.desk;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.backwise.Postgres;
import org.backwise.cases.CaseState;
import org.backwise.desk.WorklistRows.Row;
import org.backwise.trial.SeedCommand;
import org.flywaydb.core.Flyway;
import org.backwise.care.PlansAsRows;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A database from before there was a worklist, as an upgrade finds it: the list is drawn
 * once, whoever else is at work.
 */
class WorklistCatchUpTests {

	private static final int INTAKES = 6_000;

	private static final int DECIDED = 200;

	private static final WorklistFilter EVERYTHING = WorklistFilter.of(null, null, null, null, null);

	private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

	@Test
	void drawsOnceOnH2() throws Exception {
		try (HikariDataSource database = opened("jdbc:h2:mem:worklist-catch-up;DB_CLOSE_DELAY=-1", "backwise")) {
			drawsOnce(database, 1);
		}
	}

	@Test
	void drawsOnceOnPostgres() throws Exception {
		try (HikariDataSource database = opened(Postgres.database().url(), Postgres.USER)) {
			drawsOnce(database, 2);
		}
	}

	@Test
	void nothingIsDoneWhereNothingIsMissing() {
		try (HikariDataSource database = opened("jdbc:h2:mem:worklist-whole;DB_CLOSE_DELAY=-1", "backwise")) {
			Flyway.configure().dataSource(database).javaMigrations(new PlansAsRows()).load().migrate();
			WorklistCatchUp catchUp = catchUp(database);
			assertThat(catchUp.isComplete()).isFalse();
			catchUp.catchUp();
			assertThat(catchUp.isComplete()).isTrue();
		}
	}

	@Test
	void whatWasStoppedGoesOnLater() {
		try (HikariDataSource database = opened("jdbc:h2:mem:worklist-stopped;DB_CLOSE_DELAY=-1", "backwise")) {
			beforeTheWorklist(database);
			WorklistCatchUp stopped = catchUp(database);
			stopped.stop();
			stopped.catchUp();
			assertThat(stopped.isComplete()).isFalse();
			catchUp(database).catchUp();
			assertThat(count(database, "worklist_item")).isEqualTo(INTAKES);
		}
	}

	@Test
	void whatAnEarlierVersionDrewIsDrawnAgainOnH2() throws Exception {
		try (HikariDataSource database = opened("jdbc:h2:mem:worklist-again;DB_CLOSE_DELAY=-1", "backwise")) {
			drawsAgain(database, 1);
		}
	}

	@Test
	void whatAnEarlierVersionDrewIsDrawnAgainOnPostgres() throws Exception {
		try (HikariDataSource database = opened(Postgres.database().url(), Postgres.USER)) {
			drawsAgain(database, 2);
		}
	}

	/** Rows without a place, and found by nothing but names; some are in care already. */
	private static void drawsAgain(HikariDataSource database, int number) throws Exception {
		beforeTheWorklist(database);
		catchUp(database).catchUp();
		JdbcClient client = JdbcClient.create(database);
		client.sql("delete from worklist_word where word like '2b%' or word like '2d%'").update();
		client.sql("update case_contact set reach = '07700 900444'").update();
		client.sql(
				"update worklist_item set drawn = 0, place = '', state = 'approved', filed = 'in-care', need = 'done', "
						+ "waits = false where case_id in (select id from care_case order by id limit 3000)")
			.update();
		List<WorklistCatchUp> instances = Stream.generate(() -> catchUp(database)).limit(number).toList();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> work = new ArrayList<>(List.of(decide(database, "id")));
			instances.forEach((instance) -> work.add(draw(instance)));
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(instances).allMatch(WorklistCatchUp::isComplete);
		assertThat(count(database, "worklist_item where drawn = 0 or (filed <> '' and place = '')")).isZero();
		assertThat(count(database,
				"worklist_item w where filed <> '' and exists (select 1 from case_contact c "
						+ "where c.case_id = w.case_id) and not exists (select 1 from worklist_word o "
						+ "where o.case_id = w.case_id and o.word like '2d%')"))
			.isZero();
		assertThat(new Worklist(client)
			.counts(WorklistFilter.of(null, null, "07700 900444", null, null), UUID.randomUUID())
			.shown()).isEqualTo(Worklist.MOST_COUNTED + 1);
	}

	/**
	 * Instances start while therapists already decide cases. H2 has one, PostgreSQL
	 * several.
	 */
	private static void drawsOnce(HikariDataSource database, int number) throws Exception {
		beforeTheWorklist(database);
		List<WorklistCatchUp> instances = Stream.generate(() -> catchUp(database)).limit(number).toList();
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Void>> work = new ArrayList<>(List.of(decide(database, "id"), decide(database, "id desc")));
			instances.forEach((instance) -> work.add(draw(instance)));
			for (Future<Void> done : threads.invokeAll(work)) {
				done.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(instances).allMatch(WorklistCatchUp::isComplete);
		assertThat(count(database, "worklist_item")).isEqualTo(INTAKES);
		assertThat(count(database, "worklist_item where need = 'done'")).isEqualTo(2 * DECIDED);
		assertThat(count(database, "care_case where not exists (select 1 from worklist_word where case_id = id)"))
			.isZero();
		assertThat(count(database, "worklist_word where word = '" + SearchWords.key("moved on") + "'"))
			.isEqualTo(2 * DECIDED);
		Worklist worklist = new Worklist(JdbcClient.create(database));
		assertThat(worklist.counts(EVERYTHING, UUID.randomUUID()).shown()).isEqualTo(Worklist.MOST_COUNTED + 1);
		assertThat(worklist.page(EVERYTHING, null, UUID.randomUUID()).items()).hasSize(Worklist.PAGE);
	}

	private static Callable<Void> draw(WorklistCatchUp instance) {
		return () -> {
			instance.catchUp();
			return null;
		};
	}

	private static Callable<Void> decide(DataSource database, String order) {
		WorklistRows rows = new WorklistRows(new JdbcTemplate(database));
		TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
		List<UUID> cases = JdbcClient.create(database)
			.sql("select id from care_case order by " + order + " limit " + DECIDED)
			.query(UUID.class)
			.list();
		return () -> {
			for (UUID one : cases) {
				transaction.executeWithoutResult((status) -> rows.put(new Row(one, "X", "Moved On", "+44 7700 900444",
						CaseState.APPROVED, Need.DONE, 4, Instant.EPOCH)));
			}
			return null;
		};
	}

	private static void beforeTheWorklist(HikariDataSource database) {
		assertThat(
				SeedCommand.run(List.of(Integer.toString(INTAKES), "--spring.datasource.url=" + database.getJdbcUrl(),
						"--spring.datasource.username=" + database.getUsername()), NOWHERE))
			.isZero();
		Flyway.configure().dataSource(database).javaMigrations(new PlansAsRows()).load().migrate();
		assertThat(count(database, "worklist_item")).isZero();
	}

	private static WorklistCatchUp catchUp(DataSource database) {
		return new WorklistCatchUp(new WorklistRows(new JdbcTemplate(database)), JdbcClient.create(database),
				new TransactionTemplate(new DataSourceTransactionManager(database)));
	}

	private static HikariDataSource opened(String url, String user) {
		HikariDataSource database = new HikariDataSource();
		database.setJdbcUrl(url);
		database.setUsername(user);
		database.setPassword("");
		return database;
	}

	private static long count(DataSource database, String from) {
		return JdbcClient.create(database).sql("select count(*) from " + from).query(Long.class).single();
	}

}
