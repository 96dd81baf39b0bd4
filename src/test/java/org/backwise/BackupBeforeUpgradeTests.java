package org.backwise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.backup.RestoreCommand;
import org.backwise.journal.Journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Before an upgrade changes the database of an earlier version, there is a way back. */
@ExtendWith(OutputCaptureExtension.class)
class BackupBeforeUpgradeTests {

	private static final String OLD_TABLE = "select count(*) from intake";

	@TempDir
	private Path folder;

	private UpgradeFixture fixture;

	@BeforeEach
	void anEarlierVersion() throws IOException {
		this.fixture = UpgradeFixture.h2(this.folder);
		Files.writeString(this.folder.resolve("passphrase"), "quiet harbour lamp 93");
	}

	@Test
	void oneIsMadeAndLeadsBack() throws IOException {
		long intakes = count(OLD_TABLE);
		try (ConfigurableApplicationContext application = start(this.folder.resolve("backups"))) {
			assertThat(application.getBean(JdbcClient.class)
				.sql("select kind from backup_run where trouble is null")
				.query(String.class)
				.list()).containsExactly("UPGRADE");
			assertThat(application.getBean(Journal.class).before(Long.MAX_VALUE, 50))
				.anySatisfy((entry) -> assertThat(entry.action().name()).isEqualTo("BACKUP_MADE"));
		}
		// Started once more, it has nothing new to save.
		start(this.folder.resolve("backups")).close();
		List<Path> all;
		try (Stream<Path> files = Files.list(this.folder.resolve("backups"))) {
			all = files.toList();
		}
		assertThat(all).hasSize(1);
		Path file = all.get(0);
		assertThat(file.getFileName().toString()).endsWith("-upgrade.zip.gpg");
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		List<String> arguments = new ArrayList<>(List.of(file.toString(), "--replace"));
		arguments.addAll(settings(this.folder.resolve("backups")));
		assertThat(RestoreCommand.run(arguments, new PrintStream(said))).as(said.toString()).isZero();

		assertThat(count(OLD_TABLE)).isEqualTo(intakes).isPositive();
		assertThat(count("select count(*) from information_schema.tables where table_name = 'CARE_CASE'")).isZero();
	}

	@Test
	void whenNoneCanBeMadeNothingIsChanged(CapturedOutput output) throws IOException {
		Path noFolder = Files.writeString(this.folder.resolve("file"), "in the way");
		assertThatThrownBy(() -> start(noFolder)).isInstanceOf(Exception.class);
		assertThat(output).contains("Nothing was changed. The disk could not be written or read.",
				"backwise.backup.before-upgrade=false");
		assertThat(count(OLD_TABLE)).isPositive();
	}

	@Test
	void whenNoneIsSetItIsSaid(CapturedOutput output) {
		start(null).close();
		assertThat(output).contains("no backup is made first: backwise.backup.folder is not set");
	}

	private ConfigurableApplicationContext start(Path backups) {
		List<String> arguments = new ArrayList<>(settings(backups));
		arguments.add("--server.port=0");
		return new SpringApplicationBuilder(BackwiseApplication.class).run(arguments.toArray(String[]::new));
	}

	private List<String> settings(Path backups) {
		List<String> arguments = new ArrayList<>();
		for (Map.Entry<String, String> setting : this.fixture.settings().entrySet()) {
			arguments.add("--" + setting.getKey() + "=" + setting.getValue());
		}
		if (backups != null) {
			arguments.add("--backwise.backup.folder=" + backups);
			arguments.add("--backwise.backup.passphrase-file=" + this.folder.resolve("passphrase"));
		}
		return arguments;
	}

	private long count(String query) {
		return this.fixture.database().sql(query).query(Long.class).single();
	}

}
