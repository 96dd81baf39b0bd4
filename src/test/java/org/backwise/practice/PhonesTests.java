package org.backwise.practice;

import java.time.ZoneId;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and addresses as people type them. */
class PhonesTests {

	private final Phones british = in("GB");

	private static Phones in(String country) {
		Practice practice = new Binder(
				new MapConfigurationPropertySource(Map.of("practice.country", country, "practice.name", "X")))
			.bind("practice", Practice.class)
			.get();
		assertThat(practice.zone()).isEqualTo(ZoneId.of("Europe/London"));
		return new Phones(() -> practice);
	}

	@ParameterizedTest
	@CsvSource({ "01632 960 123,+441632960123,01632 960123", "(01632) 960-123,+441632960123,01632 960123",
			"+44 (0)1632 960123,+441632960123,01632 960123", "0044 1632 960123,+441632960123,01632 960123",
			"+49 30 901820,+4930901820,+49 30 901820", "07700 900444,+447700900444,07700 900444",
			"٠١٦٣٢٩٦٠١٢٣,+441632960123,01632 960123", "+1 202 555 0123,+12025550123,+1 202-555-0123" })
	void readsANumberAndShowsItAsItIsDialled(String typed, String number, String shown) {
		Phone phone = this.british.read(typed).orElseThrow();

		assertThat(phone.number()).isEqualTo(number);
		assertThat(this.british.shown(phone)).isEqualTo(shown);
	}

	@Test
	void theSameDigitsAreAnotherNumberInAnotherCountry() {
		assertThat(in("DE").read("030 901820").orElseThrow().number()).isEqualTo("+4930901820");
		assertThat(in("DE").shown(new Phone("+441632960123", null))).isEqualTo("+44 1632 960123");
	}

	@Test
	void aPracticeWithoutACountryHasThatOfItsLanguage() {
		assertThat(in("").read("01632 960123").orElseThrow().number()).isEqualTo("+441632960123");
		assertThat(in("other").read("01632 960123").orElseThrow().number()).isEqualTo("+441632960123");
	}

	@Test
	void keepsWhatWasTypedOnlyWhereItSaysMore() {
		assertThat(this.british.read("01632 960 123").orElseThrow().typed()).isNull();
		assertThat(this.british.read("+44 1632 960123").orElseThrow().typed()).isNull();
		assertThat(this.british.read("01632 960123 x 45").orElseThrow().typed()).isEqualTo("01632 960123 x 45");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "12", "not a phone", "<b>", "0800 FLOWERS", "1111111111111111111111", "+",
			"+999 123 456 789", "01632 960 123 or 01632 960 124", "sam@example.org", "🧘", "+44", "999" })
	void refusesWhatNobodyCanDial(String typed) {
		assertThat(this.british.read(typed)).isEmpty();
	}

	@Test
	void tellsNobodyANumber() {
		assertThat(new Phone("+441632960123", "01632 960123")).hasToString("a telephone number");
	}

	@ParameterizedTest
	@CsvSource({ "sam@example.org,sam@example.org", "Sam.Field+back@EXAMPLE.Org,Sam.Field+back@example.org",
			"o'neil@example.co.uk,o'neil@example.co.uk", "zoe@bücher.example,zoe@xn--bcher-kva.example",
			"x@y.io,x@y.io" })
	void readsAnAddress(String typed, String address) {
		assertThat(EmailText.read(typed)).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "sam", "@example.org", "sam@", "sam@example", "sam@@example.org",
			"sam@exam ple.org", "sam@example..org", ".sam@example.org", "sam.@example.org", "sam@-example.org",
			"Sam <sam@example.org>", "sam@example.org, kim@example.org", "sam@10.0.0.1", "sam@example.o",
			"01632 960123", "<b>", "zoë@example.org" })
	void refusesWhatIsNoAddress(String typed) {
		assertThat(EmailText.read(typed)).isEmpty();
	}

	@Test
	void refusesAnAddressThatNoServerTakes() {
		assertThat(EmailText.read("x".repeat(65) + "@example.org")).isEmpty();
		assertThat(EmailText.read("x".repeat(10_000) + "@example.org")).isEmpty();
		assertThat(EmailText.read("x@" + "y".repeat(64) + ".org")).isEmpty();
		assertThat(EmailText.read("x@" + "abcdefgh.".repeat(40) + "org")).isEmpty();
	}

}
