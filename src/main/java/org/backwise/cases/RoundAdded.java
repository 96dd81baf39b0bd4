package org.backwise.cases;

/**
 * A round was sent and decided. Heard inside the transaction that stores it.
 *
 * @param theCase the case
 * @param round the round
 */
public record RoundAdded(Case theCase, Round round) {
}
