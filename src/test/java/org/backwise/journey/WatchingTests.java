package org.backwise.journey;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The rules for alerts and the dashboard in {@code docs/operating} ask for measures that
 * there are, and do what they say.
 */
@RunningApplication
class WatchingTests {

	private static final Path ALERTS = Path.of("docs/operating/alerts.yml");

	private static final Path DASHBOARD = Path.of("docs/operating/dashboard.json");

	private static final Path HANDBOOK = Path.of("docs/operating.md");

	private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

	/** What is no measure: labels and their values, spans of time, names of series. */
	private static final Pattern ASIDE = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\bby \\([^)]*\\)");

	private static final Pattern WORD = Pattern.compile("[a-z]+(_[a-z]+)+");

	/** Of the query language, and what Prometheus says of itself. */
	private static final Set<String> LANGUAGE = Set.of("histogram_quantile", "predict_linear");

	@LocalServerPort
	private int port;

	@Test
	void askOnlyForMeasuresThatThereAre() throws IOException {
		Set<String> rules = measures(expressions(new YAMLMapper().readTree(Files.readString(ALERTS))));
		Set<String> dashboard = measures(expressions(new ObjectMapper().readTree(Files.readString(DASHBOARD))));
		assertThat(rules).hasSizeGreaterThan(10);
		assertThat(dashboard).hasSizeGreaterThan(10);
		Visitor visitor = new Visitor(this.port);
		visitor.get("/");
		Measures there = new Measures(visitor
			.send("/actuator/prometheus",
					HttpRequest.newBuilder(visitor.uri("/actuator/prometheus"))
						.header("Authorization", "Bearer " + RunningApplication.TOKEN)
						.build())
			.body());
		assertThat(there.names()).containsAll(rules).containsAll(dashboard);
	}

	@Test
	void everyAlertIsExplained() throws IOException {
		String handbook = Files.readString(HANDBOOK);
		JsonNode rules = new YAMLMapper().readTree(Files.readString(ALERTS)).at("/groups/0/rules");
		assertThat(rules.size()).isGreaterThan(8);
		rules.forEach((rule) -> {
			assertThat(handbook).contains("`" + rule.path("alert").asString() + "`");
			assertThat(rule.at("/annotations/todo").asString()).isNotBlank();
		});
	}

	@Test
	void promtoolAcceptsTheRulesAndSeesThemDoWhatTheySay() throws IOException, InterruptedException {
		assumeTrue(Files.isExecutable(PROMTOOL) || Boolean.parseBoolean(System.getenv("CI")),
				"promtool is not installed");
		assertThat(promtool("check", "rules", ALERTS.toString())).contains("SUCCESS");
		assertThat(promtool("test", "rules", "src/test/resources/alerts-test.yml")).contains("SUCCESS");
	}

	private static String promtool(String... arguments) throws IOException, InterruptedException {
		ProcessBuilder tool = new ProcessBuilder(PROMTOOL.toString());
		tool.command().addAll(List.of(arguments));
		Process process = tool.redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		return said;
	}

	private static List<String> expressions(JsonNode tree) {
		return tree.findValues("expr").stream().map(JsonNode::asString).toList();
	}

	private static Set<String> measures(List<String> expressions) {
		Set<String> names = new TreeSet<>();
		for (String expression : expressions) {
			Matcher words = WORD.matcher(ASIDE.matcher(expression).replaceAll(" "));
			while (words.find()) {
				names.add(words.group());
			}
		}
		names.removeAll(LANGUAGE);
		return names;
	}

}
