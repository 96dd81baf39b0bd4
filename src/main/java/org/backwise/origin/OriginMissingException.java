package org.backwise.origin;

/** Nobody said where people open this site. */
class OriginMissingException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OriginMissingException() {
		super("backwise.desk.address is not set: links, passkeys and calendars need the address where people open "
				+ "this site.");
	}

}
