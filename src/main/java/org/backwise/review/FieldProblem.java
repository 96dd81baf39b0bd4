package org.backwise.review;

/**
 * Something in a form to put right.
 *
 * @param target id of the field
 * @param message how to put it right
 */
record FieldProblem(String target, String message) {
}
