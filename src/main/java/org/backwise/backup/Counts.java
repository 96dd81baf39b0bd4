package org.backwise.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many rows each table of a database has. */
final class Counts {

	private static final String TABLES = "select table_name from information_schema.tables "
			+ "where table_schema = current_schema and table_type = 'BASE TABLE' order by table_name";

	private Counts() {
	}

	/** As the database itself counts. */
	static SortedMap<String, Long> of(Connection connection) throws SQLException {
		return each(connection, "select count(*) from ", (rows) -> rows.next() ? rows.getLong(1) : 0);
	}

	/** By reading every row: a database may know a number without looking. */
	static SortedMap<String, Long> reading(Connection connection) throws SQLException {
		return each(connection, "select * from ", (rows) -> {
			long read = 0;
			while (rows.next()) {
				read++;
			}
			return read;
		});
	}

	/** The first table that has other rows than it should, for words. */
	static String firstOther(SortedMap<String, Long> expected, SortedMap<String, Long> found) {
		SortedMap<String, Long> all = new TreeMap<>(expected);
		all.putAll(found);
		return all.keySet()
			.stream()
			.filter((table) -> !Objects.equals(expected.get(table), found.get(table)))
			.findFirst()
			.orElse("");
	}

	private static SortedMap<String, Long> each(Connection connection, String query, Rows rows) throws SQLException {
		SortedMap<String, Long> counts = new TreeMap<>();
		boolean commits = connection.getAutoCommit();
		// PostgreSQL's driver holds all rows at once unless there is a transaction.
		connection.setAutoCommit(false);
		try (Statement statement = connection.createStatement()) {
			statement.setFetchSize(1_000);
			for (String table : tables(statement)) {
				try (ResultSet found = statement.executeQuery(query + '"' + table.replace("\"", "\"\"") + '"')) {
					counts.put(table.toLowerCase(Locale.ROOT), rows.count(found));
				}
			}
		}
		finally {
			if (commits) {
				connection.commit();
				connection.setAutoCommit(true);
			}
		}
		return counts;
	}

	private static List<String> tables(Statement statement) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (ResultSet found = statement.executeQuery(TABLES)) {
			while (found.next()) {
				tables.add(found.getString(1));
			}
		}
		return tables;
	}

	/** Counts rows. */
	private interface Rows {

		long count(ResultSet rows) throws SQLException;

	}

}
