package org.backwise.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.backwise.Postgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Two PostgreSQL servers: one that works, and one that follows it and is waited for with
 * each commit.
 */
final class Pair implements AutoCloseable {

	private static final String STANDBY = "follower";

	/** Tenths of a second. */
	private static final int LONGEST = 600;

	private final String programs;

	private final Path folder;

	private final int first;

	private final int second;

	private final List<Process> servers = new ArrayList<>();

	/**
	 * Starts both.
	 * @param programs the folder with initdb and postgres
	 * @param folder where both are kept
	 * @param commit what each commit waits for: on or remote_apply
	 */
	Pair(String programs, Path folder, String commit) throws Exception {
		this.first = OwnProcess.freePort();
		this.second = OwnProcess.freePort();
		this.programs = programs;
		this.folder = folder;
		Path primary = folder.resolve("primary");
		Path standby = folder.resolve("standby");
		run("initdb", "-D", primary.toString(), "-U", Postgres.USER, "-A", "trust", "-E", "UTF8", "--no-sync");
		settings(primary, "unix_socket_directories = ''", "listen_addresses = 'localhost'", "wal_level = replica",
				"hot_standby = on");
		copy(primary, standby);
		settings(primary, "port = " + this.first, "synchronous_standby_names = '" + STANDBY + "'",
				"synchronous_commit = " + commit);
		settings(standby, "port = " + this.second, "primary_conninfo = 'host=localhost port=" + this.first + " user="
				+ Postgres.USER + " application_name=" + STANDBY + "'");
		Files.createFile(standby.resolve("standby.signal"));
		start(primary);
		start(standby);
		await(this.first, "select count(*) = 1 from pg_stat_replication where sync_state = 'sync'");
		ask(this.first, (jdbc) -> jdbc.sql("create database backwise").update());
	}

	/** The address of whichever works. */
	String url() {
		return "jdbc:postgresql://localhost:" + this.first + ",localhost:" + this.second
				+ "/backwise?targetServerType=primary&hostRecheckSeconds=1";
	}

	/** Kills the one that works, with all its processes, as a power cut would. */
	void killPrimary() throws InterruptedException {
		Process primary = this.servers.get(0);
		List<ProcessHandle> all = new ArrayList<>(primary.descendants().toList());
		primary.destroyForcibly();
		all.forEach(ProcessHandle::destroyForcibly);
		primary.waitFor(20, TimeUnit.SECONDS);
	}

	/** Makes the other one work. */
	void promote() {
		ask(this.second, (jdbc) -> jdbc.sql("select pg_promote()").query(Boolean.class).single());
	}

	/** What the one says that took over. */
	<T> T askSecond(Function<JdbcClient, T> question) {
		return ask(this.second, "backwise", question);
	}

	private void start(Path data) throws Exception {
		List<String> command = asUser("postgres", "-D", data.toString());
		this.servers.add(new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve(data.getFileName() + ".log").toFile())
			.start());
		int port = (this.servers.size() == 1) ? this.first : this.second;
		await(port, "select true");
	}

	private static void await(int port, String question) throws InterruptedException {
		for (int i = 0; i < LONGEST; i++) {
			try {
				if (Boolean.TRUE.equals(ask(port, (jdbc) -> jdbc.sql(question).query(Boolean.class).single()))) {
					return;
				}
			}
			catch (RuntimeException ex) {
				// Not yet.
			}
			Thread.sleep(100);
		}
		throw new IllegalStateException("The servers do not come up: " + question);
	}

	private static <T> T ask(int port, Function<JdbcClient, T> question) {
		return ask(port, "postgres", question);
	}

	private static <T> T ask(int port, String database, Function<JdbcClient, T> question) {
		try (Connection connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database,
				Postgres.USER, "")) {
			return question.apply(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void run(String program, String... arguments) throws Exception {
		Process process = new ProcessBuilder(asUser(program, arguments)).redirectErrorStream(true)
			.redirectOutput(this.folder.resolve(program + ".log").toFile())
			.start();
		if (process.waitFor() != 0) {
			throw new IllegalStateException(Files.readString(this.folder.resolve(program + ".log")));
		}
	}

	/** PostgreSQL does not run as root; in a space of users of its own nobody is. */
	private List<String> asUser(String program, String... arguments) {
		List<String> command = new ArrayList<>();
		if ("root".equals(System.getProperty("user.name"))) {
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(Path.of(this.programs, program).toString());
		command.addAll(List.of(arguments));
		return command;
	}

	private static void settings(Path data, String... lines) throws IOException {
		Path file = data.resolve("postgresql.conf");
		Files.writeString(file, Files.readString(file) + String.join("\n", lines) + "\n");
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> all = Files.walk(from)) {
			all.forEach((path) -> {
				try {
					Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	@Override
	public void close() {
		for (Process server : this.servers) {
			server.descendants().forEach(ProcessHandle::destroyForcibly);
			server.destroyForcibly();
			server.onExit().join();
		}
	}

}
