package org.backwise.exports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The JSON API, called over a real connection. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:api", "backwise.limits.json-door-per-minute=150" })
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ApiTests {

	private static final String JSON = "application/json";

	private static final String PROBLEM = "application/problem+json";

	/** Nothing wrong anywhere: a plan with an alternative and no caution. */
	private static final String WELL = """
			{"answers":{"nerve-signs":["none"],"body-signs":["none"],"age":41,"location":["lower-back-left"],
			"duration":"6-to-12-weeks","onset":"gradual","pain":4,"pain-pattern":"comes-and-goes","pain-trend":"same","limb-signs":["none"],
			"disc-diagnosis":"no","general-signs":["none"],"history":["none"],"health-today":["none"],
			"health-ongoing":["none"],"skin-and-medicines":["none"],"movement":"free","complaints":["tension"],
			"contributors":["long-sitting"],"preference":"no-preference"}}""";

	private final HttpClient client = HttpClient.newHttpClient();

	private final JsonMapper json = JsonMapper.builder().build();

	@LocalServerPort
	private int port;

	@Autowired
	private KnowledgeBase base;

	@Test
	void decidesACarePlanInTheContractsShape() throws Exception {
		HttpResponse<String> response = post(WELL);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
		assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		JsonNode body = this.json.readTree(response.body());
		assertThat(body.propertyNames()).containsExactly("outcome", "level", "lead", "findings", "cautions",
				"complementary", "cleared", "technique", "phases", "areas", "habit", "sensitised", "ignored",
				"knowledge");
		assertThat(body.get("outcome").stringValue()).isEqualTo("care-plan");
		assertThat(body.get("level").isNull()).isTrue();
		assertThat(body.get("findings").isEmpty()).isTrue();
		assertThat(body.get("technique").propertyNames()).containsExactly("primary", "alternative", "scores",
				"excluded");
		assertThat(body.get("technique").get("primary").stringValue()).isEqualTo("deep-therapeutic");
		assertThat(body.get("technique").get("scores").propertyNames()).containsExactlyInAnyOrder("myofascial-release",
				"deep-therapeutic", "relaxation", "heat");
		assertThat(body.get("phases").get(0).propertyNames()).containsExactly("phase", "sessions", "everyDays",
				"forecast");
		assertThat(body.get("phases").get(0).get("everyDays").intValue()).isEqualTo(7);
		assertThat(body.get("sensitised").booleanValue()).isFalse();
		assertThat(body.get("knowledge").get("version").stringValue()).isEqualTo(this.base.about().version());
		assertThat(body.get("knowledge").get("sha256").stringValue()).isEqualTo(this.base.sha256());
	}

	@Test
	void decidesAReferralInTheContractsShape() throws Exception {
		String sheet = WELL.replace("\"age\":41", "\"age\":17").replace("\"gradual\"", "\"knock-or-fall\"");
		HttpResponse<String> response = post(sheet);
		assertThat(response.statusCode()).isEqualTo(200);
		JsonNode body = this.json.readTree(response.body());
		assertThat(body.get("outcome").stringValue()).isEqualTo("referral");
		assertThat(body.get("level").stringValue()).isEqualTo("see-doctor");
		assertThat(body.get("technique").isNull()).isTrue();
		assertThat(body.get("phases").isEmpty()).isTrue();
		assertThat(body.get("cautions").isEmpty()).isTrue();
		assertThat(body.get("ignored").values().stream().map(JsonNode::stringValue)).containsExactly("complaints",
				"contributors", "preference");
		JsonNode injury = body.get("findings").get(0);
		assertThat(injury.propertyNames()).containsExactly("rule", "level", "source", "because", "answers");
		assertThat(injury.get("rule").stringValue()).isEqualTo("D-05");
		assertThat(injury.get("source").stringValue()).isEqualTo("doc");
		assertThat(injury.get("answers").get("onset").get(0).stringValue()).isEqualTo("knock-or-fall");
		JsonNode young = body.get("findings").get(1);
		assertThat(young.get("rule").stringValue()).isEqualTo("D-08");
		assertThat(young.get("answers").get("age").isInt()).isTrue();
	}

	@Test
	void needsOneSignOnlyForAnEmergency() throws Exception {
		HttpResponse<String> response = post("{\"answers\":{\"body-signs\":[\"chest-pain\"]}}");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(this.json.readTree(response.body()).get("level").stringValue()).isEqualTo("emergency");
	}

	@Test
	void writesNullsAndExclusions() throws Exception {
		String sheet = WELL
			.replace("\"skin-and-medicines\":[\"none\"]", "\"skin-and-medicines\":[\"radiotherapy-recent\"]")
			.replace("\"health-ongoing\":[\"none\"]", "\"health-ongoing\":[\"reduced-skin-sensation\"]")
			.replace("\"duration\":\"6-to-12-weeks\"",
					"\"duration\":\"over-12-weeks\",\"sensitivity\":[\"none\"]," + "\"inflammatory-signs\":[\"none\"]")
			.replace("\"age\":41", "\"age\":40");
		JsonNode body = this.json.readTree(post(sheet).body());
		JsonNode sensation = body.get("cautions")
			.values()
			.stream()
			.filter((caution) -> caution.get("rule").stringValue().equals("X-01"))
			.findFirst()
			.orElseThrow();
		assertThat(sensation.propertyNames()).containsExactly("rule", "source", "caution", "excludes");
		assertThat(sensation.get("caution").isNull()).isTrue();
		assertThat(body.get("technique").get("excluded").get("heat").values().stream().map(JsonNode::stringValue))
			.containsExactly("X-01", "X-07");
	}

	@ParameterizedTest
	@MethodSource("badSheets")
	void refusesABadSheet(String body, List<String> problems) throws Exception {
		HttpResponse<String> response = post(body);
		JsonNode report = problem(response, 400);
		assertThat(report.propertyNames()).containsExactly("type", "title", "status", "detail", "problems");
		assertThat(report.get("problems").values().stream().map(ApiTests::named)).containsExactlyElementsOf(problems);
	}

	static Stream<Arguments> badSheets() {
		return Stream.of(arguments("", List.of("malformed")), arguments("{", List.of("malformed")),
				arguments("[]", List.of("wrong-type")), arguments("{}", List.of("missing-key")),
				arguments("\uFEFF" + WELL, List.of("malformed")), arguments(WELL + WELL, List.of("malformed")),
				arguments(with("\"age\":41", "\"age\":NaN"), List.of("malformed")),
				arguments(with("{\"answers\"", "{\"consent\":true,\"answers\""), List.of("unknown-key consent")),
				arguments(with("\"age\":41", "\"age\":41,\"age\":41"), List.of("repeated-key age")),
				arguments(with("\"age\":41", "\"age\":41,\"height\":180"), List.of("unknown-question height")),
				arguments(with("\"age\":41", "\"age\":41,\"größe\":1,\"😀\":2"),
						List.of("unknown-question größe", "unknown-question 😀")),
				arguments(with("\"age\":41", "\"age\":41.0"), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":4.1e1"), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":\"41\""), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":null"), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":true"), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":[41]"), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":{\"years\":41}"), List.of("wrong-type age")),
				arguments(with("\"age\":41", "\"age\":121"), List.of("out-of-range age")),
				arguments(with("\"age\":41", "\"age\":-1"), List.of("out-of-range age")),
				arguments(with("\"age\":41", "\"age\":" + "9".repeat(400)), List.of("out-of-range age")),
				arguments(with("\"age\":41", "\"age\":-99999999999999999999"), List.of("out-of-range age")),
				arguments(with("\"gradual\"", "[\"gradual\"]"), List.of("wrong-type onset")),
				arguments(with("\"gradual\"", "\"Gradual\""), List.of("unknown-option onset")),
				arguments(with("\"gradual\"", "\"\""), List.of("unknown-option onset")),
				arguments(with("[\"tension\"]", "\"tension\""), List.of("wrong-type complaints")),
				arguments(with("[\"tension\"]", "[]"), List.of("empty-or-repeated complaints")),
				arguments(with("[\"tension\"]", "[\"tension\",\"tension\"]"), List.of("empty-or-repeated complaints")),
				arguments(with("[\"tension\"]", "[\"tension\",null]"), List.of("wrong-type complaints")),
				arguments(with("[\"tension\"]", "[\"tension\",\"none\"]"), List.of("not-alone complaints")),
				arguments(with("[\"tension\"]", "[\"tension\",\"" + "x".repeat(10_000) + "\"]"),
						List.of("unknown-option complaints")),
				arguments(with("\"age\":41,", ""), List.of("missing age")),
				arguments(with("[\"tension\"]", "[\"tension\",\"stiffness\"]"),
						List.of("missing stiff-where", "missing main-complaint")),
				arguments(with("[\"tension\"]", "[\"tension\",\"stiffness\"],\"main-complaint\":\"heaviness\""),
						List.of("unknown-option main-complaint", "missing stiff-where")),
				arguments(with("\"age\":41", "\"age\":41,\"age-band\":\"16-or-over\""),
						List.of("unknown-question age-band")),
				arguments(with("\"age\":41", "\"age\":41,\"doctor-seen\":\"maybe\""),
						List.of("unknown-option doctor-seen")),
				arguments("{\"answers\":{}}".replace("{}", "{\"body-signs\":[\"chest-pain\"],\"pain\":11}"),
						List.of("out-of-range pain")));
	}

	@Test
	void namesEveryProblemAtOnce() throws Exception {
		String sheet = with("\"age\":41", "\"age\":null,\"shoe-size\":42").replace("[\"tension\"]", "[]")
			.replace("\"gradual\"", "\"Gradual\"")
			.replace("\"movement\":\"free\",", "")
			.replace("}}", "},\"name\":\"Alex\"}");
		JsonNode report = problem(post(sheet), 400);
		assertThat(report.get("problems").values().stream().map(ApiTests::named)).containsExactlyInAnyOrder(
				"unknown-key name", "unknown-question shoe-size", "wrong-type age", "unknown-option onset",
				"empty-or-repeated complaints", "missing movement");
		assertThat(report.get("detail").stringValue()).contains("(6)");
		assertThat(report.get("type").stringValue()).isEqualTo("/how-to-call#problems");
	}

	@Test
	void namesEveryMissingQuestionOfAnEmptySheet() throws Exception {
		JsonNode report = problem(post("{\"answers\":{}}"), 400);
		assertThat(report.get("problems").values().stream().map(ApiTests::named)).contains("missing nerve-signs",
				"missing body-signs", "missing age", "missing movement");
	}

	@Test
	void shortensAVeryLongQuestionId() throws Exception {
		JsonNode report = problem(post(with("\"age\":41", "\"age\":41,\"" + "k".repeat(10_000) + "\":1")), 400);
		assertThat(report.get("problems").get(0).get("question").stringValue()).hasSizeLessThan(70).endsWith("…");
	}

	@Test
	void writesHalfCharactersThatItWasGivenAsWholeOnes() throws Exception {
		assertThat(problem(post(with("\"age\":41", "\"age\":41,\"\\udc00\":1,\"" + "a".repeat(59) + "😀😀\":1")), 400)
			.get("problems")
			.size()).isEqualTo(2);
	}

	@Test
	void survivesDeepNesting() throws Exception {
		problem(post("{\"answers\":{\"age\":" + "[".repeat(20_000) + "]".repeat(20_000) + "}}"), 400);
		problem(post("{\"a\":".repeat(10_000)), 400);
	}

	@Test
	void neverRepeatsOrLogsWhatItCouldNotRead(CapturedOutput output) throws Exception {
		String secret = "SekretMarker";
		assertThat(post("{\"answers\":{\"age\":" + secret + "}}").body()).doesNotContain(secret);
		assertThat(post(with("\"gradual\"", "\"" + secret + "\"")).body()).doesNotContain(secret);
		post(with("\"age\":41", "\"age\":41,\"" + secret + "\":1"));
		assertThat(
				send(request("/api/triage").header("Content-Type", "text/plain").POST(BodyPublishers.ofString(secret)))
					.body())
			.doesNotContain(secret);
		post(WELL);
		assertThat(output.getAll()).doesNotContain(secret).doesNotContain("long-sitting");
	}

	@ParameterizedTest
	@CsvSource({ "GET", "PUT", "DELETE", "PATCH" })
	void takesNoOtherMethod(String method) throws Exception {
		HttpResponse<String> response = send(
				request("/api/triage").header("Content-Type", JSON).method(method, BodyPublishers.ofString("{}")));
		problem(response, 405);
		assertThat(response.headers().firstValue("Allow")).hasValue("POST");
	}

	@ParameterizedTest
	@CsvSource({ "text/plain", "application/x-www-form-urlencoded", "application/xml", "application/vnd.api+json" })
	void takesNoOtherContentType(String type) throws Exception {
		problem(send(request("/api/triage").header("Content-Type", type).POST(BodyPublishers.ofString(WELL))), 415);
	}

	@Test
	void takesNoMissingContentType() throws Exception {
		problem(send(request("/api/triage").POST(BodyPublishers.ofString(WELL))), 415);
	}

	@Test
	void answersInJsonWhateverTheCallerAccepts() throws Exception {
		HttpResponse<String> response = send(request("/api/triage").header("Content-Type", JSON + ";charset=utf-8")
			.header("Accept", "text/html")
			.POST(BodyPublishers.ofString(WELL)));
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type")).hasValue(JSON);
		problem(send(request("/api/nothing").header("Accept", "text/html").GET()), 404);
	}

	@Test
	void takesNoLargeBody() throws Exception {
		String large = with("\"age\":41", "\"age\":41" + " ".repeat(70_000));
		problem(post(large), 413);
		problem(send(request("/api/triage").header("Content-Type", JSON)
			.POST(BodyPublishers
				.ofInputStream(() -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))), 413);
	}

	@Test
	void otherPagesKeepTheirOwnErrors() throws Exception {
		HttpResponse<String> response = send(request("/nothing").header("Accept", "text/html").GET());
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
	}

	@Test
	void describesEveryQuestionForMachines() throws Exception {
		JsonNode api = this.json.readTree(send(request("/api/openapi").GET()).body());
		assertThat(api.get("openapi").stringValue()).startsWith("3.1");
		assertThat(api.get("paths").propertyNames()).containsExactly("/api/triage", "/api/follow-up");
		JsonNode questions = api.at("/components/schemas/Request/properties/answers/properties");
		assertThat(questions.propertyNames())
			.containsExactlyElementsOf(this.base.questions().stream().map(Question::id).toList());
		for (Question question : this.base.questions()) {
			JsonNode schema = questions.get(question.id());
			assertThat(schema.get("description").stringValue()).startsWith(question.ask());
			JsonNode options = schema.has("items") ? schema.at("/items/enum") : schema.path("enum");
			assertThat(options.values().stream().map(JsonNode::stringValue)).as(question.id())
				.containsExactlyElementsOf(question.options().stream().map(Option::id).toList());
		}
		assertThat(questions.at("/age/maximum").intValue()).isEqualTo(120);
		assertThat(questions.at("/nerve-signs/uniqueItems").booleanValue()).isTrue();
		assertThat(api.at("/components/schemas/Request/additionalProperties").booleanValue()).isFalse();
		assertThat(api.at("/paths/~1api~1triage/post/responses").propertyNames()).containsExactly("200", "400", "405",
				"413", "415", "429");
		assertThat(api.at("/paths/~1api~1follow-up/post/responses").propertyNames()).containsExactly("200", "400",
				"405", "413", "415", "429");
	}

	@Test
	void saysTheSameAsYaml() throws Exception {
		assertThat(new YAMLMapper().readTree(send(request("/api/openapi.yaml").GET()).body()))
			.isEqualTo(this.json.readTree(send(request("/api/openapi").GET()).body()));
	}

	@Test
	void describesEveryQuestionOfACheckInForMachines() throws Exception {
		JsonNode api = this.json.readTree(send(request("/api/openapi").GET()).body());
		JsonNode questions = api.at("/components/schemas/CheckInAnswers/properties");
		assertThat(questions.propertyNames())
			.contains("nerve-signs", "new-signs", "known-signs-D-02", "activity-3", "activities", "wish")
			.doesNotContain("age", "moment", "cleared-findings", "flare", "complaints");
		assertThat(questions.at("/wish/description").stringValue()).contains("When the check-in is made");
	}

	/** Nobody gets an error page in place of "emergency". */
	@Test
	void anEmergencyOfACheckInThatIsCertainMayComeWithTheRestMissing() throws Exception {
		String thin = CheckInBody.responding()
			.put("intake", "{\"age\": 40}")
			.put("now/answers", "{\"nerve-signs\": [\"bladder\"], \"nerve-signs-course\": \"new-or-worse\"}")
			.json();
		HttpResponse<String> response = post("/api/follow-up", thin);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(this.json.readTree(response.body()).get("outcome").stringValue()).isEqualTo("emergency");
		String calm = thin.replace("bladder", "none").replace(", \"nerve-signs-course\":\"new-or-worse\"", "");
		assertThat(problem(post("/api/follow-up", calm), 400).get("problems").toString()).contains("/intake/",
				"/now/answers/");
	}

	/** Each example is what the schema says, and the reply is what comes back. */
	@ParameterizedTest
	@CsvSource({ "/api/triage, emergency;care-plan, refused", "/api/follow-up, step-down, refused-check-in" })
	void describesItselfWithExamplesThatStillHold(String path, String good, String refused) throws Exception {
		JsonNode api = this.json.readTree(send(request("/api/openapi").GET()).body());
		JsonNode operation = api.get("paths").get(path).get("post");
		JsonNode sent = operation.at("/requestBody/content/application~1json");
		JsonNode replied = operation.at("/responses/200/content/application~1json");
		JsonNode bad = operation.at("/responses/400/content/application~1problem+json");
		assertThat(sent.get("examples").propertyNames()).containsExactly(good.split(";"));
		for (String name : good.split(";")) {
			JsonNode example = sent.get("examples").get(name).get("value");
			JsonNode reply = replied.get("examples").get(name).get("value");
			assertThat(this.json.readTree(post(path, example.toString()).body())).isEqualTo(reply);
			assertThat(new SchemaCheck(api).problems(sent.get("schema"), example)).isEmpty();
			assertThat(new SchemaCheck(api).problems(replied.get("schema"), reply)).isEmpty();
		}
		JsonNode report = bad.get("examples").get(refused).get("value");
		assertThat(new SchemaCheck(api).problems(bad.get("schema"), report)).isEmpty();
		assertThat(report.get("problems").size()).isGreaterThan(3);
	}

	@Test
	void noticesWhatIsNotWhatTheSchemaSays() throws Exception {
		JsonNode api = this.json.readTree(send(request("/api/openapi").GET()).body());
		JsonNode schema = this.json.readTree("{\"$ref\":\"#/components/schemas/CheckIn\"}");
		SchemaCheck check = new SchemaCheck(api);
		assertThat(check.problems(schema, this.json.readTree(CheckInBody.responding().json()))).isEmpty();
		for (CheckInBody body : List.of(CheckInBody.responding().put("name", "1"),
				CheckInBody.responding().remove("plan/cleared"), CheckInBody.responding().put("plan/stepBacks", "100"),
				CheckInBody.responding().put("plan/sensitised", "1"),
				CheckInBody.responding().put("now/answers/pain", "11"),
				CheckInBody.responding().put("now/answers/flare", "\"no\""),
				CheckInBody.responding().put("intake/history", "[\"none\",\"none\"]"),
				CheckInBody.responding().put("before/0/answers/activities", "[\"" + "x".repeat(61) + "\"]"),
				CheckInBody.responding().put("now/moment", "\"monday\""))) {
			assertThat(check.problems(schema, this.json.readTree(body.json()))).hasSize(1);
		}
	}

	/** Sent just as it stands on the page. */
	@Test
	void decidesTheCallsThatThePageShows() throws Exception {
		String page = send(request("/how-to-call").GET()).body();
		List<String> outcomes = new ArrayList<>();
		Matcher call = Pattern
			.compile("curl http://localhost(/\\S+) \\\\\\s+-H 'Content-Type: (\\S+)' \\\\\\s+-d '([^']+)'</code>")
			.matcher(page);
		while (call.find()) {
			HttpResponse<String> response = send(request(call.group(1)).header("Content-Type", call.group(2))
				.POST(BodyPublishers.ofString(HtmlUtils.htmlUnescape(call.group(3)))));
			assertThat(response.statusCode()).isEqualTo(200);
			outcomes.add(call.group(1) + " " + this.json.readTree(response.body()).get("outcome").stringValue());
		}
		assertThat(outcomes).containsExactly("/api/triage referral", "/api/follow-up step-down");
	}

	@Test
	void keepsTheSameWatchOverCheckIns(CapturedOutput output) throws Exception {
		String secret = "SekretMarker";
		String words = CheckInBody.responding().put("before/0/answers/activities", "[\"" + secret + "\"]").json();
		HttpResponse<String> response = post("/api/follow-up", words);
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		assertThat(response.body()).doesNotContain(secret);
		problem(post("/api/follow-up", words.replace("\"start\"", secret) + secret), 400);
		problem(post("/api/follow-up", words + " ".repeat(70_000)), 413);
		problem(send(request("/api/follow-up").GET()), 405);
		problem(send(
				request("/api/follow-up").header("Content-Type", "text/plain").POST(BodyPublishers.ofString(secret))),
				415);
		problem(post("/api/follow-up", "[".repeat(20_000)), 400);
		assertThat(output.getAll()).doesNotContain(secret);
	}

	@Test
	void showsPeopleHowToCall() throws Exception {
		HttpResponse<String> page = send(request("/how-to-call").GET());
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body())
			.contains("curl http://localhost/api/triage", "curl http://localhost/api/follow-up", "id=\"problems\"",
					"&quot;outcome&quot; : &quot;care-plan&quot;", "Retry-After")
			.contains("<code>lead</code>", "<code>complementary</code>", "<code>cleared</code>",
					"<code>forecast</code>", "<code>areas</code>", "<code>habit</code>")
			.contains("/how-we-decide/rules.dmn\"", "/how-we-decide/rules.dmn?version=1.3\"")
			.doesNotContain("??", "<script>", "style=");
	}

	@Test
	@Order(Integer.MAX_VALUE)
	void slowsDownWhoCallsTooOften() throws Exception {
		HttpResponse<String> response = callUntilRefused("/api/triage", 1000);
		problem(response, 429);
		assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
		// Both ways share one count: far fewer calls than one of its own would allow.
		problem(callUntilRefused("/api/follow-up", 20), 429);
	}

	/**
	 * A call comes back with every second that passes, so the next one may be allowed.
	 */
	private HttpResponse<String> callUntilRefused(String path, int most) throws Exception {
		HttpResponse<String> response = post(path, "{}");
		for (int calls = 1; calls < most && response.statusCode() != 429; calls++) {
			response = post(path, "{}");
		}
		return response;
	}

	private JsonNode problem(HttpResponse<String> response, int status) {
		assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
		assertThat(response.headers().firstValue("Content-Type")).hasValue(PROBLEM);
		assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		JsonNode report = this.json.readTree(response.body());
		assertThat(report.get("status").intValue()).isEqualTo(status);
		assertThat(report.get("title").stringValue()).isNotBlank();
		assertThat(report.get("detail").stringValue()).isNotBlank();
		return report;
	}

	private static String named(JsonNode problem) {
		assertThat(problem.propertyNames()).containsExactly("question", "kind", "message");
		assertThat(problem.get("message").stringValue()).isNotBlank();
		JsonNode question = problem.get("question");
		return problem.get("kind").stringValue() + (question.isNull() ? "" : " " + question.stringValue());
	}

	private static String with(String part, String other) {
		assertThat(WELL).contains(part);
		return WELL.replace(part, other);
	}

	private HttpResponse<String> post(String body) throws IOException, InterruptedException {
		return post("/api/triage", body);
	}

	private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", JSON).POST(BodyPublishers.ofString(body)));
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
