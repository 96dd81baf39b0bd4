package org.backwise.exports;

/**
 * A call of the API and what came back, as text to read.
 *
 * @param name what it is an example of: the outcome's level, {@code care-plan} or
 * {@code refused}
 * @param request the body that was sent
 * @param status the HTTP status that came back
 * @param response the body that came back
 */
record Example(String name, String request, int status, String response) {
}
