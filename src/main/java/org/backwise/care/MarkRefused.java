package org.backwise.care;

/** A session or note cannot be changed like that. */
public class MarkRefused extends RuntimeException {

	private final String reason;

	/**
	 * Says no.
	 * @param reason key of the words that say why
	 */
	public MarkRefused(String reason) {
		super(reason);
		this.reason = reason;
	}

	/**
	 * Why.
	 * @return key of the words that say so
	 */
	public String reason() {
		return this.reason;
	}

}
