package org.backwise.journey;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page tells the browser about itself. */
@RunningApplication
class HeadersTests {

	private static final Pattern INLINE = Pattern
		.compile("<style|<script(?![^>]*\\bsrc=)|\\sstyle=|\\son[a-z]+=|javascript:");

	private static final Pattern BUNDLE = Pattern.compile("/bundles/[^\"]+");

	@LocalServerPort
	private int port;

	@Test
	void areSafeOnEveryKindOfPage() {
		everyKindOfPage().forEach((kind, page) -> {
			assertThat(page.header("Content-Security-Policy")).as(kind)
				.contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "form-action 'self'",
						"frame-ancestors 'none'")
				.doesNotContain("unsafe", "*");
			assertThat(page.header("Referrer-Policy")).as(kind).isEqualTo("no-referrer");
			assertThat(page.header("X-Content-Type-Options")).as(kind).isEqualTo("nosniff");
			assertThat(page.header("X-Frame-Options")).as(kind).isEqualTo("DENY");
			assertThat(page.header("Permissions-Policy")).as(kind).contains("camera=()");
			assertThat(page.header("Content-Type")).as(kind).isEqualTo("text/html;charset=UTF-8");
			assertThat(page.headers().firstValue("Server")).as(kind).isEmpty();
			assertThat(INLINE.matcher(page.body()).find()).as("inline script or style on %s", kind).isFalse();
			assertThat(page.body()).as(kind).doesNotContain("Exception", "\tat org.").contains("site-footer");
		});
	}

	@Test
	void keepPersonalPagesOutOfCachesAndSearchEngines() {
		Map<String, Page> pages = everyKindOfPage();
		pages.remove("start");
		pages.remove("not found");
		pages.forEach((kind, page) -> {
			assertThat(page.header("Cache-Control")).as(kind).contains("no-store");
			assertThat(page.header("X-Robots-Tag")).as(kind).contains("noindex");
			assertThat(page.body()).as(kind).contains("<meta name=\"robots\" content=\"noindex\"");
		});
	}

	@Test
	void letTheSearchEnginesSeeTheStartPageAndCachesKeepTheStyle() {
		Visitor visitor = new Visitor(this.port);
		assertThat(visitor.get("/").body()).doesNotContain("noindex");
		assertThat(visitor.get("/css/base.css").header("Cache-Control")).contains("max-age").doesNotContain("no-store");
	}

	@Test
	void whatCachesKeepForEverybodyBringsNobodysCookie() {
		Matcher bundle = BUNDLE.matcher(new Visitor(this.port).get("/").body());
		assertThat(bundle.find()).isTrue();
		for (String file : List.of(bundle.group(), "/practice/look.css", "/css/base.css", "/images/favicon.svg")) {
			Page got = new Visitor(this.port).get(file);
			assertThat(got.status()).as(file).isEqualTo(200);
			assertThat(got.header("Cache-Control")).as(file).contains("max-age").doesNotContain("no-store");
			assertThat(got.headers().firstValue("Set-Cookie")).as(file).isEmpty();
		}
	}

	@Test
	void keepTheCookiesFromScriptsAndOtherSites() {
		Visitor visitor = new Visitor(this.port);
		Page form = visitor.get("/intake/consent");
		Page begun = visitor.sendOnly(form, Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true")));
		for (String cookie : List.of(form.header("Set-Cookie"), begun.header("Set-Cookie"))) {
			assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Max-Age=604800");
		}
	}

	private Map<String, Page> everyKindOfPage() {
		Map<String, Page> pages = new LinkedHashMap<>();
		Visitor visitor = new Visitor(this.port);
		pages.put("start", visitor.get("/"));
		pages.put("consent", visitor.get("/intake/consent"));
		Page question = visitor.begin();
		pages.put("question", question);
		pages.put("mistake", visitor.send(question, Map.of()));
		pages.put("later", visitor.get("/intake/later"));
		Page details = visitor.answer(question, Sheet.ordinaryBackAche());
		pages.put("details", details);
		Page check = visitor.send(details, Map.of("name", List.of("Sam"), "willCall", List.of("true"), "firstDay",
				List.of(LocalDate.now().plusDays(9).toString())));
		pages.put("check", check);
		pages.put("plan", visitor.send(check, Map.of()));
		pages.put("sent", visitor.get("/intake/check"));
		Page notice = new Visitor(this.port).result(Sheet.seeDoctor(), "", "");
		pages.put("notice", notice);
		pages.put("letter", visitor.get(notice.path() + "/letter"));
		pages.put("contact", visitor.get(notice.path() + "/details"));
		pages.put("not found", visitor.get("/nothing"));
		return pages;
	}

}
