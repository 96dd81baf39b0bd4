package org.backwise.exports;

import jakarta.servlet.Filter;
import org.junit.jupiter.api.Test;

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

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.practice.UnsetPractice;
import org.backwise.practice.Words;
import org.backwise.triage.Triage;

import static org.assertj.core.api.Assertions.assertThat;

/** The API after a clearance, with the rules alone behind it. */
@WebMvcTest(controllers = TriageController.class,
		excludeFilters = { @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Filter.class),
				@ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.backwise\\.(about|storage)\\..*") })
@AutoConfigureMockMvc(addFilters = false)
@Import({ Phrases.class, Words.class, UnsetPractice.class })
class TriageControllerTests {

	private static final String SHEET = """
			"nerve-signs": ["none"], "body-signs": ["none"], "age": 41, "location": ["neck"], "duration": "2-to-6-weeks",
			"onset": "posture-or-sitting", "pain": 4, "pain-pattern": "comes-and-goes", "pain-trend": "same",
			"disc-diagnosis": "no", "general-signs": ["none"], "history": ["none"], "health-today": ["none"],
			"health-ongoing": ["none"], "skin-and-medicines": ["none"], "movement": "free", "complaints": ["stiffness"],
			"stiff-where": ["upper-back"], "contributors": ["long-sitting", "poor-posture"], "preference": "firm",
			""";

	@Autowired
	private MockMvcTester mvc;

	@Test
	void plansWithAreasAHabitAndAForecast() {
		assertThat(asked("\"limb-signs\": [\"none\"]", "[]")).hasStatusOk()
			.bodyJson()
			.convertTo(Reply.class)
			.satisfies((reply) -> {
				assertThat(reply.complementary()).isFalse();
				assertThat(reply.areas().work()).containsExactly("neck", "upper-back");
				assertThat(reply.areas().leave()).extracting("area", "rule")
					.containsExactly(org.assertj.core.groups.Tuple.tuple("front-and-sides-of-neck", "K-20"));
				assertThat(reply.habit().habit()).isEqualTo("poor-posture");
				assertThat(reply.phases()).extracting("forecast").containsExactly(false, true, true);
			});
	}

	@Test
	void saysWhatWouldFollowAClearanceOfAllThatFired() {
		String signs = "\"limb-signs\": [\"pain-into-arm\", \"numbness-or-tingling\"]";
		assertThat(asked(signs, "[\"D-02\", \"D-03\", \"W-02\"]")).hasStatusOk()
			.bodyJson()
			.convertTo(Reply.class)
			.satisfies((reply) -> {
				assertThat(reply.complementary()).isTrue();
				assertThat(reply.cleared()).extracting("rule").containsExactly("D-02", "D-03");
				assertThat(reply.technique().primary()).isEqualTo("relaxation");
				assertThat(reply.technique().excluded()).containsOnlyKeys("deep-therapeutic", "heat");
			});
		assertThat(asked(signs, "[\"D-02\"]")).hasStatusOk()
			.bodyJson()
			.convertTo(Reply.class)
			.satisfies((reply) -> assertThat(reply.cleared()).isEmpty())
			.satisfies((reply) -> assertThat(reply.findings()).extracting("rule").containsExactly("D-02", "D-03"));
	}

	@Test
	void refusesToClearWhatNoClearanceLifts() {
		for (String cleared : new String[] { "[\"W-01\"]", "[\"E-07\"]", "[\"U-01\"]", "[\"D-99\"]",
				"[\"D-02\",\"D-02\"]", "\"D-02\"", "[1]" }) {
			assertThat(asked("\"limb-signs\": [\"none\"]", cleared)).as(cleared)
				.hasStatus(400)
				.hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
				.bodyText()
				.contains("\"problems\":[{\"question\":");
		}
	}

	@Test
	void refusesAChoiceThatTheSheetDoesNotOfferEvenWhereItIsNotAsked() {
		assertThat(asked("\"limb-signs\": [\"none\"], \"main-cause\": \"overload\"", "[]")).hasStatus(400)
			.bodyText()
			.contains("main-cause", "unknown-option");
		assertThat(asked("\"limb-signs\": [\"none\"], \"main-cause\": \"muscle-tension\"", "[]")).hasStatusOk();
	}

	private MvcTestResult asked(String more, String cleared) {
		return this.mvc.post()
			.uri(TriageController.PATH)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"answers\": {" + SHEET + more + "}, \"cleared\": " + cleared + "}")
			.exchange();
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class BuiltIn {

		@Bean
		Triage triage() {
			return new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));
		}

	}

}
