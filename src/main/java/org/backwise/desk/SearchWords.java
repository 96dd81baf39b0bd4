package org.backwise.desk;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

	private SearchWords() {
	}

	/** A name from each of its words on, and the reference. */
	static Set<String> of(String reference, @Nullable String name) {
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
