package org.backwise.care;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A session of a plan as it stands now.
 *
 * @param session the session on the day that holds now
 * @param planned the day it was planned for
 * @param state what became of it
 * @param cancelledBy who cancelled it, null while nobody did
 * @param markedAt when the practice said what became of it, null while nobody did, and
 * where only the plan is read
 */
public record LiveSession(Session session, LocalDate planned, State state, @Nullable CancelledBy cancelledBy,
		@Nullable Instant markedAt) {

	/**
	 * A session that nobody cancelled.
	 * @param session the session on the day that holds now
	 * @param planned the day it was planned for
	 * @param state what became of it
	 */
	public LiveSession(Session session, LocalDate planned, State state) {
		this(session, planned, state, null, null);
	}

	/** What became of a session. The names are stored. */
	public enum State {

		/** Still to come, on its planned day. */
		PLANNED,
		/** Still to come, on another day. */
		MOVED,
		/** It took place. */
		KEPT,
		/** Nobody came, and nobody had said so before. */
		MISSED,
		/** It was cancelled in time. */
		CANCELLED,
		/** It was cancelled later than the practice asks for. */
		CANCELLED_LATE;

		/**
		 * Whether it is still to come.
		 * @return true when nobody has said that it took place or did not
		 */
		public boolean isOpen() {
			return this == PLANNED || this == MOVED;
		}

		/**
		 * Whether it was cancelled, in time or late.
		 * @return true when somebody cancelled it
		 */
		public boolean isCancelled() {
			return this == CANCELLED || this == CANCELLED_LATE;
		}

		/**
		 * Whether it did not take place and will not: missed or cancelled. Nothing is
		 * ever counted for it: it is no massage, and no check-in is missing for it.
		 * @return true when it fell through
		 */
		public boolean isFallenThrough() {
			return this == MISSED || isCancelled();
		}

	}

	/** Who cancelled a session. The names are stored. */
	public enum CancelledBy {

		/** The client. */
		CLIENT,
		/** The practice. */
		PRACTICE;

		/** The id used in forms and messages. */
		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

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
		return this.state.isOpen();
	}

	/**
	 * Whether it did not take place and will not: missed or cancelled.
	 * @return true when it fell through
	 */
	public boolean isFallenThrough() {
		return this.state.isFallenThrough();
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

	LiveSession on(LocalDate day, State now) {
		return new LiveSession(new Session(number(), this.session.phase(), this.session.technique(), day), this.planned,
				now);
	}

	LiveSession cancelled(boolean late, CancelledBy by) {
		return new LiveSession(this.session, this.planned, late ? State.CANCELLED_LATE : State.CANCELLED, by, null);
	}

}
