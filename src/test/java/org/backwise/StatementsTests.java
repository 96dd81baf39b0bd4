package org.backwise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import org.backwise.TestDesk.People;
import org.backwise.care.CheckIns;
import org.backwise.cases.Case;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.practice.LinkToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * How much each page asks of the database: none may come to ask more without somebody
 * noticing. At the desk three statements for the session of whoever is signed in come to
 * these, which Spring Session asks. A client has no session; the one here is that of the
 * tests' CSRF token.
 */
@DeskTest
class StatementsTests {

	/** A table, and the way to its rows without a condition. */
	private static final Pattern WHOLE_TABLE = Pattern
		.compile("\"PUBLIC\"\\.\"\\w+\"[^/]*/\\* PUBLIC\\.(?:\\w+\\.tableScan|\\w+) \\*/");

	/**
	 * Never longer than a practice's list of people, texts or requests; who was forgotten
	 * or brought in is counted, for the owner alone.
	 */
	private static final Pattern SMALL = Pattern
		.compile("STAFF_ACCOUNT|TEXT_BLOCK|PRACTICE_\\w+|ERASURE_REQUEST|FORGOTTEN|JOURNAL_PROVED|BROUGHT_IN_CLIENT");

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private People people;

	@Autowired
	private CheckIns checkIns;

	@Autowired
	private MockMvcTester mvc;

	@BeforeEach
	void startOver() {
		this.people.startOver();
	}

	@Test
	void questionnaire() throws Exception {
		TestSecurityContextHolder.clearContext();
		most(0, "/", (request) -> request);
		most(0, "/intake/consent", (request) -> request);
		Cookie[] draft = this.mvc.post()
			.uri("/intake/consent")
			.param("start", LinkToken.random().text())
			.param("ageBand", "16-or-over")
			.param("agree", "true")
			.with(csrf())
			.exchange()
			.getResponse()
			.getCookies();
		assertThat(draft).isNotEmpty();
		most(3, "/intake/questions/nerve-signs", (request) -> request.cookie(draft));
		most(3, () -> this.mvc.post()
			.uri("/intake/questions/nerve-signs")
			.param("nerve-signs", "none")
			.with(csrf())
			.cookie(draft)
			.exchange(), "a question is sent", 302);
	}

	@Test
	void results() throws Exception {
		Case client = this.people.planned("care");
		act(client, "approve", 0);
		this.checkIns.send(client.id(), Moment.START, By.CLIENT, TestDesk.CALM, List.of(),
				new Who.Client(client.id().value()));
		this.people.planned("planned-once");
		this.people.referred("doctor");
		this.people.sent("emergency", Map.of("nerve-signs", List.of("bladder"), "nerve-signs-course", "new-or-worse"));
		TestSecurityContextHolder.clearContext();
		most(6, "/result/planned-once", (request) -> request);
		most(6, "/result/doctor", (request) -> request);
		most(6, "/result/emergency", (request) -> request);
		most(8, "/result/care", (request) -> request);
		most(4, "/result/care/trend", (request) -> request);
		most(4, "/intake/sent", (request) -> request.cookie(new Cookie("backwise-draft", "planned-once")));
	}

	@Test
	void desk() throws Exception {
		Case client = this.people.planned("care");
		this.people.planned("other");
		this.people.referred("doctor");
		act(client, "approve", 0);
		this.checkIns.send(client.id(), Moment.START, By.CLIENT, TestDesk.CALM, List.of(),
				new Who.Client(client.id().value()));
		UnaryOperator<MockMvcRequestBuilder> signedIn = signedIn();
		most(9, "/desk/today", signedIn);
		most(5, "/desk/cases", signedIn);
		most(4, "/desk/diary", signedIn);
		most(6, "/desk/notes", signedIn);
		most(5, "/desk/messages", signedIn);
		most(7, "/desk/keeping", signedIn);
		most(8, "/desk/journal", signedIn);
		most(2, "/desk/statistics", signedIn);
		most(2, "/desk/people", signedIn);
		most(4, "/desk/account", signedIn);
		most(4, "/desk/brought-in", signedIn);
		most(4, "/desk/settings", signedIn);
		most(7, "/desk/settings/look", signedIn);
		most(5, "/desk/settings/hours", signedIn);
	}

	/** Two of them are for whoever is signed in, four keep the look in the journal. */
	@Test
	void caseAtTheDesk() throws Exception {
		Case client = this.people.planned("care");
		act(client, "approve", 0);
		this.checkIns.send(client.id(), Moment.START, By.CLIENT, TestDesk.CALM, List.of(),
				new Who.Client(client.id().value()));
		UnaryOperator<MockMvcRequestBuilder> signedIn = signedIn();
		String page = "/desk/cases/" + client.reference();
		most(21, page, signedIn);
		most(14, page + "/pause", signedIn);
		most(9, page + "/check-ins", signedIn);
		most(14, page + "/sessions", signedIn);
		most(17, page + "/sessions/1", signedIn);
		most(16, page + "/sessions/1/note", signedIn);
		most(16, page + "/sessions/1/time", signedIn);
		most(7, page + "/link", signedIn);
		most(11, page + "/replay", signedIn);
	}

	private UnaryOperator<MockMvcRequestBuilder> signedIn() throws Exception {
		TestSecurityContextHolder.clearContext();
		Cookie[] session = this.mvc.post()
			.uri("/desk/sign-in")
			.param("username", TestDesk.OWNER)
			.param("password", TestDesk.PASSWORD)
			.with(csrf())
			.exchange()
			.getResponse()
			.getCookies();
		assertThat(session).isNotEmpty();
		return (request) -> request.cookie(session);
	}

	private void most(int most, String path, UnaryOperator<MockMvcRequestBuilder> with) throws Exception {
		most(most, () -> with.apply(this.mvc.get().uri(path)).exchange(), path, 200);
	}

	private void most(int most, Callable<MvcTestResult> look, String page, int status) throws Exception {
		look.call();
		MvcTestResult[] seen = new MvcTestResult[1];
		List<String> statements = StatementCount.of(() -> seen[0] = look.call())
			.stream()
			.filter((statement) -> !statement.contains("SPRING_SESSION"))
			.toList();
		assertThat(seen[0]).as(page).hasStatus(status);
		assertThat(statements).as(page).hasSizeBetween(Math.min(1, most), most);
		statements.stream()
			.filter((statement) -> statement.startsWith("select") && !statement.endsWith("for update"))
			.forEach((statement) -> assertThat(walkedThrough(statement)).as("%s: %s", page, statement).isEmpty());
	}

	/**
	 * The large tables of which a statement takes every row, by H2's plan: a walk through
	 * a primary key is one, too.
	 */
	private List<String> walkedThrough(String statement) {
		Object[] unknown = new Object[(int) statement.chars().filter((one) -> one == '?').count()];
		String plan = String.join("\n", this.database.queryForList("explain " + statement, String.class, unknown));
		return WHOLE_TABLE.matcher(plan)
			.results()
			.map(MatchResult::group)
			.filter((walk) -> !SMALL.matcher(walk).find())
			.toList();
	}

	private MvcTestResult act(Case client, String act, int version, String... fields) {
		Map<String, String> all = new LinkedHashMap<>(Map.of("version", Integer.toString(version)));
		for (int i = 0; i < fields.length; i += 2) {
			all.put(fields[i], fields[i + 1]);
		}
		var request = this.mvc.post()
			.uri("/desk/cases/" + client.reference() + "/" + act)
			.with(csrf())
			.with(this.people.there());
		all.forEach(request::param);
		return request.exchange();
	}

}
