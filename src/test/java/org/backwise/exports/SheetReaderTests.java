package org.backwise.exports;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Strict JSON in UTF-8, and every problem with it at once. */
class SheetReaderTests {

	private final SheetReader reader = new SheetReader(phrases());

	@Test
	void readsTextWholeNumbersAndLists() {
		Sheet sheet = read("{\"answers\":{\"a\":\"x\",\"b\":7,\"c\":[\"y\",\"z\"],\"d\":-3}}");
		assertThat(sheet.problems()).isEmpty();
		assertThat(sheet.answers()).containsEntry("a", "x")
			.containsEntry("b", BigInteger.valueOf(7))
			.containsEntry("c", List.of("y", "z"))
			.containsEntry("d", BigInteger.valueOf(-3));
	}

	@Test
	void keepsValuesThatFitNoQuestionForTheTriageToName() {
		Sheet sheet = read(
				"{\"answers\":{\"a\":null,\"b\":41.0,\"c\":true,\"d\":{\"x\":1},\"e\":[[\"x\"],{},null,1e3]}}");
		assertThat(sheet.problems()).isEmpty();
		assertThat(sheet.answers()).containsOnlyKeys("a", "b", "c", "d", "e").containsEntry("a", null);
		assertThat(sheet.answers().get("b")).isNotInstanceOfAny(Number.class, String.class, List.class);
		assertThat((List<?>) sheet.answers().get("e")).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "}", "{\"answers\":{}", "{\"answers\":{}}}", "{\"answers\":{}} x",
			"{\"answers\":{}}{}", "{\"answers\":{},}", "{\"answers\":{\"a\":[1,]}}", "{'answers':{}}", "{answers:{}}",
			"nonsense", "{\"answers\":{\"age\":NaN}}", "{\"answers\":{\"age\":Infinity}}", "{\"answers\":{\"age\":01}}",
			"{\"answers\":{\"age\":+1}}", "{\"answers\":{\"age\":0x1}}", "{\"answers\":{\"a\":\"\u0001\"}}",
			"{\"answers\":{\"a\":\"\\x\"}}", "{\"answers\":{}} // done", "{\"answers\":/**/{}}", "[1,2", "\"unclosed" })
	void namesThePlaceOfMalformedJsonAndNothingOfIt(String body) {
		Sheet sheet = read(body);
		assertThat(sheet.answers()).isNull();
		assertThat(sheet.problems()).singleElement().satisfies((problem) -> {
			assertThat(problem.kind()).isEqualTo("malformed");
			assertThat(problem.question()).isNull();
			assertThat(problem.message())
				.matches("The body is not JSON that can be read: look at line 1, column \\d+\\.");
		});
	}

	@Test
	void countsLines() {
		assertThat(read("{\n  \"answers\": {\n    \"age\": oops\n  }\n}").problems().get(0).message())
			.contains("line 3, column ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n\t " })
	void namesAnEmptyBody(String body) {
		assertThat(read(body).problems()).extracting(ApiProblem::message)
			.containsExactly("The body is empty. Send a JSON object with the key \"answers\".");
	}

	@Test
	void namesABodyThatIsNotThere() {
		assertThat(this.reader.read((byte[]) null).problems()).extracting(ApiProblem::kind)
			.containsExactly("malformed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[{\"answers\":{}}]", "\"text\"", "41", "true", "null" })
	void wantsAnObject(String body) {
		assertThat(read(body).problems()).extracting(ApiProblem::kind).containsExactly("wrong-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "[]", "\"x\"", "1", "false" })
	void wantsAnObjectUnderAnswers(String value) {
		Sheet sheet = read("{\"answers\":" + value + "}");
		assertThat(sheet.answers()).isNull();
		assertThat(sheet.problems()).extracting(ApiProblem::kind).containsExactly("wrong-type");
	}

	@Test
	void namesEveryOtherKeyAndTheMissingOne() {
		assertThat(read("{\"name\":{\"first\":[1,{}]},\"Answers\":{}}").problems())
			.extracting(ApiProblem::question, ApiProblem::kind)
			.containsExactly(tuple("name", "unknown-key"), tuple("Answers", "unknown-key"), tuple(null, "missing-key"));
	}

	@Test
	void namesEveryRepeatedKey() {
		assertThat(read("{\"answers\":{\"age\":1,\"age\":1,\"pain\":2,\"pain\":3},\"answers\":{},\"x\":1,\"x\":1}")
			.problems()).extracting(ApiProblem::question, ApiProblem::kind)
			.containsExactly(tuple("age", "repeated-key"), tuple("pain", "repeated-key"),
					tuple("answers", "repeated-key"), tuple("x", "unknown-key"), tuple("x", "repeated-key"),
					tuple("x", "unknown-key"));
	}

	@Test
	void findsARepeatedKeyBehindAnEscape() {
		assertThat(read("{\"answers\":{\"age\":1,\"\\u0061ge\":2}}").problems()).extracting(ApiProblem::kind)
			.containsExactly("repeated-key");
	}

	@Test
	void takesNoOtherEncoding() {
		String body = "{\"answers\":{}}";
		for (byte[] bytes : List.of(body.getBytes(StandardCharsets.UTF_16LE), body.getBytes(StandardCharsets.UTF_16),
				"{\"é\":1}".getBytes(StandardCharsets.ISO_8859_1), new byte[] { '{', (byte) 0xC0, (byte) 0xAF, '}' },
				new byte[] { (byte) 0xED, (byte) 0xA0, (byte) 0x80 })) {
			assertThat(this.reader.read(bytes).problems()).extracting(ApiProblem::kind).containsExactly("malformed");
		}
	}

	@Test
	void takesNoByteOrderMark() {
		assertThat(read("\uFEFF{\"answers\":{}}").problems()).extracting(ApiProblem::message)
			.containsExactly("The body begins with a byte order mark. Send UTF-8 without one.");
	}

	@Test
	@Timeout(value = 5, unit = TimeUnit.SECONDS)
	void isNotWornOutByDepthOrLength() {
		String deep = "[".repeat(30_000);
		assertThat(read("{\"answers\":{\"age\":" + deep).problems()).extracting(ApiProblem::kind)
			.containsExactly("malformed");
		assertThat(read("{\"x\":" + "{\"a\":".repeat(10_000)).problems()).extracting(ApiProblem::kind)
			.containsExactly("malformed");
		assertThat(read("{\"answers\":{\"age\":" + "9".repeat(60_000) + "}}").answers()).containsKey("age");
		assertThat(read("{\"answers\":{\"age\":1e999999999}}").answers()).containsKey("age");
		assertThat(read("{\"answers\":{\"" + "k".repeat(60_000) + "\":1}}").problems()).isEmpty();
	}

	@Test
	void shortensLongNamesAndMendsHalfCharacters() {
		Sheet sheet = read(
				"{\"" + "x".repeat(10_000) + "\":1,\"\\ud800\":1,\"" + "a".repeat(58) + "\uD83D\uDE00bc\":1}");
		assertThat(sheet.problems()).extracting(ApiProblem::kind)
			.containsExactly("unknown-key", "unknown-key", "unknown-key", "missing-key");
		assertThat(sheet.problems().get(0).question()).hasSize(60).endsWith("…");
		assertThat(sheet.problems().get(1).question()).isEqualTo("?");
		assertThat(sheet.problems().get(2).question()).isEqualTo("a".repeat(58) + "?…");
	}

	private Sheet read(String body) {
		return this.reader.read(body.getBytes(StandardCharsets.UTF_8));
	}

	private static Tuple tuple(Object... values) {
		return new Tuple(values);
	}

	private static Phrases phrases() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages-exports");
		messages.setDefaultEncoding("UTF-8");
		return new Phrases(messages);
	}

}
