package org.backwise.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes large numbers so that a person can read them. */
final class Numbers {

	private static final int SHOWN_DIGITS = 2;

	private Numbers() {
	}

	/** All digits, in groups of three. */
	static String grouped(BigInteger number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/** A share of a whole in percent; very small ones as one in so many. */
	static String share(BigInteger part, BigInteger whole) {
		if (part.signum() == 0 || whole.signum() == 0) {
			return "none";
		}
		BigDecimal percent = new BigDecimal(part).multiply(BigDecimal.valueOf(100))
			.divide(new BigDecimal(whole), SHOWN_DIGITS, RoundingMode.HALF_UP);
		return (percent.signum() > 0) ? percent.toPlainString() + " %" : "1 in " + grouped(whole.divide(part));
	}

}
