package org.backwise.practice;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every number of the practice can be tapped, and nothing else is taken for one. */
class CallsTests {

	private static Calls calls(String... settings) {
		Map<String, String> all = new java.util.HashMap<>();
		for (int i = 0; i < settings.length; i += 2) {
			all.put("backwise.practice." + settings[i], settings[i + 1]);
		}
		Practice practice = UnsetPractice.of(all);
		return new Calls(() -> practice);
	}

	@Test
	void findsEachNumberAndLeavesTheWordsAsTheyAre() {
		Calls calls = calls("emergency-number", "999", "urgent-number", "111", "phone", "01632 960 123");
		String text = "Call 111 today, or 999. Tell us on 01632 960 123.";
		List<Calls.Piece> pieces = calls.in(text);
		assertThat(pieces.stream().map(Calls.Piece::text).reduce("", String::concat)).isEqualTo(text);
		assertThat(pieces.stream().filter((piece) -> piece.call() != null).map(Calls.Piece::call))
			.containsExactly("111", "999", "01632960123");
	}

	@Test
	void leavesNumbersInsideOthersAlone() {
		Calls calls = calls("emergency-number", "111", "phone", "+44 1632 111 111");
		assertThat(calls.in("reference K7-111, 1112, 111.5, 3:111, 111x")).singleElement()
			.satisfies((piece) -> assertThat(piece.call()).isNull());
		assertThat(calls.in("+44 1632 111 111")).singleElement()
			.satisfies((piece) -> assertThat(piece.call()).isEqualTo("+441632111111"));
	}

	@Test
	void findsWhatStandsInTheNameOfAService() {
		Calls calls = calls("maternity-service", "the SNS Grávida line (808 24 24 24)", "text-relay",
				"Dial 18000, or 18001 111.");
		assertThat(calls.first("Call the SNS Grávida line (808 24 24 24) now")).isEqualTo("808 24 24 24");
		assertThat(calls.in("Dial 18000, or 18001 111.").stream().map(Calls.Piece::call)).containsExactly(null, "18000",
				null, "18001111", null);
		assertThat(calls.first("your midwife")).isNull();
	}

	@Test
	void leavesOutTheZeroThatIsNotDialledFromAbroad() {
		Calls calls = calls("phone", "+44 (0)1632 960123");
		assertThat(calls.call("+44 (0)1632 960123")).isEqualTo("+441632960123");
		assertThat(calls.call("(01632) 960123")).isEqualTo("01632960123");
		assertThat(calls.in("Call +44 (0)1632 960123.").get(1).call()).isEqualTo("+441632960123");
	}

	@Test
	void seesWhenThePracticeChanges() {
		Practice[] now = { UnsetPractice.of(Map.of()) };
		Calls calls = new Calls(() -> now[0]);
		assertThat(calls.first("Call 112")).isNull();
		now[0] = UnsetPractice.of(Map.of("backwise.practice.emergency-number", "112"));
		assertThat(calls.first("Call 112")).isEqualTo("112");
		assertThat(calls.in(null)).isEmpty();
	}

}
