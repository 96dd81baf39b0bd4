package org.backwise.journey;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What monitoring can read, who may, and that it says nothing about a person. */
@RunningApplication
class MeasuresTests {

	private static final String PATH = "/actuator/prometheus";

	/** A practice's monitoring keeps each of them for good. */
	private static final int MOST_SERIES = 1_000;

	@LocalServerPort
	private int port;

	@Test
	void areForWhoeverShowsTheToken() {
		Visitor visitor = new Visitor(this.port);
		assertThat(visitor.get(PATH).status()).isEqualTo(404);
		for (String wrong : List.of("Bearer ", "Bearer made-up", "Bearer " + RunningApplication.TOKEN + "x",
				RunningApplication.TOKEN, "Basic " + RunningApplication.TOKEN)) {
			Page refused = read(visitor, wrong);
			assertThat(refused.status()).as(wrong).isEqualTo(404);
			assertThat(refused.body()).doesNotContain("jvm_", "backwise_");
		}
		assertThat(read(visitor, "Bearer " + RunningApplication.TOKEN).body()).contains("backwise_database_up 1.0");
		assertThat(visitor.get("/actuator").status()).isEqualTo(404);
	}

	@Test
	void sayNothingOfAPerson() {
		Visitor visitor = new Visitor(this.port);
		Page details = visitor.answer(visitor.begin(), Sheet.everyCaution());
		Page check = visitor.send(details, Map.of("name", List.of("Xanthippe Quill"), "email",
				List.of("xanthippe@example.org"), "firstDay", List.of(LocalDate.now().plusDays(5).toString())));
		String draft = visitor.draft();
		String result = visitor.send(check, Map.of()).path().replace("/result/", "");
		for (String path : List.of("/result/" + result + "/letter", "/result/" + result + "/erasure",
				"/result/" + result + "x", "/intake/resume/" + draft, "/nothing/" + result)) {
			visitor.get(path);
		}
		visitor.send("/result/" + result,
				HttpRequest.newBuilder(visitor.uri("/result/" + result))
					.method("XANTHIPPE", BodyPublishers.noBody())
					.build());

		Measures measures = measures();

		assertThat(measures.text()).doesNotContainIgnoringCase("xanthippe", draft, result);
		assertThat(measures.label("uri")).isNotEmpty()
			.allSatisfy((part) -> assertThat(part).matches("/?[A-Za-z_.{}*-]*").doesNotContain("erasure", "letter"));
		assertThat(measures.label("method")).isSubsetOf("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH",
				"UNKNOWN");
		assertThat(measures.size()).isLessThan(MOST_SERIES);
		assertThat(measures.names()).allSatisfy((name) -> assertThat(name)
			.matches("(application|backwise|disk|hikaricp|http_server|jvm|logback|process|" + "system)_[a-z_]+"));
	}

	@Test
	void countWhatWasRefused() {
		String tooLarge = "backwise_requests_refused_total{why=\"too-large\"}";
		double before = measures().value(tooLarge);
		Visitor visitor = new Visitor(this.port);
		assertThat(visitor.once("/api/triage", "x".repeat(70_000)).status()).isEqualTo(413);
		assertThat(measures().value(tooLarge)).isEqualTo(before + 1);
	}

	@Test
	void tellOfTheJournalAndTheOutbox() {
		await().untilAsserted(() -> {
			Measures measures = measures();
			assertThat(measures.value("backwise_journal_whole")).isEqualTo(1);
			assertThat(measures.value("backwise_outbox_failed")).isGreaterThanOrEqualTo(0);
			assertThat(measures.value("backwise_backup_warning")).isEqualTo(0);
		});
	}

	private Measures measures() {
		return new Measures(read(new Visitor(this.port), "Bearer " + RunningApplication.TOKEN).body());
	}

	private static Page read(Visitor visitor, String shown) {
		return visitor.send(PATH,
				HttpRequest.newBuilder(visitor.uri(PATH)).header("Authorization", shown).GET().build());
	}

}
