package org.backwise.trial;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody who does not exist, in the middle of their care or after it.
 *
 * @param name their name
 * @param story where they stand, in a sentence
 * @param link the fixed secret of their link
 * @param weeks how many weeks ago their plan began
 * @param answers what differs from an ordinary back ache
 * @param activities the things that matter to them
 * @param start what differs at the start from an ordinary check-in
 * @param before before each session from the second on: what differs from an ordinary
 * check-in, with {@code missed} for a session that did not take place and {@code unasked}
 * for a check-in that the client did not make
 */
record MadeUpCourse(String name, String story, String link, int weeks, Map<String, Object> answers,
		List<String> activities, Map<String, Object> start, List<Map<String, Object>> before) {

	MadeUpCourse {
		answers = Objects.requireNonNullElse(answers, Map.of());
		activities = Objects.requireNonNullElse(activities, List.of());
		start = Objects.requireNonNullElse(start, Map.of());
		before = Objects.requireNonNullElse(before, List.of());
	}

}
