package org.backwise.storage;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How much longer one request may wait for the database. Only time spent with the
 * database counts. Belongs to one thread at a time.
 */
final class Patience {

	private static final ThreadLocal<@Nullable Patience> OF_THREAD = new ThreadLocal<>();

	/** Even what only tidies up gets so long. */
	private static final long LEAST = 250;

	/** For all that is still to come. */
	private long nanosLeft;

	/** For one answer. */
	private final long each;

	private final boolean hurried;

	private boolean over;

	private Patience(Duration all, Duration each, boolean hurried) {
		this.nanosLeft = all.toNanos();
		this.each = each.toMillis();
		this.hurried = hurried;
	}

	/**
	 * The patience of somebody who waits for a page.
	 * @param all how long in all
	 */
	static Patience hurried(Duration all) {
		return new Patience(all, all, true);
	}

	/**
	 * The patience of somebody who asked for something long.
	 * @param each how long for each answer
	 */
	static Patience unhurried(Duration each) {
		return new Patience(Duration.ofDays(1), each, false);
	}

	/** That of the request that this thread answers, null when it answers none. */
	static @Nullable Patience ofThread() {
		return OF_THREAD.get();
	}

	static void ofThread(@Nullable Patience patience) {
		if (patience == null) {
			OF_THREAD.remove();
		}
		else {
			OF_THREAD.set(patience);
		}
	}

	/** Whether the database shall stop by itself what takes too long. */
	boolean isHurried() {
		return this.hurried;
	}

	/** Milliseconds for the next answer. */
	long next() {
		return Math.max(LEAST, Math.min(this.each, Duration.ofNanos(this.nanosLeft).toMillis()));
	}

	/**
	 * Waits for an answer of the database.
	 * @throws SQLTransientConnectionException when there is no patience left: whoever
	 * waited once in vain does not wait again
	 */
	<T> T await(Answer<T> answer) throws SQLException {
		if (this.over || this.nanosLeft <= 0) {
			throw new SQLTransientConnectionException("This request has waited for the database long enough", "08001");
		}
		return tidy(answer);
	}

	/** As {@link #await}, for what has to be done even if there is no patience left. */
	<T> T tidy(Answer<T> answer) throws SQLException {
		long begun = System.nanoTime();
		try {
			return answer.get();
		}
		catch (SQLException ex) {
			this.over = this.over || isAway(ex);
			throw ex;
		}
		finally {
			this.nanosLeft -= System.nanoTime() - begun;
		}
	}

	/**
	 * No connection, stopped by the server or by our own time-out, no lock in time, or
	 * none left in the pool.
	 */
	private static boolean isAway(SQLException failure) {
		String state = failure.getSQLState();
		return failure instanceof SQLTransientConnectionException
				|| (state != null && (state.startsWith("08") || state.startsWith("57") || state.equals("55P03")));
	}

	/** What is waited for. */
	interface Answer<T extends @Nullable Object> {

		T get() throws SQLException;

	}

}
