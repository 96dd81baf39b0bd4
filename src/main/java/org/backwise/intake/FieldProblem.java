package org.backwise.intake;

/**
 * Something on a page to put right.
 *
 * @param field id of the question or field
 * @param target id of the first control it is about
 * @param message how to put it right
 */
record FieldProblem(String field, String target, String message) {
}
