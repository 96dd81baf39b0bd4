package org.backwise.intake;

/**
 * A client no longer wants to be treated. Announced once, in the same transaction.
 *
 * @param intake which one
 */
public record IntakeWithdrawn(IntakeId intake) {
}
