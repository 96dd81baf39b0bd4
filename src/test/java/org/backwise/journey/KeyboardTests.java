package org.backwise.journey;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way without a mouse. */
@BrowserTest
class KeyboardTests {

	private static final int MOST_ARROWS = 60;

	@LocalServerPort
	private int port;

	private final Browser browser;

	private final Keyboard keyboard = new Keyboard();

	KeyboardTests(Browser browser) {
		this.browser = browser;
	}

	@Test
	void leadsToAPlan() {
		try (Visit visit = new Visit(this.browser, this.port, Size.DESKTOP)) {
			visit.open("/");
			visit.page().keyboard().press("Tab");
			assertThat(Keyboard.focused(visit.page(), "textContent")).isEqualTo("Skip to main content");
			visit.page().keyboard().press("Enter");
			this.keyboard.press(visit, "a[href='/intake/consent']");
			Keyboard.tabTo(visit.page(), "#ageBand-16-or-over");
			visit.page().keyboard().press("Space");
			Keyboard.tabTo(visit.page(), "#agree");
			visit.page().keyboard().press("Space");
			this.keyboard.press(visit, "main form button");
			while (visit.path().startsWith("/intake/questions/")) {
				answer(visit.page());
				this.keyboard.press(visit, "main form button");
			}
			assertThat(visit.path()).isEqualTo("/intake/details");
			Keyboard.tabTo(visit.page(), "#name");
			visit.page().keyboard().type("Sam");
			Keyboard.tabTo(visit.page(), "#phone");
			visit.page().keyboard().type("01632 960 123");
			Keyboard.tabTo(visit.page(), "#firstDay");
			visit.page().keyboard().press("Space");
			this.keyboard.press(visit, "main form button");
			this.keyboard.press(visit, "main form button");
			assertThat(visit.heading()).contains("Your suggested plan");
			Keyboard.tabTo(visit.page(), "main details summary");
			visit.page().keyboard().press("Enter");
			assertThat(visit.page().locator("main details").first().getAttribute("open")).isNotNull();
		}
	}

	@Test
	void opensAFollowUpAndShowsTheNotice() {
		try (Visit visit = new Visit(this.browser, this.port, Size.PHONE)) {
			visit.begin();
			assertThat(visit.page().locator("#nerve-signs-course-not-sure").isVisible()).isFalse();
			Keyboard.tabTo(visit.page(), "#nerve-signs-bladder");
			visit.page().keyboard().press("Space");
			Keyboard.tabTo(visit.page(), "#nerve-signs-course-new-or-worse");
			visit.page().keyboard().press("ArrowDown");
			visit.page().keyboard().press("ArrowUp");
			this.keyboard.press(visit, "main form button");
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
				Keyboard.tabTo(page, "#" + question);
				page.keyboard().type(options.get(0));
			}
			else if (type.equals("radio")) {
				Keyboard.tabTo(page, "[name='" + question + "']");
				page.keyboard().press("Space");
				for (int i = 0; i < MOST_ARROWS && !Keyboard.focused(page, "value").equals(options.get(0)); i++) {
					page.keyboard().press("ArrowDown");
				}
			}
			else {
				options.forEach((option) -> {
					Keyboard.tabTo(page, "#" + question + "-" + option);
					page.keyboard().press("Space");
				});
			}
		}
	}

}
