package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestClock;
import org.backwise.TestDesk;
import org.backwise.TestDesk.People;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** An owner looks after the backups of a running practice with a file of H2. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(TestDesk.class)
class BackupDeskTests {

	private static final String PAGE = "/desk/settings/backup";

	private static final String PASSPHRASE = "quiet harbour lamp 93";

	@TempDir
	private static Path folder;

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private BackupClock nights;

	@Autowired
	private BackupKeeper keeper;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@DynamicPropertySource
	static void own(DynamicPropertyRegistry settings) throws IOException {
		Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
		settings.add("spring.datasource.url",
				() -> "jdbc:h2:file:" + folder.resolve("data/backwise") + ";WRITE_DELAY=0");
		settings.add("backwise.backup.folder", () -> folder.resolve("backups").toString());
		settings.add("backwise.backup.passphrase-file", () -> folder.resolve("passphrase").toString());
	}

	@BeforeEach
	void startOver() throws IOException {
		Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
		this.people.startOver();
	}

	@Test
	void anOwnerMakesOneAndSeesThatItIsGood() throws IOException {
		assertThat(get(PAGE)).hasStatusOk().bodyText().contains("No backup was made yet.", "Make a backup now");
		assertThat(get("/desk/today")).bodyText().contains("No backup was made yet.");
		this.people.planned("p");

		assertThat(post()).hasStatus3xxRedirection().hasRedirectedUrl(PAGE + "?made");

		assertThat(get(PAGE + "?made=")).bodyText()
			.contains("The backup was made and checked.", "Checked and good", "asked for",
					"backwise-20270301T090000Z-by-hand.zip.gpg")
			.doesNotContain(PASSPHRASE);
		assertThat(files()).contains("backwise-20270301T090000Z-by-hand.zip.gpg");
		assertThat(get("/desk/today")).bodyText().doesNotContain("backup");
		assertThat(get("/desk/journal")).bodyText().contains("Made a backup");
		assertThat(this.journal.check().isWhole()).isTrue();
	}

	@Test
	void twoDaysLaterTheOwnerIsWarned() {
		post();
		this.clock.pass(Duration.ofDays(2));
		assertThat(get("/desk/today")).bodyText().doesNotContain("The last good backup");
		assertThat(health()).contains("UP");
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(get("/desk/today")).bodyText().contains("The last good backup is of 1 March 2027");
		assertThat(this.mvc.get().uri("/actuator/health/backup").exchange()).hasStatus(503)
			.bodyText()
			.contains("WARNING");
		assertThat(this.mvc.get().uri("/actuator/health").exchange()).hasStatusOk().bodyText().contains("UP");
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(get("/desk/today")).hasStatusOk().bodyText().doesNotContain("backup");
	}

	/** It would keep the owner calm until the day that never was. */
	@Test
	void oneThatAClockWhichRanAheadHasDatedDoesNotCount() {
		post();
		this.clock.pass(Duration.ofDays(30));
		post();
		this.clock.pass(Duration.ofDays(-27));
		assertThat(get("/desk/today")).bodyText().contains("The last good backup is of 1 March 2027");
		assertThat(health()).contains("WARNING");
	}

	@Test
	void oneThatFailedIsToldAndDoesNotCount() throws IOException {
		post();
		List<String> before = files();
		this.clock.pass(Duration.ofDays(1));
		Files.writeString(folder.resolve("passphrase"), "short");
		this.keeper.makeNow(Kind.NIGHTLY, new Who.System());
		Files.writeString(folder.resolve("passphrase"), PASSPHRASE);
		assertThat(get("/desk/today")).bodyText()
			.contains("The last backup failed. The last good one is of 1 March 2027");
		assertThat(get(PAGE)).bodyText().contains("The passphrase is too short");
		assertThat(get("/desk/journal")).bodyText().contains("Tried to make a backup, which failed");
		assertThat(files()).isEqualTo(before);
	}

	@Test
	void withoutAPassphraseNoneIsMadeAndThePageSaysHow() throws IOException {
		Files.delete(folder.resolve("passphrase"));
		assertThat(get(PAGE)).hasStatusOk()
			.bodyText()
			.contains("No backups are made.", "backwise.backup.folder=", "cannot be read")
			.doesNotContain("Make a backup now");
		assertThat(post()).hasStatus(409).bodyText().contains("No backups are made.");
		assertThat(get("/desk/today")).bodyText().contains("No backups are made. Set where they go.");
	}

	@Test
	void aTherapistHasNoSuchPage() {
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(get(PAGE)).hasStatus(404);
		assertThat(post()).hasStatus(404);
		assertThat(this.jdbc.sql("select count(*) from backup_run").query(Long.class).single()).isZero();
	}

	@Test
	void theNightMakesOne() throws IOException {
		this.clock.pass(Duration.ofHours(17).plusMinutes(30));
		this.jdbc.sql("delete from shedlock").update();
		this.nights.makeNightly();
		await();
		assertThat(files()).contains("backwise-20270302T023000Z-nightly.zip.gpg");
		assertThat(get(PAGE)).bodyText().contains("nightly", "Checked and good");
	}

	/** Nobody but the program can open the file, so the program makes it. */
	@Test
	void theCommandAsksTheRunningProgram() throws Exception {
		Path said = folder.resolve("said.txt");
		Process command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				"org.backwise.BackwiseApplication", "backup",
				"--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data/backwise"),
				"--backwise.backup.folder=" + folder.resolve("backups"),
				"--backwise.backup.passphrase-file=" + folder.resolve("passphrase"))
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		assertThat(command.waitFor(90, TimeUnit.SECONDS)).isTrue();
		assertThat(command.exitValue()).as(Files.readString(said)).isZero();
		assertThat(Files.readString(said)).contains("Made and checked: ", "backwise-20270301T090000Z-by-hand.zip.gpg");
		assertThat(get("/desk/journal")).bodyText().contains("Made a backup");
		assertThat(files()).allMatch((name) -> name.endsWith(".zip.gpg"));
	}

	private String health() {
		return body(this.mvc.get().uri("/actuator/health/backup").exchange());
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	/** A page does not wait for long; the test does. */
	private MvcTestResult post() {
		MvcTestResult answer = this.mvc.post().uri(PAGE).with(csrf()).with(this.people.there()).exchange();
		await();
		return answer;
	}

	private void await() {
		try {
			this.keeper.begin(() -> {
			}).get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("backups"))) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

}
