package org.backwise.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Counts, files that go out and files that come in, in a browser. */
@BrowserTest
class FilePagesTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final String LONG_NAME = "Wilhelmina-Alexandria Featherstonehaugh-Cholmondeley van Dijk";

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private JdbcClient jdbc;

	private final Browser browser;

	FilePagesTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() {
		new NewDesk(this.application).open(OWNER, Role.OWNER);
		forget();
	}

	@AfterEach
	void nobodyWorksHere() {
		new NewDesk(this.application);
		forget();
	}

	private void forget() {
		this.jdbc.sql("delete from counted_month").update();
		this.jdbc.sql("delete from brought_in_client").update();
	}

	@EachSize
	void countsAreShownAndDownloaded(Size size) throws IOException {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/statistics", OWNER);
			assertThat(visit.text()).contains("Nothing to count yet");
			Keyboard.reachesEverything(visit.page());
			fill();
			visit.open("/desk/statistics?from=2026-05&to=2027-02");
			Keyboard.reachesEverything(visit.page());
			assertThat(visit.text()).contains("fewer than 5", "Every other rule");
			assertThat(visit.page().locator("svg.bars").count()).isGreaterThan(8);
			Download file = visit.page().waitForDownload(() -> visit.page().locator("main a[download]").click());
			assertThat(Files.readString(file.path())).contains("2026-05,2027-02,Intakes by result,total");
			this.hands.choose(visit, "#from", "2027-01");
			this.hands.press(visit, "main form.filters button");
			assertThat(visit.text()).contains("January 2027 to February 2027");
		}
	}

	@EachSize
	void filesGoOutWithThePassword(Size size) throws IOException {
		new Visitor(this.port).sent(Sheet.everyCaution(), LONG_NAME + " out " + size,
				LocalDate.now().plusDays(3).toString());
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/take-out", OWNER);
			Keyboard.reachesEverything(visit.page());
			this.hands.press(visit, "button:has-text('notes.csv')");
			assertThat(visit.page().title()).startsWith("Error:");
			this.hands.write(visit, "#confirm", OWNER.password());
			Download file = visit.page()
				.waitForDownload(() -> visit.page().locator("button:has-text('cases.csv')").click());
			assertThat(file.suggestedFilename()).isEqualTo("cases.csv");
			assertThat(Files.readString(file.path())).contains(LONG_NAME + " out " + size);
		}
	}

	@EachSize
	void clientsComeInAfterAPreview(Size size) {
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk/brought-in", OWNER);
			assertThat(visit.text()).contains("Nobody was brought in");
			visit.open("/desk/bring-in");
			Keyboard.reachesEverything(visit.page());
			this.hands.press(visit, "main button:has-text('clients')");
			assertThat(visit.page().title()).startsWith("Error:");
			choose(visit,
					"Name,Phone,E-mail,Remark\n" + LONG_NAME
							+ ",020 7946 0018,,\"a\nremark\"\nעומר,,omer@example.org,\n,,x,\nBo,,,"
							+ "long ".repeat(500) + "\n");
			this.hands.press(visit, "main button:has-text('clients')");
			assertThat(visit.text()).contains("2 clients come in", "Nothing has changed yet");
			Keyboard.reachesEverything(visit.page());
			this.hands.press(visit, "main form[action$=confirm] button");
			assertThat(visit.text()).contains("2 clients were brought in");
			visit.open("/desk/bring-in");
			choose(visit, "Name,Date,Minutes,Remark\n" + LONG_NAME + ",2026-11-03,60,Shoulders and "
					+ "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente ".repeat(6) + "\n");
			this.hands.press(visit, "main button:has-text('sessions')");
			visit.look();
			this.hands.press(visit, "main form[action$=confirm] button");
			visit.open("/desk/brought-in?q=wilhelmina");
			Keyboard.reachesEverything(visit.page());
			this.hands.press(visit, "tbody a");
			assertThat(visit.text()).contains("nothing is known of what is safe", "Shoulders");
			Keyboard.reachesEverything(visit.page());
			this.hands.press(visit, "main form[action$=join] button");
			assertThat(visit.page().title()).startsWith("Error:");
		}
	}

	private static void choose(Visit visit, String text) {
		visit.page()
			.locator("#file")
			.setInputFiles(new FilePayload("clients.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
	}

	private void fill() {
		for (int month = 0; month < 12; month++) {
			LocalDate day = LocalDate.of(2026, 3, 1).plusMonths(month);
			this.jdbc.sql("insert into counted_month (first_day, counted_at) values (?, current_timestamp)")
				.param(day)
				.update();
			for (String item : new String[] { "intakes/plan", "sessions/KEPT", "check-ins/go-on", "responses/responds",
					"reactions/fine", "plans/approve" }) {
				add(day, item, 20 + 3 * month);
			}
			for (String item : new String[] { "intakes/urgent", "intakes/emergency", "sessions/MISSED",
					"responses/worse", "changes/timetable", "check-ins/hold", "declines/not-now" }) {
				add(day, item, month % 4);
			}
			add(day, "intakes/see-doctor", 9);
			this.application.getBean(org.backwise.triage.Triage.class)
				.knowledge()
				.referrals()
				.forEach((rule) -> add(day, "rules/" + rule.id(), rule.id().hashCode() & 15));
		}
	}

	private void add(LocalDate day, String item, int many) {
		this.jdbc.sql("insert into month_count (first_day, item, many) values (?, ?, ?)")
			.params(day, item, many)
			.update();
	}

}
