package org.backwise.care;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.FollowUp.Moment;

/**
 * The check-in that a client makes next.
 *
 * @param moment when it is made
 * @param session number of the session that it comes before, 0 for none
 * @param day the day of that session, null for none
 * @param opens when it opens
 * @param open whether it is open now
 */
public record NextCheckIn(Moment moment, int session, @Nullable LocalDate day, Instant opens, boolean open) {
}
