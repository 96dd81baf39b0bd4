package org.backwise.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookieStore;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody with the plainest of browsers: cookies, links and forms, over real HTTP.
 */
class Visitor {

	private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");

	private static final int MOST_REDIRECTS = 6;

	private final String site;

	private final CookieManager cookies;

	private final HttpClient http;

	Visitor(int port) {
		this(port, new CookieManager());
	}

	private Visitor(int port, CookieManager cookies) {
		this.site = "http://localhost:" + port;
		this.cookies = cookies;
		this.http = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
	}

	/** The same browser at another instance. */
	Visitor at(int port) {
		return new Visitor(port, this.cookies);
	}

	/**
	 * A page as it came.
	 *
	 * @param path the path it came from, with its query
	 * @param status the HTTP status
	 * @param headers the headers
	 * @param body the HTML
	 */
	record Page(String path, int status, HttpHeaders headers, String body) {

		String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

		/** The value of an input, empty when there is none. */
		String input(String name) {
			Matcher inputs = INPUT.matcher(this.body);
			while (inputs.find()) {
				if (inputs.group(1).contains("name=\"" + name + "\"")) {
					Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(inputs.group(1));
					return value.find() ? value.group(1) : "";
				}
			}
			return "";
		}

		boolean isTicked(String id) {
			Matcher inputs = INPUT.matcher(this.body);
			return inputs.results()
				.map((input) -> input.group(1))
				.anyMatch((input) -> input.contains("id=\"" + id + "\"") && input.contains("checked"));
		}

	}

	/** Asks for a page and goes where it leads. */
	Page get(String path) {
		Page page = once(path, null);
		for (int i = 0; i < MOST_REDIRECTS && page.status() / 100 == 3; i++) {
			page = once(page.header("Location").replace(this.site, ""), null);
		}
		return page;
	}

	/** Sends a form that is open, with its hidden fields, and goes where it leads. */
	Page send(Page form, Map<String, List<String>> fields) {
		Page page = sendOnly(form, fields);
		return (page.status() / 100 == 3) ? get(page.header("Location").replace(this.site, "")) : page;
	}

	/** Sends a form that is open and stops there. */
	Page sendOnly(Page form, Map<String, List<String>> fields) {
		List<String> pairs = new ArrayList<>();
		pairs.add(pair("_csrf", form.input("_csrf")));
		for (String hidden : List.of("start", "change", "seen")) {
			if (!form.input(hidden).isEmpty()) {
				pairs.add(pair(hidden, form.input(hidden)));
			}
		}
		fields.forEach((name, values) -> values.forEach((value) -> pairs.add(pair(name, value))));
		return once(form.path().replaceAll("\\?.*", ""), String.join("&", pairs));
	}

	/** One request: a form when there is a body, else a page. */
	Page once(String path, @org.jspecify.annotations.Nullable String form) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.site + path))
			.header("Accept", "text/html");
		if (form != null) {
			request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
		}
		return send(path, request.build());
	}

	Page send(String path, HttpRequest request) {
		try {
			HttpResponse<String> response = this.http.send(request, BodyHandlers.ofString());
			return new Page(path, response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException("No answer from " + this.site, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	URI uri(String path) {
		return URI.create(this.site + path);
	}

	private static String pair(String name, String value) {
		return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/** Consents, and stands before the first question. */
	Page begin() {
		Page page = send(get("/intake/consent"), Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true")));
		assertThat(page.path()).isEqualTo("/intake/questions/nerve-signs");
		return page;
	}

	/** The same, for somebody who answers for another person. */
	Page beginForAnother() {
		return send(get("/intake/consent"), Map.of("ageBand", List.of("16-or-over"), "agree", List.of("true"),
				"another", List.of("true"), "mayAgree", List.of("true")));
	}

	/** Answers page after page, as long as there are questions. */
	Page answer(Page page, Sheet sheet) {
		Page at = page;
		while (at.path().startsWith("/intake/questions/")) {
			Page next = send(at, fields(at, sheet));
			assertThat(next.status()).as(next.body()).isEqualTo(200);
			at = next;
		}
		return at;
	}

	/** What the sheet says on the questions of a page. */
	Map<String, List<String>> fields(Page page, Sheet sheet) {
		Map<String, List<String>> fields = new java.util.LinkedHashMap<>();
		sheet.answers().forEach((question, options) -> {
			if (page.body().contains("name=\"" + question + "\"")) {
				fields.put(question, options);
			}
		});
		return fields;
	}

	/** From the start to the result of a sheet, with details where they are asked. */
	Page result(Sheet sheet, String name, String firstDay) {
		Page page = answer(begin(), sheet);
		if (page.path().equals("/intake/details")) {
			page = send(page,
					Map.of("name", List.of(name), "phone", List.of("01632 960 123"), "firstDay", List.of(firstDay)));
		}
		if (page.path().equals("/intake/check")) {
			page = send(page, Map.of());
		}
		assertThat(page.path()).startsWith("/result/");
		return page;
	}

	/**
	 * The private page of somebody who left their name, which a referral does not ask
	 * for.
	 */
	String sent(Sheet sheet, String name, String firstDay) {
		String link = result(sheet, name, firstDay).path();
		Page details = get(link + "/details");
		if (details.path().endsWith("/details")) {
			send(details, Map.of("name", List.of(name)));
		}
		return link;
	}

	/** The secret of the draft that this browser remembers. */
	String draft() {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals("backwise-draft"))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElseThrow();
	}

	CookieStore cookies() {
		return this.cookies.getCookieStore();
	}

}
