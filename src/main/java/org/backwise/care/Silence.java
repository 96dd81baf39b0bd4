package org.backwise.care;

import java.time.Instant;

/**
 * Nothing is heard of a client any more: the last two sessions went by without a
 * check-in, and nobody came.
 *
 * @param since when the second of them went by
 * @param after what was heard of the client before; another one only when they were heard
 * of again
 */
public record Silence(Instant since, String after) {

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "silence";
	}

}
