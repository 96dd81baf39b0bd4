package org.backwise;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** The tables of an application that several tests use in turn. */
public final class Tables {

	/** What an application writes at its start, and the journal, which only grows. */
	private static final Set<String> KEPT = Set.of("flyway_schema_history", "journal_entry", "journal_head",
			"journal_person", "knowledge_base", "rules_in_force", "diary_lock");

	private Tables() {
	}

	/**
	 * Empties all tables but those that an application needs to go on.
	 * @param database H2 or PostgreSQL
	 * @param but other tables to leave alone
	 */
	public static void empty(DataSource database, String... but) {
		try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
			List<String> tables = tables(connection);
			tables.removeIf((table) -> KEPT.contains(table) || Stream.of(but).anyMatch(table::equals));
			if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
				statement.execute("set referential_integrity false");
				for (String table : tables) {
					statement.execute("truncate table " + table);
				}
				statement.execute("set referential_integrity true");
			}
			else {
				statement.execute("truncate table " + String.join(", ", tables));
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> tables(Connection connection) throws SQLException {
		List<String> tables = new ArrayList<>();
		try (ResultSet found = connection.getMetaData()
			.getTables(null, connection.getSchema(), null, new String[] { "TABLE", "BASE TABLE" })) {
			while (found.next()) {
				tables.add(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
			}
		}
		return tables;
	}

}
