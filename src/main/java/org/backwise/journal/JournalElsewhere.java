package org.backwise.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The journal of a database that this program does not work on now: a copy, or one that a
 * command looks at.
 */
public final class JournalElsewhere {

	private final Chain chain;

	private final TransactionTemplate transaction;

	/**
	 * The journal of a database.
	 * @param database connections to it
	 */
	public JournalElsewhere(DataSource database) {
		this.chain = new Chain(JdbcClient.create(database));
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
	}

	/** Follows the whole chain and says whether it is as it was written. */
	public ChainCheck check() {
		return this.chain.follow();
	}

	/**
	 * Keeps that whoever sits at the computer itself did something.
	 * @param action what was done
	 * @param at when
	 * @param deed what is there if and only if the row is
	 */
	public void note(Action action, Instant at, Runnable deed) {
		this.transaction.executeWithoutResult((status) -> {
			deed.run();
			this.chain.append(at.truncatedTo(ChronoUnit.MICROS), action, "system", null, null);
		});
	}

}
