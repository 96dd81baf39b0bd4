package org.backwise.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * By what a client is known again. Accents, capitals and blanks do not count, and of a
 * telephone number only its last digits, with or without the country before them.
 */
final class Known {

	private static final int DIGITS = 9;

	private static final String BETWEEN = "\u001F";

	private Known() {
	}

	/**
	 * Name with telephone and name with e-mail; the name alone where there is neither.
	 */
	static Set<String> by(String name, @Nullable String phone, @Nullable String email) {
		Set<String> keys = new LinkedHashSet<>();
		if (phone != null) {
			keys.add(hash("phone", plain(name), digits(phone)));
		}
		if (email != null) {
			keys.add(hash("email", plain(name), email.toLowerCase(Locale.ROOT)));
		}
		if (keys.isEmpty()) {
			keys.add(hash("name", plain(name)));
		}
		return keys;
	}

	static String name(String name) {
		return hash("name", plain(name));
	}

	/** What a client is found by at the desk. */
	static String search(String name, @Nullable String phone, @Nullable String email) {
		return String.join(" ", plain(name), (phone != null) ? plain(phone) : "",
				(phone != null) ? phone.replaceAll("[^0-9]", "") : "", (email != null) ? plain(email) : "");
	}

	static String hash(String... parts) {
		return hash(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
	}

	static String hash(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

	static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}@.]+", " ")
			.strip();
	}

	private static String digits(String phone) {
		String digits = Normalizer.normalize(phone, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
		return digits.substring(Math.max(0, digits.length() - DIGITS));
	}

}
