package org.backwise.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.JacksonYAMLParseException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Says what the YAML parser stumbled over in words that a clinician can act on: file,
 * entry, line, what is wrong and what is expected.
 */
class ParserWords {

	private static final Pattern ID = Pattern.compile("\\s*-\\s*\\{?\\s*id:\\s*([A-Za-z0-9-]+).*");

	/** How much of a value that does not fit is quoted, in characters. */
	private static final int LONGEST = 60;

	private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\".*");

	private final String file;

	private final List<String> lines;

	private final String text;

	ParserWords(String file, String text) {
		this.file = file;
		this.text = text;
		this.lines = text.lines().toList();
	}

	String of(JacksonException ex) {
		if (ex instanceof UnrecognizedPropertyException unknown) {
			String known = unknown.getKnownPropertyIds()
				.stream()
				.map(String::valueOf)
				.collect(Collectors.joining(", "));
			return atKey(ex, unknown.getPropertyName()) + ": the key '" + unknown.getPropertyName()
					+ "' is not known here; the keys are: " + known;
		}
		String said = (ex.getOriginalMessage() != null) ? ex.getOriginalMessage().lines().findFirst().orElse("") : "";
		if (said.startsWith("Cannot map `null`")) {
			String key = ex.getPath().get(ex.getPath().size() - 1).getPropertyName();
			return atKey(ex, "id") + ": the key '" + key + "' is missing";
		}
		if (said.startsWith("No content")) {
			return this.file + ": the file is empty";
		}
		return atLine(ex.getLocation()) + ": " + what(ex, said);
	}

	private static String what(JacksonException ex, String said) {
		Matcher twice = TWICE.matcher(said);
		if (twice.matches()) {
			return "the key '" + twice.group(1) + "' is given twice";
		}
		if (ex instanceof JacksonYAMLParseException) {
			boolean tab = String.valueOf(ex.getOriginalMessage()).contains("TAB");
			return "this cannot be read; look for wrong indentation, a missing bracket, comma or quote, or a colon in"
					+ " a text without quotes, here or just above" + (tab ? " (a tab stands here; use spaces)" : "");
		}
		if (ex instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
			Object value = (ex instanceof InvalidFormatException format) ? format.getValue() : null;
			return ((value != null) ? "'" + shortened(value) + "' does not fit here; " : "this does not fit here; ")
					+ expected(mismatch.getTargetType());
		}
		return said.isBlank() ? "this cannot be read" : said;
	}

	/** A quote without its end takes in all that follows it. */
	private static String shortened(Object value) {
		String text = String.valueOf(value);
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) + "…" : text;
	}

	private static String expected(Class<?> type) {
		if (type.isEnum()) {
			return "it is one of: "
					+ Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
		}
		if (type == int.class || type == Integer.class) {
			return "a whole number is expected, such as 7";
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false is expected";
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "a list is expected, such as [one, two]";
		}
		if (type.isRecord() || Map.class.isAssignableFrom(type)) {
			return "keys with values are expected";
		}
		return "one text is expected";
	}

	private String atLine(@Nullable TokenStreamLocation location) {
		int line = (location != null) ? location.getLineNr() : 0;
		if (line <= 0) {
			return this.file;
		}
		for (int i = Math.min(line, this.lines.size()) - 1; i >= 0; i--) {
			Matcher matcher = ID.matcher(this.lines.get(i));
			if (matcher.matches()) {
				return this.file + ", " + matcher.group(1) + " (line " + line + ")";
			}
		}
		return this.file + " (line " + line + ")";
	}

	/**
	 * The parser notices a key only at the end of its entry, so the entry is found by its
	 * path and the key below it.
	 */
	private String atKey(JacksonException ex, String key) {
		String id = null;
		JsonNode node = tree();
		if (node == null) {
			return atLine(ex.getLocation());
		}
		for (JacksonException.Reference step : ex.getPath()) {
			node = (step.getPropertyName() != null) ? node.path(step.getPropertyName()) : node.path(step.getIndex());
			id = node.path("id").isString() ? node.path("id").stringValue() : id;
		}
		int from = (id != null) ? entry(id) : 0;
		Pattern line = Pattern.compile("(^|.*[\\s{])" + Pattern.quote(key) + ":.*");
		for (int i = from; i < this.lines.size(); i++) {
			if (line.matcher(this.lines.get(i)).matches()) {
				return this.file + ((id != null) ? ", " + id : "") + " (line " + (i + 1) + ")";
			}
		}
		return this.file + ((id != null) ? ", " + id : "");
	}

	/** The whole file; null when it is broken further down as well. */
	private @Nullable JsonNode tree() {
		try {
			return new YAMLMapper().readTree(this.text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private int entry(String id) {
		for (int i = 0; i < this.lines.size(); i++) {
			Matcher matcher = ID.matcher(this.lines.get(i));
			if (matcher.matches() && matcher.group(1).equals(id)) {
				return i;
			}
		}
		return 0;
	}

}
