package org.backwise.outbox;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FormText;

/**
 * An e-mail address as a mail server takes it.
 *
 * @param text local part and domain, the domain in its ASCII form
 */
record MailAddress(String text) {

	/** The longest that SMTP carries (RFC 5321, 4.5.3.1, with its brackets). */
	static final int LONGEST = 254;

	private static final int LONGEST_LOCAL = 64;

	/** Dots only between, and nothing that would need quotes. */
	private static final Pattern LOCAL = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	private static final Pattern DOMAIN = Pattern
		.compile("([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");

	/**
	 * Reads an address.
	 * @param typed what somebody typed
	 * @return empty when no mail could be sent there
	 */
	static Optional<MailAddress> of(@Nullable String typed) {
		String text = FormText.line(typed).text();
		int at = text.lastIndexOf('@');
		if (at < 1 || at == text.length() - 1) {
			return Optional.empty();
		}
		String local = text.substring(0, at);
		String domain = ascii(text.substring(at + 1));
		MailAddress address = new MailAddress(local + "@" + domain);
		boolean fits = local.length() <= LONGEST_LOCAL && address.text().length() <= LONGEST
				&& LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches();
		return fits ? Optional.of(address) : Optional.empty();
	}

	private static String ascii(String domain) {
		try {
			return IDN.toASCII(domain);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	/** Says nothing, so that it cannot reach a log. */
	@Override
	public String toString() {
		return "an address";
	}

}
