package org.backwise.intake;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import org.backwise.DeskTest;
import org.backwise.TestClock;
import org.backwise.TestDesk.People;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.JoinedCases;
import org.backwise.cases.Rounds;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.practice.LinkToken;
import org.backwise.triage.InForce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Somebody comes back by the link of their earlier case. */
@DeskTest
class ComingBackTests {

	private static final Pattern TICKED = Pattern
		.compile("<input[^>]* checked|<input[^>]*type=\"number\"[^>]* value=\"");

	private static final LinkToken START = new LinkToken("s".repeat(43));

	@Autowired
	private People people;

	@Autowired
	private TestClock clock;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private InForce rules;

	@Autowired
	private Cases cases;

	@Autowired
	private Rounds rounds;

	@Autowired
	private JoinedCases joined;

	@Autowired
	private JdbcClient jdbc;

	private Case before;

	@BeforeEach
	void somebodyWasHere() {
		this.people.startOver();
		this.before = this.people.sent("casey", Map.of("preference", "gentle", "habit", "long-sitting"));
		this.clock.pass(Period.ofDays(200));
	}

	@Test
	void noAnswerThatARuleReadsIsTickedBeforehand() {
		KnowledgeBase base = this.rules.base();
		List<Question> filled = EarlierAnswers.among(base.questions(), base);
		assertThat(filled).isNotEmpty()
			.allMatch(base::isAboutMassage)
			.allMatch((question) -> base.referrals()
				.stream()
				.flatMap((rule) -> rule.atLevels().stream())
				.noneMatch((at) -> at.when().questions().contains(question.id())));
	}

	@Test
	void thePageSaysWhatIsFilledInAndAsksWhetherAnythingChanged() {
		assertThat(this.mvc.get().uri("/result/casey/again")).hasStatusOk()
			.bodyText()
			.contains("Welcome back", "You last answered our questions on 1 March 2027. Has anything changed?",
					"action=\"/result/casey/again\"");
		assertThat(this.mvc.get().uri("/result/nobody/again")).hasStatus(404);
		assertThat(this.mvc.post().uri("/result/casey/again").with(csrf()).param("start", START.text())).hasStatus(422)
			.bodyText()
			.contains("Welcome back", "There is a problem", "action=\"/result/casey/again\"");
		assertThat(this.mvc.post().uri("/result/nobody/again").with(csrf())).hasStatus(404);
	}

	@Test
	void everySafetyQuestionStartsEmptyAndBothCasesLieTogether() {
		List<String> filled = new ArrayList<>();
		Map<String, Object> sheet = this.rounds.sheet(this.rounds.latest(this.before.id()));
		Cookie draft = begin();
		String at = location(get("/intake/questions", draft));
		while (at.startsWith("/intake/questions/")) {
			List<Question> asked = this.rules.base()
				.questionsOn(this.rules.base().page(at.substring("/intake/questions/".length())));
			String body = body(get(at, draft));
			boolean ticked = TICKED.matcher(body).find();
			assertThat(body.contains("This is what you told us on 1 March 2027.")).as(at).isEqualTo(ticked);
			if (ticked) {
				asked.stream().map(Question::id).filter(sheet::containsKey).forEach(filled::add);
			}
			at = location(answer(at, asked, sheet, draft));
		}
		assertThat(at).isEqualTo("/intake/details");
		assertThat(filled).containsExactly("preference", "habit");
		assertThat(body(get("/intake/details", draft))).contains("value=\"Casey Client\"", "casey@example.org");
		post("/intake/details", draft, Map.of("name", List.of("Casey Client"), "email", List.of("casey@example.org"),
				"firstDay", List.of("2027-09-20")));
		String result = location(post("/intake/check", draft, Map.of()));
		Case now = this.cases.behind(result.substring("/result/".length())).orElseThrow();
		assertThat(now.id()).isNotEqualTo(this.before.id());
		assertThat(this.joined.of(now.id())).extracting(Case::id).containsExactly(this.before.id());
		assertThat(this.joined.of(this.before.id())).extracting(Case::id).containsExactly(now.id());
		assertThat(this.rounds.of(this.before.id())).hasSize(1);
	}

	@Test
	void whatIsGoneMeanwhileIsNotFilledIn() {
		Cookie draft = begin();
		this.jdbc.sql("update intake_draft set comes_from = null").update();
		assertThat(location(get("/intake/questions", draft))).startsWith("/intake/questions/");
	}

	private Cookie begin() {
		MockHttpServletResponse begun = this.mvc.post()
			.uri("/result/casey/again")
			.with(csrf())
			.param("start", START.text())
			.param("ageBand", "16-or-over")
			.param("agree", "true")
			.exchange()
			.getResponse();
		return Objects.requireNonNull(begun.getCookie("backwise-draft"));
	}

	private MockHttpServletResponse answer(String at, List<Question> asked, Map<String, Object> sheet, Cookie draft) {
		Map<String, List<String>> given = new java.util.LinkedHashMap<>();
		for (Question question : asked) {
			Object value = sheet.get(question.id());
			if (value instanceof List<?> list) {
				given.put(question.id(), list.stream().map(Object::toString).toList());
			}
			else if (value != null) {
				given.put(question.id(), List.of(value.toString()));
			}
		}
		return post(at, draft, given);
	}

	private MockHttpServletResponse get(String uri, Cookie draft) {
		return this.mvc.get().uri(uri).cookie(draft).exchange().getResponse();
	}

	private MockHttpServletResponse post(String uri, Cookie draft, Map<String, List<String>> given) {
		var request = this.mvc.post().uri(uri).with(csrf()).cookie(draft);
		given.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
		return request.exchange().getResponse();
	}

	private static String location(MockHttpServletResponse response) {
		return Objects.requireNonNull(response.getRedirectedUrl(), () -> "status " + response.getStatus());
	}

	private static String body(MockHttpServletResponse response) {
		try {
			return response.getContentAsString();
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
