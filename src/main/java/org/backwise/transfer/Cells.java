package org.backwise.transfer;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Makes a cell harmless for a spreadsheet, which takes a text that begins like a formula
 * for one and runs it. Such a text gets an apostrophe before it, and loses it again when
 * it is brought in. Numbers and days are written as they are.
 */
final class Cells {

	/**
	 * Signs a formula begins with, as they are and in full width; blanks may stand before
	 * them.
	 */
	private static final String BEGINS = "[\\s\\p{Z}\\p{Cf}]*[=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20\\u2212\\uFE62\\uFE63\\uFE66\\uFE6B|%]";

	private static final Pattern DANGEROUS = Pattern.compile("'*" + BEGINS + ".*", Pattern.DOTALL);

	private static final Pattern MADE_HARMLESS = Pattern.compile("'+" + BEGINS + ".*", Pattern.DOTALL);

	private static final String APOSTROPHE = "'";

	private Cells() {
	}

	/** What is written for a value. */
	static Object written(@Nullable Object value) {
		if (value == null) {
			return "";
		}
		return (value instanceof Number || value instanceof Boolean) ? value : harmless(value.toString());
	}

	static String harmless(String text) {
		return DANGEROUS.matcher(text).matches() ? APOSTROPHE + text : text;
	}

	/** The text as it was before it was made harmless. */
	static String original(String cell) {
		return MADE_HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell;
	}

}
