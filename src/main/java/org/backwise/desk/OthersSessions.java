package org.backwise.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.cases.CaseId;

/**
 * The sessions to come of a case that are not with whoever looks after it. The room of
 * the diary knows them.
 */
public interface OthersSessions {

	/**
	 * A session to come.
	 *
	 * @param number its number in the plan
	 * @param day its day
	 * @param start when it begins, null without a time
	 * @param therapist with whom it is, null for nobody yet
	 */
	record ToCome(int number, LocalDate day, @Nullable LocalTime start, @Nullable UUID therapist) {

		@Override
		public String toString() {
			return "session " + this.number;
		}

	}

	/**
	 * Those that are not with somebody.
	 * @param id the case
	 * @param therapist an account
	 * @return the soonest first, mostly none
	 */
	List<ToCome> notWith(CaseId id, UUID therapist);

	/**
	 * Gives them all to somebody. They keep day, time and room; what was stays with
	 * whoever it was.
	 * @param id the case
	 * @param therapist the account
	 * @param seen the sessions that somebody looked at
	 * @throws org.backwise.practice.Refused when others are to come by now
	 */
	void give(CaseId id, UUID therapist, String seen);

	/**
	 * Tells whether sessions are those that somebody looked at.
	 * @param sessions the sessions
	 * @return says nothing of anybody
	 */
	static String seen(List<ToCome> sessions) {
		return Integer.toHexString(sessions.stream()
			.map((one) -> one.number() + " " + one.day() + " " + one.start() + " " + one.therapist())
			.toList()
			.hashCode());
	}

}
