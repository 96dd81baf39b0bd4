package org.backwise.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** A kind of database: how a copy of it is taken, looked at, and put in its place. */
sealed interface Engine permits H2Engine, PostgresEngine {

	/**
	 * The one that the settings name.
	 * @throws BackupFailedException when it cannot be backed up from here
	 */
	static Engine of(Access access, BackupSettings settings) {
		if (access.url().startsWith(PostgresServer.SCHEME)) {
			return new PostgresEngine(PostgresServer.of(access), settings.tools());
		}
		if (access.url().startsWith(H2Engine.SCHEME)) {
			return new H2Engine(access);
		}
		throw new BackupFailedException(Trouble.NOT_KEPT);
	}

	/** As a backup names it. */
	String name();

	/** The name of its file in a backup. */
	String fileName();

	/**
	 * Whether what is written stays: a database in memory does not.
	 * @throws BackupFailedException when it does not
	 */
	void requireKept();

	/**
	 * Takes a copy of a database that goes on working meanwhile.
	 * @param live connections to it
	 * @param folder an empty folder for the copy
	 * @param at when, as the backup will say
	 */
	Archive take(DataSource live, Path folder, Instant at) throws IOException;

	/**
	 * Restores a copy beside everything else.
	 * @param file the copy
	 * @param folder an empty folder
	 */
	Copy unpack(Path file, Path folder) throws IOException;

	/**
	 * Whether a backup may take the place of what the settings name.
	 * @param replace whether somebody said that it need not be empty
	 * @throws BackupFailedException when it may not
	 */
	void admit(boolean replace);

	/**
	 * Puts a checked copy in its place.
	 * @param copy the copy; it is closed
	 * @param at what is set aside gets this in its name
	 * @return what was set aside; null when nothing was there
	 */
	@Nullable String put(Copy copy, Instant at) throws IOException;

	/** What is in its place now, to be looked at. */
	Copy placed();

}
