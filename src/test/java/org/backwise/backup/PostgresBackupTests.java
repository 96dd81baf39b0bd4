package org.backwise.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.Postgres;
import org.backwise.backup.BackupMaker.Made;
import org.backwise.journal.Action;
import org.backwise.journal.JournalElsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * There and back again on a real PostgreSQL. Without {@code pg_dump} it is skipped, in CI
 * it fails.
 */
class PostgresBackupTests {

	private static final String PASSPHRASE = "quiet harbour lamp 93";

	private static final Instant NOW = Instant.parse("2027-03-01T02:30:00Z");

	@TempDir
	private Path folder;

	private Access access;

	private BackupSettings settings;

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	@BeforeEach
	void aPractice() throws IOException, SQLException {
		Postgres.Database database = Postgres.database();
		this.access = new Access(database.url(), Postgres.USER, "");
		this.settings = settings("");
		Files.writeString(this.folder.resolve("passphrase"), PASSPHRASE + "\n");
		try (HikariDataSource source = open(this.access)) {
			Flyway.configure().dataSource(source).load().migrate();
			for (int i = 0; i < 20; i++) {
				note(source);
			}
		}
	}

	@Test
	void comesBackWholeAlthoughPeopleWroteMeanwhile() throws Exception {
		needsTools();
		Made made;
		try (HikariDataSource live = open(this.access)) {
			AtomicBoolean over = new AtomicBoolean();
			ExecutorService people = Executors.newFixedThreadPool(3);
			for (int i = 0; i < 3; i++) {
				people.submit(() -> {
					while (!over.get()) {
						note(live);
					}
				});
			}
			try {
				made = maker(live, this.settings).make(Kind.NIGHTLY);
			}
			finally {
				over.set(true);
				people.shutdown();
				assertThat(people.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
			}
			assertThat(restore(made.file(), "--replace")).isEqualTo(1);
			assertThat(this.said.toString()).contains("The database is in use. Stop Backwise first.");
		}
		assertThat(restore(made.file())).isEqualTo(1);
		assertThat(this.said.toString()).contains("The database is not empty", "The database was not touched.");
		assertThat(restore(made.file(), "--replace")).as(this.said.toString()).isZero();
		assertThat(this.said.toString()).contains("What was there before is kept as test_", "_before_");
		try (HikariDataSource restored = open(this.access)) {
			JdbcClient jdbc = JdbcClient.create(restored);
			assertThat(jdbc.sql("select action from journal_entry order by number desc limit 1")
				.query(String.class)
				.single()).isEqualTo("RESTORED");
			assertThat(new JournalElsewhere(restored).check().isWhole()).isTrue();
			assertThat(jdbc.sql("select count(*) from pg_database where datname like '%_check_%'")
				.query(Long.class)
				.single()).isZero();
		}
		try (Stream<Path> left = Files.list(this.folder.resolve("scratch"))) {
			assertThat(left).isEmpty();
		}
	}

	@Test
	void aDatabaseThatIsNotThereIsMade() throws Exception {
		needsTools();
		Path file;
		try (HikariDataSource live = open(this.access)) {
			file = maker(live, this.settings).make(Kind.NIGHTLY).file();
		}
		this.access = this.access.at(this.access.url().replaceFirst("/test_\\d+", "$0_new"));
		Files.writeString(this.folder.resolve("passphrase"), "another harbour lamp\n");
		assertThat(restore(file)).isEqualTo(1);
		Files.writeString(this.folder.resolve("passphrase"), PASSPHRASE);
		assertThat(restore(file)).as(this.said.toString()).isZero();
		try (HikariDataSource restored = open(this.access)) {
			assertThat(JdbcClient.create(restored).sql("select count(*) from journal_entry").query(Long.class).single())
				.isEqualTo(21);
		}
	}

	@Test
	void withoutItsToolsAClearWordIsSaid() {
		try (HikariDataSource live = open(this.access)) {
			BackupFailedException failure = catchThrowableOfType(BackupFailedException.class,
					() -> maker(live, settings(this.folder.toString())).make(Kind.NIGHTLY));
			assertThat(failure.trouble()).isEqualTo(Trouble.NO_TOOL);
			assertThat(new CommandWords().of(failure)).startsWith("pg_dump is not installed on this computer.");
		}
	}

	@Test
	void theAddressIsReadAsItsToolsNeedIt() {
		PostgresServer server = PostgresServer.of(new Access(
				"jdbc:postgresql://db.example:5433,[::1]/back%20wise?sslmode=verify-full&user=u&password=p%26w&reWriteBatchedInserts=true",
				"", ""));
		assertThat(server.surroundings()).containsEntry("PGHOST", "db.example,::1")
			.containsEntry("PGPORT", "5433,5432")
			.containsEntry("PGDATABASE", "back wise")
			.containsEntry("PGUSER", "u")
			.containsEntry("PGSSLMODE", "verify-full")
			.doesNotContainKey("PGPASSWORD");
		assertThat(server.access().password()).isEqualTo("p&w");
		assertThat(server.toString()).doesNotContain("p&w");
		assertThat(PostgresServer.of(new Access("jdbc:postgresql:care", "u", "")).surroundings())
			.containsEntry("PGHOST", "localhost")
			.containsEntry("PGDATABASE", "care");
	}

	private static void needsTools() {
		boolean installed = Files.isExecutable(Path.of("/usr/bin/pg_dump"));
		assumeTrue(installed || Boolean.parseBoolean(System.getenv("CI")), "pg_dump is not installed");
	}

	private BackupSettings settings(String tools) {
		return new BackupSettings(this.folder.resolve("backups").toString(), PASSPHRASE, "",
				this.folder.resolve("scratch").toString(), tools, false, true);
	}

	private BackupMaker maker(HikariDataSource live, BackupSettings with) {
		return new BackupMaker(this.access, live, with, InstantSource.fixed(NOW), ZoneOffset.UTC);
	}

	private int restore(Path file, String... more) {
		List<String> arguments = new ArrayList<>(List.of(file.toString()));
		arguments.addAll(List.of(more));
		arguments.addAll(
				List.of("--spring.datasource.url=" + this.access.url(), "--spring.datasource.username=" + Postgres.USER,
						"--backwise.backup.folder=" + this.folder.resolve("backups"),
						"--backwise.backup.scratch=" + this.folder.resolve("scratch"),
						"--backwise.backup.passphrase-file=" + this.folder.resolve("passphrase")));
		return RestoreCommand.run(arguments, new PrintStream(this.said));
	}

	private static HikariDataSource open(Access access) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(access.url());
		config.setUsername(access.user());
		config.setMaximumPoolSize(5);
		return new HikariDataSource(config);
	}

	private static void note(HikariDataSource database) {
		new JournalElsewhere(database).note(Action.SIGNED_IN, Instant.now(), () -> {
		});
	}

}
