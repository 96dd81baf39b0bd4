package org.backwise.cases;

/**
 * A case took a step.
 *
 * @param theCase the case
 * @param standing where it stands now
 */
public record CaseMoved(Case theCase, Standing standing) {
}
