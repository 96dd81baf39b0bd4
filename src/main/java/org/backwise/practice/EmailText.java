package org.backwise.practice;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads e-mail addresses as people type them: only such as every mail server takes. That
 * one exists only a mail can tell.
 */
public final class EmailText {

	/** The longest address that mail servers take. */
	public static final int LONGEST = 254;

	private static final int LONGEST_NAME = 64;

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");

	private static final Pattern DOMAIN = Pattern
		.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])");

	private EmailText() {
	}

	/**
	 * What was typed, as an address.
	 * @param typed what was typed, cleaned
	 * @return the address with its domain in small letters, empty when it is none
	 */
	public static Optional<String> read(String typed) {
		int at = typed.indexOf('@');
		if (at < 1 || at > LONGEST_NAME || typed.length() > LONGEST) {
			return Optional.empty();
		}
		String name = typed.substring(0, at);
		String domain = domain(typed.substring(at + 1));
		boolean well = NAME.matcher(name).matches() && !name.startsWith(".") && !name.endsWith(".")
				&& !name.contains("..") && DOMAIN.matcher(domain).matches();
		String address = name + "@" + domain;
		return (well && address.length() <= LONGEST) ? Optional.of(address) : Optional.empty();
	}

	/** Empty when it has letters that no domain has. */
	private static String domain(String typed) {
		try {
			return IDN.toASCII(typed, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
