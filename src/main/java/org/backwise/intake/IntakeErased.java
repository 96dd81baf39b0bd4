package org.backwise.intake;

/**
 * An intake is being erased. Listeners delete what they hold about it in the same
 * transaction, before the intake itself goes.
 *
 * @param intake which one
 */
public record IntakeErased(IntakeId intake) {
}
