package org.backwise.desk;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.backwise.Postgres;
import org.flywaydb.core.Flyway;
import org.backwise.care.PlansAsRows;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The worklist reads stretches of an index and sorts nothing, on both databases. */
class WorklistPlanTests {

	private static final int ROWS = 20_000;

	private static final OffsetDateTime SINCE = OffsetDateTime.of(2027, 3, 1, 9, 0, 0, 0, ZoneOffset.UTC);

	@Test
	void readsTheIndexOnH2() {
		JdbcDataSource source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:worklist-plan;DB_CLOSE_DELAY=-1");
		JdbcTemplate database = filled(source);
		assertThat(explained(database, Worklist.WAITING, true, "waits = true")).contains("WORKLIST_WAITING")
			.contains("/* index sorted */")
			.doesNotContain("tableScan");
		assertThat(explained(database, Worklist.NEEDING, false, "need")).contains("WORKLIST_NEED")
			.contains("/* index sorted */")
			.doesNotContain("tableScan");
		assertThat(found(database)).contains("PRIMARY_KEY").contains("/* index sorted */").doesNotContain("tableScan");
	}

	@Test
	void readsTheIndexOnPostgres() throws Exception {
		JdbcTemplate database = filled(Postgres.database().source());
		database.execute("vacuum analyze");
		assertThat(explained(database, Worklist.WAITING, true, "waits")).contains("worklist_waiting")
			.doesNotContain("Seq Scan")
			.doesNotContain("Sort");
		assertThat(explained(database, Worklist.NEEDING, false, "need")).contains("worklist_need")
			.doesNotContain("Seq Scan")
			.doesNotContain("Sort");
		assertThat(found(database)).contains("worklist_word_pkey").doesNotContain("Seq Scan").doesNotContain("Sort");
	}

	private static String explained(JdbcTemplate database, String sql, boolean waiting, String filter) {
		assertThat(sql).contains(filter);
		List<Object> parameters = new ArrayList<>();
		if (!waiting) {
			parameters.add("review");
		}
		parameters.addAll(List.of(4, SINCE, SINCE, UUID.randomUUID(), 21));
		return String.join("\n", database.queryForList("explain " + sql, String.class, parameters.toArray()));
	}

	private static String found(JdbcTemplate database) {
		String key = SearchWords.key("client");
		return String.join("\n", database.queryForList("explain " + Worklist.FOUND, String.class, key,
				SearchWords.end(key), key, UUID.randomUUID(), 60));
	}

	private static JdbcTemplate filled(DataSource source) {
		Flyway.configure().dataSource(source).javaMigrations(new PlansAsRows()).load().migrate();
		JdbcTemplate database = new JdbcTemplate(source);
		database.update("insert into knowledge_base values ('hash', 'test', '{}', ?)", SINCE);
		List<Object[]> intakes = new ArrayList<>();
		List<Object[]> items = new ArrayList<>();
		List<Object[]> words = new ArrayList<>();
		for (int i = 0; i < ROWS; i++) {
			UUID id = UUID.randomUUID();
			String reference = "R%07d".formatted(i);
			boolean waits = i % 3 != 0;
			intakes.add(new Object[] { id, reference, "link" + i, SINCE, SINCE, "care-plan" });
			items.add(new Object[] { id, reference, "Client " + i, waits ? "review" : "done", waits, i % 5,
					SINCE.plusSeconds(i % 4000) });
			SearchWords.of(reference, "Client " + i).forEach((word) -> words.add(new Object[] { word, id }));
		}
		database.batchUpdate("insert into care_case (id, reference, link_hash, consent_version, consented_at, sent_at, "
				+ "outcome) " + "values (?, ?, ?, 'test', ?, ?, ?)", intakes);
		database.batchUpdate("insert into worklist_item (case_id, reference, client, need, waits, level_rank, since) "
				+ "values (?, ?, ?, ?, ?, ?, ?)", items);
		database.batchUpdate("insert into worklist_word (word, case_id) values (?, ?)", words);
		return database;
	}

}
