package org.backwise.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases whose client wants no more of it. */
@Repository
public class Withdrawals {

	/** A stretch of an index that holds filter and order. */
	static final String BEFORE = "select case_id, decided_at from case_step where act = 'WITHDRAW' and decided_at < ? "
			+ "and decided_at >= ? and (decided_at > ? or case_id > ?) order by act, decided_at, case_id limit ?";

	private static final UUID FIRST = new UUID(0, 0);

	private final JdbcClient jdbc;

	Withdrawals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * When a client withdrew.
	 * @param id the case
	 * @return empty when they did not
	 */
	public Optional<Instant> of(CaseId id) {
		return this.jdbc.sql("select decided_at from case_step where case_id = ? and act = 'WITHDRAW'")
			.param(id.value())
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
			.params(time.atOffset(ZoneOffset.UTC), from, from, (after != null) ? after.id().value() : FIRST, most)
			.query((row, index) -> new Withdrawal(new CaseId(row.getObject("case_id", UUID.class)),
					row.getObject("decided_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * Who withdrew, and when.
	 *
	 * @param id the case
	 * @param at when
	 */
	public record Withdrawal(CaseId id, Instant at) {
	}

}
