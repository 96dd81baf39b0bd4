package org.backwise.replay;

/** The application does not start with these rules. */
class RulesNotApprovedException extends RuntimeException {

	RulesNotApprovedException(String message) {
		super(message);
	}

}
