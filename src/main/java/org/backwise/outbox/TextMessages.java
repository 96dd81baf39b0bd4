package org.backwise.outbox;

/** A way for text messages to leave the practice. */
interface TextMessages {

	/**
	 * Sends a letter's words to its number.
	 * @throws NotSentException when it was not taken, or nobody knows whether it was
	 */
	void carry(Letter letter) throws NotSentException;

}
