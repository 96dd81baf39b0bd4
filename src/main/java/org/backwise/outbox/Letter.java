package org.backwise.outbox;

import org.jspecify.annotations.Nullable;

/**
 * A message with its address and its words, made for the moment in which it is sent.
 *
 * @param id the Message-ID without brackets
 * @param by how it goes
 * @param to an e-mail address or a telephone number
 * @param subject its subject
 * @param text its words as plain text
 * @param html the same as HTML, empty for a text message
 * @param off the address that ends such messages, null where there is nothing to end
 */
record Letter(String id, By by, String to, String subject, String text, String html, @Nullable String off) {

	/** How something goes. */
	enum By {

		MAIL, SMS

	}

	/** Says nothing, so that no address and no link can reach a log. */
	@Override
	public String toString() {
		return "a letter";
	}

}
