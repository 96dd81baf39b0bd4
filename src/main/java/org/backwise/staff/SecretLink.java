package org.backwise.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** The secrets of links and recovery codes; only their hashes are stored. */
final class SecretLink {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	private SecretLink() {
	}

	static String random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/** Sixteen letters and digits in groups of four, without those that look alike. */
	static String code() {
		String letters = "abcdefghjkmnpqrstuvwxyz23456789";
		StringBuilder code = new StringBuilder();
		for (int place = 0; place < 16; place++) {
			code.append((place > 0 && place % 4 == 0) ? "-" : "")
				.append(letters.charAt(RANDOM.nextInt(letters.length())));
		}
		return code.toString();
	}

	static String hash(String secret) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

}
