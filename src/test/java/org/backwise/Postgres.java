package org.backwise;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One PostgreSQL server for all tests, started by the first that asks and stopped with
 * the process.
 */
public final class Postgres {

	/** Who owns the databases; there is no password. */
	public static final String USER = "postgres";

	private static @Nullable EmbeddedPostgres server;

	private static int databases;

	private Postgres() {
	}

	/**
	 * A database of one's own.
	 *
	 * @param url its address
	 * @param source connections to it
	 */
	public record Database(String url, DataSource source) {
	}

	/**
	 * Gathers what the planner knows of a database and leaves it index scans only: with
	 * so few rows a bitmap costs about the same, and which one wins is the luck of the
	 * sample.
	 * @param database the one to ask for plans
	 */
	public static void settle(JdbcTemplate database) {
		database.execute("vacuum analyze");
		String name = database.queryForObject("select current_database()", String.class);
		database.execute("alter database " + name + " set enable_bitmapscan = off");
	}

	/**
	 * Makes an empty database.
	 * @return a database that nobody else uses
	 */
	public static synchronized Database database() throws IOException, SQLException {
		EmbeddedPostgres running = server;
		if (running == null) {
			running = EmbeddedPostgres.start();
			server = running;
		}
		databases++;
		String name = "test_" + databases;
		try (Connection connection = running.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		return new Database(running.getJdbcUrl(USER, name), running.getDatabase(USER, name));
	}

}
