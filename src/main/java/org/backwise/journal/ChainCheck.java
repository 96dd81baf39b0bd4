package org.backwise.journal;

import org.jspecify.annotations.Nullable;

/**
 * Whether the journal is as it was written.
 *
 * @param entries how many rows were looked at
 * @param firstBroken the place where a row was altered, removed or put in; null if
 * nowhere
 * @param lastHash the hash that stands for the whole journal up to now; noted down
 * elsewhere, it shows later that nothing before it was rewritten
 */
public record ChainCheck(long entries, @Nullable Long firstBroken, String lastHash) {

	/** Whether no row was altered, removed or put in. */
	public boolean isWhole() {
		return this.firstBroken == null;
	}

}
