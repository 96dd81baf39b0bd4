package org.backwise.journey;

import java.net.HttpCookie;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import org.backwise.cases.Case;
import org.backwise.cases.CaseLinks;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.LinkMail;
import org.backwise.cases.Therapist;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How a client is reached, finds the result again and leaves a device clean. */
@RunningApplication
class ReachTests {

	private static final String DAY = LocalDate.now().plusDays(9).toString();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private Cases cases;

	@Autowired
	private CaseLinks links;

	@Autowired
	private LinkMail mail;

	@Autowired
	private Journal journal;

	private Visitor visitor;

	@BeforeEach
	void visit() {
		this.visitor = new Visitor(this.port);
	}

	private Page details() {
		return this.visitor.answer(this.visitor.begin(), Sheet.ordinaryBackAche());
	}

	private String sent() {
		return this.visitor.result(Sheet.ordinaryBackAche(), "Reya Field", DAY).path();
	}

	private Case behind(String result) {
		return this.cases.behind(result.substring("/result/".length())).orElseThrow();
	}

	private Page sendDetails(Page details, String phone, String email, String willCall) {
		return this.visitor.send(details, Map.of("name", List.of("محمد 🧘🏽 Field"), "phone", List.of(phone), "email",
				List.of(email), "willCall", List.of(willCall), "firstDay", List.of(DAY)));
	}

	@ParameterizedTest
	@CsvSource({ "01632 960 123,'',''", "'',Sam@EXAMPLE.org,''", "'','',true", "+49 30 901820,sam@example.org,true",
			"0044 1632 960123,'',''" })
	void aPlanNeedsOneWayToReachTheClient(String phone, String email, String willCall) {
		Page check = sendDetails(details(), phone, email, willCall);

		assertThat(check.path()).isEqualTo("/intake/check");
		Contact contact = behind(this.visitor.send(check, Map.of()).path()).contact().orElseThrow();
		assertThat(contact.willCall()).isEqualTo(!willCall.isEmpty());
		assertThat(Optional.ofNullable(contact.email()).orElse("")).isEqualTo(email.replace("EXAMPLE", "example"));
		assertThat(contact.phone() != null).isEqualTo(!phone.isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "12", "not a phone", "<b>", "🧘" })
	void whatIsNoNumberIsKeptAndExplained(String typed) {
		Page page = sendDetails(details(), typed, "me at home", "true");

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("href=\"#phone\"", "href=\"#email\"", "Check the phone number",
				"Check the email address");
		assertThat(page.input("phone")).isEqualTo(typed.replace("<", "&lt;").replace(">", "&gt;"));
		assertThat(page.input("email")).isEqualTo("me at home");
		assertThat(page.isTicked("willCall")).isTrue();
	}

	@Test
	void nothingAtAllIsNotEnoughForAPlan() {
		Page page = sendDetails(details(), "", " ", "");

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("or tick “I will call you”", "href=\"#phone\"");
		assertThat(this.visitor.get("/intake/check").path()).isEqualTo("/intake/details");
	}

	@Test
	void longestValuesAreRefusedAndKept() {
		String digits = "1".repeat(10_000);
		Page page = sendDetails(details(), digits, "x".repeat(10_000) + "@example.org", "");

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.input("phone")).isEqualTo(digits);
	}

	@Test
	void howToReachTheClientCanBeChangedAndNothingOfBeforeStays() {
		String link = sent();
		Case theCase = behind(link);
		Page form = this.visitor.get(link + "/contact");
		assertThat(form.input("phone")).isEqualTo("01632 960123");
		Page otherTab = this.visitor.get(link + "/contact");
		Map<String, List<String>> fields = Map.of("phone", List.of("+44 7700 900777"), "email", List.of(""), "days",
				List.of("monday"), "parts", List.of("any"));

		assertThat(this.visitor.send(form, fields).path()).isEqualTo(link);
		assertThat(this.visitor.sendOnly(otherTab, fields).status()).isEqualTo(302);

		assertThat(behind(link).contact().orElseThrow()).satisfies((contact) -> {
			assertThat(contact.name()).isEqualTo("Reya Field");
			assertThat(contact.phone()).extracting((phone) -> phone.number()).isEqualTo("+447700900777");
			assertThat(contact.reach()).isEqualTo(Contact.Reach.PHONE);
		});
		assertThat(this.journal.about(theCase.id().value())).filteredOn((row) -> row.action() == Action.CONTACT_CHANGED)
			.hasSize(1);
		assertThat(count("case_contact where case_id = ?", theCase.id().value())).isOne();
		assertThat(count("case_suits where days = 'monday' and case_id = ?", theCase.id().value())).isOne();
		assertThat(this.visitor.get(link + "/record/print").body()).contains("07700 900777")
			.doesNotContain("01632 960123");
	}

	@Test
	void aTabThatWasOvertakenIsToldAndLosesNothing() {
		String link = sent();
		Page older = this.visitor.get(link + "/contact");
		this.visitor.send(this.visitor.get(link + "/contact"),
				Map.of("phone", List.of("+44 7700 900777"), "days", List.of("monday"), "parts", List.of("any")));

		Page told = this.visitor.send(older, Map.of("email", List.of("older@example.org")));

		assertThat(told.status()).isEqualTo(409);
		assertThat(told.body()).contains("changed in the meantime", "07700 900777", "Monday");
		assertThat(told.input("email")).isEqualTo("older@example.org");
		assertThat(behind(link).contact().orElseThrow().email()).isNull();
		assertThat(count("case_suits where days = 'monday' and case_id = ?", behind(link).id().value())).isOne();
		assertThat(this.visitor.send(told, Map.of("email", List.of("older@example.org"))).path()).isEqualTo(link);
		assertThat(behind(link).contact().orElseThrow().email()).isEqualTo("older@example.org");
	}

	@Test
	void aTabOfTheDetailsThatWasOvertakenIsTold() {
		details();
		Page older = this.visitor.get("/intake/details");
		assertThat(sendDetails(older, "01632 960 123", "", "").path()).isEqualTo("/intake/check");
		assertThat(sendDetails(older, "01632 960 123", "", "").path()).as("the same twice").isEqualTo("/intake/check");

		Page told = sendDetails(older, "", "older@example.org", "");

		assertThat(told.status()).isEqualTo(409);
		assertThat(told.body()).contains("changed in the meantime", "01632 960123");
		assertThat(told.input("email")).isEqualTo("older@example.org");
		assertThat(this.visitor.get("/intake/check").body()).contains("01632 960123").doesNotContain("older@");
		assertThat(sendDetails(told, "", "older@example.org", "").path()).isEqualTo("/intake/check");
	}

	@Test
	void aNameCannotBeChangedFromTheResult() {
		String link = sent();

		this.visitor.send(this.visitor.get(link + "/contact"),
				Map.of("name", List.of("Somebody Else"), "willCall", List.of("true")));

		assertThat(behind(link).contact().orElseThrow()).satisfies((contact) -> {
			assertThat(contact.name()).isEqualTo("Reya Field");
			assertThat(contact.reach()).isEqualTo(Contact.Reach.WILL_CALL);
			assertThat(contact.phone()).isNull();
		});
	}

	@Test
	void whoWithdrewIsToldThatNothingChanges() {
		String link = sent();
		Page open = this.visitor.get(link + "/contact");
		this.visitor.send(this.visitor.get(link + "/withdraw"), Map.of());

		Page refused = this.visitor.sendOnly(open, Map.of("willCall", List.of("true")));

		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.body()).contains("The client withdrew");
		assertThat(this.visitor.get(link + "/contact").path()).isEqualTo(link);
		LinkToken fresh = LinkToken.random();
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(() -> this.mail.renew(behind(link).id(), fresh, true, someone()));
	}

	@Test
	void theStartPageLeadsBackToTheResultUntilItIsFinished() {
		String link = sent();
		Page start = this.visitor.get("/");
		assertThat(start.body()).contains("You sent your answers on ", "href=\"" + link + "\"");

		Page finished = this.visitor.send(start.path(), finish(start, link + "/finish"));
		assertThat(finished.status()).isEqualTo(302);
		assertThat(finished.header("Clear-Site-Data")).isEqualTo("\"cache\"");
		assertThat(finished.header("Location")).endsWith("/finished");

		assertThat(this.visitor.get("/").body()).doesNotContain("See my result");
		assertThat(this.visitor.get(link).body()).contains("This device is clear").doesNotContain("Reya");
		assertThat(this.visitor.get(link + "/record").path()).isEqualTo("/finished");
		assertThat(this.visitor.get("/intake/sent").path()).isEqualTo("/");
		assertThat(new Visitor(this.port).get(link).path()).as("elsewhere").isEqualTo(link);
	}

	@Test
	void ofTwoClientsWhoFinishedBothStayClosed() {
		String first = sent();
		this.visitor.send("/", finish(this.visitor.get("/"), first + "/finish"));
		String second = sent();
		this.visitor.send("/", finish(this.visitor.get("/"), second + "/finish"));

		assertThat(this.visitor.get(first).path()).isEqualTo("/finished");
		assertThat(this.visitor.get(second).path()).isEqualTo("/finished");
	}

	@Test
	void aDeviceIsClearedAlsoWithALinkThatHasEnded() {
		String link = sent();
		this.links.revokeOthers(behind(link).id(), null);

		Page finished = this.visitor.send("/", finish(this.visitor.get("/"), link + "/finish"));

		assertThat(finished.header("Location")).endsWith("/finished");
	}

	private java.net.http.HttpRequest finish(Page form, String path) {
		return java.net.http.HttpRequest.newBuilder(this.visitor.uri(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=" + form.input("_csrf")))
			.build();
	}

	@Test
	void resultsAreNeverKeptByABrowser() {
		String link = sent();

		assertThat(this.visitor.once(link, null).header("Cache-Control")).contains("no-store");
	}

	@Test
	void aDeviceForClientsOffersNothingOfBeforeAndOpensAResultOnlyOnce() {
		LinkToken mark = LinkToken.random();
		this.database.update("insert into client_device (hash, account, marked_at) values (?, ?, current_timestamp)",
				mark.hash(), UUID.randomUUID());
		cookie("backwise-device", mark.text());
		details();
		assertThat(this.visitor.get("/intake/consent").body()).doesNotContain("Carry on");
		assertThat(this.visitor.get("/").body()).doesNotContain("Carry on");
		assertThat(this.visitor.get("/intake/check").path()).as("what the one before began").isEqualTo("/");
		Page details = details();

		Page result = this.visitor.send(sendDetails(details, "01632 960 123", "", ""), Map.of());

		assertThat(result.path()).startsWith("/result/");
		assertThat(result.header("Refresh")).isEqualTo("600;url=/finished");
		assertThat(this.visitor.get(result.path() + "/record").path()).endsWith("/record");
		assertThat(result.body()).contains("Nothing is saved on this device")
			.doesNotContain("Save as PDF", "Copy link", "Add to my calendar");
		for (String file : List.of("/pdf", "/letter/pdf", "/summary/pdf", "/sessions.ics", "/calendar")) {
			assertThat(this.visitor.get(result.path() + file).path()).as(file).isEqualTo(result.path());
		}
		assertThat(this.visitor.get("/").body()).doesNotContain("See my result");
		assertThat(this.visitor.get(result.path() + "/record").path()).as("Back, after the next one began")
			.isEqualTo("/finished");
		assertThat(this.visitor.get("/finished").body()).contains("This device is clear");
		assertThat(this.visitor.get(result.path()).path()).isEqualTo("/finished");
		assertThat(this.visitor.get("/intake/sent").path()).isEqualTo("/");
		assertThat(new Visitor(this.port).get(result.path()).path()).as("elsewhere").isEqualTo(result.path());
	}

	private void cookie(String name, String value) {
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.visitor.cookies().add(this.visitor.uri("/"), cookie);
	}

	@Test
	void severalLinksLeadToOneCaseUntilTheyAreEnded() {
		String first = sent();
		Case theCase = behind(first);
		String second = this.links.another(theCase.id());
		assertThat(this.visitor.get("/result/" + second).status()).isEqualTo(200);
		assertThat(this.links.open(theCase.id())).isEqualTo(2);

		LinkToken fresh = LinkToken.random();
		this.mail.renew(theCase.id(), fresh, true, someone());
		this.mail.renew(theCase.id(), fresh, true, someone());

		assertThat(this.links.open(theCase.id())).isOne();
		Visitor elsewhere = new Visitor(this.port);
		assertThat(elsewhere.get(first).status()).isEqualTo(404);
		assertThat(elsewhere.get("/result/" + second).status()).isEqualTo(404);
		assertThat(elsewhere.get("/result/" + fresh.text()).status()).isEqualTo(200);
		assertThat(this.visitor.get("/").body()).as("the old link is gone here, too").doesNotContain("See my result");
		assertThat(this.journal.about(theCase.id().value())).filteredOn((row) -> row.action() == Action.LINK_RENEWED)
			.hasSize(1);
	}

	@Test
	void withoutAMailServerThereIsNothingToSend() {
		String link = sent();

		assertThat(this.mail.canSend()).isFalse();
		assertThat(this.visitor.get(link).body()).doesNotContain("Send me the link");
		assertThat(this.visitor.get(link + "/send").status()).isEqualTo(404);
		assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.mail.ask(behind(link).id(), "a@example.org"));
	}

	@Test
	void whoAnswersForAnotherPersonSaysSoAndThatTheyMay() {
		Page consent = this.visitor.get("/intake/consent");
		Map<String, List<String>> fields = Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true"), "another",
				List.of("true"));
		Page refused = this.visitor.send(consent, fields);
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.body()).contains("href=\"#mayAgree\"");
		assertThat(refused.isTicked("another")).isTrue();

		Page first = this.visitor.send(refused, Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true"),
				"another", List.of("true"), "mayAgree", List.of("true")));
		assertThat(first.body()).contains("Has the person you are answering for noticed any of these changes")
			.doesNotContain("“You” means");
		Page details = this.visitor.answer(first, Sheet.ordinaryBackAche());
		assertThat(details.body()).contains("What is their name?");
		assertThat(this.visitor.send(details, Map.of("willCall", List.of("true"))).body()).contains("Enter their name");
		Page check = sendDetails(details, "", "", "true");
		assertThat(check.body()).contains("Check the answers about them", "About them");
		String link = this.visitor.send(check, Map.of()).path();
		assertThat(this.visitor.get(link).body())
			.contains("Their result: the plan", "What they can do today", "Their sessions", "their body responds",
					"person you answered for")
			.doesNotContain("What you can do today", "Your sessions", "Your record");
		String mine = new Visitor(this.port).result(Sheet.ordinaryBackAche(), "Sam", DAY).path();
		assertThat(this.visitor.get(mine).body()).contains("What you can do today").doesNotContain("Their sessions");

		assertThat(behind(link).consent().forAnother()).isTrue();
		assertThat(this.visitor.get(link + "/record/print").body()).contains("Somebody else, for the client");
	}

	@Test
	void aNoticeOfAnotherPersonSpeaksOfThem() {
		Page first = this.visitor.beginForAnother();
		Page check = this.visitor.answer(first, Sheet.ordinaryBackAche().with("general-signs", "fever"));
		String link = this.visitor.send(check, Map.of()).path();

		assertThat(this.visitor.get(link).body())
			.contains("Their result: what to do", "Shall we ask how they got on?", "the answers for the doctor")
			.doesNotContain("how you got on", "Your result");
		assertThat(this.visitor.get(link + "/letter").body()).contains("Give it back to their therapist");
		assertThat(this.visitor.get(link + "/details").body()).contains("What is their name?");
	}

	@Test
	void whatWasReadBeforeThereWereWordsOfAnotherPersonStaysReadable() {
		Page check = this.visitor.answer(this.visitor.beginForAnother(), Sheet.seeDoctor());
		String link = this.visitor.send(check, Map.of()).path();
		assertThat(this.visitor.get(link).body()).contains("Numb skin also cannot warn them").doesNotContain("“you”");

		Map<String, String> texts = new HashMap<>(KnowledgeFiles.builtIn().texts());
		texts.remove("words/en__they.yaml");
		KnowledgeFiles before = new KnowledgeFiles(texts);
		this.database.update(
				"insert into knowledge_words (sha256, language, content, first_used_at) "
						+ "values (?, 'en', ?, current_timestamp)",
				before.wordsSha256("en"), new JsonMapper().writeValueAsString(before.words("en")));
		this.database.update("update case_round set words = ? where case_id = ?", before.wordsSha256("en"),
				behind(link).id().value());
		assertThat(this.visitor.get(link).body()).contains("Numb skin also cannot warn you",
				"Where a sentence says “you”, it means them.");
	}

	@Test
	void theCallForHelpStandsBeforeWhomItIsAbout() {
		Page first = this.visitor.beginForAnother();
		Page result = this.visitor.answer(first, Sheet.emergency());
		assertThat(result.body()).containsSubsequence("<main", "Call 999", "person you answered for",
				"Why we say this");
	}

	private static Therapist someone() {
		return new Therapist(UUID.randomUUID(), "Kim");
	}

	private int count(String from, Object... values) {
		return Optional.ofNullable(this.database.queryForObject("select count(*) from " + from, Integer.class, values))
			.orElse(0);
	}

}
