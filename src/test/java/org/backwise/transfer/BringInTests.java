package org.backwise.transfer;

import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.TestDesk;
import org.backwise.cases.Case;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.retention.Erasures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Clients and past sessions from a file: seen first, brought in once, joined by hand. */
@DeskTest
class BringInTests {

	private static final String CLIENTS = """
			Name,Phone,E-mail,Remark
			Ann Other,020 7946 0018,ann@example.org,Likes the morning
			Bo Bell,,bo@example.org,
			,,nobody@example.org,
			Bo BELL,,BO@example.org,twice
			Cy Cole,,,
			""";

	private static final String SESSIONS = """
			Name,Phone,E-mail,Date,Minutes,Remark
			Ann Other,(+44) 20 7946 0018,,2026-11-03,60,Shoulders
			Ann Other,,ann@example.org,2026-11-10,45,
			Ann Other,02079460018,,2026-11-03,60,Shoulders
			Cy Cole,,,2026-12-01,,
			Di Dale,,,2026-12-01,,
			""";

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private BroughtIn broughtIn;

	@Autowired
	private Uploads uploads;

	@Autowired
	private Erasures erasures;

	@Autowired
	private Journal journal;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void previewNamesEachBadLineAndChangesNothing() {
		String preview = upload("clients", CLIENTS);
		assertThat(get(preview)).hasStatusOk()
			.bodyText()
			.contains("3 clients come in", "1 line is left out, because it is there already",
					"1 line is left out, because something is wrong", "The same as line 3", "Missing", "Ann Other",
					"Nothing has changed yet");
		assertThat(count("brought_in_client")).isZero();
		assertThat(count("brought_in_file")).isZero();
		post(preview + "/drop");
		assertThat(get(preview)).hasStatus(404);
		assertThat(count("brought_in_client")).isZero();
		assertThat(count("brought_in_upload")).isZero();
	}

	@Test
	void saidTwiceItHappensOnce() {
		String preview = upload("clients", CLIENTS);
		for (int i = 0; i < 2; i++) {
			assertThat(post(preview + "/confirm")).hasStatus3xxRedirection().hasRedirectedUrl(preview);
		}
		assertThat(get(preview)).hasStatusOk().bodyText().contains("3 clients were brought in");
		assertThat(count("brought_in_client")).isEqualTo(3);
		assertThat(count("brought_in_upload")).isZero();
		assertThat(this.journal.before(Long.MAX_VALUE, 5)).map(JournalEntry::action)
			.containsOnlyOnce(Action.CLIENTS_BROUGHT_IN);
	}

	@Test
	void theSameFileTwiceBringsNothingInTwice() {
		String first = upload("clients", CLIENTS);
		String second = upload("clients", CLIENTS);
		post(first + "/confirm");
		assertThat(get(second)).bodyText()
			.contains("This very file was brought in on", "No client comes in", "There already")
			.doesNotContain("/confirm");
		assertThat(post(second + "/confirm")).hasStatus(409).bodyText().contains("Nothing in this file is new");
		String third = upload("clients", CLIENTS.replace(",,nobody", "Now Named,,nobody"));
		assertThat(get(third)).bodyText().contains("1 client comes in");
		post(third + "/confirm");
		assertThat(count("brought_in_client")).isEqualTo(4);
	}

	@Test
	void goneFilesAreTold() {
		String preview = upload("clients", CLIENTS);
		this.clock.pass(Period.ofDays(1));
		this.uploads.forgetOld();
		assertThat(post(preview + "/confirm")).hasStatus(409).bodyText().contains("not there any more");
		assertThat(get("/desk/bring-in/" + UUID.randomUUID())).hasStatus(404);
		assertThat(get("/desk/bring-in/made-up")).hasStatus(404);
	}

	@Test
	void withoutAFileTheFormComesBack() {
		assertThat(this.mvc.post()
			.uri("/desk/bring-in/clients")
			.multipart()
			.file(new MockMultipartFile("file", "x.csv", "text/csv", new byte[0]))
			.param("between", "semicolon")
			.with(csrf())
			.with(this.people.there())).hasStatus(422).bodyText().contains("Error:", "Choose a file");
	}

	@Test
	void sessionsFindTheirClientAndComeInOnce() {
		post(upload("clients", CLIENTS) + "/confirm");
		String preview = upload("sessions", SESSIONS);
		assertThat(get(preview)).hasStatusOk()
			.bodyText()
			.contains("3 sessions come in", "The same as line 2", "No such client was brought in");
		post(preview + "/confirm");
		assertThat(count("brought_in_session")).isEqualTo(3);
		assertThat(get(upload("sessions", SESSIONS))).bodyText().contains("No session comes in");
		post(upload("clients", "Name,Phone\nCy Cole,020 7946 0019\n") + "/confirm");
		assertThat(get(upload("sessions", "Name,Date\nCy Cole,2026-12-02\n"))).bodyText()
			.contains("Several clients have this name");
	}

	@Test
	void deskFindsThemByNamePhoneAndMail() {
		post(upload("clients", CLIENTS) + "/confirm");
		this.people.atTheDesk(TestDesk.THERAPIST);
		for (String piece : List.of("ann", "OTHER", "7946", "02079460018", "ann@ex", "Ánn")) {
			assertThat(get("/desk/brought-in?q=" + piece)).hasStatusOk()
				.bodyText()
				.contains("Ann Other")
				.doesNotContain("Bo Bell");
		}
		assertThat(get("/desk/brought-in?q=%25")).hasStatusOk().bodyText().doesNotContain("Server");
		assertThat(get("/desk/brought-in?q=nobody")).bodyText().contains("Nobody found");
		assertThat(get("/desk/cases?q=ann")).bodyText().contains("/desk/brought-in?q=ann");
	}

	@Test
	void theyAreNoCasesUntilSomebodyJoinsOne() {
		post(upload("clients", CLIENTS) + "/confirm");
		post(upload("sessions", SESSIONS) + "/confirm");
		this.people.atTheDesk(TestDesk.THERAPIST);
		UUID ann = ann();
		String page = "/desk/brought-in/" + ann;
		assertThat(get(page)).hasStatusOk()
			.bodyText()
			.contains("nothing is known of what is safe", "Shoulders", "http://localhost/")
			.doesNotContain("Erase for good");
		assertThat(this.journal.about(ann)).map(JournalEntry::action).contains(Action.BROUGHT_IN_READ);
		assertThat(post(page + "/join", "reference", "NOTTHERE")).hasStatus(422)
			.bodyText()
			.contains("Error:", "no case with this reference", "NOTTHERE");
		Case theCase = this.people.planned("p");
		for (int i = 0; i < 2; i++) {
			assertThat(post(page + "/join", "reference", theCase.reference().toLowerCase())).hasStatus3xxRedirection();
		}
		assertThat(get("/desk/cases/" + theCase.reference())).hasStatusOk()
			.bodyText()
			.contains("Past sessions from another system", "Shoulders", "They clear nothing");
		assertThat(this.journal.about(theCase.id().value())).map(JournalEntry::action)
			.containsOnlyOnce(Action.BROUGHT_IN_JOINED);
		assertThat(post(page + "/join", "reference", this.people.planned("q").reference())).hasStatus(422);
		assertThat(get("/result/p/record/download")).hasStatusOk().bodyText().contains("brought-in", "Shoulders");
		assertThat(get("/result/p/record/print")).hasStatusOk()
			.bodyText()
			.contains("From an earlier system", "45 minutes");
		post(page + "/part");
		assertThat(get("/desk/cases/" + theCase.reference())).bodyText().doesNotContain("Shoulders");
	}

	@Test
	void theyGoWithTheirCase() {
		post(upload("clients", CLIENTS) + "/confirm");
		post(upload("sessions", SESSIONS) + "/confirm");
		Case theCase = this.people.planned("p");
		post("/desk/brought-in/" + ann() + "/join", "reference", theCase.reference());
		this.people.atTheDesk(TestDesk.OWNER);
		this.erasures.ask(theCase.id());
		this.erasures.erase(theCase.id());
		assertThat(this.broughtIn.find("ann")).isEmpty();
		assertThat(count("brought_in_session")).isEqualTo(1);
	}

	@Test
	void ownerErasesThemAndOldOnesGo() {
		post(upload("clients", CLIENTS) + "/confirm");
		post(upload("sessions", SESSIONS) + "/confirm");
		UUID ann = ann();
		this.people.atTheDesk(TestDesk.THERAPIST);
		assertThat(post("/desk/brought-in/" + ann + "/erase")).hasStatus(404);
		this.people.atTheDesk(TestDesk.OWNER);
		for (int i = 0; i < 2; i++) {
			assertThat(post("/desk/brought-in/" + ann + "/erase")).hasStatus3xxRedirection();
		}
		assertThat(this.broughtIn.find("ann")).isEmpty();
		assertThat(this.journal.about(ann)).as("forgotten").isEmpty();
		this.clock.pass(Period.ofYears(8));
		this.broughtIn.removeDue();
		assertThat(this.broughtIn.count()).isEqualTo(2);
		this.clock.pass(Period.ofDays(2));
		this.jdbc.sql("update shedlock set lock_until = timestamp '2000-01-01 00:00:00' where name = 'brought-in'")
			.update();
		this.broughtIn.removeDue();
		assertThat(this.broughtIn.count()).isZero();
		assertThat(this.journal.check().isWhole()).isTrue();
	}

	@Test
	void samplesComeIn() {
		String clients = body("/desk/bring-in/sample/clients");
		post(upload("clients", clients) + "/confirm");
		post(upload("sessions", body("/desk/bring-in/sample/sessions")) + "/confirm");
		assertThat(count("brought_in_session")).isEqualTo(2);
	}

	@Test
	void formulasComeBackAsTheyWere() {
		post(upload("clients", "Name,Phone\n'=Ann,'+44 20 7946 0018\n") + "/confirm");
		assertThat(this.broughtIn.find("ann")).map(BroughtIn.Client::name).containsExactly("=Ann");
		assertThat(this.broughtIn.find("ann")).map(BroughtIn.Client::phone).containsExactly("+44 20 7946 0018");
	}

	private UUID ann() {
		return this.broughtIn.find("ann").get(0).id();
	}

	private int count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	private String body(String path) {
		return new String(get(path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** The address of the preview. */
	private String upload(String kind, String text) {
		MvcTestResult result = this.mvc.post()
			.uri("/desk/bring-in/" + kind)
			.multipart()
			.file(new MockMultipartFile("file", "x.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
			.param("encoding", "utf-8")
			.param("between", "comma")
			.param("days", "ISO")
			.with(csrf())
			.with(this.people.there())
			.exchange();
		assertThat(result).hasStatus3xxRedirection();
		return String.valueOf(result.getResponse().getRedirectedUrl());
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
