package org.backwise.outbox;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

import jakarta.mail.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.backwise.outbox.MailSettings.Encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The small pieces: addresses, headers, quiet hours, and what is news. */
class OutboxPartsTests {

	@ParameterizedTest
	@CsvSource({ "sam@example.org,sam@example.org", "' Sam.O''Neil+x@Example.ORG ','Sam.O''Neil+x@Example.ORG'",
			"sam@bücher.example,sam@xn--bcher-kva.example", "sam@localhost,sam@localhost" })
	void addressesAreTakenAsServersTakeThem(String typed, String address) {
		assertThat(MailAddress.of(typed)).map(MailAddress::text).contains(address);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sam", "sam@", "@example.org", "a@b@c d", "a b@example.org", "sam@exa mple.org",
			"sam@-example.org", "\"sam\"@example.org", "sam..x@example.org", "sam@example.org,kim@example.org",
			"sam@example.org\nBcc: kim@example.org", "sám@example.org", "<sam@example.org>" })
	void whatIsNoAddressIsNone(String typed) {
		assertThat(MailAddress.of(typed)).isEmpty();
	}

	@Test
	void noNameBeginsAHeader() throws Exception {
		String name = "Lark\r\nBcc: everybody@example.org\r\n\r\nfield\u2028 " + "é".repeat(300);
		Letter letter = new Letter("x@desk.example", Letter.By.MAIL, "sam@example.org", "Subject\r\nX-Evil: 1", "text",
				"<p>text</p>", "https://desk.example/messages/off/x");
		MimeLetter mail = new MimeLetter(Session.getInstance(new java.util.Properties()), letter,
				"practice@example.org", name, Instant.EPOCH);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getHeader("X-Evil")).isNull();
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getMessageID()).isEqualTo("<x@desk.example>");
		java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
		mail.writeTo(out);
		assertThat(out.toString(java.nio.charset.StandardCharsets.US_ASCII).lines())
			.as("no line is longer than RFC 5322 lets it")
			.allSatisfy((line) -> assertThat(line.length()).isLessThan(999))
			.noneMatch((line) -> line.startsWith("Bcc"));
	}

	@ParameterizedTest
	@CsvSource({ "21:00,08:00,20:59,false", "21:00,08:00,21:00,true", "21:00,08:00,07:59,true",
			"21:00,08:00,08:00,false", "12:00,14:00,13:00,true", "12:00,14:00,14:00,false", "08:00,08:00,08:00,false" })
	void quietHoursGoOverMidnight(LocalTime from, LocalTime until, LocalTime now, boolean quiet) {
		assertThat(settings("localhost", Encryption.NONE, from, until).isQuiet(now)).isEqualTo(quiet);
	}

	@Test
	void nothingLeavesThisComputerUnencrypted() {
		LocalTime noon = LocalTime.NOON;
		assertThatIllegalArgumentException()
			.isThrownBy(() -> settings("smtp.example.org", Encryption.NONE, noon, noon));
		assertThat(settings("smtp.example.org", Encryption.TLS, noon, noon).isSet()).isTrue();
		assertThatIllegalArgumentException().isThrownBy(() -> new SmsSettings(URI.create("http://sms.example.org/"),
				"Authorization", "", "to", "text", "", ""));
		assertThat(settings("smtp.example.org", Encryption.TLS, noon, noon).toString()).doesNotContain("secret");
	}

	private static MailSettings settings(String host, Encryption encryption, LocalTime from, LocalTime until) {
		return new MailSettings(host, 25, encryption, "user", "secret", "practice@example.org", from, until, true,
				Duration.ofSeconds(1), Duration.ofMinutes(10), 30);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "1=2027-03-01;1=2027-03-01;false", "1=2027-03-01;1=2027-03-02;true",
					"1=2027-03-01,2=2027-03-08;2=2027-03-08;false", "2=2027-03-08;2=2027-03-08T10:00;true",
					"2=2027-03-08;2=x2027-03-08;true", "'';2=x2027-03-08;false", "'';2=2027-03-08;true",
					"2=x2027-03-08;2=2027-03-08;true" })
	void newsIsWhatAClientDoesNotKnow(String told, String now, boolean news) {
		assertThat(ToldDays.isNews(told, now)).isEqualTo(news);
	}

}
