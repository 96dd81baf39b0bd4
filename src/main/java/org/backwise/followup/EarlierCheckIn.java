package org.backwise.followup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A check-in before this one.
 *
 * @param day its day
 * @param answers its answers, as they were handed in; empty for one that was missed
 */
public record EarlierCheckIn(LocalDate day, Map<String, Object> answers) {

	public EarlierCheckIn {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
	}

	/**
	 * Whether it was made.
	 * @return false for one that was missed
	 */
	public boolean isMade() {
		return !this.answers.isEmpty();
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "check-in of " + this.day;
	}

}
