package org.backwise.plan;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.intake.IntakeId;

/** The cases whose client wants no more of it. */
@Repository
public class Withdrawals {

	private final JdbcClient jdbc;

	Withdrawals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * When a client withdrew.
	 * @param intake the intake
	 * @return empty when they did not
	 */
	public Optional<Instant> of(IntakeId intake) {
		return this.jdbc.sql("select decided_at from care_decision where intake = ? and kind = 'WITHDRAWN'")
			.param(intake.value())
			.query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.optional();
	}

	/**
	 * Who withdrew before a time.
	 * @param time the time
	 * @param after the last one of the page before, null for the first page
	 * @param most how many
	 * @return at most so many, in the order of their ids
	 */
	public List<IntakeId> before(Instant time, @Nullable IntakeId after, int most) {
		return this.jdbc
			.sql("select intake from care_decision where kind = 'WITHDRAWN' and decided_at < ? and intake > ? "
					+ "order by intake limit ?")
			.params(time.atOffset(ZoneOffset.UTC), (after != null) ? after.value() : new UUID(0, 0), most)
			.query((row, index) -> new IntakeId(row.getObject(1, UUID.class)))
			.list();
	}

}
