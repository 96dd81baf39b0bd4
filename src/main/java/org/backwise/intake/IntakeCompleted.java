package org.backwise.intake;

/**
 * An intake was sent and decided.
 *
 * @param intake which one
 */
public record IntakeCompleted(IntakeId intake) {
}
