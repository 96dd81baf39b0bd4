package org.backwise.journal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One row of the journal, with its pseudonyms resolved as far as people are still known.
 *
 * @param number its place, from 1 on without gaps
 * @param at when
 * @param action what was done
 * @param who a name, or a role in words
 * @param intake whom it was about, if anybody who is still known
 */
public record JournalEntry(long number, Instant at, Action action, String who, @Nullable UUID intake) {
}
