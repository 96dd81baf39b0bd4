package org.backwise.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.rules.Change.Direction;
import org.backwise.rules.Change.Point;

/** Comparisons and what they found, in the database. */
@Repository
class ComparedRows {

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final JsonMapper json;

	ComparedRows(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
		this.jdbc = jdbc;
		this.batches = batches;
		this.json = json;
	}

	/**
	 * Only the newest comparison is kept, so that its list and its numbers always fit.
	 */
	UUID begin(String candidate, String running, Instant at) {
		this.jdbc.sql("delete from rules_comparison").update();
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("insert into rules_comparison (id, candidate, running, started_at, progressed_at, intakes, tighter, "
					+ "looser, otherwise, undecided) values (?, ?, ?, ?, ?, 0, 0, 0, 0, 0)")
			.params(id, candidate, running, at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC))
			.update();
		return id;
	}

	void add(UUID comparison, List<Found> found) {
		List<Object[]> rows = found.stream()
			.map((one) -> new Object[] { comparison, one.position(), one.change().direction().name(), one.caseId(),
					one.reference(), this.json.writeValueAsString(one.change().points()) })
			.toList();
		this.batches.batchUpdate(
				"insert into rules_change (comparison, position, direction, case_id, reference, points) values (?, ?, ?, ?, ?, ?)",
				rows);
	}

	/** Says how far it is; false when a newer comparison took its place. */
	boolean progress(UUID comparison, long intakes, Map<Direction, Long> counts, Instant at) {
		return this.jdbc
			.sql("update rules_comparison set intakes = ?, tighter = ?, looser = ?, otherwise = ?, undecided = ?, "
					+ "progressed_at = ? where id = ?")
			.params(intakes, counts.getOrDefault(Direction.TIGHTER, 0L), counts.getOrDefault(Direction.LOOSER, 0L),
					counts.getOrDefault(Direction.OTHER, 0L), counts.getOrDefault(Direction.UNDECIDED, 0L),
					at.atOffset(ZoneOffset.UTC), comparison)
			.update() == 1;
	}

	void finish(UUID comparison, Meaning meaning, Instant at) {
		this.jdbc.sql("update rules_comparison set meaning = ?, meaning_looser = ?, finished_at = ? where id = ?")
			.params(this.json.writeValueAsString(meaning.lines()), meaning.looser(), at.atOffset(ZoneOffset.UTC),
					comparison)
			.update();
	}

	Optional<Compared> find(String candidate, String running) {
		return this.jdbc.sql("select * from rules_comparison where candidate = ? and running = ?")
			.params(candidate, running)
			.query(this::compared)
			.optional();
	}

	List<Listed> page(UUID comparison, Direction direction, long after, int most) {
		return this.jdbc
			.sql("select position, reference, points from rules_change where comparison = ? and direction = ? "
					+ "and position > ? order by position limit ?")
			.params(comparison, direction.name(), after, most)
			.query((row, index) -> new Listed(row.getLong(1), row.getString(2),
					this.json.readValue(row.getString(3), new TypeReference<List<Point>>() {
					})))
			.list();
	}

	private Compared compared(ResultSet row, int index) throws SQLException {
		String meaning = row.getString("meaning");
		boolean looser = row.getBoolean("meaning_looser");
		return new Compared(row.getObject("id", UUID.class), instant(row, "started_at"), instant(row, "progressed_at"),
				row.getObject("finished_at") != null ? instant(row, "finished_at") : null, row.getLong("intakes"),
				row.getLong("tighter"), row.getLong("looser"), row.getLong("otherwise"), row.getLong("undecided"),
				lines(meaning), (row.getObject("meaning_looser") != null) ? looser : null);
	}

	private List<String> lines(@Nullable String meaning) {
		return (meaning != null) ? this.json.readValue(meaning, new TypeReference<List<String>>() {
		}) : List.of();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** A decision that would change, with its place in the list. */
	record Found(long position, UUID caseId, String reference, Change change) {
	}

	/** The same as it is listed. */
	record Listed(long position, String reference, List<Point> points) {
	}

}
