package org.backwise.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SortedMap;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import org.backwise.journal.Action;
import org.backwise.journal.ChainCheck;
import org.backwise.journal.JournalElsewhere;

/** A backup that was restored beside everything else, to be looked at. */
final class Copy implements AutoCloseable {

	private static final String JOURNAL = "journal_entry";

	private final String name;

	private final SingleConnectionDataSource source;

	private final Runnable removal;

	private boolean stays;

	/**
	 * One that is there.
	 * @param name the file or the database
	 * @param access how it is reached
	 * @param removal takes it away again
	 */
	Copy(String name, Access access, Runnable removal) {
		this.name = name;
		this.source = new SingleConnectionDataSource(access.url(), access.user(), access.password(), true);
		this.removal = removal;
	}

	String name() {
		return this.name;
	}

	/** Reads every row. */
	SortedMap<String, Long> counts() {
		try (Connection connection = this.source.getConnection()) {
			return Counts.reading(connection);
		}
		catch (SQLException ex) {
			throw new BackupFailedException(Trouble.DAMAGED, "", ex);
		}
	}

	/**
	 * Whether every row and the chain of the journal are there.
	 * @param expected how many rows each table has to have
	 */
	void check(SortedMap<String, Long> expected) {
		SortedMap<String, Long> found = counts();
		if (!found.equals(expected)) {
			throw new BackupFailedException(Trouble.COUNTS, Counts.firstOther(expected, found), null);
		}
		proveChain();
	}

	/** The first versions had no journal. */
	void proveChain() {
		try {
			if (hasJournal()) {
				ChainCheck chain = new JournalElsewhere(this.source).check();
				if (!chain.isWhole()) {
					throw new BackupFailedException(Trouble.CHAIN, String.valueOf(chain.firstBroken()), null);
				}
			}
		}
		catch (DataAccessException ex) {
			throw new BackupFailedException(Trouble.DAMAGED, "", ex);
		}
	}

	/** Its journal keeps that it was restored; the first versions had none. */
	void noteRestored(Instant at) {
		if (hasJournal()) {
			new JournalElsewhere(this.source).note(Action.RESTORED, at, () -> {
			});
		}
	}

	private boolean hasJournal() {
		return JdbcClient.create(this.source)
			.sql("select count(*) from information_schema.tables where lower(table_name) = ?")
			.param(JOURNAL)
			.query(Long.class)
			.single() > 0;
	}

	/** It is not taken away when it is closed. */
	void stay() {
		this.stays = true;
	}

	@Override
	public void close() {
		this.source.destroy();
		if (!this.stays) {
			this.removal.run();
		}
	}

}
