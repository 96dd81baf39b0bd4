package org.backwise.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the worklist as they are written. */
@Repository
class WorklistRows {

	private static final int BATCH = 1_000;

	private final JdbcTemplate jdbc;

	WorklistRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/** A row as it is stored. */
	record Row(UUID caseId, String reference, @Nullable String client, Need need, int rank, Instant since) {

		@Override
		public String toString() {
			return "worklist " + this.reference;
		}

	}

	private record Word(String word, UUID caseId) {
	}

	/** Puts a row where it belongs now, whether it was there or not. */
	void put(Row row) {
		if (update(row) || (!isFirstHere(row) && update(row))) {
			this.jdbc.update("delete from worklist_word where case_id = ?", row.caseId());
		}
		addWords(List.of(row));
	}

	/** Adds rows that are not there. */
	void add(List<Row> rows) {
		addItems(rows);
		addWords(rows);
	}

	/**
	 * Somebody else may be drawing the same row at this moment; then theirs is there
	 * first, and what was done in this transaction so far must not be lost for it.
	 */
	private boolean isFirstHere(Row row) {
		return Boolean.TRUE.equals(this.jdbc.execute((Connection connection) -> {
			Savepoint before = connection.setSavepoint();
			try {
				addItems(List.of(row));
				return true;
			}
			catch (DuplicateKeyException ex) {
				connection.rollback(before);
				return false;
			}
		}));
	}

	private boolean update(Row row) {
		return this.jdbc.update(
				"update worklist_item set client = ?, need = ?, waits = ?, level_rank = ?, since = ? where case_id = ?",
				row.client(), row.need().toString(), row.need() != Need.DONE, row.rank(),
				row.since().atOffset(ZoneOffset.UTC), row.caseId()) > 0;
	}

	private void addItems(List<Row> rows) {
		this.jdbc.batchUpdate("insert into worklist_item (case_id, reference, client, need, waits, level_rank, since) "
				+ "values (?, ?, ?, ?, ?, ?, ?)", rows, BATCH, (statement, row) -> {
					statement.setObject(1, row.caseId());
					statement.setString(2, row.reference());
					statement.setString(3, row.client());
					statement.setString(4, row.need().toString());
					statement.setBoolean(5, row.need() != Need.DONE);
					statement.setInt(6, row.rank());
					statement.setObject(7, row.since().atOffset(ZoneOffset.UTC));
				});
	}

	/** In the order of the index, so that many at once touch each part of it once. */
	private void addWords(List<Row> rows) {
		List<Word> words = rows.stream()
			.flatMap((row) -> SearchWords.of(row.reference(), row.client())
				.stream()
				.map((word) -> new Word(word, row.caseId())))
			.sorted(Comparator.comparing(Word::word))
			.toList();
		this.jdbc.batchUpdate("insert into worklist_word (word, case_id) values (?, ?)", words, BATCH,
				WorklistRows::word);
	}

	private static void word(PreparedStatement statement, Word word) throws SQLException {
		statement.setString(1, word.word());
		statement.setObject(2, word.caseId());
	}

}
