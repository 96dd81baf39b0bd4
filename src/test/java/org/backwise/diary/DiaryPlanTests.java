package org.backwise.diary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import org.backwise.Postgres;
import org.backwise.care.PlansAsRows;

import static org.assertj.core.api.Assertions.assertThat;

/** The diary reads stretches of an index, on both databases. */
class DiaryPlanTests {

	private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

	private static final int CASES = 2_000;

	private static final int SESSIONS = 10;

	@Test
	void readsTheIndexOnH2() {
		JdbcDataSource source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:diary-plan;DB_CLOSE_DELAY=-1");
		JdbcTemplate database = filled(source);
		database.execute("analyze");
		assertThat(explained(database, DiaryRows.DAYS, DAY, DAY.plusDays(6))).contains("DIARY_DAY")
			.doesNotContain("tableScan");
		assertThat(explained(database, DiaryRows.COUNTS, DAY, DAY.plusDays(6))).contains("DIARY_PENDING")
			.doesNotContain("tableScan");
		assertThat(explained(database, DiaryRows.LEFT, DAY, 11, DAY, 11)).contains("DIARY_PENDING", "DIARY_UNTIMED")
			.containsPattern("(?s)/\\* index sorted.*/\\* index sorted")
			.doesNotContain("tableScan");
		assertThat(explained(database, DiaryRows.NEXT, DAY)).contains("DIARY_PENDING")
			.contains("/* index sorted */")
			.doesNotContain("tableScan");
		assertThat(explained(database, DiaryRows.CLASHES, DAY, DAY.plusDays(14), DAY, DAY.plusDays(14)))
			.contains("DIARY_PENDING")
			.doesNotContain("tableScan");
	}

	@Test
	void readsTheIndexOnPostgres() throws Exception {
		JdbcTemplate database = filled(Postgres.database().source());
		Postgres.settle(database);
		assertThat(explained(database, DiaryRows.DAYS, DAY, DAY.plusDays(6))).contains("diary_day")
			.doesNotContain("Seq Scan");
		assertThat(explained(database, DiaryRows.COUNTS, DAY, DAY.plusDays(6))).contains("diary_pending")
			.doesNotContain("Seq Scan");
		assertThat(explained(database, DiaryRows.LEFT, DAY, 11, DAY, 11)).contains("diary_pending", "diary_untimed")
			.doesNotContain("Seq Scan")
			.doesNotContain("Sort");
		assertThat(explained(database, DiaryRows.NEXT, DAY)).contains("diary_pending")
			.doesNotContain("Seq Scan")
			.doesNotContain("Sort");
		assertThat(explained(database, DiaryRows.CLASHES, DAY, DAY.plusDays(14), DAY, DAY.plusDays(14)))
			.contains("Index")
			.doesNotContain("Seq Scan");
	}

	private static String explained(JdbcTemplate database, String sql, Object... parameters) {
		return String.join("\n", database.queryForList("explain " + sql, String.class, parameters));
	}

	/** About twenty sessions on each day of three years. */
	static JdbcTemplate filled(DataSource source) {
		Flyway.configure().dataSource(source).javaMigrations(new PlansAsRows()).load().migrate();
		JdbcTemplate database = new JdbcTemplate(source);
		List<Object[]> cases = new ArrayList<>();
		List<Object[]> sessions = new ArrayList<>();
		UUID[] therapists = { UUID.randomUUID(), UUID.randomUUID() };
		for (int i = 0; i < CASES; i++) {
			UUID id = UUID.randomUUID();
			cases.add(new Object[] { id, "R%07d".formatted(i), "link" + i, DAY.atStartOfDay(), DAY.atStartOfDay(),
					"care-plan" });
			for (int n = 1; n <= SESSIONS; n++) {
				LocalDate day = DAY.plusDays((i * 7L + n * 37L) % 1000 - 500);
				boolean pending = !day.isBefore(DAY) || i % 50 == 0;
				Integer start = (i % 9 == 0) ? null : 480 + (i % 20) * 30;
				sessions.add(new Object[] { id, n, "R%07d".formatted(i), "Client", day, start,
						(start != null) ? start + 60 : null, 60, therapists[i % 2], null, pending ? "PLANNED" : "KEPT",
						null, pending, pending && start == null, true, n == 1, false, 0, false, false });
			}
		}
		database.batchUpdate("insert into care_case (id, reference, link_hash, consent_version, consented_at, sent_at, "
				+ "outcome) values (?, ?, ?, 'test', ?, ?, ?)", cases);
		database.batchUpdate("insert into diary_session (case_id, number, reference, client, on_day, start_minute, "
				+ "end_minute, minutes, therapist, room, state, stop, pending, untimed, settled, first_visit, checked, "
				+ "cautions, sign, step) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
				sessions);
		database.update(
				"insert into appointment (case_id, number, later, start_minute, minutes, therapist, set_by, set_at) "
						+ "select case_id, number, false, start_minute, minutes, therapist, case_id, current_timestamp "
						+ "from diary_session");
		List<Object[]> notes = sessions.stream()
			.filter((session) -> session[10].equals("KEPT"))
			.map((session) -> new Object[] { UUID.randomUUID(), session[0], session[1], "s", "o", "a", "p",
					UUID.randomUUID(), DAY.atStartOfDay(), DAY.atStartOfDay(), DAY.atStartOfDay(), 0 })
			.toList();
		database.batchUpdate("insert into soap_note (id, case_id, number, subjective, objective, assessment, "
				+ "next_steps, author, begun_at, saved_at, signed_at, version) "
				+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", notes);
		return database;
	}

}
