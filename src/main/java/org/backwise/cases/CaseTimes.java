package org.backwise.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The time within a case, which never runs backwards. What came first decides there: a
 * stop after a check-in holds, and one that a clock set back dates before it would not.
 */
@Repository
class CaseTimes {

	private static final String LAST = "select max(moment) from ("
			+ "select max(decided_at) as moment from case_step where case_id = ? union all "
			+ "select max(sent_at) from case_round where case_id = ? union all "
			+ "select max(recorded_at) from case_clearance where case_id = ?) all_of_it";

	private final JdbcClient jdbc;

	private final Clock clock;

	CaseTimes(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Now, or just after the last that happened; to be asked while the case is locked.
	 */
	Instant next(CaseId id) {
		Instant now = this.clock.instant();
		Instant last = last(id);
		return (last != null && last.isAfter(now)) ? last.plus(1, ChronoUnit.MICROS) : now;
	}

	private @Nullable Instant last(CaseId id) {
		return this.jdbc.sql(LAST)
			.params(id.value(), id.value(), id.value())
			.query((row, index) -> row.getObject(1, OffsetDateTime.class))
			.stream()
			.filter(Objects::nonNull)
			.findFirst()
			.map(OffsetDateTime::toInstant)
			.orElse(null);
	}

}
