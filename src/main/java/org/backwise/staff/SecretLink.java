package org.backwise.staff;

import java.security.SecureRandom;

import org.backwise.practice.LinkToken;

/** The secrets of links and recovery codes; only their hashes are stored. */
final class SecretLink {

	private static final SecureRandom RANDOM = new SecureRandom();

	private SecretLink() {
	}

	static String random() {
		return LinkToken.random().text();
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
		return new LinkToken(secret).hash();
	}

}
