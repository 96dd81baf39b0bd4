package org.backwise.backup;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * That a backup was made, or why not.
 *
 * @param kind why one was wanted
 * @param begunAt when it began
 * @param endedAt when it ended
 * @param file its file; null when there is none
 * @param bytes the size of the file
 * @param rows how many rows are in it
 * @param trouble why there is none; null when there is one
 * @param about what the trouble's words name
 */
record BackupRun(Kind kind, Instant begunAt, Instant endedAt, @Nullable String file, long bytes, long rows,
		@Nullable Trouble trouble, String about) {

	private static final long KILO = 1_000;

	/** Whether there is a checked file. */
	public boolean isGood() {
		return this.trouble == null;
	}

	/** The size in thousands of bytes, rounded up. */
	public long kilobytes() {
		return (this.bytes + KILO - 1) / KILO;
	}

}
