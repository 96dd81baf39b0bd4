package org.backwise.desk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import org.backwise.cases.CaseState;

/** The rows of the worklist as they are written. */
@Repository
class WorklistRows {

	/** Whose cases are that nobody looks after. */
	static final UUID NOBODY = new UUID(0, 0);

	/** How rows are drawn now. Those of a lower number are drawn again. */
	static final int DRAWN = 1;

	private static final int BATCH = 1_000;

	private static final String ADD = "insert into worklist_item (case_id, reference, client, state, need, waits, "
			+ "level_rank, since, filed, place, drawn, account) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce("
			+ "(select a.account from case_assignment a where a.case_id = ?), cast('" + NOBODY + "' as uuid)))";

	private static final String UPDATE = "update worklist_item set client = ?, state = ?, need = ?, waits = ?, "
			+ "level_rank = ?, since = ?, filed = ?, place = ?, drawn = ? where case_id = ?";

	private final JdbcTemplate jdbc;

	WorklistRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A row as it is stored.
	 *
	 * @param caseId the case
	 * @param reference its reference
	 * @param client what to call the client, null when they did not say
	 * @param reach how they are reached, null when they did not say
	 * @param state where the case stands
	 * @param need what it needs
	 * @param rank its rank among those that wait
	 * @param since since when it needs that
	 */
	record Row(UUID caseId, String reference, @Nullable String client, @Nullable String reach, CaseState state,
			Need need, int rank, Instant since) {

		boolean waits() {
			return this.need != Need.DONE;
		}

		/** The list it is filed in, empty for none. */
		String filed() {
			return CaseList.of(this.state).map(CaseList::toString).orElse("");
		}

		String place() {
			return CaseList.of(this.state)
				.map((list) -> list.place(this.client, this.reference, this.since))
				.orElse("");
		}

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
		addWords(words(List.of(row), WorklistRows::words));
	}

	/** Adds rows that are not there. */
	void add(List<Row> rows) {
		addItems(rows);
		addWords(words(rows, WorklistRows::words));
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
		return this.jdbc.update(UPDATE, row.client(), row.state().toString(), row.need().toString(), row.waits(),
				row.rank(), row.since().atOffset(ZoneOffset.UTC), row.filed(), row.place(), DRAWN, row.caseId()) > 0;
	}

	private void addItems(List<Row> rows) {
		this.jdbc.batchUpdate(ADD, rows, BATCH, (statement, row) -> {
			statement.setObject(1, row.caseId());
			statement.setString(2, row.reference());
			statement.setString(3, row.client());
			statement.setString(4, row.state().toString());
			statement.setString(5, row.need().toString());
			statement.setBoolean(6, row.waits());
			statement.setInt(7, row.rank());
			statement.setObject(8, row.since().atOffset(ZoneOffset.UTC));
			statement.setString(9, row.filed());
			statement.setString(10, row.place());
			statement.setInt(11, DRAWN);
			statement.setObject(12, row.caseId());
		});
	}

	/** Gives a row to somebody. */
	void give(UUID caseId, @Nullable UUID account) {
		this.jdbc.update("update worklist_item set account = ? where case_id = ?", (account != null) ? account : NOBODY,
				caseId);
	}

	/**
	 * Gives rows from before there were lists their place, and the words by which they
	 * are found since. Whoever comes second to a row leaves it alone.
	 */
	void drawAgain(List<Row> rows) {
		List<Row> mine = new ArrayList<>();
		int[][] changed = this.jdbc.batchUpdate(
				"update worklist_item set place = ?, drawn = ? where case_id = ? and drawn < ?", rows, BATCH,
				(statement, row) -> {
					statement.setString(1, row.place());
					statement.setInt(2, DRAWN);
					statement.setObject(3, row.caseId());
					statement.setInt(4, DRAWN);
				});
		for (int i = 0; i < rows.size(); i++) {
			if (changed[i / BATCH][i % BATCH] > 0) {
				mine.add(rows.get(i));
			}
		}
		addWords(words(mine, (row) -> SearchWords.of((row.reach() != null) ? row.reach() : "")));
	}

	/** In the order of the index, so that many at once touch each part of it once. */
	private static List<Word> words(List<Row> rows, Function<Row, Set<String>> words) {
		return rows.stream()
			.flatMap((row) -> words.apply(row).stream().map((word) -> new Word(word, row.caseId())))
			.sorted(Comparator.comparing(Word::word))
			.toList();
	}

	private static Set<String> words(Row row) {
		return SearchWords.of(row.reference(), row.client(), row.reach());
	}

	private void addWords(List<Word> words) {
		this.jdbc.batchUpdate("insert into worklist_word (word, case_id) values (?, ?)", words, BATCH,
				WorklistRows::word);
	}

	private static void word(PreparedStatement statement, Word word) throws SQLException {
		statement.setString(1, word.word());
		statement.setObject(2, word.caseId());
	}

}
