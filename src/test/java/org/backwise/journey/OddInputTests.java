package org.backwise.journey;

import java.util.List;
import java.util.Map;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers that no page of ours would send, and answers that people mistype. */
@RunningApplication
class OddInputTests {

	@LocalServerPort
	private int port;

	private Visitor visitor;

	private Page nerveSigns;

	@BeforeEach
	void begin() {
		this.visitor = new Visitor(this.port);
		this.nerveSigns = this.visitor.begin();
	}

	@Test
	void leavingAPageBlankIsAMistakeNextToTheFieldAndInTheSummary() {
		Page page = this.visitor.send(this.nerveSigns, Map.of());

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("<title>Error: ", "There is a problem",
				"href=\"#nerve-signs-saddle-numbness\"", "id=\"nerve-signs-error\"",
				"aria-describedby=\"nerve-signs-hint nerve-signs-error\"");
	}

	@Test
	void noneTogetherWithASignIsAMistakeAndBothStayTicked() {
		Page page = this.visitor.send(this.nerveSigns, Map.of("nerve-signs", List.of("bladder", "none")));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Untick one of them");
		assertThat(page.isTicked("nerve-signs-bladder")).isTrue();
		assertThat(page.isTicked("nerve-signs-none")).isTrue();
	}

	@Test
	void anUnknownOptionIsAMistake() {
		Page page = this.visitor.send(this.nerveSigns, Map.of("nerve-signs", List.of("nonsense")));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Choose from the answers shown").doesNotContain("nonsense");
	}

	@Test
	void aPageThatIsNotReachedYetCannotBeAnswered() {
		for (String page : List.of("age", "preference", "contributors")) {
			Page back = this.visitor.send(at("/intake/questions/" + page), Map.of("age", List.of("41")));
			assertThat(back.path()).isEqualTo("/intake/questions/nerve-signs");
		}
		for (String path : List.of("/intake/questions/preference", "/intake/details", "/intake/check")) {
			assertThat(this.visitor.get(path).path()).isEqualTo("/intake/questions/nerve-signs");
		}
		assertThat(this.visitor.send(at("/intake/check"), Map.of()).path()).isEqualTo("/intake/questions/nerve-signs");
		assertThat(this.visitor.send(at("/intake/details"), Map.of("name", List.of("Sam"))).path())
			.isEqualTo("/intake/questions/nerve-signs");
	}

	@Test
	void anAnswerSmuggledInWithAnotherPageIsLeftAside() {
		Page next = this.visitor.send(this.nerveSigns,
				Map.of("nerve-signs", List.of("none"), "body-signs", List.of("none"), "age", List.of("41")));

		assertThat(next.path()).isEqualTo("/intake/questions/body-signs");
		assertThat(next.isTicked("body-signs-none")).isFalse();
	}

	@Test
	void anAnswerToAFollowUpThatDoesNotApplyIsLeftAside() {
		this.visitor.send(this.nerveSigns,
				Map.of("nerve-signs", List.of("none"), "nerve-signs-course", List.of("new-or-worse")));

		Page again = this.visitor.get("/intake/questions/nerve-signs");
		assertThat(again.isTicked("nerve-signs-none")).isTrue();
		assertThat(again.isTicked("nerve-signs-course-new-or-worse")).isFalse();
	}

	@Test
	void aSignWithoutItsCourseCountsAsNew() {
		Page result = this.visitor.send(this.nerveSigns, Map.of("nerve-signs", List.of("bladder")));

		assertThat(result.path()).startsWith("/result/");
		assertThat(result.body()).contains("Call 999");
	}

	@ParameterizedTest
	@ValueSource(strings = { "abc", "-1", "121", "41.5", "999999999999", "4 1", "٤١", "0x1F", "1e1", "<b>41</b>" })
	void anAgeThatIsNoneIsAMistakeAndStaysInItsField(String typed) {
		Page bodySigns = this.visitor.send(this.nerveSigns, Map.of("nerve-signs", List.of("none")));
		Page age = this.visitor.send(bodySigns, Map.of("body-signs", List.of("none")));

		Page page = this.visitor.send(age, Map.of("age", List.of(typed)));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Enter a whole number from 0 to 120", "href=\"#age\"");
		assertThat(page.input("age")).isEqualTo(typed.replace("<", "&lt;").replace(">", "&gt;"));
	}

	@Test
	void twoAgesAreAMistake() {
		Page bodySigns = this.visitor.send(this.nerveSigns, Map.of("nerve-signs", List.of("none")));
		Page age = this.visitor.send(bodySigns, Map.of("body-signs", List.of("none")));

		assertThat(this.visitor.send(age, Map.of("age", List.of("41", "42"))).status()).isEqualTo(422);
	}

	@Test
	void anAgeOfFourThousandAndMoreIsShortened() {
		Page bodySigns = this.visitor.send(this.nerveSigns, Map.of("nerve-signs", List.of("none")));
		Page age = this.visitor.send(bodySigns, Map.of("body-signs", List.of("none")));

		Page page = this.visitor.send(age, Map.of("age", List.of("9".repeat(10_000))));

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.input("age")).hasSizeLessThan(100);
	}

	@Test
	void aPageThatDoesNotApplyCannotBeAnswered() {
		Page check = this.visitor.answer(this.nerveSigns, Sheet.ordinaryBackAche().with("location", "no-pain"));
		assertThat(check.path()).isEqualTo("/intake/details");

		Page page = this.visitor.send(at("/intake/questions/pain"), Map.of("pain", List.of("5")));

		assertThat(page.path()).isEqualTo("/intake/details");
	}

	@Test
	void withoutConsentNothingBegins() {
		Visitor other = new Visitor(this.port);
		Page page = other.send(other.get("/intake/consent"), Map.of());

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Tick the box if you agree");
		assertThat(other.get("/intake/questions").path()).isEqualTo("/");
	}

	/** The open form, as if it belonged to another page. */
	private Page at(String path) {
		return new Page(path, 200, this.nerveSigns.headers(), this.nerveSigns.body());
	}

}
