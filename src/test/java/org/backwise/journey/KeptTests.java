package org.backwise.journey;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept, how often, and for how long. */
@RunningApplication
class KeptTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private ScheduledTaskHolder scheduled;

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@Test
	void aDraftWaitsSevenDaysAfterTheLastPage() {
		Visitor visitor = new Visitor(this.port);
		Page first = visitor.begin();
		this.clock.move(Duration.ofDays(6));
		visitor.send(first, Map.of("nerve-signs", List.of("none")));
		this.clock.move(Duration.ofDays(6));
		assertThat(visitor.get("/intake/questions").path()).isEqualTo("/intake/questions/body-signs");

		this.clock.move(Duration.ofDays(1).plusMinutes(1));

		Page gone = visitor.get("/intake/questions");
		assertThat(gone.path()).isEqualTo("/?gone");
		assertThat(gone.body()).contains("We no longer have your earlier answers");
		assertThat(visitor.get("/intake/resume/" + visitor.draft()).status()).isEqualTo(404);
	}

	@Test
	void aDraftIsDeletedOnceItHasExpired() {
		new Visitor(this.port).begin();
		int before = count("intake_draft");
		clean();
		assertThat(count("intake_draft")).isEqualTo(before);

		this.clock.move(Duration.ofDays(7).plusMinutes(1));
		clean();

		assertThat(count("intake_draft")).isZero();
	}

	@Test
	void aResultIsNotedAsOpenedTheFirstTimeOnly() {
		Visitor visitor = new Visitor(this.port);
		String result = visitor.result(Sheet.urgent(), "", "").path();
		List<?> opened = openings();
		this.clock.move(Duration.ofHours(3));

		visitor.get(result);
		visitor.get(result + "/letter");

		assertThat(openings()).isEqualTo(opened);
	}

	@Test
	void sendingFromManyTabsAtOnceStoresOneIntake() throws Exception {
		Visitor visitor = new Visitor(this.port);
		Page details = visitor.answer(visitor.begin(), Sheet.ordinaryBackAche());
		Page check = visitor.send(details, Map.of("name", List.of("Sam"), "willCall", List.of("true"), "firstDay",
				List.of(LocalDate.now().plusDays(5).toString())));
		int before = count("care_case");

		List<Page> answers = atOnce(() -> visitor.sendOnly(check, Map.of()));

		assertThat(count("care_case")).isEqualTo(before + 1);
		assertThat(answers).extracting(Page::status).containsOnly(302);
		assertThat(answers).extracting((page) -> page.header("Location"))
			.containsOnly(answers.get(0).header("Location"));
		assertThat(visitor.send(check, Map.of()).path()).startsWith("/result/");
		assertThat(count("care_case")).isEqualTo(before + 1);
	}

	@Test
	void anEmergencySentTwiceAtOnceStoresOneIntake() throws Exception {
		Visitor visitor = new Visitor(this.port);
		Page first = visitor.begin();
		int before = count("care_case");

		List<Page> answers = atOnce(() -> visitor.sendOnly(first, visitor.fields(first, Sheet.emergency())));

		assertThat(count("care_case")).isEqualTo(before + 1);
		assertThat(answers).extracting(Page::status).containsOnly(302);
		assertThat(visitor.get("/intake/questions").path()).startsWith("/result/");
	}

	@Test
	void consentingTwiceAtOnceBeginsOneDraft() throws Exception {
		Visitor visitor = new Visitor(this.port);
		Page consent = visitor.get("/intake/consent");
		int before = count("intake_draft");

		List<Page> answers = atOnce(
				() -> visitor.sendOnly(consent, Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true"))));

		assertThat(count("intake_draft")).isEqualTo(before + 1);
		assertThat(answers).extracting(Page::status).containsOnly(302);
	}

	@Test
	void leavingANameTwiceAtOnceKeepsOne() throws Exception {
		Visitor visitor = new Visitor(this.port);
		String result = visitor.result(Sheet.waiting(), "", "").path();
		Page form = visitor.get(result + "/details");
		int before = count("case_contact");

		atOnce(() -> visitor.sendOnly(form, Map.of("name", List.of("Bram"))));

		assertThat(count("case_contact")).isEqualTo(before + 1);
		assertThat(visitor.get(result).body()).contains("Thank you, Bram");
		assertThat(visitor.get(result + "/details").path()).isEqualTo(result);
	}

	@Test
	void consentIsKeptWithItsTextAndItsTime() {
		new Visitor(this.port).result(Sheet.urgent(), "", "");

		assertThat(this.database.queryForList("select consent_version from care_case", String.class)).isNotEmpty()
			.allMatch((version) -> !version.isBlank());
		assertThat(count(
				"care_case c join case_round r on r.case_id = c.id where r.number = 1 and c.consented_at > r.sent_at"))
			.isZero();
	}

	private static List<Page> atOnce(Callable<Page> task) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			List<Page> pages = new ArrayList<>();
			for (Future<Page> future : threads.invokeAll(java.util.Collections.nCopies(6, task))) {
				pages.add(future.get());
			}
			return pages;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/** Runs what the application runs every hour. */
	private void clean() {
		List<Runnable> tasks = this.scheduled.getScheduledTasks()
			.stream()
			.filter((task) -> task.toString().contains("forgetExpired"))
			.map((task) -> task.getTask().getRunnable())
			.toList();
		assertThat(tasks).hasSize(1);
		tasks.forEach(Runnable::run);
	}

	private List<?> openings() {
		return this.database.queryForList("select * from case_opening order by opened_at");
	}

	private int count(String table) {
		return this.database.queryForObject("select count(*) from " + table, Integer.class);
	}

}
