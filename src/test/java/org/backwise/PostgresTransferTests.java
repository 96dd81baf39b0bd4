package org.backwise;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestDesk.People;
import org.backwise.cases.Case;
import org.backwise.journal.Journal;
import org.backwise.retention.Erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Counting, taking out and bringing in on a real PostgreSQL. */
@PostgresTest
class PostgresTransferTests {

	private static final String CLIENTS = "Name,Phone,E-mail\nAnn Other,020 7946 0018,ann@example.org\nBo 😀 Bell,,b@o\n";

	private static final String SESSIONS = "Name,Phone,Date,Minutes,Remark\nAnn Other,020 7946 0018,2026-11-03,,\n"
			+ "Bo 😀 Bell,,2026-11-04,60,fine\n";

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private org.springframework.context.ApplicationContext application;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void monthsAreCountedAndShown() {
		for (int i = 0; i < 6; i++) {
			this.people.planned("p" + i);
		}
		this.clock.pass(Duration.ofDays(40));
		org.backwise.statistics.TestMonths.count(this.application);
		org.backwise.statistics.TestMonths.count(this.application);
		assertThat(get("/desk/statistics")).hasStatusOk().bodyText().contains("March 2027", "fewer than 5", "6 to 22");
		assertThat(get("/desk/statistics/numbers.csv")).hasStatusOk();
	}

	@Test
	void clientsComeInAreJoinedAndGo() {
		post(upload("clients", CLIENTS) + "/confirm");
		String again = upload("clients", CLIENTS);
		assertThat(get(again)).hasStatusOk()
			.bodyText()
			.contains("This very file was brought in on", "No client comes in");
		post(upload("sessions", SESSIONS) + "/confirm");
		assertThat(this.jdbc.sql("select count(*) from brought_in_session").query(Long.class).single()).isEqualTo(2);
		String id = this.jdbc.sql("select id from brought_in_client where name like 'Ann%'")
			.query(String.class)
			.single();
		Case theCase = this.people.planned("p");
		post("/desk/brought-in/" + id + "/join", "reference", theCase.reference());
		assertThat(get("/desk/brought-in?q=79460018")).hasStatusOk();
		assertThat(get("/desk/brought-in?q=0207946")).bodyText().contains("Ann Other", theCase.reference());
		assertThat(get("/desk/cases/" + theCase.reference())).bodyText().contains("Past sessions from another system");
		for (String file : List.of("cases.csv", "answers.csv", "sessions.csv", "notes.csv", "brought-in.csv",
				"records.json", "journal.csv", "journal.jsonl")) {
			assertThat(post("/desk/take-out/" + file, "confirm", "quiet harbour lamp 93")).as(file).hasStatusOk();
		}
		assertThat(body(post("/desk/take-out/brought-in.csv", "confirm", "quiet harbour lamp 93")))
			.contains("Ann Other", "Bo 😀 Bell", "2026-11-04", theCase.reference());
		this.people.atTheDesk(TestDesk.OWNER);
		this.erasures.ask(theCase.id());
		this.erasures.erase(theCase.id());
		assertThat(this.jdbc.sql("select name from brought_in_client").query(String.class).list())
			.containsExactly("Bo 😀 Bell");
		assertThat(this.journal.check().isWhole()).isTrue();
	}

	private String upload(String kind, String text) {
		MvcTestResult result = this.mvc.post()
			.uri("/desk/bring-in/" + kind)
			.multipart()
			.file(new MockMultipartFile("file", "x.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
			.with(csrf())
			.with(this.people.there())
			.exchange();
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get(String path) {
		return this.mvc.get().uri(path).with(this.people.there()).exchange();
	}

	private MvcTestResult post(String path, String... fields) {
		var request = this.mvc.post().uri(path).with(csrf()).with(this.people.there());
		for (int i = 0; i < fields.length; i += 2) {
			request.param(fields[i], fields[i + 1]);
		}
		return request.exchange();
	}

}
