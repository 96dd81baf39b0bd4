package org.backwise.desk;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.backwise.Postgres;
import org.backwise.desk.Worklist.Stretch;
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

	private static final UUID SOMEBODY = new UUID(7, 7);

	/** Every way in which a list is read, with the index for it. */
	private static final Map<String, Stretch> STRETCHES = Map.of("worklist_waiting",
			Stretch.of(CaseList.TO_DECIDE, null, null), "worklist_need",
			Stretch.of(CaseList.TO_DECIDE, null, Need.REVIEW), "worklist_mine",
			Stretch.of(CaseList.TO_DECIDE, SOMEBODY, null), "worklist_mine_need",
			Stretch.of(CaseList.TO_DECIDE, SOMEBODY, Need.REVIEW), "worklist_filed",
			Stretch.of(CaseList.IN_CARE, null, null), "worklist_mine_filed",
			Stretch.of(CaseList.FINISHED, SOMEBODY, null));

	@Test
	void readsTheIndexOnH2() {
		JdbcDataSource source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:worklist-plan;DB_CLOSE_DELAY=-1");
		JdbcTemplate database = filled(source);
		STRETCHES.forEach((index, stretch) -> plans(database, stretch)
			.forEach((plan) -> assertThat(plan).contains("." + index.toUpperCase(Locale.ROOT) + ":")
				.contains("/* index sorted */")
				.doesNotContain("tableScan")));
		assertThat(found(database)).contains("PRIMARY_KEY").contains("/* index sorted */").doesNotContain("tableScan");
		assertThat(old(database)).contains(".WORKLIST_DRAWN:").doesNotContain("tableScan");
	}

	@Test
	void readsTheIndexOnPostgres() throws Exception {
		JdbcTemplate database = filled(Postgres.database().source());
		Postgres.settle(database);
		STRETCHES.forEach((index, stretch) -> plans(database, stretch)
			.forEach((plan) -> assertThat(plan).contains(" using " + index + " on")
				.doesNotContain("Seq Scan")
				.doesNotContain("Sort")));
		assertThat(found(database)).contains("worklist_word_pkey").doesNotContain("Seq Scan").doesNotContain("Sort");
		assertThat(old(database)).contains(" using worklist_drawn on").doesNotContain("Seq Scan");
	}

	/** A page from the beginning, one further on, and how many there are. */
	private static List<String> plans(JdbcTemplate database, Stretch stretch) {
		List<String> plans = new ArrayList<>();
		if (stretch.columns().contains("filed")) {
			plans.add(explained(database, stretch.places(), stretch, "63", "63", UUID.randomUUID(), 21));
		}
		else {
			plans.add(explained(database, stretch.ranks(), stretch, 1, 9, 21));
			plans.add(explained(database, stretch.rest(), stretch, 4, SINCE, SINCE, UUID.randomUUID(), 21));
		}
		return plans;
	}

	private static String explained(JdbcTemplate database, String sql, Stretch stretch, Object... rest) {
		List<Object> parameters = new ArrayList<>(stretch.values());
		parameters.addAll(List.of(rest));
		return String.join("\n", database.queryForList("explain " + sql, String.class, parameters.toArray()));
	}

	private static String found(JdbcTemplate database) {
		String key = SearchWords.key("client");
		return String.join("\n", database.queryForList("explain " + Worklist.FOUND, String.class, key,
				SearchWords.end(key), key, UUID.randomUUID(), 60));
	}

	private static String old(JdbcTemplate database) {
		return String.join("\n", database.queryForList(
				"explain select case_id from worklist_item where drawn < ? " + "order by drawn, case_id limit ?",
				String.class, 1, 1));
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
			CaseList list = waits ? null : CaseList.values()[1 + i % 2];
			items.add(new Object[] { id, reference, "Client " + i, waits ? "review" : "done", waits, i % 5,
					SINCE.plusSeconds(i % 4000), (list != null) ? list.toString() : "",
					(list != null) ? list.place("Client " + i, reference, SINCE.plusSeconds(i).toInstant()) : "",
					(i % 50 == 0 || i % 50 == 1 || i % 50 == 7) ? SOMEBODY : new UUID(i % 50, 0), 1 });
			SearchWords.of(reference, "Client " + i, "07700 " + i)
				.forEach((word) -> words.add(new Object[] { word, id }));
		}
		database.batchUpdate("insert into care_case (id, reference, link_hash, consent_version, consented_at, sent_at, "
				+ "outcome) " + "values (?, ?, ?, 'test', ?, ?, ?)", intakes);
		database.batchUpdate("insert into worklist_item (case_id, reference, client, need, waits, level_rank, since, "
				+ "filed, place, account, drawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", items);
		database.batchUpdate("insert into worklist_word (word, case_id) values (?, ?)", words);
		return database;
	}

}
