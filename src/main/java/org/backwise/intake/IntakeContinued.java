package org.backwise.intake;

/**
 * The massage section was answered after a clearance, and decided.
 *
 * @param intake which intake it continues
 */
public record IntakeContinued(IntakeId intake) {
}
