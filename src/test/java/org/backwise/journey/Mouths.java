package org.backwise.journey;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.backwise.knowledge.KnowledgeException;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;

import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The three places where untrusted text comes in, and what must be true of whatever is
 * handed in there: an answer in time, never a 5xx, and every refusal says why.
 */
class Mouths {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|start)\"[^>]*value=\"([^\"]+)\"");

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String root;

	private String csrf = "";

	Mouths(int port) {
		this.root = "http://localhost:" + port;
	}

	/** Sends a body to the JSON door. */
	void door(byte[] body) throws IOException, InterruptedException {
		HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(this.root + "/api/triage"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
		assertThat(response.statusCode()).isIn(200, 400, 413);
		if (response.statusCode() == 200) {
			assertThat(response.body()).startsWith("{\"outcome\":");
		}
		else {
			assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
			assertThat(response.body()).contains("\"detail\":\"");
		}
	}

	/** Agrees, so that the wizard's pages can be posted to. */
	void agree() throws IOException, InterruptedException {
		String page = send(HttpRequest.newBuilder(URI.create(this.root + "/intake/consent")).GET()).body();
		String start = "";
		Matcher hidden = HIDDEN.matcher(page);
		while (hidden.find()) {
			if (hidden.group(1).equals("_csrf")) {
				this.csrf = hidden.group(2);
			}
			else {
				start = hidden.group(2);
			}
		}
		assertThat(post("/intake/consent", "ageBand=16-or-over&agree=true&start=" + start).statusCode()).isEqualTo(302);
	}

	/** Posts a form, as a browser would encode it, to a question page. */
	void wizard(String page, String form) throws IOException, InterruptedException {
		HttpResponse<String> response = post("/intake/questions/" + UriUtils.encode(page, StandardCharsets.UTF_8),
				form);
		assertThat(response.statusCode()).isIn(302, 303, 400, 404, 413, 422);
		if (response.statusCode() == 422) {
			assertThat(response.body()).contains("error-summary");
		}
	}

	private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("_csrf=" + this.csrf + "&" + form, StandardCharsets.ISO_8859_1)));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
	}

	/** Reads the built-in knowledge with one file changed. */
	static void knowledge(String name, String text) {
		try {
			new KnowledgeReader().read(KnowledgeFiles.builtIn().with(name, text));
		}
		catch (KnowledgeException ex) {
			assertThat(String.valueOf(ex.getMessage())).containsAnyOf(names().toArray(String[]::new));
		}
	}

	/** The texts of the built-in files. */
	static Map<String, String> files() {
		return KnowledgeFiles.builtIn().texts();
	}

	/** The names of the built-in files. */
	static List<String> names() {
		return List.copyOf(files().keySet());
	}

}
