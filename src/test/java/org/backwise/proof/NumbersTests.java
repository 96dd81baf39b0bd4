package org.backwise.proof;

import java.math.BigInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumbersTests {

	@ParameterizedTest
	@CsvSource({ "0,0", "7,7", "1234,'1,200'", "53610896,54 million", "999999999,1 billion", "159694029,160 million",
			"21320681628255147,21 million billion",
			"89536810277769793360437646196736,90 thousand billion billion billion" })
	void roundsToTwoDigitsAndWords(BigInteger number, String words) {
		assertThat(Numbers.roughly(number)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "0,10,none", "1,8,12.50 %", "1,50000000,1 in 50 million" })
	void saysAShare(BigInteger part, BigInteger whole, String share) {
		assertThat(Numbers.share(part, whole)).isEqualTo(share);
	}

}
