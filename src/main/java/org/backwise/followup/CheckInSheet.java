package org.backwise.followup;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.backwise.knowledge.FollowUp.Moment;

/**
 * The answers of a check-in as they were handed in.
 *
 * @param moment when it is made
 * @param by who gave the answers
 * @param day the day
 * @param answers question id to a whole number, an option id or a list of option ids
 */
public record CheckInSheet(Moment moment, By by, LocalDate day, Map<String, Object> answers) {

	public CheckInSheet {
		answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
	}

	/**
	 * The same with other answers.
	 * @param others the answers
	 * @return another sheet
	 */
	public CheckInSheet with(Map<String, Object> others) {
		return new CheckInSheet(this.moment, this.by, this.day, others);
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "check-in (" + this.moment + ") of " + this.day;
	}

}
