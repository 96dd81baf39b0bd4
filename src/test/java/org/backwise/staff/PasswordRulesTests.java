package org.backwise.staff;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.backwise.origin.TestOrigin;
import org.backwise.practice.Practice;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRulesTests {

	private static final Practice PRACTICE = new Practice("", "Larkfield Massage", "", "", "",
			ZoneId.of("Europe/London"), Locale.UK, List.of(Locale.UK), "112", "A&E", "NHS 111", "111", "GP", "", "", "",
			"", "", "", "", "", "");

	private final PasswordRules rules = new PasswordRules(() -> PRACTICE,
			TestOrigin.at("https://therapyrooms.example"));

	@ParameterizedTest
	@ValueSource(strings = { "Larkfield Massage", "larkfieldmassage", "Larkfield Massage 1", "backwisebackwise",
			"therapyrooms.example", "Marabelle Lindqvist", "password1234" })
	void refusesWhatOthersKnow(String password) {
		assertThat(this.rules.problem(password, List.of("Marabelle Lindqvist"))).contains("staff.password.common");
	}

	@Test
	void takesWhatNobodyKnows() {
		assertThat(this.rules.problem("quiet harbour lamp 93", List.of("Marabelle Lindqvist"))).isEmpty();
	}

}
