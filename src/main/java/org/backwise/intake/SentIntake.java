package org.backwise.intake;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The outside of an intake, without its answers.
 *
 * @param id its id
 * @param reference its short name
 * @param sentAt when it was sent
 * @param level id of the level of a referral, null for a care plan
 */
public record SentIntake(IntakeId id, String reference, Instant sentAt, @Nullable String level) {
}
