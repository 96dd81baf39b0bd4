package org.backwise.practice;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left of what people type, and how it is counted. */
class FormTextTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "\u0000\u0007\n", "\u00a0\u200b", "\u202e", "\u3164", "\u2800", "\u115f\u1160",
			"\uffa0", "\u200c\u200d", "\ufe0f", "\u00ad", "\u180e", "\u2060\ufeff", "\u2028", "\u3000", "\u0301",
			"\ud83c" })
	void nothingIsLeftOfWhatCannotBeSeen(String typed) {
		assertThat(FormText.line(typed).text()).isEmpty();
		assertThat(FormText.lines(typed).orNull()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Zoë Ó Súilleabháin-Łukaszewicz", "李小龍", "محمد بن سلمان", "👩‍🦽 Sam 🧘🏽",
			"مهسا می‌خواهد", "O'Brien & <Sons>", "葛󠄀城" })
	void whatPeopleAreCalledStays(String name) {
		assertThat(FormText.line(name).text()).isEqualTo(name);
		assertThat(FormText.line(name).isName()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "12", "–", "🧘", "…", "+44 1632", "\u3164", "\u2800" })
	void aNameHasALetter(String typed) {
		assertThat(FormText.line(typed).isName()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "' Sa\u0000m\u202e dleiF\r\n',Sa m  dleiF", "'co\u00adop',coop", "'Zoe\u0308',Zo\u00eb",
			"'one\r\ntwo',one two", "'a\u2800b',a b", "'\u200fsalam\u200f',salam" })
	void aLineHasNoEndInside(String typed, String text) {
		assertThat(FormText.line(typed).text()).isEqualTo(text);
	}

	@Test
	void severalLinesKeepTheirEndsAndTabs() {
		assertThat(FormText.lines("\r\n one\r\n\ttwo\rthree\u2028four \u0007!\n\n").text())
			.isEqualTo("one\n\ttwo\nthree\nfour  !");
	}

	@Test
	void lengthIsCountedAsPeopleCount() {
		assertThat(FormText.lines("x\r\n".repeat(399) + "y".repeat(3_202)).isLongerThan(4_000)).isFalse();
		assertThat(FormText.lines("x\r\n".repeat(399) + "y".repeat(3_203)).isLongerThan(4_000)).isTrue();
		assertThat(FormText.line("𐌰".repeat(100)).isLongerThan(100)).isFalse();
		assertThat(FormText.line("𐌰".repeat(101)).isLongerThan(100)).isTrue();
		assertThat(FormText.line("e\u0301".repeat(100)).isLongerThan(100)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "2028-02-29,2028-02-29", "29/2/2028,2028-02-29", "1.3.2028,2028-03-01" })
	void aDayIsReadAsBrowsersSendItOrAsPeopleTypeIt(String typed, LocalDate day) {
		assertThat(FormText.line(" " + typed + "\r\n").day("d/M/uuuu", "d.M.uuuu")).contains(day);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "2029-02-29", "1/2/2028", "tomorrow", "2028-02-10T10:00", "1/13/2028" })
	void whatIsNoDayIsNone(String typed) {
		assertThat(FormText.line(typed).day()).isEmpty();
	}

	@Test
	void saysNothingOfItself() {
		assertThat(FormText.line("Sam")).hasToString("a typed text");
	}

}
