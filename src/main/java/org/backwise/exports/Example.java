package org.backwise.exports;

/**
 * A call of the API and what came back, as text to read.
 *
 * @param name what it is an example of: the outcome's level, the outcome, or
 * {@code refused}
 * @param request the body that was sent
 * @param status the HTTP status that came back
 * @param response the body that came back
 */
record Example(String name, String request, int status, String response) {

	/** Whether it shows what happens to a body that is not right. */
	boolean isRefused() {
		return this.name.startsWith(Examples.REFUSED);
	}

}
