package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way without a mouse. */
@BrowserTest
class KeyboardTests {

	private static final int MOST_TABS = 60;

	@LocalServerPort
	private int port;

	private final Browser browser;

	KeyboardTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void leadsToAPlan() {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.open("/");
			visit.page().keyboard().press("Tab");
			assertThat(focused(visit.page(), "textContent")).isEqualTo("Skip to main content");
			visit.page().keyboard().press("Enter");
			press(visit, "a[href='/intake/consent']");
			tabTo(visit.page(), "#agree");
			visit.page().keyboard().press("Space");
			press(visit, "main form button");
			while (visit.path().startsWith("/intake/questions/")) {
				answer(visit.page());
				press(visit, "main form button");
			}
			assertThat(visit.path()).isEqualTo("/intake/details");
			tabTo(visit.page(), "#name");
			visit.page().keyboard().type("Sam");
			tabTo(visit.page(), "#firstDay");
			visit.page().locator("#firstDay").fill(LocalDate.now().plusDays(10).toString());
			press(visit, "main form button");
			press(visit, "main form button");
			assertThat(visit.heading()).contains("Your suggested plan");
			tabTo(visit.page(), "main details summary");
			visit.page().keyboard().press("Enter");
			assertThat(visit.page().locator("main details").first().getAttribute("open")).isNotNull();
		}
	}

	@Test
	void opensAFollowUpAndShowsTheNotice() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.begin();
			assertThat(visit.page().locator("#nerve-signs-course-not-sure").isVisible()).isFalse();
			tabTo(visit.page(), "#nerve-signs-bladder");
			visit.page().keyboard().press("Space");
			tabTo(visit.page(), "#nerve-signs-course-new-or-worse");
			visit.page().keyboard().press("ArrowDown");
			visit.page().keyboard().press("ArrowUp");
			press(visit, "main form button");
			assertThat(visit.heading()).contains("999");
		}
	}

	private static void answer(Page page) {
		Sheet sheet = Sheet.ordinaryBackAche();
		for (Object question : (List<?>) page.evaluate(
				"() => [...new Set([...document.querySelectorAll('main input:not([type=hidden])')].map((i) => i.name))]")) {
			List<String> options = sheet.to(String.valueOf(question));
			if (options.isEmpty()) {
				continue;
			}
			String type = page.locator("[name='" + question + "']").first().getAttribute("type");
			if (type.equals("text")) {
				tabTo(page, "#" + question);
				page.keyboard().type(options.get(0));
			}
			else if (type.equals("radio")) {
				tabTo(page, "[name='" + question + "']");
				page.keyboard().press("Space");
				for (int i = 0; i < MOST_TABS && !focused(page, "value").equals(options.get(0)); i++) {
					page.keyboard().press("ArrowDown");
				}
			}
			else {
				options.forEach((option) -> {
					tabTo(page, "#" + question + "-" + option);
					page.keyboard().press("Space");
				});
			}
		}
	}

	/** Goes on with Tab until something is in focus, which must then be seen. */
	private static void tabTo(Page page, String target) {
		for (int i = 0; i < MOST_TABS; i++) {
			page.keyboard().press("Tab");
			if ((Boolean) page.evaluate("(target) => document.activeElement.matches(target)", target)) {
				String style = (String) page.evaluate("() => { const s = getComputedStyle(document.activeElement);"
						+ " const p = getComputedStyle(document.activeElement.closest('.choice, .scale-step') ?? document.body);"
						+ " return s.outlineStyle + s.boxShadow + p.outlineStyle; }");
				assertThat(style).as("focus on %s can be seen", target).isNotEqualTo("nonenonenone");
				return;
			}
		}
		throw new AssertionError("No way to " + target + " with the Tab key on " + page.url());
	}

	private static void press(Visit visit, String target) {
		tabTo(visit.page(), target);
		visit.follow(() -> visit.page().keyboard().press("Enter"));
	}

	private static String focused(Page page, String property) {
		return String.valueOf(page.evaluate("(property) => document.activeElement[property]", property));
	}

}
