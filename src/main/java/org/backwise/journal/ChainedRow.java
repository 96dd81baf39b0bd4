package org.backwise.journal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A row as it lies in the chain, to be checked outside. People stand in it as pseudonyms:
 * who is behind one stays here, so that forgetting somebody also holds for a copy that
 * was taken out before.
 *
 * @param number its place, from 1 on without gaps
 * @param at when, to the microsecond
 * @param action what was done
 * @param kind what kind of person did it
 * @param who their pseudonym
 * @param subject the pseudonym of whom it was about
 * @param previousHash the hash of the row before, 64 noughts before the first one
 * @param hash SHA-256 in hexadecimal of the other fields in this order with a bar between
 * them, the moment as ISO-8601 and "null" where nobody stands
 */
public record ChainedRow(long number, Instant at, String action, String kind, @Nullable UUID who,
		@Nullable UUID subject, String previousHash, String hash) {
}
