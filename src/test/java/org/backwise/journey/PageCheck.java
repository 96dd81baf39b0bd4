package org.backwise.journey;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must be true of every page. Each kind of page is looked over once at each size,
 * since that takes longer than the walk itself: by axe, in light colours on the phone and
 * in dark ones on the desk, and for sideways scrolling on the narrowest screen.
 */
final class PageCheck {

	private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/**
	 * To be in every page from its start: a function that is not read before it is called
	 * costs a page little, while sending axe to a page takes longer than its run.
	 */
	static final String AXE = "window.loadAxe = () => {" + AxeBuilder.getAxeScript() + "}";

	/** What passed is most of axe's report, and of its time. */
	private static final String VIOLATIONS = """
			async (tags) => {
				const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
				return found.violations.map((rule) => rule.id + ': '
					+ rule.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; '));
			}""";

	private static final int NARROWEST = 320;

	private static final String TOO_WIDE = "() => [...document.querySelectorAll('body *')]"
			+ ".filter((e) => e.getBoundingClientRect().right > innerWidth + 1)"
			+ ".map((e) => e.tagName + '.' + e.className).slice(-4).join(', ')";

	/** Of a list to choose from, on a phone, before a mistake is pointed at. */
	private static final double MOST_SCREENS = 2.5;

	private static final String LONGEST_LIST = "() => Math.max(0, ...[...document.querySelectorAll('.choices')]"
			+ ".map((list) => Math.ceil(list.getBoundingClientRect().height)))";

	private static final int LONGEST_PICTURE = 12_000;

	/**
	 * What is smaller than a finger, 44 pixels, and stands alone: in a line of text words
	 * are as high as the line. A choice is its whole row.
	 */
	private static final String TOO_SMALL = """
			() => {
				const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
					&& !one.closest('.visually-hidden, .skip-link');
				const inText = (one) => {
					let block = one;
					while (block && getComputedStyle(block).display === 'inline') { block = block.parentElement; }
					return block !== one && block.innerText.trim().length > one.innerText.trim().length + 3;
				};
				const box = (one) => (one.closest('.choice, .scale-step') ?? one).getBoundingClientRect();
				return [...document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')]
					.filter((one) => seen(one) && !inText(one) && Math.min(box(one).width, box(one).height) < 43.5)
					.map((one) => one.outerHTML.slice(0, 160) + ' in ' + one.parentElement.className);
			}""";

	/** Pages of a client; the others are to be read through, or used with a mouse. */
	private static final Pattern FOR_FINGERS = Pattern.compile("/|/(intake|result|finished|movements|massages).*");

	/** What is not laid out before somebody comes there cannot be measured. */
	private static final String LAID_OUT = "() => [...document.querySelectorAll('main *')]"
			+ ".filter((one) => getComputedStyle(one).contentVisibility === 'auto')"
			+ ".forEach((one) => { one.style.contentVisibility = 'visible'; })";

	/** Whoever looks at the page next finds it as it came. */
	private static final String AS_IT_CAME = "() => [...document.querySelectorAll('main [style]')].forEach((one) => {"
			+ " one.style.removeProperty('content-visibility');"
			+ " if (!one.getAttribute('style')) { one.removeAttribute('style'); } })";

	private static final Set<String> SEEN = new HashSet<>();

	private PageCheck() {
	}

	static void of(Page page, Size walked, String path) {
		String kind = kind(page, path);
		List<Size> sizes = Sizes.lookedOver(walked).stream().filter((size) -> SEEN.add(size + " " + kind)).toList();
		if (sizes.isEmpty()) {
			return;
		}
		assertThat(page.locator("h1").count()).as("one h1 on %s", kind).isEqualTo(1);
		assertThat(page.title()).as("title of %s", kind).endsWith(" – " + page.locator(".site-name").textContent());
		assertThat(page.locator("html").getAttribute("lang")).startsWith("en");
		sizes.forEach((size) -> {
			show(page, size);
			picture(page, size, kind);
		});
		page.evaluate(LAID_OUT);
		page.evaluate("() => window.loadAxe()");
		for (Size size : sizes) {
			show(page, size);
			if (size == Size.PHONE) {
				onAPhone(page, path, kind);
			}
			assertThat((List<?>) page.evaluate(VIOLATIONS, TAGS)).as("axe on %s, %s", kind, size).isEmpty();
		}
		page.setViewportSize(NARROWEST, walked.height());
		assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
			.as("width of %s on a narrow screen; too wide: %s", kind, page.evaluate(TOO_WIDE))
			.isLessThanOrEqualTo(NARROWEST);
		show(page, walked);
		page.evaluate(AS_IT_CAME);
	}

	private static void show(Page page, Size size) {
		page.setViewportSize(size.width(), size.height());
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(size.scheme()));
	}

	private static void onAPhone(Page page, String path, String kind) {
		if (page.locator(".error-summary").count() == 0) {
			assertThat((Integer) page.evaluate(LONGEST_LIST)).as("the longest list of %s", kind)
				.isLessThanOrEqualTo((int) (MOST_SCREENS * Size.PHONE.height()));
		}
		if (FOR_FINGERS.matcher(path).matches()) {
			assertThat((List<?>) page.evaluate(TOO_SMALL)).as("under a finger on %s", kind).isEmpty();
		}
	}

	/** A page with a different look: another path, level or set of mistakes. */
	private static String kind(Page page, String path) {
		String kind = path.replaceAll("/(result|cases|join|keeping)/[^/]+", "/$1").replaceAll("/resume/.*", "/resume");
		String card = page.locator(".care-card, .plan-panel").count() > 0
				? page.locator(".care-card, .plan-panel").first().getAttribute("class") : "";
		return kind + " " + card + " " + page.locator(".error-summary li").count() + " "
				+ page.locator(".error-page h1").count() + state(page, path);
	}

	/** Where a case or a record stands, which decides what its page offers. */
	private static String state(Page page, String path) {
		if (path.matches("/result/[^/]+")) {
			return " " + page.locator("h1").innerText();
		}
		return path.matches("/desk.*|.*/record")
				? " " + String.join(" ", page.locator("main > header strong, main h2").allInnerTexts()) : "";
	}

	/** For people who want to see the pages: BACKWISE_SCREENSHOTS names a folder. */
	private static void picture(Page page, Size size, String kind) {
		String folder = System.getenv("BACKWISE_SCREENSHOTS");
		if (folder != null) {
			String name = (size + " " + kind).strip().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("(.{120}).+", "$1");
			boolean whole = (Integer) page.evaluate("() => document.documentElement.scrollHeight") < LONGEST_PICTURE;
			page.screenshot(new Page.ScreenshotOptions().setFullPage(whole).setPath(Path.of(folder, name + ".png")));
		}
	}

}
