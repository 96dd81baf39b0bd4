package org.backwise.cases;

/** Somebody else decided in the meantime. Nothing was stored. */
public class StaleCaseException extends RuntimeException {

	private static final long serialVersionUID = 1;

	StaleCaseException() {
		super("The case has moved on since it was looked at");
	}

}
