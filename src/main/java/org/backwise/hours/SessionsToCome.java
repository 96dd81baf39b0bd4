package org.backwise.hours;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The sessions to come, for the page that says which of them lie on closed days. */
public interface SessionsToCome {

	/**
	 * Sessions to come on some days.
	 * @param onDay which days
	 * @param most how many at most
	 * @return the soonest first
	 */
	List<ToCome> on(Predicate<LocalDate> onDay, int most);

	/**
	 * A session to come.
	 *
	 * @param day its day
	 * @param reference reference of its case
	 * @param client what to call the client
	 * @param number its number in the plan
	 */
	record ToCome(LocalDate day, String reference, String client, int number) {

		@Override
		public String toString() {
			return "a session to come";
		}

	}

}
