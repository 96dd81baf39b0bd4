package org.backwise.plan;

/** Something that is never allowed, whatever the page offered. Nothing was stored. */
public class NotAllowedException extends RuntimeException {

	private static final long serialVersionUID = 1;

	NotAllowedException(String message) {
		super(message);
	}

}
