package org.backwise.staff;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The sessions to come of people, for the page that says which of them are with somebody
 * who cannot sign in any more. The room of the diary knows them.
 */
public interface TheirSessions {

	/**
	 * Sessions to come that are with some people.
	 * @param accounts their accounts
	 * @param most how many at most
	 * @return the soonest first
	 */
	List<With> with(Collection<UUID> accounts, int most);

	/**
	 * A session to come.
	 *
	 * @param account with whom it is
	 * @param reference reference of its case
	 * @param number its number in the plan
	 * @param day its day
	 * @param start when it begins, null without a time
	 */
	record With(UUID account, String reference, int number, LocalDate day, @Nullable LocalTime start) {

		@Override
		public String toString() {
			return "a session to come";
		}

	}

}
