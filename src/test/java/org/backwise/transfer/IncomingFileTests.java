package org.backwise.transfer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.backwise.transfer.Incoming.Days;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files as they come from elsewhere, good and bad: each mistake is named with its line.
 */
class IncomingFileTests {

	private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

	private static final String CLIENTS = "Name,Phone,E-mail,Remark\r\n";

	private static final String SESSIONS = "Name,Phone,E-mail,Date,Minutes,Remark\n";

	@Test
	void samplesAreGood() {
		for (Incoming kind : Incoming.values()) {
			IncomingFile read = read(kind, kind.sample());
			assertThat(read.problems()).isEmpty();
			assertThat(read.lines()).hasSize(2);
		}
	}

	@Test
	void quirksOfSpreadsheetsAreNoMistakes() {
		IncomingFile read = read(Incoming.CLIENTS,
				"\uFEFF" + "REMARK,name,e-mail,phone,,\r\n" + "\r\n"
						+ "\"two\r\nlines, \"\"quoted\"\"\",\" Ann  Other \",,'+44 20 7946 0018,,\r\n"
						+ ",Bo,bo@example.org\r\n" + ",,,,,\r\n\r\n,,\r\n");
		assertThat(read.problems()).isEmpty();
		assertThat(read.lines()).map(IncomingLine::name).containsExactly("Ann  Other", "Bo");
		assertThat(read.lines()).map(IncomingLine::line).containsExactly(3L, 5L);
		assertThat(read.lines().get(0).remark()).isEqualTo("two\nlines, \"quoted\"");
		assertThat(read.lines().get(0).phone()).as("without the apostrophe").isEqualTo("+44 20 7946 0018");
	}

	@Test
	void namesOfEveryKindComeIn() {
		IncomingFile read = read(Incoming.CLIENTS,
				CLIENTS + "عمر الفاروق,,a@b,\n😀 Ann,,c@d,\nŁukasz Żółć,,e@f,\n" + "‏שרה‏,,g@h,\n" + "李小龍,,i@j,\n");
		assertThat(read.problems()).isEmpty();
		assertThat(read.lines()).map(IncomingLine::name)
			.containsExactly("عمر الفاروق", "😀 Ann", "Łukasz Żółć", "שרה", "李小龍");
	}

	@Test
	void lettersOfWindowsAreReadWhenChosen() {
		byte[] bytes = (CLIENTS + "Zoë Müller–O’Neil,,z@example.org,€ 20\n").getBytes(Charset.forName("windows-1252"));
		IncomingFile read = IncomingFile.read(upload(Incoming.CLIENTS, true, false, Days.ISO, bytes), TODAY);
		assertThat(read.lines()).map(IncomingLine::name).containsExactly("Zoë Müller–O’Neil");
		IncomingFile wrong = IncomingFile.read(upload(Incoming.CLIENTS, false, false, Days.ISO, bytes), TODAY);
		assertThat(named(wrong)).containsExactly("2 null not-utf-8");
	}

	@Test
	void wrongLettersAreNamed() {
		byte[] marked = ("\uFEFF" + CLIENTS + "Zoë,,z@example.org,\n").getBytes(StandardCharsets.UTF_8);
		assertThat(named(IncomingFile.read(upload(Incoming.CLIENTS, true, false, Days.ISO, marked), TODAY)))
			.containsExactly("1 null is-utf-8");
		byte[] odd = { 'N', 'a', 'm', 'e', '\n', (byte) 0x81 };
		assertThat(named(IncomingFile.read(upload(Incoming.CLIENTS, true, false, Days.ISO, odd), TODAY)))
			.containsExactly("2 null not-windows");
	}

	@Test
	void semicolonsSeparateWhenChosen() {
		byte[] bytes = "Name;Phone\nAnn, Other;020 7946 0018\n".getBytes(StandardCharsets.UTF_8);
		assertThat(IncomingFile.read(upload(Incoming.CLIENTS, false, true, Days.ISO, bytes), TODAY).lines())
			.map(IncomingLine::name)
			.containsExactly("Ann, Other");
		assertThat(named(read(Incoming.CLIENTS, "Name;Phone\nAnn;1\n"))).containsExactly("1 null semicolon");
		assertThat(named(IncomingFile.read(upload(Incoming.CLIENTS, false, true, Days.ISO,
				"Name,Phone\nAnn,123\n".getBytes(StandardCharsets.UTF_8)), TODAY)))
			.containsExactly("1 null comma");
	}

	@Test
	void everyMistakeInAClientIsNamedWithLineAndColumn() {
		String many = "x".repeat(10_000);
		IncomingFile read = read(Incoming.CLIENTS,
				CLIENTS + "Ann,020 7946 0018,ann@example.org,fine\n" + ",020 7946 0018,,\n" + many + ",,,\n"
						+ "12345,,,\n" + "Bo,call me,,\n" + "Cy,,nobody,\n" + "Di,,," + "r".repeat(2_001) + "\n"
						+ "Ed,,e@f,remark,with,commas\n" + ",none,nobody,\n");
		assertThat(read.lines()).map(IncomingLine::name).containsExactly("Ann");
		assertThat(named(read)).containsExactly("3 Name missing", "4 Name long", "5 Name name", "6 Phone phone",
				"7 E-mail email", "8 Remark long", "9 null cells", "10 Name missing", "10 Phone phone",
				"10 E-mail email");
	}

	@Test
	void everyMistakeInASessionIsNamed() {
		IncomingFile read = read(Incoming.SESSIONS,
				SESSIONS + "Ann,,,2027-02-30,60,\nAnn,,,,60,\nAnn,,,2027-03-02,60,\nAnn,,,1949-12-31,60,\n"
						+ "Ann,,,2027-02-01,0,\nAnn,,,2027-02-01,an hour,\nAnn,,,3/2/27,60,\nAnn,,,2027-02-01,60,\n");
		assertThat(named(read)).containsExactly("2 Date date", "3 Date missing", "4 Date future", "5 Date early",
				"6 Minutes minutes", "7 Minutes minutes", "8 Date date");
		assertThat(read.lines()).map(IncomingLine::day).containsExactly(LocalDate.of(2027, 2, 1));
	}

	@ParameterizedTest
	@CsvSource({ "ISO,2027-02-03", "DAY_FIRST,03/02/2027", "DAY_FIRST,3/2/2027", "MONTH_FIRST,02/03/2027",
			"DOTS,3.2.2027", "DOTS,03.02.2027" })
	void daysAreReadAsChosen(Days days, String typed) {
		IncomingFile read = IncomingFile.read(upload(Incoming.SESSIONS, false, false, days,
				(SESSIONS + "Ann,,," + typed + ",,\n").getBytes(StandardCharsets.UTF_8)), TODAY);
		assertThat(read.lines()).map(IncomingLine::day).containsExactly(LocalDate.of(2027, 2, 3));
	}

	@Test
	void mistakesAtTheHeadStopTheFile() {
		assertThat(named(read(Incoming.CLIENTS, ""))).containsExactly("1 null empty");
		assertThat(named(read(Incoming.CLIENTS, "\n\n , \n"))).containsExactly("1 null empty");
		assertThat(named(read(Incoming.CLIENTS, "Phone,E-mail\n1,2\n"))).containsExactly("1 Name no-column");
		assertThat(named(read(Incoming.CLIENTS, "Name,Shoe size\nAnn,40\n"))).containsExactly("1 Shoe size column");
		assertThat(named(read(Incoming.CLIENTS, "Name,Name\nAnn,Bo\n"))).containsExactly("1 Name column-twice");
		assertThat(named(read(Incoming.SESSIONS, "Name,Minutes\nAnn,60\n"))).containsExactly("1 Date no-column");
	}

	@Test
	void quotesThatDoNotEndAreNamed() {
		assertThat(named(read(Incoming.CLIENTS, CLIENTS + "Ann,,a@b,\n\"Bo,,c@d,\nCy,,e@f,\n"))).hasSize(1)
			.allMatch((one) -> one.endsWith("quotes"));
		assertThat(named(read(Incoming.CLIENTS, CLIENTS + "\"Ann\" Other,,a@b,\n"))).containsExactly("2 null quotes");
	}

	@Test
	void tooManyLinesAreNamed() {
		IncomingFile read = read(Incoming.CLIENTS, CLIENTS + "Ann,,a@b,\n".repeat(IncomingFile.MOST_LINES + 5));
		assertThat(read.lines()).hasSize(IncomingFile.MOST_LINES);
		assertThat(named(read)).containsExactly((IncomingFile.MOST_LINES + 2) + " null too-many");
	}

	@Test
	void controlsAndWhatTurnsALineAroundAreCleaned() {
		assertThat(read(Incoming.CLIENTS, CLIENTS + "An\u202En\u0000a,,a@b,\n").lines()).map(IncomingLine::name)
			.allMatch((name) -> name.matches("An ?n ?a"));
	}

	private static List<String> named(IncomingFile file) {
		return file.problems()
			.stream()
			.map((one) -> one.line() + " " + one.column() + " " + one.reason().replace("transfer.in.problem.", ""))
			.toList();
	}

	private static IncomingFile read(Incoming kind, String text) {
		return IncomingFile.read(upload(kind, false, false, Days.ISO, text.getBytes(StandardCharsets.UTF_8)), TODAY);
	}

	private static Upload upload(Incoming kind, boolean windows, boolean semicolon, Days days, byte[] content) {
		return new Upload(new UUID(0, 1), new UUID(0, 2), kind, windows, semicolon, days, content);
	}

}
