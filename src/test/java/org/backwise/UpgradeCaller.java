package org.backwise;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.web.util.HtmlUtils;

/**
 * Somebody who had a page open, or an account, before the upgrade: real HTTP and cookies.
 */
class UpgradeCaller {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final int MOST_REDIRECTS = 6;

	private final String site;

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	UpgradeCaller(int port) {
		this.site = "http://localhost:" + port;
	}

	/** With a cookie from before the upgrade. */
	UpgradeCaller remembering(String name, String value, String path) {
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath(path);
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(URI.create(this.site), cookie);
		return this;
	}

	/** Signs in, as far as a password leads. */
	UpgradeCaller signedIn(String signInName, String password) {
		post("/desk/sign-in", "/desk/sign-in", "username", signInName, "password", password);
		return this;
	}

	/** Asks for a page and goes where it leads. */
	Page get(String path) {
		Page page = once(path, null);
		for (int i = 0; i < MOST_REDIRECTS && page.status() / 100 == 3; i++) {
			page = once(page.path(), null);
		}
		return page;
	}

	/** Sends a form that stands on a page, as names and values in turn, and goes on. */
	Page post(String form, String path, String... fields) {
		Matcher token = TOKEN.matcher(get(form).body());
		List<String> pairs = new ArrayList<>(List.of("_csrf=" + (token.find() ? token.group(1) : "")));
		for (int i = 0; i < fields.length; i += 2) {
			pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
		}
		Page page = once(path, String.join("&", pairs));
		return (page.status() / 100 == 3) ? get(page.path()) : page;
	}

	/**
	 * Answers the questions of a page, and of the next ones, as long as there are any.
	 */
	Page answer(Page begin, Map<String, List<String>> sheet) {
		Page page = begin;
		while (page.path().startsWith("/intake/questions/") && page.status() == 200) {
			List<String> fields = new ArrayList<>();
			for (Map.Entry<String, List<String>> answer : sheet.entrySet()) {
				if (page.body().contains("name=\"" + answer.getKey() + "\"")) {
					answer.getValue().forEach((option) -> fields.addAll(List.of(answer.getKey(), option)));
				}
			}
			page = post(page.path(), page.path(), fields.toArray(String[]::new));
		}
		return page;
	}

	private Page once(String path, String form) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.site + path))
			.header("Accept", "text/html");
		if (form != null) {
			request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			String at = response.headers()
				.firstValue("Location")
				.map((location) -> location.replace(this.site, ""))
				.orElse(path);
			return new Page(at, response.statusCode(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException("No answer to " + path, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A page as it came.
	 *
	 * @param path where it is, or where it leads
	 * @param status the HTTP status
	 * @param body the HTML
	 */
	record Page(String path, int status, String body) {

		/** What somebody reads, in one line. */
		String text() {
			return oneLine(HtmlUtils
				.htmlUnescape(this.body.replaceAll("(?s)<(script|style).*?</\\1>", " ").replaceAll("<[^>]+>", " ")));
		}

		/** The row of a table that holds some HTML, as it is read. */
		String row(String html) {
			for (String row : this.body.split("<tr")) {
				if (row.contains(html)) {
					return new Page(this.path, this.status, "<tr" + row).text();
				}
			}
			return "no row with " + html;
		}

		/** What stands in a hidden field. */
		String field(String name) {
			Matcher field = Pattern.compile("<input[^>]*name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
				.matcher(this.body);
			return field.find() ? HtmlUtils.htmlUnescape(field.group(1)) : "";
		}

		/** Characters that nobody sees do not count. */
		static String oneLine(String text) {
			return text.replaceAll("[\\u2066-\\u2069]", "").replaceAll("\\s+", " ").strip();
		}

	}

}
