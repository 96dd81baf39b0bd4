package org.backwise.desk;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Under which words a case is found. Accents and capitals do not count. The words are
 * kept as hexadecimal digits: every database sorts these alike, whatever its language, so
 * that the beginning of a word is always one stretch of the index.
 */
class SearchWords {

	private static final int LONGEST = 100;

	private static final int COLUMN = 400;

	private static final String AFTER_ALL_DIGITS = "g";

	/** A telephone number as people write it, with blanks and the like between. */
	private static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\d[\\d\\s()./-]{1,30}\\d");

	private static final Pattern ADDRESS = Pattern.compile("[^\\s,;<>]+@[^\\s,;<>]+");

	/** Before the digits of a number from its beginning on. */
	private static final String FORWARD = hex("+");

	/** Before the digits of a number from its end on. */
	private static final String BACKWARD = hex("-");

	/** So many digits at the end tell a number, whatever stands before them. */
	private static final int TELLING = 9;

	private static final int FEWEST_DIGITS = 4;

	private static final int LONGEST_COUNTRY = 3;

	private SearchWords() {
	}

	/**
	 * A name from each of its words on, the reference, and where the client is reached.
	 */
	static Set<String> of(String reference, @Nullable String name, @Nullable String reach) {
		Set<String> words = of(reference, name);
		words.addAll(of((reach != null) ? reach : ""));
		return words;
	}

	/**
	 * An e-mail address, and a number from its beginning and from its end on. Nobody
	 * knows whether the country's code stands in it, so it is found without as well.
	 */
	static Set<String> of(String reach) {
		Set<String> words = new LinkedHashSet<>();
		ADDRESS.matcher(reach).results().map((found) -> hex(plain(found.group()))).forEach(words::add);
		NUMBER.matcher(ADDRESS.matcher(reach).replaceAll(" ")).results().map(MatchResult::group).forEach((found) -> {
			String digits = digits(found);
			if (digits.length() >= FEWEST_DIGITS) {
				words.add(BACKWARD + hex(new StringBuilder(digits).reverse().toString()));
				int codes = isAbroad(found) ? LONGEST_COUNTRY : 0;
				for (int code = 0; code <= codes && digits.length() - code >= FEWEST_DIGITS; code++) {
					words.add(FORWARD + hex(digits.substring(code)));
				}
			}
		});
		return words;
	}

	/** Every word that what was typed may begin, in their order. */
	static List<String> keys(String typed) {
		Set<String> keys = new TreeSet<>();
		keys.add(key(typed));
		String digits = digits(typed);
		if (NUMBER.matcher(typed.strip()).matches()) {
			String end = (digits.length() < TELLING) ? typed.replaceAll("\\D", "")
					: digits.substring(digits.length() - TELLING);
			if (end.length() >= FEWEST_DIGITS) {
				keys.add(BACKWARD + hex(new StringBuilder(end).reverse().toString()));
			}
			if (digits.length() >= FEWEST_DIGITS && digits.length() < TELLING) {
				keys.add(FORWARD + hex(digits));
			}
		}
		return List.copyOf(keys);
	}

	/** Without what is dialled before a number, be it abroad or in the country. */
	private static String digits(String number) {
		return number.replace("(0)", "").replaceAll("\\D", "").replaceFirst("^0{1,2}", "");
	}

	private static boolean isAbroad(String number) {
		return number.startsWith("+") || number.startsWith("00");
	}

	private static Set<String> of(String reference, @Nullable String name) {
		Set<String> words = new LinkedHashSet<>();
		words.add(key(reference));
		List<String> rest = new ArrayList<>(List.of(plain((name != null) ? name : "").split(" ")));
		while (!rest.isEmpty()) {
			String from = String.join(" ", rest);
			if (!from.isEmpty()) {
				words.add(hex(from));
			}
			rest.remove(0);
		}
		return words;
	}

	/** Where the words begin that begin with this one. */
	static String key(String typed) {
		return hex(plain(typed));
	}

	/** Where they end. */
	static String end(String key) {
		return key + AFTER_ALL_DIGITS;
	}

	private static String plain(String text) {
		String shortened = text.substring(0, Math.min(LONGEST, text.length()));
		return Normalizer.normalize(shortened, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]+", " ")
			.strip();
	}

	private static String hex(String plain) {
		String digits = HexFormat.of().formatHex(plain.getBytes(StandardCharsets.UTF_8));
		return digits.substring(0, Math.min(COLUMN, digits.length()));
	}

}
