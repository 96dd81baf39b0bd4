package org.backwise.outbox;

import org.jspecify.annotations.Nullable;

/** Something could not be sent. Says why without an address, so that it may be logged. */
class NotSentException extends Exception {

	private static final long serialVersionUID = 1;

	private final Trouble trouble;

	private final String said;

	NotSentException(Trouble trouble) {
		this(trouble, "");
	}

	/**
	 * With the words of the server, for whoever tries it out.
	 */
	NotSentException(Trouble trouble, @Nullable String said) {
		super(trouble.toString());
		this.trouble = trouble;
		this.said = (said != null) ? said : "";
	}

	Trouble trouble() {
		return this.trouble;
	}

	String said() {
		return this.said;
	}

}
