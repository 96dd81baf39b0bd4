package org.backwise.statistics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.backwise.Postgres;
import org.backwise.care.PlansAsRows;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Counting a month reads that month only, on both databases. */
class StatisticsPlanTests {

	private static final int ROWS = 20_000;

	private static final OffsetDateTime SINCE = OffsetDateTime.of(2020, 3, 1, 9, 0, 0, 0, ZoneOffset.UTC);

	private static final OffsetDateTime FROM = SINCE.plusDays(700);

	@Test
	void readsTheIndexOnH2() {
		JdbcDataSource source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:statistics-plan;DB_CLOSE_DELAY=-1");
		JdbcTemplate database = filled(source);
		assertThat(rounds(database)).contains("CASE_ROUND_SENT").doesNotContain("tableScan");
		assertThat(steps(database)).contains("CASE_STEP_ACT").doesNotContain("tableScan");
		assertThat(sessions(database)).contains("SESSION_MARK_DAY").doesNotContain("tableScan");
	}

	@Test
	void readsTheIndexOnPostgres() throws Exception {
		JdbcTemplate database = filled(Postgres.database().source());
		database.execute("vacuum analyze");
		assertThat(rounds(database)).contains("case_round_sent").doesNotContain("Seq Scan");
		assertThat(steps(database)).contains("case_step_act").doesNotContain("Seq Scan");
		assertThat(sessions(database)).contains("session_mark_day").doesNotContain("Seq Scan");
	}

	private static String rounds(JdbcTemplate database) {
		return explained(database, Happened.ROUNDS, FROM, FROM.plusDays(30));
	}

	private static String steps(JdbcTemplate database) {
		return explained(database, Happened.STEPS, FROM, FROM.plusDays(30));
	}

	private static String sessions(JdbcTemplate database) {
		return explained(database, Happened.SESSIONS, FROM.toLocalDate(), FROM.toLocalDate().plusDays(30));
	}

	private static String explained(JdbcTemplate database, String sql, Object... parameters) {
		return String.join("\n", database.queryForList("explain " + sql, String.class, parameters));
	}

	private static JdbcTemplate filled(DataSource source) {
		Flyway.configure().dataSource(source).javaMigrations(new PlansAsRows()).load().migrate();
		JdbcTemplate database = new JdbcTemplate(source);
		database.update("insert into knowledge_base values ('hash', 'test', '{}', ?)", SINCE);
		List<Object[]> cases = new ArrayList<>();
		List<Object[]> rounds = new ArrayList<>();
		List<Object[]> steps = new ArrayList<>();
		List<Object[]> marks = new ArrayList<>();
		UUID somebody = UUID.randomUUID();
		for (int i = 0; i < ROWS; i++) {
			UUID id = UUID.randomUUID();
			OffsetDateTime at = SINCE.plusHours(i);
			LocalDate day = at.toLocalDate();
			cases.add(new Object[] { id, "R%07d".formatted(i), "link" + i, at, at });
			rounds.add(new Object[] { id, at });
			steps.add(new Object[] { id, (i % 2 == 0) ? "APPROVE" : "FOLLOW_UP", at });
			marks.add(new Object[] { id, day, day, somebody, at });
		}
		database.batchUpdate("insert into care_case (id, reference, link_hash, consent_version, consented_at, sent_at, "
				+ "outcome) values (?, ?, ?, 'test', ?, ?, 'care-plan')", cases);
		database.batchUpdate("insert into case_round (case_id, number, kind, sent_at, outcome, answers, wording, "
				+ "changes, decision, schema_number, rules) values (?, 1, 'FIRST', ?, 'care-plan', '{}', '[]', '[]', "
				+ "'{}', 4, 'hash')", rounds);
		database.batchUpdate("insert into case_step (case_id, version, act, decided_at) values (?, 1, ?, ?)", steps);
		database.batchUpdate("insert into session_mark (case_id, number, state, planned_day, live_day, marked_by, "
				+ "marked_at, version) values (?, 1, 'KEPT', ?, ?, ?, ?, 0)", marks);
		return database;
	}

}
