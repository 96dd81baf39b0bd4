package org.backwise.cases;

/** Something that is never allowed, whatever the page offered. Nothing was stored. */
public class NotAllowedException extends RuntimeException {

	private static final long serialVersionUID = 1;

	/**
	 * Says no.
	 * @param message why
	 */
	public NotAllowedException(String message) {
		super(message);
	}

}
