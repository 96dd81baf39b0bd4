package org.backwise.result;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.backwise.practice.Dates;

/**
 * A piece of the record as it is printed: a name with words, or with more pieces under
 * it.
 *
 * @param name what it is called
 * @param words what it says, null when there are pieces under it
 * @param parts the pieces under it
 */
record PersonalDataEntry(String name, @Nullable String words, List<PersonalDataEntry> parts) {

	private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";

	private static final int SHORT = 60;

	static List<PersonalDataEntry> of(JsonNode node, Dates dates) {
		List<PersonalDataEntry> entries = new ArrayList<>();
		node.properties()
			.stream()
			.filter((property) -> !isNothing(property.getValue()))
			.forEach((property) -> entries.add(entry(inWords(property.getKey()), property.getValue(), dates)));
		return entries;
	}

	private static PersonalDataEntry entry(String name, JsonNode node, Dates dates) {
		if (node.isObject()) {
			return new PersonalDataEntry(name, null, of(node, dates));
		}
		if (!node.isArray()) {
			return new PersonalDataEntry(name, time(node.asString(), dates), List.of());
		}
		List<JsonNode> items = new ArrayList<>();
		node.forEach(items::add);
		if (items.stream().noneMatch(JsonNode::isContainer)) {
			return new PersonalDataEntry(name, String.join(", ", items.stream().map(JsonNode::asString).toList()),
					List.of());
		}
		List<PersonalDataEntry> numbered = new ArrayList<>();
		items.forEach((item) -> numbered.add(entry(Integer.toString(numbered.size() + 1), item, dates)));
		return new PersonalDataEntry(name, null, numbered);
	}

	/** A few short pieces that fit on one line, such as one session. */
	public boolean isShort() {
		return this.parts.stream().allMatch((part) -> part.words() != null && part.words().length() < SHORT);
	}

	private static boolean isNothing(JsonNode node) {
		return node.isNull() || (node.isContainer() && node.isEmpty());
	}

	/** "firstOpenedAt" and "first-opened-at" read "First opened at". */
	private static String inWords(String key) {
		String spaced = key.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
		return spaced.isEmpty() ? key : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
	}

	private static String time(String text, Dates dates) {
		try {
			if (text.matches(DAY)) {
				return dates.day(LocalDate.parse(text));
			}
			boolean isMoment = text.endsWith("Z") && text.indexOf('T') > 0;
			return isMoment ? dates.moment(Instant.parse(text)) : text;
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

	@Override
	public String toString() {
		return "a part of a record";
	}

}
