package org.backwise.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A check-in as it is handed in.
 *
 * @param answers the answers that count
 * @param activities the things that matter to the client, in their own words; at the
 * start only
 * @param course where the care stood
 * @param changes answers altered on the way
 */
public record SentCheckIn(Map<String, Object> answers, List<String> activities, CheckIn.Course course,
		List<ChangedAnswer> changes) {

	public SentCheckIn {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
		activities = List.copyOf(activities);
		changes = List.copyOf(changes);
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "a check-in on its way";
	}

}
