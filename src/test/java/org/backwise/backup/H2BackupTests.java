package org.backwise.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.backup.BackupMaker.Made;
import org.backwise.journal.Action;
import org.backwise.journal.JournalElsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** There and back again, with a file of H2 that people write into meanwhile. */
class H2BackupTests {

	private static final String PASSPHRASE = "quiet harbour lamp 93";

	private static final Instant NOW = Instant.parse("2027-03-01T02:30:00Z");

	@TempDir
	private Path folder;

	private Access access;

	private BackupSettings settings;

	private HikariDataSource live;

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	@BeforeEach
	void aPractice() throws IOException {
		this.access = at("data/backwise");
		this.settings = new BackupSettings(this.folder.resolve("backups").toString(), PASSPHRASE, "",
				this.folder.resolve("scratch").toString(), "", false, true);
		this.live = open(this.access);
		Flyway.configure().dataSource(this.live).load().migrate();
		for (int i = 0; i < 50; i++) {
			note(this.live);
		}
		Files.writeString(this.folder.resolve("passphrase"), PASSPHRASE + "\n");
	}

	@AfterEach
	void nothingUnsealedIsLeft() throws IOException {
		this.live.close();
		Path scratch = Files.createDirectories(this.folder.resolve("scratch"));
		try (Stream<Path> left = Files.list(scratch)) {
			assertThat(left).isEmpty();
		}
	}

	@Test
	void comesBackWholeAlthoughPeopleWroteMeanwhile() throws Exception {
		AtomicBoolean over = new AtomicBoolean();
		ExecutorService people = Executors.newFixedThreadPool(3);
		List<Made> made = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				people.submit(() -> {
					while (!over.get()) {
						note(this.live);
						Thread.sleep(3);
					}
					return null;
				});
			}
			for (int i = 0; i < 2; i++) {
				made.add(maker(NOW.plusSeconds(i)).make(Kind.BY_HAND));
			}
		}
		finally {
			over.set(true);
			people.shutdown();
			assertThat(people.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
		}
		long rows = rows(this.live);
		this.live.close();

		assertThat(made.get(0).rows()).isLessThan(made.get(1).rows());
		Access other = at("other/backwise");
		assertThat(restore(made.get(1).file(), other)).as(this.said.toString()).isZero();
		try (HikariDataSource restored = open(other)) {
			assertThat(rows(restored)).isBetween(51L, rows + 1);
			assertThat(new JournalElsewhere(restored).check().isWhole()).isTrue();
			assertThat(lastAction(restored)).isEqualTo("RESTORED");
		}
	}

	@Test
	void onlyTheNewestOfADayStays() throws IOException {
		maker(NOW).make(Kind.NIGHTLY);
		maker(NOW.plusSeconds(60)).make(Kind.BY_HAND);
		assertThat(files()).containsExactly("backwise-20270301T023100Z-by-hand.zip.gpg");
	}

	@Test
	void nothingOfItCanBeReadAndOnlyItsUserMayTry() throws IOException {
		Path file = maker(NOW).make(Kind.NIGHTLY).file();
		assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("journal_entry",
				"backwise.mv.db");
		assertThat(Files.getPosixFilePermissions(file)).extracting(Enum::name)
			.containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
	}

	@Test
	void aBrokenOneDoesNotCountAndTheGoodOnesStay() throws IOException {
		maker(NOW).make(Kind.NIGHTLY);
		JdbcClient.create(this.live).sql("update journal_entry set action = 'ERASED' where number = 7").update();
		BackupFailedException failure = catchThrowableOfType(BackupFailedException.class,
				() -> maker(NOW.plusSeconds(9)).make(Kind.NIGHTLY));
		assertThat(failure.trouble()).isEqualTo(Trouble.CHAIN);
		assertThat(failure.about()).isEqualTo("7");
		assertThat(files()).containsExactly("backwise-20270301T023000Z-nightly.zip.gpg");
	}

	@Test
	void aWrongPassphraseOrADamagedFileLeavesEverythingAsItWas() throws IOException {
		Path file = maker(NOW).make(Kind.NIGHTLY).file();
		long rows = rows(this.live);
		this.live.close();
		Path database = this.folder.resolve("data/backwise.mv.db");
		byte[] before = Files.readAllBytes(database);

		Files.writeString(this.folder.resolve("passphrase"), "another harbour lamp\n");
		assertThat(restore(file, this.access, "--replace")).isEqualTo(1);
		assertThat(this.said.toString()).contains("This passphrase does not open the backup")
			.contains("The database was not touched.")
			.doesNotContain("Exception");
		Files.writeString(this.folder.resolve("passphrase"), PASSPHRASE + "\n");
		byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length / 2] ^= 1;
		Path damaged = Files.write(this.folder.resolve("damaged.gpg"), bytes);
		assertThat(restore(damaged, this.access, "--replace")).isEqualTo(1);
		assertThat(this.said.toString()).contains("The backup is damaged.").doesNotContain("Exception");
		assertThat(restore(this.folder.resolve("nowhere"), this.access, "--replace")).isEqualTo(1);
		assertThat(this.said.toString()).contains("There is no such file");

		assertThat(Files.readAllBytes(database)).isEqualTo(before);
		assertThat(rows).isEqualTo(50);
	}

	@Test
	void whatIsThereIsOnlyReplacedWhenToldAndIsSetAside() throws IOException {
		Path file = maker(NOW).make(Kind.NIGHTLY).file();
		note(this.live);
		assertThat(restore(file, this.access, "--replace")).isEqualTo(1);
		assertThat(this.said.toString()).contains("The database is in use. Stop Backwise first.");
		this.live.close();

		assertThat(restore(file, this.access)).isEqualTo(1);
		assertThat(this.said.toString()).contains("The database is not empty", "--replace");
		assertThat(restore(file, this.access, "--replace")).as(this.said.toString()).isZero();
		assertThat(this.said.toString()).contains("Restored, counted again, and the journal is whole.");
		try (HikariDataSource restored = open(this.access)) {
			assertThat(rows(restored)).isEqualTo(51);
			assertThat(lastAction(restored)).isEqualTo("RESTORED");
		}
		try (Stream<Path> all = Files.list(this.folder.resolve("data"))) {
			Path aside = all.filter((one) -> one.getFileName().toString().contains(".before-"))
				.findFirst()
				.orElseThrow();
			Files.move(aside, this.folder.resolve("data/back.mv.db"));
		}
		try (HikariDataSource old = open(at("data/back"))) {
			assertThat(rows(old)).isEqualTo(51);
			assertThat(lastAction(old)).isEqualTo("SIGNED_IN");
		}
	}

	@Test
	void theCommandMakesOneWhileNobodyWorks() throws IOException {
		this.live.close();
		assertThat(BackupCommand.run(arguments(this.access), new PrintStream(this.said))).as(this.said.toString())
			.isZero();
		assertThat(this.said.toString()).contains("Made and checked: ");
		assertThat(files()).hasSize(1);
		try (HikariDataSource after = open(this.access)) {
			assertThat(lastAction(after)).isEqualTo("BACKUP_MADE");
			assertThat(new BackupRuns(JdbcClient.create(after)).lastGood().orElseThrow().file())
				.isEqualTo(files().get(0));
		}
	}

	@Test
	void theCommandSaysWhatIsMissing() {
		assertThat(BackupCommand.run(List.of("everything"), new PrintStream(this.said))).isEqualTo(2);
		assertThat(BackupCommand.run(List.of("--backwise.backup.passphrase=" + PASSPHRASE), new PrintStream(this.said)))
			.isEqualTo(1);
		assertThat(BackupCommand.run(List.of(), new PrintStream(this.said))).isEqualTo(1);
		assertThat(BackupCommand.run(arguments(at("nowhere/backwise")), new PrintStream(this.said))).isEqualTo(1);
		assertThat(this.said.toString())
			.contains("Usage: backup", "can be read by everybody", "backwise.backup.folder", "There is no database yet")
			.doesNotContain(PASSPHRASE);
		assertThat(Files.exists(this.folder.resolve("nowhere"))).isFalse();
	}

	@Test
	void nobodyReadsThePassphraseInATextOfOurs() {
		assertThat(this.settings.toString() + this.access + maker(NOW)).doesNotContain(PASSPHRASE);
	}

	private BackupMaker maker(Instant at) {
		return new BackupMaker(this.access, this.live, this.settings, InstantSource.fixed(at), ZoneOffset.UTC);
	}

	private int restore(Path file, Access target, String... more) {
		List<String> arguments = new ArrayList<>(List.of(file.toString()));
		arguments.addAll(List.of(more));
		arguments.addAll(arguments(target));
		return RestoreCommand.run(arguments, new PrintStream(this.said));
	}

	private List<String> arguments(Access target) {
		return List.of("--spring.datasource.url=" + target.url(),
				"--backwise.backup.folder=" + this.folder.resolve("backups"),
				"--backwise.backup.scratch=" + this.folder.resolve("scratch"),
				"--backwise.backup.passphrase-file=" + this.folder.resolve("passphrase"));
	}

	private Access at(String name) {
		return new Access("jdbc:h2:file:" + this.folder.resolve(name) + ";WRITE_DELAY=0", "backwise", "");
	}

	private static HikariDataSource open(Access access) {
		HikariConfig config = new HikariConfig();
		config.setJdbcUrl(access.url());
		config.setUsername(access.user());
		config.setPassword(access.password());
		config.setMaximumPoolSize(5);
		return new HikariDataSource(config);
	}

	private static void note(HikariDataSource database) {
		new JournalElsewhere(database).note(Action.SIGNED_IN, Instant.now(), () -> {
		});
	}

	private static long rows(HikariDataSource database) {
		return JdbcClient.create(database).sql("select count(*) from journal_entry").query(Long.class).single();
	}

	private static String lastAction(HikariDataSource database) {
		return JdbcClient.create(database)
			.sql("select action from journal_entry order by number desc limit 1")
			.query(String.class)
			.single();
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.folder.resolve("backups"))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

}
