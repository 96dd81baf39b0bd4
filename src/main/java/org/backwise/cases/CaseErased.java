package org.backwise.cases;

/**
 * A case is being erased: every room deletes what it holds about it, in the same
 * transaction.
 *
 * @param id the case
 */
public record CaseErased(CaseId id) {
}
