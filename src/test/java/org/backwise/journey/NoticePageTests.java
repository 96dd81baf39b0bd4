package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients do with a notice: tap a number, start again, read it large. */
@BrowserTest
class NoticePageTests {

	/** Every number of the practice that runs here, as a text node outside of a link. */
	private static final String UNLINKED = "() => { const found = []; const walk = document.createTreeWalker(document.body, 4);"
			+ " while (walk.nextNode()) { const node = walk.currentNode;"
			+ " if (/(^|[^0-9.:-])(999|111|18000|18001 111|01632 960 123)(?![0-9]|[.,:-][0-9])/.test(node.data)"
			+ " && !node.parentElement.closest('a[href^=\"tel:\"], script, style, title')) found.push(node.data.trim()); }"
			+ " return found; }";

	private static final String TOO_WIDE = "() => [...document.querySelectorAll('body *')]"
			+ ".filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
			+ ".map((e) => e.tagName + '.' + e.className).slice(-4).join(', ')";

	@LocalServerPort
	private int port;

	private final Browser browser;

	NoticePageTests(Browser browser) {
		this.browser = browser;
	}

	/** The path of a result of each kind. */
	private Map<String, String> results() {
		String day = LocalDate.now().plusDays(10).toString();
		return Map.of("emergency", new Visitor(this.port).result(Sheet.emergency(), "", "").path(), "urgent",
				new Visitor(this.port).result(Sheet.urgent(), "", "").path(), "see-doctor",
				new Visitor(this.port).result(Sheet.seeDoctor(), "", "").path(), "wait",
				new Visitor(this.port).result(Sheet.waiting(), "", "").path(), "child",
				new Visitor(this.port).result(Sheet.seeDoctor().with("age", "17"), "", "").path(), "plan",
				new Visitor(this.port).result(Sheet.everyCaution(), "Grace", day).path());
	}

	@Test
	void everyNumberOnAClientPageCanBeTapped() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			Map<String, String> results = results();
			tapped(visit, "/");
			tapped(visit, "/intake/consent");
			tapped(visit, "/nothing");
			for (Map.Entry<String, String> result : results.entrySet()) {
				tapped(visit, result.getValue());
				if (!result.getKey().equals("plan")) {
					tapped(visit, result.getValue() + "/letter");
				}
				tapped(visit, result.getValue() + "/record");
				tapped(visit, result.getValue() + "/withdraw");
			}
			visit.begin();
			for (int i = 0; i < 4; i++) {
				assertThat(numbers(visit)).as(visit.path()).isEmpty();
				visit.carryOn();
				assertThat(numbers(visit)).as(visit.path()).isEmpty();
				visit.fill(Sheet.ordinaryBackAche());
				visit.carryOn();
			}
		}
	}

	private void tapped(Visit visit, String path) {
		visit.open(path);
		assertThat(numbers(visit)).as(path.replaceAll("/result/[^/]+", "/result")).isEmpty();
		assertThat(visit.page().locator("footer a[href='tel:999']").count()).isPositive();
	}

	private static List<?> numbers(Visit visit) {
		return (List<?>) visit.page().evaluate(UNLINKED);
	}

	@Test
	void nothingRunsSidewaysWhenTheTextIsTwiceAsLarge() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			Map<String, String> results = results();
			large(visit, "/");
			large(visit, "/intake/consent");
			large(visit, "/nothing");
			for (Map.Entry<String, String> result : results.entrySet()) {
				large(visit, result.getValue());
				large(visit, result.getValue() + "/record");
				large(visit, result.getValue() + "/record/print");
				large(visit, result.getValue() + "/erasure");
				if (!result.getKey().equals("plan")) {
					large(visit, result.getValue() + "/letter");
					large(visit, result.getValue() + "/details");
				}
			}
			visit.begin();
			while (visit.path().startsWith("/intake/questions/")) {
				large(visit);
				visit.fill(Sheet.ordinaryBackAche());
				visit.carryOn();
			}
			large(visit);
		}
	}

	private void large(Visit visit, String path) {
		visit.open(path);
		large(visit);
	}

	private static void large(Visit visit) {
		visit.page().evaluate("() => document.documentElement.style.fontSize = '200%'");
		assertThat((Integer) visit.page().evaluate("() => document.documentElement.scrollWidth"))
			.as("%s at 200 %%; too wide: %s", visit.path().replaceAll("/result/[^/]+", "/result"),
					visit.page().evaluate(TOO_WIDE))
			.isLessThanOrEqualTo(Size.PHONE.width());
	}

	@ParameterizedTest
	@ValueSource(ints = { 320, 360, 375, 390, 412, 1280 })
	void painTenStandsOnOneLine(int width) {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.begin();
			while (!visit.path().endsWith("/pain")) {
				visit.fill(Sheet.ordinaryBackAche());
				visit.carryOn();
			}
			visit.page().setViewportSize(width, 740);
			List<Double> heights = List.of(height(visit.page(), 0), height(visit.page(), 10));
			assertThat(heights.get(1)).isEqualTo(heights.get(0));
		}
	}

	private static double height(Page page, int step) {
		return ((Number) page.evaluate("(id) => { const range = document.createRange();"
				+ " range.selectNodeContents(document.querySelector(`label[for='pain-${id}'] .scale-number`));"
				+ " return range.getBoundingClientRect().height; }", step))
			.doubleValue();
	}

	@Test
	void anEmergencyLeavesNothingToReadBesideWhatToDo() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			String result = results().get("emergency");
			visit.open(result);
			assertThat((List<?>) visit.page()
				.evaluate("() => [...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))"))
				.isNotEmpty()
				.allSatisfy((href) -> assertThat(String.valueOf(href))
					.matches("tel:.*|mailto:.*|#content|/|/intake/consent|" + result
							+ "/(letter|pdf|send|messages|record)"));
			assertThat(visit.page().locator("main details").count()).isZero();
			assertThat(visit.page().locator("#clear").count()).isZero();
			visit.open(results().get("urgent"));
			assertThat(visit.page().locator("footer a[href='/how-we-decide']").count()).isOne();
		}
	}

	@Test
	void theButtonOfEachServiceIsFilledAndAsWideAsThePhone() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			Map<String, String> results = results();
			for (String kind : List.of("emergency", "urgent")) {
				visit.open(results.get(kind));
				Object button = visit.page().evaluate("""
						() => { const call = document.querySelector('.care-card .call');
						const own = getComputedStyle(call).backgroundColor;
						const card = getComputedStyle(call.closest('.care-card')).backgroundColor;
						return own !== card && own !== 'rgba(0, 0, 0, 0)'
							&& call.getBoundingClientRect().width > 250 && call.getBoundingClientRect().height >= 44; }
						""");
				assertThat(button).as(kind).isEqualTo(true);
			}
		}
	}

	@Test
	void whoWaitsOrErredCanReallyStartAgain() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.answered(Sheet.urgent()).send();
			visit.click("Answer the questions again");
			assertThat(visit.path()).isEqualTo("/intake/consent");
			visit.tick("ageBand-16-or-over");
			visit.tick("agree");
			visit.click("Agree and start");
			assertThat(visit.path()).isEqualTo("/intake/questions/nerve-signs");
			assertThat(visit.page().locator("main input:checked").count()).isZero();

			visit.open(new Visitor(this.port)
				.result(Sheet.ordinaryBackAche().with("skin-and-medicines", "skin-widespread"), "", "")
				.path());
			assertThat(visit.text()).contains("it is your skin").doesNotContain("If you are ill");
			visit.click("Start again");
			assertThat(visit.path()).endsWith("/again");
		}
	}

	@Test
	void whoStopsCanChooseToGoOn() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			String result = results().get("plan");
			visit.open(result + "/withdraw").click("No, go back");
			assertThat(visit.path()).isEqualTo(result);
			visit.open(result + "/erasure").click("No, keep");
			assertThat(visit.path()).isEqualTo(result);
		}
	}

}
