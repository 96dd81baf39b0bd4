package org.backwise.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** On paper, in a narrow and in a wide face: the letter on one page, the plan on few. */
@BrowserTest
class PrintTests {

	private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

	@LocalServerPort
	private int port;

	private final Browser browser;

	PrintTests(Browser browser) {
		this.browser = browser;
	}

	@ParameterizedTest
	@CsvSource({ "emergency, DejaVu Sans", "emergency, Noto Sans", "see a doctor, DejaVu Sans",
			"see a doctor, Noto Sans", "as much as can be, DejaVu Sans", "as much as can be, Noto Sans" })
	void theLetterWithItsReplyFitsOnOnePage(String kind, String face) {
		Sheet sheet = switch (kind) {
			case "emergency" -> Sheet.emergency();
			case "see a doctor" -> Sheet.seeDoctor();
			default -> everySign();
		};
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			String notice = new Visitor(this.port).result(sheet, "", "").path();
			visit.open(notice + "/letter");
			// Everything at once takes a second page, with the reply on the first.
			assertThat(pages(visit.page(), kind, face)).isEqualTo(kind.startsWith("as much") ? 2 : 1);
			visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(visit.page().locator(".site-header, .site-footer, .back-link, .note").all())
				.noneMatch((part) -> part.isVisible());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "DejaVu Sans", "Noto Sans" })
	void thePlanFitsOnTwoPagesAndSaysWhoseItIs(String face) {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.open(new Visitor(this.port)
				.result(Sheet.ordinaryBackAche(), "Grace", LocalDate.now().plusDays(10).toString())
				.path());
			assertThat(pages(visit.page(), "short plan", face)).isEqualTo(2);
			visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(visit.page().locator(".print-only").first().innerText()).contains("Grace", "Reference ",
					"01632 960 123");
			assertThat(visit.page().locator(".move .picture, .move-steps, .stop-part .signs").all()).hasSize(10)
				.allMatch((part) -> part.isVisible());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "DejaVu Sans", "Noto Sans" })
	void thePlanPrintsWithEveryDateAndWithoutFurniture(String face) {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			String plan = new Visitor(this.port)
				.result(Sheet.everyCaution(), "Grace", LocalDate.now().plusDays(10).toString())
				.path();
			visit.open(plan);
			assertThat(pages(visit.page(), "plan", face)).isBetween(2, 3);
			visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
			assertThat(visit.page().locator(".site-header, .site-footer").all()).noneMatch((part) -> part.isVisible());
			assertThat(visit.page().locator(".session time").all()).isNotEmpty().allMatch((date) -> date.isVisible());
			assertThat(visit.page().evaluate("() => getComputedStyle(document.body).backgroundColor"))
				.isEqualTo("rgb(255, 255, 255)");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "DejaVu Sans", "Noto Sans" })
	void aLongNameAndOneFromRightToLeftStayOnThePage(String face) {
		for (String name : new String[] { "Maximiliane-Friederike von Hohenlohe-Waldenburg-Schillingsfürst",
				"محمد عبد الرحمن بن عبد العزيز" }) {
			try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
				String notice = new Visitor(this.port).result(Sheet.seeDoctor(), "", "").path();
				visit.open(notice + "/details");
				visit.page().locator("#name").fill(name);
				visit.carryOn();
				visit.open(notice + "/letter");
				assertThat(visit.page().locator(".letter-about dd").first().innerText()).isEqualTo(name);
				assertThat(pages(visit.page(), "letter name", face)).isOne();
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "emergency, DejaVu Sans", "urgent, DejaVu Sans", "wait, DejaVu Sans" })
	void aNoticeFitsOnOnePage(String kind, String face) {
		Sheet sheet = switch (kind) {
			case "emergency" -> Sheet.emergency();
			case "urgent" -> Sheet.urgent();
			default -> Sheet.waiting();
		};
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.open(new Visitor(this.port).result(sheet, "", "").path());
			assertThat(pages(visit.page(), "notice " + kind, face)).isOne();
		}
	}

	/** Everything at once that is no emergency. */
	private static Sheet everySign() {
		return Sheet.everyCaution()
			.with("age", "67")
			.with("doctor-seen", "no")
			.with("duration", "over-12-weeks")
			.with("onset", "knock-or-fall")
			.with("pain", "10")
			.with("pain-pattern", "constant")
			.with("location", "neck", "between-shoulder-blades", "upper-back-left", "upper-back-right", "mid-back-left",
					"mid-back-centre", "mid-back-right", "lower-back-left", "lower-back-centre", "lower-back-right",
					"buttock-left", "buttock-right")
			.with("limb-signs", "pain-into-leg", "pain-into-arm", "numbness-or-tingling", "weakness-long-standing",
					"not-sure")
			.with("disc-diagnosis", "yes")
			.with("general-signs", "fever", "weight-loss", "night-pain", "lump-or-shape-change",
					"worse-on-cough-or-strain", "kidney-signs", "leg-swollen", "clumsy-hands", "hot-swollen-back",
					"band-rash", "organ-pattern", "not-sure")
			.with("history", "cancer-ever", "cancer-treatment-now", "weak-immunity-or-recent-infection",
					"osteoporosis-or-long-steroids", "not-sure")
			.with("health-today", "infectious-today", "blood-clot", "recent-heart-attack-or-stroke",
					"recent-surgery-or-fracture", "blood-pressure-uncontrolled", "pregnancy-warning-signs",
					"high-risk-pregnancy", "bleeding-disorder", "undiagnosed-lump", "not-sure")
			.with("movement", "much-less");
	}

	/**
	 * How many sheets of paper it takes when set in a face. Where the face is not
	 * installed the test is skipped; in CI it fails.
	 */
	private static int pages(Page page, String name, String face) {
		page.evaluate("(face) => document.documentElement.style.setProperty('--font-text', `\"${face}\"`)", face);
		Page.PdfOptions options = new Page.PdfOptions().setPreferCSSPageSize(true);
		String folder = System.getenv("BACKWISE_SCREENSHOTS");
		if (folder != null) {
			options.setPath(Path.of(folder, (name + " " + face + ".pdf").replace(' ', '-')));
		}
		String pdf = new String(page.pdf(options), StandardCharsets.ISO_8859_1);
		boolean set = pdf.contains("+" + face.replace(" ", ""));
		assumeTrue(set || Boolean.parseBoolean(System.getenv("CI")), () -> face + " is not installed");
		assertThat(set).as("set in %s", face).isTrue();
		return (int) PAGE.matcher(pdf).results().count();
	}

}
