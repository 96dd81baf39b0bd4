package org.backwise.knowledge;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of words that lies over another one: only the sentences that change, under the
 * same ids. What it leaves out is said as in the file below. A sentence over nothing, an
 * empty one, and one in which something else is filled in are problems.
 */
class Overlay {

	private static final Pattern FILLED_IN = Pattern.compile("\\{[^}]*}");

	private final String below;

	private final List<String> problems;

	/**
	 * An overlay.
	 * @param below the name of the file below
	 * @param problems takes in what is wrong
	 */
	Overlay(String below, List<String> problems) {
		this.below = below;
		this.problems = problems;
	}

	/** The words below, with those above in their place. */
	JsonNode over(JsonNode words, JsonNode above, String where) {
		if (words instanceof ObjectNode entries && above instanceof ObjectNode) {
			ObjectNode whole = entries.deepCopy();
			above.propertyStream()
				.forEach((entry) -> whole.set(entry.getKey(),
						over(words.path(entry.getKey()), entry.getValue(), where + ", " + entry.getKey())));
			return whole;
		}
		if (words instanceof ArrayNode && above instanceof ArrayNode && words.size() == above.size()) {
			ArrayNode whole = ((ArrayNode) words).arrayNode();
			for (int i = 0; i < words.size(); i++) {
				whole.add(over(words.get(i), above.get(i), where + ", " + (i + 1)));
			}
			return whole;
		}
		String problem = problem(words, above);
		if (problem != null) {
			this.problems.add(where + ": " + problem);
		}
		return (problem != null) ? words : above;
	}

	private @Nullable String problem(JsonNode words, JsonNode above) {
		if (words.isMissingNode()) {
			return "lies over nothing; " + this.below + " has no such sentence";
		}
		if (words instanceof ArrayNode) {
			return this.below + " has " + words.size() + " sentences here";
		}
		if (!words.isString() || !above.isString()) {
			return "has not the shape of what it lies over in " + this.below;
		}
		if (above.stringValue().isBlank()) {
			return "the sentence is empty";
		}
		return filledIn(words).equals(filledIn(above)) ? null
				: "fills in something else than the sentence of " + this.below;
	}

	private static List<String> filledIn(JsonNode sentence) {
		return FILLED_IN.matcher(sentence.stringValue()).results().map(MatchResult::group).distinct().sorted().toList();
	}

}
