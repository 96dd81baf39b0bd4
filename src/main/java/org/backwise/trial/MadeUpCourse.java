package org.backwise.trial;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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
 * @param time at what time their sessions are, null for none yet
 * @param minutes how long, null for as long as the plan says
 * @param with with whom: how a colleague signs in
 * @param next in how many days their next session is, null for tomorrow and whatever was
 * entered until then
 * @param now what differs in the check-in they have made for it already, null for none
 * @param then what happened after the last session, null for nothing
 */
record MadeUpCourse(String name, @Nullable String story, String link, int weeks, Map<String, Object> answers,
		List<String> activities, Map<String, Object> start, List<Map<String, Object>> before, @Nullable LocalTime time,
		@Nullable Integer minutes, @Nullable String with, @Nullable Integer next, @Nullable Map<String, Object> now,
		@Nullable Then then) {

	/**
	 * What happened after the last session.
	 *
	 * @param act id of an act that needs nobody at the desk
	 * @param days how many days later
	 */
	record Then(String act, int days) {
	}

	MadeUpCourse {
		answers = Objects.requireNonNullElse(answers, Map.of());
		activities = Objects.requireNonNullElse(activities, List.of());
		start = Objects.requireNonNullElse(start, Map.of());
		before = Objects.requireNonNullElse(before, List.of());
	}

	/** What differs before a session, from the second on. */
	Map<String, Object> differs(int number) {
		return (number >= 2 && number - 2 < this.before.size()) ? this.before.get(number - 2) : Map.of();
	}

	/** The day on which they sent their answers; their first session is a day later. */
	LocalDate began(LocalDate today) {
		return today.minusWeeks(this.weeks).plusDays((this.next != null) ? this.next - 1 : 0);
	}

	/** How many sessions have been until now. */
	int sessions() {
		return (this.next != null) ? this.weeks : this.before.size() + 1;
	}

}
