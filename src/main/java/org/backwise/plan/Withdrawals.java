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

	/** A stretch of an index that holds filter and order. */
	static final String BEFORE = "select intake, decided_at from care_decision where kind = 'WITHDRAWN' and decided_at < ? "
			+ "and decided_at >= ? and (decided_at > ? or intake > ?) order by kind, decided_at, intake limit ?";

	private static final UUID FIRST = new UUID(0, 0);

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
	 * @return at most so many, the earliest first
	 */
	public List<Withdrawal> before(Instant time, @Nullable Withdrawal after, int most) {
		OffsetDateTime from = ((after != null) ? after.at() : Instant.EPOCH).atOffset(ZoneOffset.UTC);
		return this.jdbc.sql(BEFORE)
			.params(time.atOffset(ZoneOffset.UTC), from, from, (after != null) ? after.intake().value() : FIRST, most)
			.query((row, index) -> new Withdrawal(new IntakeId(row.getObject("intake", UUID.class)),
					row.getObject("decided_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * Who withdrew, and when.
	 *
	 * @param intake the intake
	 * @param at when
	 */
	public record Withdrawal(IntakeId intake, Instant at) {
	}

}
