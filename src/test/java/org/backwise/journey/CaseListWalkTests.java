package org.backwise.journey;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The lists of cases and the decision bar, as somebody at the desk uses them. */
@BrowserTest
class CaseListWalkTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final Colleague THERAPIST = new Colleague("Jo Abara", "jo@example.org", "quiet harbour lamp 94");

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	private final Browser browser;

	CaseListWalkTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void twoWorkHere() {
		NewDesk desk = new NewDesk(this.application);
		desk.open(OWNER, Role.OWNER);
		desk.open(THERAPIST, Role.THERAPIST);
		JdbcClient jdbc = this.application.getBean(JdbcClient.class);
		List.of("worklist_word", "worklist_item").forEach((table) -> jdbc.sql("delete from " + table).update());
	}

	@AfterEach
	void nobodyWorksHere() {
		new NewDesk(this.application);
	}

	@EachSize
	void approvesWithoutScrollingAndFindsEveryoneAgain(Size size) {
		String word = (size == Size.PHONE) ? "Lena" : "Dora";
		Visitor sender = new Visitor(this.port);
		String day = LocalDate.now().plusDays(3).toString();
		sender.sent(Sheet.ordinaryBackAche(), word + " Ordinary", day);
		new Visitor(this.port).sent(Sheet.everyCaution(), word + " Cautious-Featherstonehaugh van Dijk", day);
		new Visitor(this.port).sent(Sheet.seeDoctor(), word + " Referred", day);
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			Page page = visit.page();
			NewDesk.signIn(visit, this.hands, "/desk", THERAPIST);
			assertThat(visit.path()).isEqualTo("/desk/today");
			visit.open("/desk/cases");
			Keyboard.reachesEverything(page);

			visit.open("/desk/cases?need=review");
			this.hands.press(visit, "tbody a:has-text('" + word + " Ordinary')");
			assertThat(inReach(page, ".decide-bar .btn-primary")).as("approve in reach").isTrue();
			coversNothing(page);
			assertThat(pages(page)).as("pages on paper").isLessThanOrEqualTo(2);
			this.hands.press(visit, ".decide-bar .btn-primary");
			assertThat(visit.text()).contains("The plan is approved");
			visit.click("Back");
			assertThat(page.url()).endsWith("/desk/cases?need=review");

			this.hands.press(visit, "tbody a:has-text('" + word + " Cautious')");
			assertThat((Boolean) page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
				.as("no sideways scrolling")
				.isTrue();
			coversNothing(page);
			assertThat(pages(page)).as("pages on paper").isLessThanOrEqualTo(5);
			this.hands.press(visit, ".decide-bar .btn-primary");
			assertThat(page.locator(".error-summary").innerText()).contains("tick that you have seen them");
			Keyboard.reachesEverything(page);
			page.goBack();
			assertThat(inReach(page, "#read")).isTrue();
			this.hands.tick(visit, "#read");
			this.hands.press(visit, ".decide-bar .btn-primary");
			assertThat(visit.text()).contains("The plan is approved");

			visit.open("/desk/cases");
			visit.click(page.locator(".tabs a:has-text('In care')"));
			assertThat(visit.text()).contains(word + " Ordinary", word + " Cautious", "Once a week");
			Locator row = page.locator("tbody tr:has-text('" + word + " Ordinary')");
			visit.click(row.locator("button:has-text('Take it')"));
			assertThat(page.url()).contains("list=in-care#");
			visit.click(page.locator(".narrow a:has-text('Mine')"));
			assertThat(visit.text()).contains(word + " Ordinary", "Jo Abara").doesNotContain(word + " Cautious");
			Keyboard.reachesEverything(page);
			page.locator("tbody summary").first().click();
			page.locator("tbody select").first().selectOption("");
			visit.click(page.locator("tbody .assign details button").first());
			assertThat(visit.text()).contains("No case in this list fits");
			handsOver(visit, word + " Ordinary");
			for (String list : List.of("finished", "declined", "in-care&whose=mine")) {
				visit.open("/desk/cases?list=" + list);
			}
			visit.open("/desk/cases?q=" + word);
			assertThat(visit.text()).contains(word + " Ordinary", word + " Cautious", word + " Referred");
			this.hands.press(visit, "tbody a:has-text('Referred')");
			coversNothing(page);
			visit.click("Back");
			assertThat(page.url()).endsWith("?q=" + word);
		}
	}

	/** The sessions that are with Jo go with the case to Mara. */
	private void handsOver(Visit visit, String client) {
		Page page = visit.page();
		visit.open("/desk/cases?list=in-care");
		String path = page.locator("tbody a:has-text('" + client + "')").getAttribute("href").replaceAll("\\?.*", "");
		visit.open(path + "/time");
		this.hands.write(visit, "#start", "10:00");
		page.locator("#therapist").selectOption(new SelectOption().setLabel("Jo Abara"));
		this.hands.press(visit, "main form .btn-primary");
		if (page.locator("#sure").count() > 0) {
			this.hands.tick(visit, "#sure");
			this.hands.press(visit, "main form .btn-primary");
		}
		visit.open("/desk/cases?list=in-care");
		Locator row = page.locator("tbody tr:has-text('" + client + "')");
		row.locator("summary").click();
		row.locator("select").selectOption(new SelectOption().setLabel("Mara Lindqvist"));
		visit.click(row.locator(".assign details button"));
		assertThat(visit.text()).contains("Mara Lindqvist looks after", "not with Mara Lindqvist yet", "10:00");
		Keyboard.reachesEverything(page);
		this.hands.press(visit, "main form .btn-primary");
		assertThat(page.url()).contains("list=in-care#");
		visit.open(path + "/hand-over");
		assertThat(visit.text()).contains("No session to come is with anybody else");
	}

	/** Seen whole on the first screen, with nothing over it. */
	private static boolean inReach(Page page, String target) {
		return (Boolean) page.evaluate(
				"(target) => { scrollTo(0, 0); const one = document.querySelector(target);"
						+ " const at = one.getBoundingClientRect();"
						+ " return at.top >= 0 && at.bottom <= innerHeight && at.left >= 0 && at.right <= innerWidth"
						+ " && one.contains(document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2)); }",
				target);
	}

	/** Whatever has the focus is at least in part in front of the bar. */
	private static void coversNothing(Page page) {
		page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }");
		for (int round = 0; round < 2; round++) {
			String key = (round == 0) ? "Tab" : "Shift+Tab";
			for (int i = 0; i < 120; i++) {
				page.keyboard().press(key);
				Object covered = page.evaluate("() => { const one = document.activeElement;"
						+ " if (!one || one === document.body || one.closest('.decide-bar')) return null;"
						+ " const bar = document.querySelector('.decide-bar').getBoundingClientRect();"
						+ " const parts = [...one.getClientRects()];"
						+ " const free = parts.some((at) => at.bottom <= bar.top + 1 || at.top >= bar.bottom - 1);"
						+ " return free && parts.some((at) => at.bottom > 0 && at.top < innerHeight) ? null : one.outerHTML; }");
				assertThat(covered).as("covered by the bar on %s", page.url()).isNull();
			}
		}
		page.evaluate("() => scrollTo(0, 0)");
	}

	private static int pages(Page page) {
		String paper = new String(page.pdf(), StandardCharsets.ISO_8859_1);
		return (int) Pattern.compile("/Type\\s*/Page\\b").matcher(paper).results().count();
	}

}
