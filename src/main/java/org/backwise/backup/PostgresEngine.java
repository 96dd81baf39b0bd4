package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A database of PostgreSQL. What is counted and what is dumped is one snapshot; a copy is
 * restored into a database of its own on the same server, which takes the old one's name.
 */
final class PostgresEngine implements Engine {

	/** Where one asks for other databases. */
	private static final String MAINTENANCE = "postgres";

	private static final String NO_RIGHT = "42501";

	private static final String IN_USE = "55006";

	private static final int TRIES = 50;

	private static final long BETWEEN = 100;

	private final PostgresServer server;

	private final String folder;

	PostgresEngine(PostgresServer server, String tools) {
		this.server = server;
		this.folder = tools;
	}

	@Override
	public String name() {
		return "postgresql";
	}

	@Override
	public String fileName() {
		return "backwise.dump";
	}

	@Override
	public void requireKept() {
		// Always.
	}

	@Override
	public Archive take(DataSource live, Path folder, Instant at) throws IOException {
		Path file = folder.resolve(fileName());
		try (Connection connection = live.getConnection()) {
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute("set transaction isolation level repeatable read, read only");
				String snapshot = one(statement, "select pg_export_snapshot()");
				SortedMap<String, Long> counts = Counts.of(connection);
				new PostgresTools(this.server, this.folder).run(folder, PostgresTools.DUMP, "--format=custom",
						"--no-owner", "--no-privileges", "--snapshot=" + snapshot, "--file=" + file);
				return new Archive(new Manifest(name(), at, counts), file);
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new BackupFailedException(Trouble.DATABASE, "", ex);
		}
	}

	@Override
	public Copy unpack(Path file, Path folder) throws IOException {
		String name = this.server.database() + "_check_"
				+ Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
		create(name);
		Copy copy = new Copy(name, this.server.other(name).access(), () -> drop(name));
		try {
			new PostgresTools(this.server.other(name), this.folder).run(folder, PostgresTools.RESTORE, "--no-owner",
					"--no-privileges", "--exit-on-error", "--single-transaction", "--dbname=" + name, file.toString());
			return copy;
		}
		catch (BackupFailedException | IOException ex) {
			copy.close();
			throw ex;
		}
	}

	/** With letters and order of the database it is a copy of, when there is one. */
	private void create(String name) {
		try (Connection connection = maintenance(); Statement statement = connection.createStatement()) {
			statement.execute("create database " + quoted(name) + " template template0" + locale(statement));
		}
		catch (SQLException ex) {
			throw new BackupFailedException(NO_RIGHT.equals(ex.getSQLState()) ? Trouble.NO_RIGHT : Trouble.DATABASE,
					this.server.access().user(), ex);
		}
	}

	private String locale(Statement statement) throws SQLException {
		try (ResultSet found = statement
			.executeQuery("select pg_encoding_to_char(encoding), datcollate, datctype from pg_database where datname = "
					+ text(this.server.database()))) {
			return !found.next() ? " encoding 'UTF8'" : " encoding " + text(found.getString(1)) + " lc_collate "
					+ text(found.getString(2)) + " lc_ctype " + text(found.getString(3));
		}
	}

	private void drop(String name) {
		try (Connection connection = maintenance(); Statement statement = connection.createStatement()) {
			whenFree(() -> statement.execute("drop database if exists " + quoted(name)));
		}
		catch (SQLException ex) {
			throw new BackupFailedException(Trouble.DATABASE, "", ex);
		}
	}

	@Override
	public void admit(boolean replace) {
		try (Connection connection = maintenance(); Statement statement = connection.createStatement()) {
			String name = text(this.server.database());
			if (one(statement, "select count(*) from pg_database where datname = " + name).equals("0")) {
				return;
			}
			whenFree(() -> {
				if (!one(statement, "select count(*) from pg_stat_activity where datname = " + name).equals("0")) {
					throw new SQLException("Somebody is connected", IN_USE);
				}
			});
			if (!replace && !isEmpty()) {
				throw new BackupFailedException(Trouble.NOT_EMPTY, this.server.database(), null);
			}
		}
		catch (SQLException ex) {
			throw new BackupFailedException(IN_USE.equals(ex.getSQLState()) ? Trouble.IN_USE : Trouble.DATABASE, "",
					ex);
		}
	}

	private boolean isEmpty() throws SQLException {
		try (Connection connection = this.server.access().source().getConnection()) {
			return Counts.of(connection).isEmpty();
		}
	}

	@Override
	public @Nullable String put(Copy copy, Instant at) throws IOException {
		copy.stay();
		copy.close();
		String place = this.server.database();
		String aside = place + "_before_" + Disk.stamp(at).toLowerCase(Locale.ROOT);
		try (Connection connection = maintenance(); Statement statement = connection.createStatement()) {
			boolean there = !one(statement, "select count(*) from pg_database where datname = " + text(place))
				.equals("0");
			whenFree(() -> {
				connection.setAutoCommit(false);
				try {
					if (there) {
						statement.execute("alter database " + quoted(place) + " rename to " + quoted(aside));
					}
					statement.execute("alter database " + quoted(copy.name()) + " rename to " + quoted(place));
					connection.commit();
				}
				finally {
					connection.rollback();
				}
			});
			return there ? aside : null;
		}
		catch (SQLException ex) {
			drop(copy.name());
			throw new BackupFailedException(IN_USE.equals(ex.getSQLState()) ? Trouble.IN_USE : Trouble.DATABASE, "",
					ex);
		}
	}

	@Override
	public Copy placed() {
		return new Copy(this.server.database(), this.server.access(), () -> {
		});
	}

	private Connection maintenance() throws SQLException {
		return this.server.other(MAINTENANCE).access().source().getConnection();
	}

	/** A connection that was just closed is counted for a moment longer. */
	private static void whenFree(Step step) throws SQLException {
		for (int tried = 1;; tried++) {
			try {
				step.take();
				return;
			}
			catch (SQLException ex) {
				if (!IN_USE.equals(ex.getSQLState()) || tried == TRIES) {
					throw ex;
				}
				pause();
			}
		}
	}

	private static void pause() {
		try {
			Thread.sleep(BETWEEN);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static String one(Statement statement, String query) throws SQLException {
		try (ResultSet found = statement.executeQuery(query)) {
			return found.next() ? found.getString(1) : "";
		}
	}

	private static String quoted(String name) {
		return '"' + name.replace("\"", "\"\"") + '"';
	}

	private static String text(String value) {
		return "'" + value.replace("'", "''") + "'";
	}

	/** What may have to wait. */
	private interface Step {

		void take() throws SQLException;

	}

}
