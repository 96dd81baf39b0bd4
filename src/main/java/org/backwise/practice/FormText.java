package org.backwise.practice;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into a field, cleaned: composed letters (NFC), one kind of line
 * end, nothing that nobody can see and nothing that turns the rest of a line around. The
 * joiners that Persian words and pictures of people need stay.
 *
 * @param text what is left, empty when there is nothing to be seen
 */
public record FormText(String text) {

	private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");

	/** Controls, what turns a line around, and the blank of Braille. */
	private static final Pattern BLANK = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\u2800&&[^\\n\\t]]");

	/** Everything else without a shape, some of it letters by its category. */
	private static final Pattern UNSEEN = Pattern
		.compile("[[\\p{Cf}&&[^\\u200C\\u200D]]\\p{Cs}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u3164\\uFFA0]");

	private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

	private static final Pattern SEEN = Pattern.compile("[^\\s\\p{Z}\\p{Cf}\\p{M}]");

	private static final Pattern LETTER = Pattern.compile("\\p{L}");

	/**
	 * A field of one line.
	 * @param typed what the browser sent, null for nothing
	 * @return the same cleaned, with a blank for each line end
	 */
	public static FormText line(@Nullable String typed) {
		return new FormText(clean((typed != null) ? LINE_END.matcher(typed).replaceAll("\n").replace('\n', ' ') : ""));
	}

	/**
	 * A field of several lines.
	 * @param typed what the browser sent, null for nothing
	 * @return the same cleaned
	 */
	public static FormText lines(@Nullable String typed) {
		return new FormText(clean((typed != null) ? LINE_END.matcher(typed).replaceAll("\n") : ""));
	}

	private static String clean(String typed) {
		String text = BLANK.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll(" ");
		text = AROUND.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll("");
		return SEEN.matcher(text).find() ? text : "";
	}

	public boolean isEmpty() {
		return this.text.isEmpty();
	}

	/**
	 * Whether somebody can be called by it.
	 * @return true when there is a letter in it
	 */
	public boolean isName() {
		return LETTER.matcher(this.text).find();
	}

	/**
	 * Whether it is too long, counted as people count.
	 * @param most how many characters it may have; a line end is one
	 * @return true when it has more
	 */
	public boolean isLongerThan(int most) {
		return this.text.codePointCount(0, this.text.length()) > most;
	}

	/**
	 * The text, for what may be left out.
	 * @return null when there is nothing to be seen
	 */
	public @Nullable String orNull() {
		return this.text.isEmpty() ? null : this.text;
	}

	/**
	 * The day it names, as browsers send days.
	 * @param alsoAs patterns of other ways to write it
	 * @return empty when it names none
	 */
	public Optional<LocalDate> day(String... alsoAs) {
		for (String pattern : Stream.concat(Stream.of("uuuu-MM-dd"), Stream.of(alsoAs)).toList()) {
			try {
				return Optional.of(LocalDate.parse(this.text,
						DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT)));
			}
			catch (DateTimeParseException ex) {
				// Written another way; the next form is tried.
			}
		}
		return Optional.empty();
	}

	/** Says nothing of what was typed. */
	@Override
	public String toString() {
		return "a typed text";
	}

}
