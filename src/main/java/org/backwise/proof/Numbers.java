package org.backwise.proof;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes large numbers so that a person can read them. */
final class Numbers {

	private static final int SHOWN_DIGITS = 2;

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

	private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

	private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

	private Numbers() {
	}

	/** All digits, in groups of three. */
	static String grouped(BigInteger number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/** Two digits and words; as many billions of billions as it takes. */
	static String roughly(BigInteger number) {
		BigDecimal rest = new BigDecimal(number).round(new MathContext(SHOWN_DIGITS));
		StringBuilder words = new StringBuilder();
		while (rest.compareTo(BILLION) >= 0) {
			rest = rest.divide(BILLION);
			words.append(" billion");
		}
		String begin = String.format(Locale.ROOT, "%,d", rest.setScale(0, RoundingMode.HALF_UP).toBigInteger());
		if (rest.compareTo(MILLION) >= 0) {
			begin = plain(rest.divide(MILLION)) + " million";
		}
		else if (!words.isEmpty()) {
			begin = (rest.compareTo(THOUSAND) >= 0) ? plain(rest.divide(THOUSAND)) + " thousand" : plain(rest);
		}
		return begin + words;
	}

	private static String plain(BigDecimal number) {
		return number.stripTrailingZeros().toPlainString();
	}

	/** A share of a whole in percent; very small ones as one in so many. */
	static String share(BigInteger part, BigInteger whole) {
		if (part.signum() == 0 || whole.signum() == 0) {
			return "none";
		}
		BigDecimal percent = new BigDecimal(part).multiply(BigDecimal.valueOf(100))
			.divide(new BigDecimal(whole), SHOWN_DIGITS, RoundingMode.HALF_UP);
		return (percent.signum() > 0) ? percent.toPlainString() + " %" : "1 in " + roughly(whole.divide(part));
	}

}
