package org.backwise.storage;

import java.sql.SQLException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One force of the disk for all who wait for one: whoever comes while it runs shares the
 * next. A force that failed has failed for everybody who shared it, since a system tells
 * of it only once.
 */
final class GroupForce {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition over = this.lock.newCondition();

	/** How many have asked so far; each is known by the number it got. */
	private long asked;

	/** Up to this number it is known whether what was written is on disk. */
	private long settled;

	/** Up to this number it may not be. */
	private long failed;

	private boolean running;

	/**
	 * Returns once all that this thread has written is on disk.
	 * @throws SQLException when it may not be
	 */
	void force(Disk disk) throws SQLException {
		this.lock.lock();
		try {
			long mine = ++this.asked;
			while (this.running && this.settled < mine) {
				this.over.awaitUninterruptibly();
			}
			if (this.settled < mine) {
				lead(disk);
			}
			else if (this.failed >= mine) {
				throw new SQLException("The force that was shared has failed");
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns once it is known of everything that others wrote before: this thread may
	 * have read it.
	 */
	void awaitOthers() {
		this.lock.lock();
		try {
			long before = this.asked;
			while (this.settled < before) {
				this.over.awaitUninterruptibly();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	private void lead(Disk disk) throws SQLException {
		long upTo = this.asked;
		boolean done = false;
		this.running = true;
		this.lock.unlock();
		try {
			disk.force();
			done = true;
		}
		finally {
			this.lock.lock();
			this.running = false;
			this.settled = upTo;
			this.failed = done ? this.failed : upTo;
			this.over.signalAll();
		}
	}

	/** What is forced. */
	interface Disk {

		void force() throws SQLException;

	}

}
