package org.backwise.journey;

import java.util.HashSet;
import java.util.Set;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who has no mouse: Tab, Enter, Space, arrows and letters. */
class Keyboard implements Hands {

	private static final int MOST_TABS = 150;

	private static final int MOST_ARROWS = 60;

	@Override
	public void press(Visit visit, String target) {
		tabTo(visit.page(), target);
		visit.follow(() -> visit.page().keyboard().press("Enter"));
	}

	@Override
	public void write(Visit visit, String target, String words) {
		tabTo(visit.page(), target);
		visit.page().keyboard().press("Control+A");
		visit.page().keyboard().type(words);
	}

	@Override
	public void choose(Visit visit, String target, String option) {
		tabTo(visit.page(), target);
		visit.page().keyboard().press("Home");
		for (int i = 0; i < MOST_ARROWS && !focused(visit.page(), "value").equals(option); i++) {
			visit.page().keyboard().press("ArrowDown");
		}
		assertThat(focused(visit.page(), "value")).isEqualTo(option);
	}

	@Override
	public void tick(Visit visit, String target) {
		tabTo(visit.page(), target);
		visit.page().keyboard().press("Space");
	}

	/** The order of day and month follows the browser, so the second guess is right. */
	@Override
	public void date(Visit visit, String target, String day) {
		tabTo(visit.page(), target);
		String[] parts = day.split("-");
		visit.page().keyboard().type(parts[2] + parts[1] + parts[0]);
		if (!focused(visit.page(), "value").equals(day)) {
			for (int i = 0; i < parts.length; i++) {
				visit.page().keyboard().press("ArrowLeft");
			}
			visit.page().keyboard().type(parts[1] + parts[2] + parts[0]);
		}
		assertThat(focused(visit.page(), "value")).isEqualTo(day);
	}

	/** Goes on with Tab until something is in focus, which must then be seen. */
	static void tabTo(Page page, String target) {
		for (int i = 0; i < MOST_TABS; i++) {
			page.keyboard().press("Tab");
			if ((Boolean) page.evaluate("(target) => document.activeElement.matches(target)", target)) {
				assertThat(isSeen(page)).as("focus on %s can be seen", target).isTrue();
				return;
			}
		}
		throw new AssertionError("No way to " + target + " with the Tab key on " + page.url());
	}

	/** Everything on the page that can be used is reached with Tab, and seen there. */
	static void reachesEverything(Page page) {
		Locator usable = page.locator("main a[href], main button, main input:not([type=hidden], [type=radio]),"
				+ " main select, main textarea, main summary, nav a, nav button");
		int wanted = (Integer) usable.evaluateAll("(all) => all.filter((one) => one.checkVisibility())"
				+ ".map((one, at) => one.dataset.reach = at).length");
		Set<String> reached = new HashSet<>();
		for (int i = 0; i < wanted + MOST_TABS && reached.size() < wanted; i++) {
			page.keyboard().press("Tab");
			String at = String.valueOf(page.evaluate("() => document.activeElement.dataset.reach ?? ''"));
			if (!at.isEmpty() && reached.add(at)) {
				assertThat(isSeen(page)).as("focus on number %s of %s can be seen", at, page.url()).isTrue();
			}
		}
		assertThat(reached).as("reached with Tab on %s", page.url()).hasSize(wanted);
	}

	static String focused(Page page, String property) {
		return String.valueOf(page.evaluate("(property) => document.activeElement[property]", property));
	}

	private static boolean isSeen(Page page) {
		return (Boolean) page.evaluate("() => { const s = getComputedStyle(document.activeElement);"
				+ " const p = getComputedStyle(document.activeElement.closest('.choice, .scale-step') ?? document.body);"
				+ " return s.outlineStyle + s.boxShadow + p.outlineStyle !== 'nonenonenone'; }");
	}

}
