package org.backwise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
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
		most(7, "/result/care", (request) -> request);
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
		UnaryOperator<MockMvcRequestBuilder> signedIn = (request) -> request.cookie(session);
		most(9, "/desk/today", signedIn);
		most(5, "/desk/cases", signedIn);
		most(25, "/desk/cases/" + client.reference(), signedIn);
		most(18, "/desk/cases/" + client.reference() + "/sessions/1", signedIn);
		most(8, "/desk/journal", signedIn);
		most(2, "/desk/statistics", signedIn);
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
