package org.backwise.journey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import org.backwise.TestDesk;
import org.backwise.care.CheckIns;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.followup.By;
import org.backwise.journal.Who;
import org.backwise.journey.NewDesk.Colleague;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plan as a client reads it: short on a phone, wide on a desk, with its drawings
 * described and every sign that stops it.
 */
@BrowserTest
class PlanPageTests {

	private static final int MOST_WORDS = 450;

	private static final int MOST_SCREENS = 5;

	/** The words that are seen while everything folded stays folded. */
	private static final String WORDS = """
			() => {
				const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
				let words = 0;
				while (walk.nextNode()) {
					const of = walk.currentNode.parentElement;
					const folded = of.closest('details:not([open])') && !of.closest('summary');
					if (of.checkVisibility({ visibilityProperty: true }) && !folded && !of.closest('svg, .visually-hidden')) {
						words += walk.currentNode.data.split(/\\s+/).filter((word) => /[\\p{L}\\p{N}]/u.test(word)).length;
					}
				}
				return words;
			}""";

	private static final String FIRST_DAY = LocalDate.now().plusDays(10).toString();

	private static final Colleague KIM = new Colleague("Kim Care", "kim-plan", "gentle harbour lamp 51");

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private Cases cases;

	@Autowired
	private CheckIns checkIns;

	private final Browser browser;

	PlanPageTests(Browser browser) {
		this.browser = browser;
	}

	/**
	 * Also the gentlest one, and one with every caution that a plan can carry; also for
	 * somebody else, once a therapist has looked at it, and in the care.
	 */
	@ParameterizedTest
	@MethodSource("sheets")
	void everyPlanIsReadInFiveScreensOfAPhone(String kind, Sheet sheet, boolean another) {
		Visitor visitor = new Visitor(this.port);
		Visitor.Page begin = another ? visitor.beginForAnother() : visitor.begin();
		Visitor.Page check = visitor.send(visitor.answer(begin, sheet), Map.of("name", List.of("Sam Field"), "phone",
				List.of("01632 960 123"), "firstDay", List.of(FIRST_DAY)));
		String link = visitor.send(check, Map.of()).path();
		Case theCase = this.cases.behind(link.substring("/result/".length())).orElseThrow();
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			readInFiveScreens(visit.open(link), kind);
			NewDesk desk = new NewDesk(this.application);
			desk.open(KIM, Role.THERAPIST);
			desk.approve(theCase, KIM);
			readInFiveScreens(visit.open(link), kind + ", with a check-in open");
			if (!sheet.to("health-ongoing").contains("none")) {
				return;
			}
			Map<String, Object> says = new HashMap<>(TestDesk.CALM);
			says.put("pain", Integer.valueOf(sheet.to("pain").isEmpty() ? "0" : sheet.to("pain").get(0)));
			says.put("new-signs", List.of("none"));
			this.checkIns.send(theCase.id(), Moment.START, By.CLIENT, says, List.of(),
					new Who.Client(theCase.id().value()));
			visit.open(link);
			readInFiveScreens(visit, kind + ", between two sessions");
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private void readInFiveScreens(Visit visit, String kind) {
		Page page = visit.page();
		int words = (Integer) page.evaluate(WORDS);
		int height = (Integer) page.evaluate("() => document.querySelector('main').scrollHeight");
		assertThat(words).as("the count sees the page").isGreaterThan(200);
		assertThat(words).as("words of %s", kind).isLessThanOrEqualTo(MOST_WORDS);
		assertThat(height).as(kind).isLessThanOrEqualTo(MOST_SCREENS * Size.PHONE.height());
	}

	static Stream<Arguments> sheets() {
		return Stream.of(false, true)
			.flatMap((another) -> Stream.of(
					Arguments.of("ordinary" + (another ? " of another" : ""), Sheet.ordinaryBackAche(), another),
					Arguments.of("gentle" + (another ? " of another" : ""), Sheet.sensitised().with("pain", "8"),
							another),
					Arguments.of("every caution" + (another ? " of another" : ""), Sheet.everyCaution(), another),
					Arguments.of("no pain" + (another ? " of another" : ""), Sheet.noPain(), another)));
	}

	@Test
	void whereToTurnStandsOpenAndCanBeTapped() {
		try (Visit visit = plan(Size.PHONE, Sheet.sensitised())) {
			Locator note = visit.page().locator("main .note:has-text('When life feels too much')");
			assertThat(note.innerText()).contains("Life in danger? Call 999.");
			assertThat(note.locator("a[href='tel:999']").count()).isEqualTo(1);
			assertThat(note.locator("a[href='tel:111']").count()).isPositive();
			assertThat(note.isVisible()).isTrue();
		}
	}

	@EachSize
	void itsPartsStandInTheOrderInWhichTheyHelp(Size size) {
		try (Visit visit = plan(size, Sheet.ordinaryBackAche())) {
			assertThat(visit.page().locator("main h2").allInnerTexts()).containsSubsequence("What you can do today",
					"The massage we suggest", "Your sessions", "When to stop", "How sure are we?");
			assertThat(visit.page().locator(".months").isVisible()).isEqualTo(size == Size.DESKTOP);
			assertThat(visit.page().locator(".now li").allInnerTexts()).hasSize(3)
				.first()
				.asString()
				.contains("within 2 working days");
		}
	}

	@Test
	void theCalendarMarksTheDaysOfTheLine() {
		try (Visit visit = plan(Size.DESKTOP, Sheet.ordinaryBackAche())) {
			assertThat(visit.page().locator(".runs li").first().innerText()).contains("Once a week: 5 ",
					" of 60 minutes, ");
			assertThat(visit.page().locator(".month-session").count()).isEqualTo(5);
			assertThat(visit.page().locator(".run-ahead").allInnerTexts()).hasSize(2)
				.allMatch((line) -> line.contains("about "));
		}
	}

	@Test
	void everyDrawingHasANameAndSaysWhatItShows() {
		try (Visit visit = plan(Size.PHONE, Sheet.ordinaryBackAche())) {
			Locator drawings = visit.page().locator("svg[role=img]");
			assertThat(drawings.count()).isEqualTo(5);
			assertThat(drawings.all()).allSatisfy((drawing) -> {
				assertThat(drawing.locator("title").textContent()).isNotBlank();
				assertThat(drawing.locator("desc").textContent()).hasSizeGreaterThan(40);
				assertThat(drawing.locator("path").count()).isGreaterThan(4);
			});
			assertThat(visit.page().locator("main [style], main style").count()).isZero();
		}
	}

	@Test
	void movementsSuitThePlaceAndTheLimits() {
		try (Visit neck = plan(Size.PHONE, Sheet.ordinaryBackAche().with("location", "neck"));
				Visit pregnant = plan(Size.PHONE,
						Sheet.ordinaryBackAche()
							.with("location", "lower-back-left")
							.with("health-ongoing", "pregnant"))) {
			assertThat(moves(neck)).containsExactly("Gentle neck turn", "Shoulder blade squeeze", "Slow breathing",
					"Sleep well");
			assertThat(moves(pregnant)).containsExactly("Round and sink your back", "Slow breathing", "Sleep well");
			neck.page().locator(".move summary").nth(1).click();
			assertThat(neck.text()).contains("Look slowly over one shoulder",
					"Leave it out if turning makes you dizzy");
		}
	}

	private static List<String> moves(Visit visit) {
		return visit.page().locator(".move:not(.move-habit) .move-name strong").allInnerTexts();
	}

	@Test
	void whatSpeaksForTheMassageIsQuoted() {
		try (Visit visit = plan(Size.PHONE, Sheet.ordinaryBackAche().with("contributors", "long-sitting"))) {
			assertThat(visit.page().locator("main").innerText()).contains("You told us: Sitting for long.");
			visit.page().locator("summary:has-text('Why ')").first().click();
			assertThat(visit.page().locator("main").innerText()).doesNotContain("Posture, long sitting or stress");
		}
	}

	@Test
	void theSignsThatStopAreShortAndCompleteAndCanBeCalled() {
		try (Visit visit = plan(Size.PHONE, Sheet.ordinaryBackAche())) {
			Locator stop = visit.page().locator(".plan-stop");
			assertThat(stop.locator("h3 a[href='tel:999']").innerText()).isEqualTo("Stop, and call 999");
			assertThat(stop.locator("h3 a[href='tel:111']").innerText()).contains("111");
			assertThat(stop.locator(".stop-part").first().locator("> ul > li").count()).isEqualTo(4);
			assertThat(visit.page().locator(".care-card").count()).as("no alarm without an emergency").isZero();
			stop.locator("summary").first().click();
			assertThat(stop.innerText()).contains("Changes in peeing", "Legs that give way or feel unsteady");
		}
	}

	@Test
	void whoCallsThemselvesIsToldWhomToCall() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.answered(Sheet.ordinaryBackAche());
			visit.page().locator("#name").fill("Sam");
			visit.tick("willCall");
			visit.firstDay(LocalDate.now().plusDays(9).toString());
			visit.carryOn();
			visit.send();
			assertThat(visit.page().locator(".now").innerText()).contains("You call us when it suits you:");
			assertThat(visit.page().locator(".now a[href^='tel:']").count()).isOne();
			assertThat(visit.page().locator(".now a[href$='/contact']").count()).isOne();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/movements", "/massages" })
	void theDrawingsHavePagesOfTheirOwn(String path) {
		for (Size size : Size.values()) {
			try (Visit visit = new Visit(this.browser, this.port, size)) {
				visit.open(path);
				int drawings = Map.of("/movements", 8, "/massages", 4).get(path);
				assertThat(visit.page().locator("svg[role=img]").count()).isEqualTo(drawings);
				assertThat(visit.page().locator("main h2").count()).isEqualTo(drawings);
			}
		}
	}

	private Visit plan(Size size, Sheet sheet) {
		String path = new Visitor(this.port).result(sheet, "Sam Field", FIRST_DAY).path();
		Visit visit = new Visit(this.browser, this.port, size);
		return visit.open(path);
	}

}
