package org.backwise.cases;

/**
 * A client said who they are after the first round was sent.
 *
 * @param theCase the case, with the contact
 */
public record ContactGiven(Case theCase) {
}
