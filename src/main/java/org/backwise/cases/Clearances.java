package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clearances in the database. */
@Repository
class Clearances {

	private final JdbcClient jdbc;

	Clearances(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(CaseId id, Clearance clearance) {
		this.jdbc
			.sql("insert into case_clearance (id, case_id, cleared_by, cleared_on, limits, recorded_by, recorded_at) "
					+ "values (?, ?, ?, ?, ?, ?, ?)")
			.params(UUID.randomUUID(), id.value(), clearance.by(), clearance.on(), clearance.limits(),
					clearance.recordedBy(), clearance.recordedAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<Clearance> of(CaseId id) {
		return this.jdbc
			.sql("select cleared_by, cleared_on, limits, recorded_by, recorded_at from case_clearance "
					+ "where case_id = ? and withdrawn_at is null order by recorded_at desc limit 1")
			.param(id.value())
			.query((row, index) -> new Clearance(row.getString(1), row.getObject(2, LocalDate.class), row.getString(3),
					row.getObject(4, UUID.class), row.getObject(5, OffsetDateTime.class).toInstant()))
			.optional();
	}

	void withdraw(CaseId id, Instant at) {
		this.jdbc.sql("update case_clearance set withdrawn_at = ? where case_id = ? and withdrawn_at is null")
			.params(at.atOffset(ZoneOffset.UTC), id.value())
			.update();
	}

}
