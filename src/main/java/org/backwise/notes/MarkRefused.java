package org.backwise.notes;

/** A session or note cannot be changed like that. */
class MarkRefused extends RuntimeException {

	private final String reason;

	/**
	 * @param reason key of the words that say why
	 */
	MarkRefused(String reason) {
		super(reason);
		this.reason = reason;
	}

	String reason() {
		return this.reason;
	}

}
