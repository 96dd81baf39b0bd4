package org.backwise.journal;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Whether the journal is as it was written.
 *
 * @param entries how many rows there are, up to the one that is broken
 * @param firstBroken the place where a row was altered, removed or put in; null if
 * nowhere
 * @param lastHash the hash that stands for the whole journal up to now; noted down
 * elsewhere, it shows later that nothing before it was rewritten
 * @param earlier how many rows, from the first, were followed at an earlier time and not
 * again
 * @param earlierAt when that was; null if all were followed now
 */
public record ChainCheck(long entries, @Nullable Long firstBroken, String lastHash, long earlier,
		@Nullable Instant earlierAt) {

	/** Whether no row was altered, removed or put in. */
	public boolean isWhole() {
		return this.firstBroken == null;
	}

}
