package org.backwise.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

import org.backwise.journey.NewDesk.Colleague;
import org.backwise.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of the desk and of a client's own record: looked over, walked through with
 * Tab, and put on paper.
 */
@BrowserTest
class DeskPageTests {

	private static final Colleague OWNER = new Colleague("Mara Lindqvist", "mara@example.org", "quiet harbour lamp 93");

	private static final String LONG_NAME = "Wilhelmina-Alexandria Featherstonehaugh-Cholmondeley van Dijk";

	private static final String LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente ".repeat(12);

	private static final int PAPER_WIDTH = 672;

	private final Hands hands = new Hands.Pointing();

	@LocalServerPort
	private int port;

	@Autowired
	private ConfigurableApplicationContext application;

	@Autowired
	private MovableClock clock;

	private final Browser browser;

	DeskPageTests(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void theOwnerWorksHere() {
		new NewDesk(this.application).open(OWNER, Role.OWNER);
	}

	@AfterEach
	void nobodyWorksHere() {
		this.clock.reset();
		new NewDesk(this.application);
	}

	@EachSize
	void canBeUsedWithoutAMouseAndPutOnPaper(Size size) {
		String name = LONG_NAME + " " + size;
		Visitor sender = new Visitor(this.port);
		String link = sender.sent(Sheet.everyCaution(), name, LocalDate.now().plusDays(3).toString());
		this.clock.move(Duration.ofDays(4));
		try (Visit visit = new Visit(this.browser, this.port, size)) {
			NewDesk.signIn(visit, this.hands, "/desk?q=Wilhelmina", OWNER);
			check(visit, size);
			this.hands.press(visit, "tbody a:has-text('" + size + "')");
			check(visit, size);
			String desk = visit.path();
			for (String act : List.of("/change", "/decline", "/raise", "/replay", "/sessions", "/sessions/1",
					"/sessions/1/note")) {
				check(visit.open(desk + act), size);
			}
			visit.open(desk);
			visit.page()
				.locator("main input[name=read]")
				.all()
				.forEach((box) -> this.hands.tick(visit, "#" + box.getAttribute("id")));
			this.hands.write(visit, "#note", LONG_WORD);
			this.hands.press(visit, "main form[action$=approve] button");
			check(visit, size);
			note(visit, desk, size);
			for (String page : List.of("today", "diary", "rules", "keeping", "journal", "people", "account",
					"notes?whose=all", "settings/text-blocks", "settings/hours", "settings/backup")) {
				check(visit.open("/desk/" + page), size);
			}
			record(visit, link, size);
			check(visit.open("/desk/keeping"), size);
			this.hands.press(visit, "main a[href*='/desk/keeping/']");
			check(visit, size);
		}
	}

	private void note(Visit visit, String desk, Size size) {
		visit.open(desk + "/sessions/1");
		check(visit, size);
		for (String said : List.of("nerve-signs-none", "body-signs-none", "new-signs-none",
				"known-health-still-right")) {
			this.hands.tick(visit, "#" + said);
		}
		visit.page().locator("#pain-5").check();
		visit.page().locator("#change-same").check();
		this.hands.press(visit, "main form[action$=check-in] button");
		assertThat(visit.text()).contains("all is clear");
		check(visit, size);
		this.hands.press(visit, "main button[value=keep]");
		check(visit, size);
		visit.open(desk + "/sessions/1/note");
		this.hands.write(visit, "#minutes", "long");
		this.hands.press(visit, "main button[value=sign]");
		assertThat(visit.page().locator(".error-summary").innerText()).contains("at least one of the four boxes",
				"Enter the minutes");
		check(visit, size);
		for (String part : List.of("subjective", "objective", "assessment", "plan")) {
			this.hands.write(visit, "#" + part, LONG_WORD);
		}
		this.hands.write(visit, "#minutes", "60");
		this.hands.press(visit, "main button[value=sign]");
		visit.open(desk + "/sessions/1/note");
		assertThat(visit.text()).contains("Add to this note");
		this.hands.write(visit, "#text", LONG_WORD);
		this.hands.write(visit, "#reason", "I had forgotten it.");
		this.hands.press(visit, "main form button");
		visit.open(desk + "/sessions/1/note");
		check(visit, size);
	}

	private void record(Visit visit, String link, Size size) {
		visit.open(link);
		this.hands.press(visit, "main a[href$='/record']");
		assertThat(visit.text()).contains("Mara Lindqvist", "checked the plan");
		check(visit, size);
		Download download = visit.page().waitForDownload(() -> visit.page().locator("a[download]").click());
		assertThat(text(download.path())).startsWith("{").contains(LONG_NAME);
		check(visit.open(link + "/record/print"), size);
		check(visit.open(link + "/withdraw"), size);
		check(visit.open(link + "/erasure"), size);
		this.hands.press(visit, "main form button");
		assertThat(visit.text()).contains("You asked on");
		check(visit, size);
	}

	/** Keys and paper do not depend on the screen, so each is tried on one of them. */
	private static void check(Visit visit, Size size) {
		if (size == Size.DESKTOP) {
			Keyboard.reachesEverything(visit.page());
		}
		else {
			onPaper(visit);
		}
	}

	/** No furniture, and nothing beyond the edge of the paper or of what holds it. */
	private static void onPaper(Visit visit) {
		Page page = visit.page();
		int width = page.viewportSize().width;
		int height = page.viewportSize().height;
		page.setViewportSize(PAPER_WIDTH, height);
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(page.locator(".site-header, .site-nav, .site-footer, .back-link, .btn, dialog").all())
			.as("furniture on the paper of %s", page.url())
			.noneMatch((part) -> part.isVisible());
		assertThat(page.locator("html, main, main *:visible")
			.evaluateAll("(all) => all"
					+ ".filter((one) => one.checkVisibility() && !one.closest('.visually-hidden, svg, select')"
					+ " && getComputedStyle(one).display !== 'inline'"
					+ " && (one.scrollWidth > one.clientWidth + 1 || (one.tagName === 'TEXTAREA' && one.scrollHeight > one.clientHeight + 1)))"
					+ ".map((one) => one.tagName + '.' + one.className)"))
			.as("cut off on the paper of %s", page.url())
			.isEqualTo(List.of());
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
		page.setViewportSize(width, height);
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
