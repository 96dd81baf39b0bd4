package org.backwise.hours;

import java.util.List;

/** The sessions to come that have a time, for the page that says which the hours miss. */
public interface TimedToCome {

	/**
	 * Sessions to come on open days, at a time at which the practice is not open.
	 * @param days when it is open
	 * @param most how many at most
	 * @return the soonest first
	 */
	List<Timed> outside(OpenDays days, int most);

	/**
	 * A session to come that has a time.
	 *
	 * @param session the session
	 * @param time from when until when it is
	 */
	record Timed(SessionsToCome.ToCome session, String time) {
	}

}
