package org.backwise.journey;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.backwise.journey.Visitor.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Names as people have them, and days as they type them. */
@RunningApplication
class DetailsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MovableClock clock;

	@Autowired
	private JdbcTemplate database;

	private Visitor visitor;

	private Page details;

	@BeforeEach
	void answer() {
		answerOn(LocalDate.of(2028, 2, 1));
	}

	private void answerOn(LocalDate today) {
		this.clock.moveTo(today);
		this.visitor = new Visitor(this.port);
		this.details = this.visitor.answer(this.visitor.begin(), Sheet.ordinaryBackAche());
		assertThat(this.details.path()).isEqualTo("/intake/details");
	}

	@AfterEach
	void resetClock() {
		this.clock.reset();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Zoë Ó Súilleabháin-Łukaszewicz", "李小龍", "محمد بن سلمان", "👩‍🦽 Sam 🧘🏽",
			"O'Brien & <Sons>", "{name}", "${7*seven}", "Robert'); drop table intake;--" })
	void keepsANameAsItIs(String name) {
		Page check = send(name, "", "2028-02-10");

		assertThat(check.path()).isEqualTo("/intake/check");
		assertThat(check.body())
			.contains(name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;"));
		assertThat(this.visitor.send(check, Map.of()).path()).startsWith("/result/");
		assertThat(this.database.queryForList("select name from case_contact", String.class)).contains(name);
	}

	@Test
	void keepsTheLongestNameInAnyScript() {
		assertThat(send("𐌰".repeat(101), "", "2028-02-10").status()).isEqualTo(422);
		Page check = send("𐌰".repeat(100), "", "2028-02-10");

		assertThat(check.path()).isEqualTo("/intake/check");
		assertThat(this.visitor.send(check, Map.of()).path()).startsWith("/result/");
	}

	@Test
	void saysWhenANameIsTooLongAndKeepsAllOfIt() {
		String name = "x".repeat(10_000);
		Page page = send(name, "1".repeat(10_000), "2028-02-10");

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Use 100 characters or fewer for your name", "Check the phone number",
				"href=\"#name\"", "href=\"#phone\"");
		assertThat(page.input("name")).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\u0000\u0007\n", "\u00a0\u200b", "\u202e", "\u3164", "\u2800", "🧘", "12" })
	void needsANameThatCanBeSeen(String name) {
		Page page = send(name, "", "2028-02-10");

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Enter your name");
	}

	@Test
	void leavesOutWhatCannotBeSeenOrWouldTurnTheLineAround() {
		Page check = send(" Sa\u0000m\u202e dleiF\r\n", "", "2028-02-10");

		assertThat(check.path()).isEqualTo("/intake/check");
		assertThat(check.body()).doesNotContain("\u0000", "\u202e").contains("Sa m  dleiF");
	}

	@ParameterizedTest
	@CsvSource({ "2028-02-01", "2028-02-28", "2028-02-29", "29/2/2028", "29/02/2028", "1.3.2028", "2029-02-01" })
	void takesADayFromTodayToAYearAhead(String day) {
		assertThat(send("Sam", "", day).path()).isEqualTo("/intake/check");
	}

	@ParameterizedTest
	@CsvSource({ "2028-01-31,Choose today or a later day", "0001-01-01,Choose today or a later day",
			"2029-02-02,Choose a day within the next 12 months", "9999-12-31,Choose a day within the next 12 months",
			"2029-02-29,Enter a real date", "2028-02-30,Enter a real date", "tomorrow,Enter a real date",
			"2028-2-29T10:00,Enter a real date", "-2028-02-10,Choose today or a later day",
			"'',Choose a day for your first session" })
	void saysWhatIsWrongWithADayAndKeepsEverythingTyped(String day, String words) {
		Page page = send("Sam Field", "01632 960 456", day);

		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains(words, "href=\"#firstDay\"");
		assertThat(page.input("name")).isEqualTo("Sam Field");
		assertThat(page.input("phone")).isEqualTo("01632 960 456");
		String kept = day.matches("\\d{4}-\\d{2}-\\d{2}") && !words.startsWith("Enter")
				? Integer.toString(LocalDate.parse(day).getDayOfMonth()) : day;
		assertThat(page.input("dayOfMonth")).isEqualTo(kept.startsWith("-") ? "10" : kept);
	}

	@Test
	void aNameThatIsLeftTwiceStandsAndTheSecondOneIsToldSo() {
		Visitor ines = new Visitor(this.port);
		String link = ines.result(Sheet.urgent(), "", "").path();
		Page form = ines.get(link + "/details");
		assertThat(ines.sendOnly(form, Map.of("name", List.of("Ines"))).status()).isEqualTo(302);
		assertThat(ines.sendOnly(form, Map.of("name", List.of(" Ines"))).status()).isEqualTo(302);

		Page second = ines.sendOnly(form, Map.of("name", List.of("Somebody else")));

		assertThat(second.status()).isEqualTo(409);
		assertThat(second.body()).contains("A name was left here before, and it stands");
		assertThat(ines.get(link).body()).contains("Thank you, Ines").doesNotContain("Somebody else");
	}

	@Test
	void countsAYearFromALeapDay() {
		answerOn(LocalDate.of(2028, 2, 29));

		assertThat(send("Sam", "", "2028-02-28").body()).contains("Choose today or a later day");
		assertThat(send("Sam", "", "2029-03-01").body()).contains("Choose a day within the next 12 months");
		assertThat(send("Sam", "", "2029-02-28").path()).isEqualTo("/intake/check");
		assertThat(send("Sam", "", "2028-02-29").path()).isEqualTo("/intake/check");
	}

	@Test
	void keepsWhatSuitsAndNothingThatWasNotOffered() {
		Page wrong = suits(List.of("monday", "any"), List.of("any", "evening"));
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.body()).contains("You ticked “Any day” together", "You ticked “Any time” together",
				"href=\"#days-any\"", "id=\"days-error\"", "id=\"parts-error\"");

		Page check = suits(List.of("friday", "monday", "someday"), List.of("evening", "' or 1=1"));
		assertThat(check.body()).contains("Monday, Friday; evening");
		assertThat(this.visitor.get("/intake/details").body()).containsPattern("value=\"friday\"[^>]*checked")
			.doesNotContainPattern("value=\"tuesday\"[^>]*checked");
		assertThat(suits(List.of("any"), List.of()).body()).contains("any day; any time");
		assertThat(suits(List.of(), List.of()).body())
			.containsPattern("Days and times that suit</dt>\\s*<dd[^>]*>Not given");
		Page last = suits(List.of("friday", "monday"), List.of("evening"));
		assertThat(this.visitor.send(last, Map.of()).path()).startsWith("/result/");
		assertThat(this.database.queryForList("select days from case_suits where day_parts = 'evening'", String.class))
			.contains("monday,friday");
	}

	private Page suits(List<String> days, List<String> parts) {
		return this.visitor.send(this.visitor.get("/intake/details"), Map.of("name", List.of("Sue"), "willCall",
				List.of("true"), "firstDay", List.of("2028-02-10"), "days", days, "parts", parts));
	}

	private Page send(String name, String phone, String day) {
		return this.visitor.send(this.details, Map.of("name", List.of(name), "phone", List.of(phone), "willCall",
				List.of(phone.isEmpty() ? "true" : ""), "firstDay", List.of(day)));
	}

}
