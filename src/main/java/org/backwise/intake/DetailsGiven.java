package org.backwise.intake;

/**
 * A client said who they are, after the result.
 *
 * @param intake which intake
 */
public record DetailsGiven(IntakeId intake) {
}
