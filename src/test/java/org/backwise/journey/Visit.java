package org.backwise.journey;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody's visit with a browser of their own. Every page it comes to is looked over by
 * {@link PageCheck}; at the end nothing may have been reported on the console and nothing
 * may have been fetched from anywhere else.
 */
class Visit implements AutoCloseable {

	/** Nobody sees more after the consent, with the details and the page to check. */
	static final int MOST_PAGES = 20;

	private final BrowserContext context;

	private final Page page;

	private final String site;

	private final Size size;

	private final boolean scripts;

	private final List<String> troubles = new ArrayList<>();

	private int loads;

	Visit(Browser browser, int port, Size size) {
		this(browser, port, size, (options) -> options);
	}

	Visit(Browser browser, int port, Size size, UnaryOperator<NewContextOptions> with) {
		this.site = "http://localhost:" + port;
		this.size = size;
		NewContextOptions options = with.apply(new NewContextOptions().setViewportSize(size.width(), size.height())
			.setReducedMotion(ReducedMotion.REDUCE)
			.setLocale("en-GB"));
		this.scripts = !Boolean.FALSE.equals(options.javaScriptEnabled);
		this.context = browser.newContext(options);
		this.context.setDefaultTimeout(30_000);
		this.context.addInitScript(PageCheck.AXE);
		this.context.onPage(this::watch);
		this.page = this.context.newPage();
		this.page.onLoad((loaded) -> this.loads++);
	}

	private void watch(Page opened) {
		opened.onConsoleMessage((message) -> {
			// A page that says what is wrong comes with a status of 4xx, which is noted
			// there.
			boolean status = message.text().startsWith("Failed to load resource: the server responded");
			if (List.of("error", "warning").contains(message.type()) && !status) {
				this.troubles.add(message.text());
			}
		});
		opened.onPageError(this.troubles::add);
		opened.onRequest((request) -> {
			if (!request.url().startsWith(this.site + "/") && !request.url().startsWith("data:")) {
				this.troubles.add("fetched from elsewhere: " + request.url());
			}
		});
		opened.onResponse((response) -> {
			boolean document = response.request().resourceType().equals("document");
			if (response.status() >= 500 || (response.status() >= 400 && !document)) {
				this.troubles.add(response.status() + " for " + response.url());
			}
		});
	}

	Page page() {
		return this.page;
	}

	BrowserContext context() {
		return this.context;
	}

	/** The path of the page that is shown. */
	String path() {
		return URI.create(this.page.url()).getPath();
	}

	Visit open(String path) {
		this.page.navigate(this.site + path);
		return look();
	}

	/**
	 * Looks the page over, unless one like it was looked over before; axe needs scripts.
	 */
	Visit look() {
		if (this.scripts) {
			PageCheck.of(this.page, this.size, path());
		}
		return this;
	}

	/** From the start page over the consent to the first question. */
	Visit begin() {
		open("/");
		click("Start now");
		tick("ageBand-16-or-over");
		tick("agree");
		click("Agree and start");
		assertThat(path()).isEqualTo("/intake/questions/nerve-signs");
		return this;
	}

	/**
	 * Stands where the questions end, without the way there: {@link LevelWalkTests} walks
	 * it in the browser.
	 */
	Visit answered(Sheet sheet) {
		Visitor visitor = new Visitor(URI.create(this.site).getPort());
		return at(visitor, visitor.answer(visitor.begin(), sheet));
	}

	/** Goes on where somebody stands, with what their browser remembers. */
	Visit at(Visitor visitor, Visitor.Page end) {
		this.context.addCookies(visitor.cookies()
			.getCookies()
			.stream()
			.map((cookie) -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(this.site)
				.setHttpOnly(cookie.isHttpOnly()))
			.toList());
		return open(end.path());
	}

	/** Clicks a link or button and waits for the page it leads to. */
	Visit click(String words) {
		Locator target = this.page.locator("main a, main button")
			.filter(new Locator.FilterOptions().setHasText(words))
			.first();
		return follow(target::click);
	}

	Visit click(Locator target) {
		return follow(target::click);
	}

	Visit carryOn() {
		return follow(this.page.locator("main form button").last()::click);
	}

	/** Does something that leads to another page, and waits for it. */
	Visit follow(Runnable action) {
		int before = this.loads;
		action.run();
		this.page.waitForCondition(() -> this.loads > before);
		return look();
	}

	/** On a phone the places of the desk are folded. */
	Visit openMenu() {
		Locator menu = this.page.locator(".site-menu:not([open]) > summary");
		if (menu.isVisible()) {
			menu.click();
		}
		return this;
	}

	void tick(String id) {
		this.page.locator("#" + id).check();
	}

	/** Answers what the page asks, as far as the sheet says something on it. */
	void fill(Sheet sheet) {
		for (String question : questions()) {
			Locator first = this.page.locator("[name='" + question + "']").first();
			if (!first.isVisible()) {
				continue;
			}
			if ("text".equals(first.getAttribute("type"))) {
				first.fill(String.join("", sheet.to(question)));
				continue;
			}
			sheet.to(question).forEach((option) -> tick(question + "-" + option));
		}
	}

	/** The questions on the page, shown or not. */
	List<String> questions() {
		Object names = this.page.evaluate(
				"() => [...new Set([...document.querySelectorAll('main input:not([type=hidden])')].map((i) => i.name))]");
		return ((List<?>) names).stream().map(String::valueOf).toList();
	}

	/** Answers pages until one is reached that is no question; returns their ids. */
	List<String> answer(Sheet sheet) {
		List<String> pages = new ArrayList<>();
		while (path().startsWith("/intake/questions/")) {
			String id = path().substring("/intake/questions/".length());
			assertThat(pages).as("a page that came again: %s", this.page.locator("main").innerText())
				.doesNotContain(id);
			pages.add(id);
			assertThat(pages).hasSizeLessThanOrEqualTo(MOST_PAGES - 2);
			fill(sheet);
			carryOn();
		}
		return pages;
	}

	Visit giveDetails(String name, String firstDay) {
		assertThat(path()).isEqualTo("/intake/details");
		this.page.locator("#name").fill(name);
		this.page.locator("#phone").fill("01632 960 123");
		firstDay(firstDay);
		return carryOn();
	}

	/** Another day than those offered, in the three boxes. */
	void firstDay(String firstDay) {
		String[] parts = firstDay.split("-");
		tick("firstDay-other");
		this.page.locator("[name='dayOfMonth']").fill(parts[2]);
		this.page.locator("[name='month']").fill(parts[1]);
		this.page.locator("[name='year']").fill(parts[0]);
	}

	Visit send() {
		assertThat(path()).isEqualTo("/intake/check");
		return click("Send my answers");
	}

	String heading() {
		return this.page.locator("h1").innerText();
	}

	String text() {
		return this.page.locator("main").innerText();
	}

	@Override
	public void close() {
		this.context.close();
		assertThat(this.troubles).as("on the console or fetched from elsewhere").isEmpty();
	}

}
