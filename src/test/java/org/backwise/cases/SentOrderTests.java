package org.backwise.cases;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.backwise.Postgres;
import org.backwise.care.PlansAsRows;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Looking for what is old enough to go reads a stretch of an index and sorts nothing. */
class SentOrderTests {

	private static final OffsetDateTime SENT = OffsetDateTime.of(2027, 3, 1, 9, 0, 0, 0, ZoneOffset.UTC);

	@Test
	void readsTheIndexOnH2() {
		JdbcDataSource source = new JdbcDataSource();
		source.setUrl("jdbc:h2:mem:sent-order;DB_CLOSE_DELAY=-1");
		assertThat(explained(filled(source))).contains("CASE_SENT_ORDER")
			.contains("/* index sorted */")
			.doesNotContain("tableScan");
	}

	@Test
	void readsTheIndexOnPostgres() throws Exception {
		JdbcTemplate database = filled(Postgres.database().source());
		Postgres.settle(database);
		assertThat(explained(database)).contains("case_sent_order").doesNotContain("Seq Scan").doesNotContain("Sort");
	}

	private static String explained(JdbcTemplate database) {
		return String.join("\n", database.queryForList("explain " + CaseRows.SENT_BEFORE, String.class, "referral",
				SENT.plusMinutes(4_000), SENT, SENT, new UUID(0, 0), 200));
	}

	private static JdbcTemplate filled(DataSource source) {
		Flyway.configure().dataSource(source).javaMigrations(new PlansAsRows()).load().migrate();
		JdbcTemplate database = new JdbcTemplate(source);
		List<Object[]> intakes = IntStream.range(0, 5_000)
			.mapToObj((i) -> new Object[] { UUID.randomUUID(), "R" + i, "link" + i, SENT, SENT.plusMinutes(i),
					(i % 5 == 0) ? "care-plan" : "referral" })
			.toList();
		database.batchUpdate("insert into care_case (id, reference, link_hash, consent_version, consented_at, sent_at, "
				+ "outcome) " + "values (?, ?, ?, 'test', ?, ?, ?)", intakes);
		database
			.update("insert into case_contact (case_id, name, given_at) select id, 'Somebody', sent_at from care_case");
		database.update("insert into case_opening (case_id, opened_at) select id, sent_at from care_case");
		return database;
	}

}
