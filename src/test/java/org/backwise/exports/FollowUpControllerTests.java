package org.backwise.exports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import jakarta.servlet.Filter;

import org.backwise.followup.CheckInTriage;
import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.practice.UnsetPractice;
import org.backwise.practice.Words;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A check-in by HTTP, with the rules alone behind it. */
@WebMvcTest(controllers = FollowUpController.class,
		excludeFilters = { @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Filter.class),
				@ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.backwise\\.(about|storage)\\..*") })
@AutoConfigureMockMvc(addFilters = false)
@Import({ Phrases.class, Words.class, UnsetPractice.class })
class FollowUpControllerTests {

	private final JsonMapper json = JsonMapper.builder().build();

	@Autowired
	private MockMvcTester mvc;

	@Test
	void answersInTheShapeOfTheContract() {
		JsonNode reply = decided(CheckInBody.responding());
		assertThat(reply.propertyNames()).containsExactly("outcome", "to", "findings", "rules", "cautions", "measures",
				"technique", "asked", "ignored", "knowledge");
		assertThat(reply.get("outcome").stringValue()).isEqualTo("step-down");
		assertThat(reply.get("to").stringValue()).isEqualTo("fortnightly");
		assertThat(reply.get("rules").toString())
			.isEqualTo("[{\"rule\":\"FD-01\",\"outcome\":\"step-down\",\"source\":\"doc\"}]");
		assertThat(reply.get("measures").toString())
			.isEqualTo("{\"pain\":{\"now\":3,\"start\":6,\"best\":6,\"need\":2,\"better\":true},"
					+ "\"activities\":{\"now\":20,\"start\":12,\"best\":12,\"need\":6,\"better\":true},"
					+ "\"response\":\"responds\"}");
		assertThat(reply.get("technique").propertyNames()).containsExactly("primary", "alternative", "scores",
				"excluded");
		assertThat(reply.get("knowledge").propertyNames()).containsExactly("version", "sha256", "words");
		assertThat(texts(reply.get("asked"))).startsWith("nerve-signs", "body-signs", "new-signs")
			.contains("wish", "activity-3")
			.doesNotContain("phase", "age");
	}

	/** Those of the contract, by their number. */
	@ParameterizedTest(name = "vignette {0}")
	@MethodSource("vignettes")
	void decidesTheVignettesOfTheContract(int number, CheckInBody body, String outcome, String rule) {
		JsonNode reply = decided(body);
		assertThat(reply.get("outcome").stringValue()).isEqualTo(outcome);
		assertThat(reply.get("rules").values().stream().map((fired) -> fired.get("rule").stringValue())).contains(rule);
	}

	static Stream<Arguments> vignettes() {
		return Stream.of(
				arguments(2, CheckInBody.responding().now("""
						{"pain": 5, "activity-1": 4, "activity-2": 4, "activity-3": 4, "change": "a-little-better"}"""),
						"hold", "FH-01"),
				arguments(3, CheckInBody.responding().kept("weekly", 6).now("""
						{"pain": 6, "activity-1": 4, "activity-2": 4, "activity-3": 4, "change": "same"}"""),
						"end-and-refer", "FR-01"),
				arguments(4, CheckInBody.responding().put("now/answers", """
						{"nerve-signs": ["bladder"], "nerve-signs-course": "new-or-worse"}"""), "emergency", "FS-01"),
				arguments(5, leg().now("{\"known-signs-D-02\": \"worse\"}"), "urgent", "FS-05"),
				arguments(6,
						CheckInBody.responding()
							.before("2026-03-20", "{\"pain\": 2}")
							.kept("fortnightly", 3)
							.now("{\"pain\": 5}"),
						"step-back", "FB-01"),
				arguments(9, CheckInBody.responding().now("""
						{"after-last": "sore-up-to-3-days", "after-kind": ["sore"], "pressure-last": "too-firm"}"""),
						"hold", "FH-04"),
				arguments(10, CheckInBody.responding().now("""
						{"after-last": "longer", "after-kind": ["sore"]}"""), "see-doctor", "FS-08"),
				arguments(11, CheckInBody.responding().now("""
						{"new-signs": ["injury"], "injury-now": "small-not-seen", "injury-age": "under-3-days"}"""),
						"see-doctor", "FS-03"),
				arguments(14, CheckInBody.responding().before("2026-03-20", "{\"pain\": 8}").now("""
						{"pain": 9, "change": "same"}"""), "end-and-refer", "FR-02"),
				arguments(15, CheckInBody.responding().put("plan/sensitised", "true"), "hold", "FH-03"));
	}

	@Test
	void namesTheSignThatIsNewAndPlansNothing() {
		JsonNode reply = decided(CheckInBody.responding().put("now/answers", """
				{"nerve-signs": ["bladder"], "nerve-signs-course": "new-or-worse"}"""));
		JsonNode finding = reply.get("findings").get(0);
		assertThat(finding.propertyNames()).containsExactly("rule", "level", "source", "because", "answers");
		assertThat(finding.get("rule").stringValue()).isEqualTo("E-02");
		assertThat(reply.get("to").isNull()).isTrue();
		assertThat(reply.get("technique").isNull()).isTrue();
	}

	@Test
	void leavesOutWhatACautionLeavesOut() {
		JsonNode reply = decided(CheckInBody.responding().now("""
				{"new-signs": ["skin-or-medicine"], "skin-and-medicines": ["blood-thinners"]}"""));
		assertThat(reply.get("cautions").toString())
			.isEqualTo("[{\"rule\":\"FK-04\",\"confirm\":true,\"excludes\":[\"deep-therapeutic\"]}]");
		assertThat(reply.get("technique").get("excluded").has("deep-therapeutic")).isTrue();
	}

	@Test
	void takesAClearedFindingAsItWasReported() {
		CheckInBody same = leg().now("{\"known-signs-D-02\": \"same-or-better\"}");
		assertThat(decided(same).get("findings").isEmpty()).isTrue();
		CheckInBody another = leg().now("{\"known-signs-D-02\": \"same-or-better\"}")
			.put("plan/cleared/0/answers", "{\"limb-signs\": [\"numbness-or-tingling\"]}");
		assertThat(decided(another).get("outcome").stringValue()).isEqualTo("see-doctor");
		CheckInBody single = CheckInBody.responding()
			.put("intake/onset", "\"knock-or-fall\"")
			.put("plan/cleared",
					"[{\"rule\": \"D-05\", \"level\": \"see-doctor\", \"answers\": "
							+ "{\"onset\": [\"knock-or-fall\"]}}]")
			.now("{\"known-signs-D-05\": \"gone\"}");
		assertThat(decided(single).get("findings").isEmpty()).isTrue();
	}

	@Test
	void countsTheActivitiesAndForgetsTheirWords() {
		String words = "sekret words of a client";
		CheckInBody start = CheckInBody.responding()
			.put("before", "[]")
			.put("plan/kept/weekly", "0")
			.put("now/moment", "\"start\"")
			.now("{\"activities\": [\"" + words + "\"]}");
		assertThat(texts(decided(start).get("asked"))).contains("activity-1").doesNotContain("activity-2");
		assertThat(text(asked(start))).doesNotContain(words);
		JsonNode none = decided(start.now("{\"activities\": \"none\"}"));
		assertThat(none.get("measures").get("activities").isNull()).isTrue();
		assertThat(text(asked(start.now("{\"activities\": [\"" + words + "\", 1]}")))).doesNotContain(words);
	}

	@Test
	void takesWhereItIsStiffFromThePlan() {
		CheckInBody stiff = CheckInBody.responding()
			.put("intake/complaints", "[\"stiffness\"]")
			.put("intake/main-complaint", "\"stiffness\"");
		assertThat(problems(stiff)).containsExactly("missing /intake/stiff-where");
		assertThat(decided(stiff.put("plan/stiffWhere", "[\"upper-back\"]")).get("outcome").stringValue())
			.isEqualTo("step-down");
	}

	@Test
	void countsAMissedCheckInAsMissing() {
		CheckInBody missed = CheckInBody.responding().missed("2026-03-09").missed("2026-03-16");
		assertThat(decided(missed).get("outcome").stringValue()).isEqualTo("hold");
		assertThat(decided(missed).get("rules").toString()).contains("FH-05");
	}

	@Test
	void asksForTheWholeQuestionnaireAfterTwelveWeeks() {
		CheckInBody body = CheckInBody.responding();
		assertThat(cautions(body.put("intakeDay", "\"2026-01-05\""))).contains("FK-12");
		assertThat(cautions(body.put("intakeDay", "\"2026-01-06\""))).doesNotContain("FK-12");
		assertThat(cautions(body.put("intakeDay", "null").put("now/day", "\"2026-05-25\""))).contains("FK-12");
		assertThat(cautions(body.put("now/day", "\"2026-05-24\""))).doesNotContain("FK-12");
	}

	@Test
	void asksAboutPainAtTheStartUnlessTheQuestionnaireDidLately() {
		CheckInBody start = CheckInBody.responding()
			.put("before", "[]")
			.kept("weekly", 0)
			.put("now/moment", "\"start\"")
			.put("now/answers/activities", "\"none\"");
		assertThat(texts(decided(start).get("asked"))).contains("pain");
		assertThat(texts(decided(start.put("intakeDay", "\"2026-03-22\"")).get("asked"))).contains("pain");
		JsonNode fresh = decided(start.put("intakeDay", "\"2026-03-23\""));
		assertThat(texts(fresh.get("asked"))).doesNotContain("pain");
		assertThat(fresh.get("measures").get("pain").get("start").intValue()).isEqualTo(6);
	}

	private List<String> cautions(CheckInBody body) {
		return decided(body).get("cautions").values().stream().map((one) -> one.get("rule").stringValue()).toList();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("badBodies")
	void namesWhatIsWrong(String what, CheckInBody body, List<String> problems) {
		assertThat(problems(body)).as(what).containsExactlyElementsOf(problems);
	}

	static Stream<Arguments> badBodies() {
		return Stream.of(bad("intake", "1", "wrong-type /intake"), bad("before", "{}", "wrong-type /before"),
				bad("before", "[1]", "wrong-type /before/0"), bad("plan/kept", "[]", "wrong-type /plan/kept"),
				bad("now/answers", "[]", "wrong-type /now/answers"),
				bad("plan/phase", "\"daily\"", "unknown-id /plan/phase"),
				bad("plan/phase", "7", "wrong-type /plan/phase"),
				bad("plan/kept/weekly", "-1", "out-of-range /plan/kept/weekly"),
				bad("plan/kept/weekly", "100", "out-of-range /plan/kept/weekly"),
				bad("plan/kept/weekly", "99999999999999999999", "out-of-range /plan/kept/weekly"),
				bad("plan/kept/weekly", "4.0", "wrong-type /plan/kept/weekly"),
				bad("plan/kept/daily", "1", "unknown-key /plan/kept/daily"),
				bad("plan/stepBacks", "100", "out-of-range /plan/stepBacks"),
				bad("plan/sensitised", "\"no\"", "wrong-type /plan/sensitised"),
				bad("plan/complementary", "null", "wrong-type /plan/complementary"),
				bad("plan/habit", "\"smoking\"", "unknown-id /plan/habit"),
				bad("plan/stiffWhere", "[\"left-ear\"]", "unknown-option /plan/stiffWhere"),
				bad("plan/stiffWhere", "\"neck\"", "wrong-type /plan/stiffWhere"),
				bad("plan/cleared", "[{\"rule\": \"D-99\", \"level\": \"see-doctor\", \"answers\": {}}]",
						"not-clearable /plan/cleared/0/rule"),
				bad("plan/cleared", "[{\"rule\": \"E-02\", \"level\": \"emergency\", \"answers\": {}}]",
						"unknown-id /plan/cleared/0/level"),
				bad("plan/cleared", "[{\"rule\": \"D-02\", \"level\": \"wait\"}]",
						"missing-key /plan/cleared/0/answers", "missing /now/answers/known-signs-D-02"),
				bad("plan/cleared",
						"[{\"rule\": \"D-02\", \"level\": \"wait\", \"answers\": {\"limb-signs\": [\"wings\"]}}]",
						"unknown-option /plan/cleared/0/answers/limb-signs", "missing /now/answers/known-signs-D-02"),
				bad("plan/doctor", "\"Dr A\"", "unknown-key /plan/doctor"),
				bad("before/0/day", "\"2026-02-30\"", "impossible-date /before/0/day"),
				bad("intakeDay", "\"2026-02-29\"", "impossible-date /intakeDay"),
				bad("intakeDay", "20260302", "wrong-type /intakeDay"),
				bad("intakeDay", "\"2026-03-03\"", "impossible-date /before/0/day"),
				bad("before/0/day", "\"2 March\"", "impossible-date /before/0/day"),
				bad("before/0/day", "\"+12026-01-01\"", "impossible-date /before/0/day"),
				bad("before/0/day", "\"2026-03-31\"", "impossible-date /now/day"),
				bad("before/0/moment", "\"start\"", "unknown-key /before/0/moment"),
				bad("before/0/answers/pain", "11", "out-of-range /before/0/answers/pain"),
				bad("before/0/answers/change", "\"great\"", "unknown-option /before/0/answers/change"),
				bad("before/0/answers/mood", "1", "unknown-question /before/0/answers/mood"),
				bad("before/0/answers/flare", "\"no\"", "unknown-question /before/0/answers/flare"),
				bad("before/0/answers/activities", "[]", "out-of-range /before/0/answers/activities"),
				bad("before/0/answers/activities", "[\"a\",\"b\",\"c\",\"d\"]",
						"out-of-range /before/0/answers/activities"),
				bad("before/0/answers/activities", "[\"a\",\"b\",\"" + "x".repeat(61) + "\"]",
						"out-of-range /before/0/answers/activities"),
				bad("now/moment", "\"monday\"", "unknown-id /now/moment"),
				bad("now/by", "\"robot\"", "unknown-id /now/by"), bad("now/by", "null", "wrong-type /now/by"),
				bad("now/answers/activities", "[\"stairs\"]", "unknown-question /now/answers/activities"),
				bad("now/answers/age", "40", "unknown-question /now/answers/age"),
				bad("now/answers/pain", "null", "wrong-type /now/answers/pain"),
				bad("now/answers/new-signs", "[\"none\",\"limbs\"]", "not-alone /now/answers/new-signs"),
				bad("now/answers/new-signs", "[\"head\"]", "unknown-option /now/answers/new-signs"),
				bad("intake/pain", "99", "out-of-range /intake/pain"),
				bad("intake/onset", "\"knock-or-fall\"", "not-cleared /intake"),
				bad("intake/body-signs", "[\"chest-pain\"]", "not-cleared /intake"), gone("now", "missing-key /now"),
				gone("intake", "missing-key /intake"), gone("plan/kept/monthly", "missing-key /plan/kept/monthly"),
				gone("plan/cleared", "missing-key /plan/cleared"), gone("now/day", "missing-key /now/day"),
				gone("intake/history", "missing /intake/history"),
				gone("now/answers/wish", "missing /now/answers/wish"),
				gone("now/answers/body-signs", "missing /now/answers/body-signs"));
	}

	@Test
	void namesEverythingAtOnce() {
		CheckInBody body = CheckInBody.responding()
			.put("intake/age", "null")
			.put("plan/phase", "\"daily\"")
			.put("plan/kept/weekly", "100")
			.put("before/0/answers/pain", "\"much\"")
			.put("now/by", "1")
			.put("now/answers/change", "\"great\"")
			.remove("now/answers/wish")
			.put("name", "\"Alex\"");
		assertThat(problems(body)).containsExactlyInAnyOrder("wrong-type /intake/age", "unknown-id /plan/phase",
				"out-of-range /plan/kept/weekly", "wrong-type /before/0/answers/pain", "wrong-type /now/by",
				"unknown-option /now/answers/change", "missing /now/answers/wish", "unknown-key /name");
	}

	@Test
	void namesARepeatedKeyAndABodyThatIsNone() {
		String body = CheckInBody.responding().json();
		assertThat(problems(body.replace("\"stepBacks\":0", "\"stepBacks\":0,\"stepBacks\":0")))
			.containsExactly("repeated-key /plan/stepBacks");
		assertThat(problems("")).containsExactly("malformed ");
		assertThat(problems("[]")).containsExactly("wrong-type ");
		assertThat(problems("{\"a\":".repeat(10_000))).containsExactly("malformed ");
		assertThat(problems(body + "{}")).containsExactly("malformed ");
		assertThat(problems("{\"a/b~\":1}")).contains("unknown-key /a~1b~0", "missing-key /now");
	}

	@Test
	void neverRepeatsAnAnswer() {
		String secret = "SekretMarker";
		for (String path : List.of("intake/onset", "plan/phase", "plan/habit", "plan/stiffWhere", "before/0/day",
				"before/0/answers/change", "now/moment", "now/answers/change", "now/answers/activity-1")) {
			assertThat(text(asked(CheckInBody.responding().put(path, '"' + secret + '"')))).as(path)
				.contains("problems")
				.doesNotContain(secret);
		}
	}

	private static CheckInBody leg() {
		return CheckInBody.responding()
			.put("intake/limb-signs", "[\"pain-into-leg\"]")
			.put("plan/complementary", "true")
			.now("{\"doctor-since\": \"yes\"}")
			.put("plan/cleared", "[{\"rule\": \"D-02\", \"level\": \"see-doctor\", \"answers\": "
					+ "{\"limb-signs\": [\"pain-into-leg\"]}}]");
	}

	private static Arguments bad(String path, String value, String... problems) {
		return arguments(path + " " + value, CheckInBody.responding().put(path, value), List.of(problems));
	}

	private static Arguments gone(String path, String... problems) {
		return arguments(path + " gone", CheckInBody.responding().remove(path), List.of(problems));
	}

	private JsonNode decided(CheckInBody body) {
		MvcTestResult result = asked(body);
		assertThat(result).as(text(result)).hasStatusOk();
		return this.json.readTree(text(result));
	}

	private List<String> problems(CheckInBody body) {
		return problems(body.json());
	}

	private List<String> problems(String body) {
		MvcTestResult result = asked(body);
		assertThat(result).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
		return this.json.readTree(text(result)).get("problems").values().stream().map((problem) -> {
			assertThat(problem.get("message").stringValue()).isNotBlank().doesNotContain("{", "exports.");
			return problem.get("kind").stringValue() + " " + problem.get("path").stringValue();
		}).toList();
	}

	private static List<String> texts(JsonNode list) {
		return list.values().stream().map(JsonNode::stringValue).toList();
	}

	private static String text(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult asked(CheckInBody body) {
		return asked(body.json());
	}

	private MvcTestResult asked(String body) {
		return this.mvc.post()
			.uri(FollowUpController.PATH)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class BuiltIn {

		@Bean
		CheckInTriage checkInTriage() {
			return new CheckInTriage(new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn())));
		}

	}

}
