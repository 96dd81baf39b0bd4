package org.backwise.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** An owner looks at the backups: none set, some made, and one that cannot be made. */
@BrowserTest
class BackupWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final Path PASSPHRASE = Path.of(RunningApplication.PASSPHRASE);

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private final Browser browser;

	BackupWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() throws IOException {
		Files.deleteIfExists(PASSPHRASE);
		new NewDesk(this.application).open(OWNER, Role.OWNER);
	}

	@AfterEach
	void nothingIsSet() throws IOException {
		Files.deleteIfExists(PASSPHRASE);
		this.jdbc.sql("delete from backup_run").update();
		new NewDesk(this.application);
	}

	@EachSize
	void fromNoneToSome(Size size) throws IOException {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/settings", OWNER);
			visit.click("Backup");
			assertThat(visit.text()).contains("No backups are made.", "How to set it");
			look(visit, size);

			Files.writeString(PASSPHRASE, "quiet harbour lamp 93");
			visit.open("/desk/settings/backup");
			assertThat(visit.text()).contains("None yet.");
			this.hands.press(visit, "main form button");
			assertThat(visit.text()).contains("This database cannot be backed up from here");
			row("NIGHTLY", "backwise-20270301T023000Z-nightly.zip.gpg", null);
			row("BY_HAND", null, "NO_RIGHT");
			row("UPGRADE", "backwise-20270302T023000Z-upgrade.zip.gpg", null);
			visit.open("/desk/settings/backup");
			assertThat(visit.text()).contains("Checked and good", "before an upgrade", "with 1,234,567 rows");
			look(visit, size);
		}
	}

	private static void look(Visit visit, Size size) {
		if (size == Size.DESKTOP) {
			Keyboard.reachesEverything(visit.page());
		}
	}

	private void row(String kind, String file, String trouble) {
		this.jdbc
			.sql("insert into backup_run (id, kind, begun_at, ended_at, file, bytes, rows_in, trouble, about) "
					+ "values (random_uuid(), ?, current_timestamp, current_timestamp, ?, 98765432, 1234567, ?, ?)")
			.params(kind, file, trouble, "backwise")
			.update();
	}

}
