package org.backwise.care;

import java.time.LocalDate;

/**
 * A session of a plan as it stands now.
 *
 * @param session the session on the day that holds now
 * @param planned the day it was planned for
 * @param state what became of it
 */
public record LiveSession(Session session, LocalDate planned, State state) {

	/** What became of a session. */
	public enum State {

		/** Still to come, on its planned day. */
		PLANNED,
		/** Still to come, on another day. */
		MOVED,
		/** It took place. */
		KEPT,
		/** It did not take place. */
		MISSED

	}

	/**
	 * Its number in the plan.
	 * @return the number, from 1
	 */
	public int number() {
		return this.session.number();
	}

	/**
	 * The day that holds now.
	 * @return a day
	 */
	public LocalDate day() {
		return this.session.day();
	}

	/**
	 * Whether it is still to come.
	 * @return true when nobody has said that it took place or did not
	 */
	public boolean isOpen() {
		return this.state == State.PLANNED || this.state == State.MOVED;
	}

	/** The same session with another technique. */
	LiveSession with(String technique) {
		Session now = this.session;
		return new LiveSession(new Session(now.number(), now.phase(), technique, now.day(), now.shift()), this.planned,
				this.state);
	}

	/**
	 * Tells whether somebody else has marked it since a page was drawn.
	 * @return its state and day
	 */
	public String seen() {
		return this.state + " " + day();
	}

}
