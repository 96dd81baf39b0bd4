package org.backwise.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses at which calendars read, in the database. */
@Repository
class FeedRows {

	private final JdbcClient jdbc;

	FeedRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Feed> withHash(String hash) {
		return one("hash = ?", hash);
	}

	Optional<Feed> find(UUID id) {
		return one("id = ?", id);
	}

	Optional<Feed> ofCase(UUID caseId) {
		return one("case_id = ?", caseId);
	}

	private Optional<Feed> one(String where, Object value) {
		return this.jdbc.sql("select * from calendar_feed where " + where)
			.param(value)
			.query((row, index) -> feed(row))
			.optional();
	}

	/** The feeds of everybody with an account, in the order they were made. */
	List<Feed> ofStaff() {
		return this.jdbc.sql("select * from calendar_feed where case_id is null order by made_at, id")
			.query((row, index) -> feed(row))
			.list();
	}

	private static Feed feed(ResultSet row) throws SQLException {
		return new Feed(row.getObject("id", UUID.class), Feed.Kind.valueOf(row.getString("kind")),
				row.getObject("case_id", UUID.class), row.getObject("account", UUID.class), row.getString("hash"),
				row.getObject("made_at", OffsetDateTime.class).toInstant(),
				row.getObject("last_read", LocalDate.class));
	}

	void add(UUID id, Feed.Kind kind, @Nullable UUID caseId, @Nullable UUID account, String hash, Instant at) {
		this.jdbc.sql("insert into calendar_feed (id, kind, case_id, account, hash, made_at) values (?, ?, ?, ?, ?, ?)")
			.params(id, kind.name(), caseId, account, hash, at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Takes an address back; false when that was done already. */
	boolean remove(UUID id) {
		return this.jdbc.sql("delete from calendar_feed where id = ?").param(id).update() > 0;
	}

	/** A day is enough to see whether an address is in use. */
	void noteRead(UUID id, LocalDate day) {
		this.jdbc.sql("update calendar_feed set last_read = ? where id = ?").params(day, id).update();
	}

	void forget(UUID caseId) {
		this.jdbc.sql("delete from calendar_feed where case_id = ?").param(caseId).update();
	}

}
