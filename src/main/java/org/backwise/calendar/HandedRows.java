package org.backwise.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.backwise.cases.CaseId;

/** What was handed out to calendars, in the database. */
@Repository
class HandedRows {

	private static final String OF_ALL = "select * from calendar_event where audience = ?";

	private static final int BATCH = 500;

	private final JdbcTemplate jdbc;

	HandedRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** All that an audience was told, of one case or of any. */
	List<Handed> of(String audience, @Nullable CaseId only) {
		return (only != null)
				? this.jdbc.query(OF_ALL + " and case_id = ?", (row, index) -> handed(row), audience, only.value())
				: this.jdbc.query(OF_ALL, (row, index) -> handed(row), audience);
	}

	private static Handed handed(ResultSet row) throws SQLException {
		OffsetDateTime start = row.getObject("start_at", OffsetDateTime.class);
		Slot slot = new Slot(row.getObject("case_id", UUID.class), row.getInt("number"), row.getString("reference"),
				row.getObject("on_day", LocalDate.class), (start != null) ? start.toInstant() : null,
				row.getInt("minutes"), Slot.Status.valueOf(row.getString("status")),
				row.getObject("therapist", UUID.class), row.getString("room"));
		return new Handed(slot, row.getInt("sequence"), row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

	void add(String audience, List<Handed> all) {
		if (!all.isEmpty()) {
			this.jdbc.batchUpdate(
					"insert into calendar_event (reference, on_day, start_at, minutes, status, "
							+ "therapist, room, sequence, changed_at, audience, case_id, number) "
							+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
					all.stream().map((one) -> values(audience, one)).toList(), types());
		}
	}

	/**
	 * Writes what has changed.
	 * @param before the numbers that were read; whoever reads at the same time loses
	 * @throws OptimisticLockingFailureException when somebody else told it meanwhile
	 */
	void change(String audience, List<Handed> all, List<Integer> before) {
		if (all.isEmpty()) {
			return;
		}
		List<Object[]> rows = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			Object[] row = Arrays.copyOf(values(audience, all.get(i)), 13);
			row[12] = before.get(i);
			rows.add(row);
		}
		int[] types = Arrays.copyOf(types(), 13);
		types[12] = Types.INTEGER;
		int[] done = this.jdbc.batchUpdate("update calendar_event set reference = ?, on_day = ?, start_at = ?, "
				+ "minutes = ?, status = ?, therapist = ?, room = ?, sequence = ?, changed_at = ? "
				+ "where audience = ? and case_id = ? and number = ? and sequence = ?", rows, types);
		if (Arrays.stream(done).anyMatch((count) -> count == 0)) {
			throw new OptimisticLockingFailureException("Another calendar was told at the same time");
		}
	}

	void forget(String audience, List<Slot.Key> keys) {
		this.jdbc.batchUpdate("delete from calendar_event where audience = ? and case_id = ? and number = ?", keys,
				BATCH, (statement, key) -> {
					statement.setString(1, audience);
					statement.setObject(2, key.caseId());
					statement.setInt(3, key.number());
				});
	}

	void forget(CaseId id) {
		this.jdbc.update("delete from calendar_event where case_id = ?", id.value());
	}

	private static Object[] values(String audience, Handed one) {
		Slot slot = one.slot();
		Instant start = slot.start();
		return new Object[] { slot.reference(), slot.day(), (start != null) ? start.atOffset(ZoneOffset.UTC) : null,
				slot.minutes(), slot.status().name(), slot.therapist(), slot.room(), one.sequence(),
				one.changedAt().atOffset(ZoneOffset.UTC), audience, slot.caseId(), slot.number() };
	}

	private static int[] types() {
		return new int[] { Types.VARCHAR, Types.DATE, Types.TIMESTAMP_WITH_TIMEZONE, Types.INTEGER, Types.VARCHAR,
				Types.OTHER, Types.VARCHAR, Types.INTEGER, Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR, Types.OTHER,
				Types.INTEGER };
	}

}
