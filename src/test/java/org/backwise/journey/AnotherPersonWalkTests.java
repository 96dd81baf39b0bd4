package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.knowledge.OfAnother;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody answers for another person, on a phone: no page on the way calls the client
 * “you”.
 */
@BrowserTest
class AnotherPersonWalkTests {

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	private static final Colleague KIM = new Colleague("Kim Care", "kim-another", "gentle harbour lamp 51");

	/** What pages say to whoever reads them, beside what the knowledge says to them. */
	private static final List<Pattern> READER = Stream
		.of("did you tick", "if you are (not )?sure", "if you cannot hear or speak", "your phone",
				"which language you speak", "you can (text|call|ask|leave|change|do|put)", "you cannot book",
				"your (way back|calendar|browser|call)", "you do not have to", "whatever you say", "if you like",
				"when you send", "you see (at once|their)", "(send|to) my (answers|calendar)", "i will call you",
				"you will call us", "reach you", "you call us when it suits you", "messages to you",
				"you (first opened|agreed|answered|save here)",
				// the practice's name of a service, and what the therapist reads in the
				// record
				"your maternity unit", "before you begin")
		.map((words) -> Pattern.compile(words, Pattern.CASE_INSENSITIVE))
		.toList();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private Cases cases;

	private final Browser browser;

	/** Sentence to the page that says it. */
	private final Map<String, String> toTheClient = new TreeMap<>();

	AnotherPersonWalkTests(Browser browser) {
		this.browser = browser;
	}

	@AfterEach
	void nobody() {
		SecurityContextHolder.clearContext();
		assertThat(this.toTheClient).as("said to the client on a page for somebody else").isEmpty();
	}

	@Test
	void everyQuestionThePlanAndTheRecord() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.open("/").click("Start now");
			List.of("ageBand-16-or-over", "another", "mayAgree", "agree").forEach(visit::tick);
			visit.click("Agree and start");
			assertThat(visit.heading()).isEqualTo("Changes in feeling, bladder, bowel and legs");
			answer(visit, Sheet.everyCaution(), "/intake/questions/");
			listen(visit).carryOn();
			listen(visit).giveDetails("Grace Oyelaran", FIRST_DAY);
			listen(visit).send();
			assertThat(listen(visit).heading()).endsWith("Their suggested plan");
			String link = visit.path();
			Stream.of("/record", "/record/print", "/contact", "/calendar", "/messages")
				.forEach((page) -> listen(visit.open(link + page)));
		}
	}

	static Stream<Sheet> notices() {
		return Stream.of(Sheet.emergency(), Sheet.urgent(), Sheet.seeDoctor(), Sheet.waiting());
	}

	@ParameterizedTest
	@MethodSource("notices")
	void everyNotice(Sheet sheet) {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			Visitor visitor = new Visitor(this.port);
			visit.at(visitor, visitor.answer(visitor.beginForAnother(), sheet));
			if (visit.path().equals("/intake/check")) {
				listen(visit).send();
			}
			if (visit.text().contains("Open the letter")) {
				listen(visit).click("Open the letter");
			}
		}
	}

	@Test
	void theWayOfTheCare() {
		Visitor visitor = new Visitor(this.port);
		Visitor.Page details = visitor.answer(visitor.beginForAnother(), Sheet.sensitised());
		Visitor.Page check = visitor.send(details,
				Map.of("name", List.of("Noor"), "willCall", List.of("true"), "firstDay", List.of(FIRST_DAY)));
		String link = visitor.send(check, Map.of()).path();
		Case theCase = this.cases.behind(link.substring("/result/".length())).orElseThrow();
		Sheet calm = WholeCourse.CALM.with("thing-1", "Putting on socks");
		NewDesk desk = new NewDesk(this.application);
		desk.open(KIM, Role.THERAPIST);
		desk.approve(theCase, KIM);
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			listen(visit.open(link)).click("Start their check-in");
			listen(visit).click("Begin").carryOn();
			assertThat(visit.page().title()).startsWith("Error: ");
			answer(visit, calm, "/check-in/");
			listen(visit).click("Something has changed");
			listen(visit).click("Begin");
			answer(visit,
					calm.with("new-signs", "hot-or-ill").with("general-signs", "fever").with("health-today", "none"),
					"/check-in/");
			assertThat(listen(visit).text()).contains("Their massage plan stops for now");
			listen(visit.open(link + "/trend"));
		}
	}

	private void answer(Visit visit, Sheet sheet, String questions) {
		Set<String> pages = new TreeSet<>();
		while (visit.path().contains(questions)) {
			assertThat(pages.add(visit.path())).as("a page that came again: %s", visit.text()).isTrue();
			listen(visit).fill(sheet);
			visit.carryOn();
		}
	}

	/** Notes what the page says to the client, also where it is folded away. */
	private Visit listen(Visit visit) {
		Object said = visit.page().evaluate("""
				() => { const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
					const said = [];
					while (walk.nextNode()) { said.push(walk.currentNode.nodeValue.replace(/\\s+/g, ' ').trim()); }
					return said; }""");
		((List<?>) said).stream()
			.map(String::valueOf)
			.filter((text) -> OfAnother.speaksToTheClient(withoutReader(text)))
			.forEach(
					(text) -> this.toTheClient.putIfAbsent(text, visit.path().replaceAll("/[A-Za-z0-9_-]{30,}", "/…")));
		return visit;
	}

	private static String withoutReader(String text) {
		String rest = text;
		for (Pattern reader : READER) {
			rest = reader.matcher(rest).replaceAll("");
		}
		return rest;
	}

}
