package org.backwise.practice;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret part of a private link: 256 random bits. Only its hash is stored.
 *
 * @param text the text as it stands in the link
 */
public record LinkToken(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 32;

	/**
	 * A new secret.
	 * @return a token nobody can guess
	 */
	public static LinkToken random() {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/**
	 * Whether it could have been made by {@link #random()}.
	 * @return false for anything else
	 */
	public boolean isWellFormed() {
		return this.text.matches("[A-Za-z0-9_-]{43}");
	}

	/**
	 * Whether it may stand in a cookie; made-up clients have shorter ones.
	 * @return false for what no link holds
	 */
	public boolean isPlausible() {
		return this.text.matches("[A-Za-z0-9_-]{8,64}");
	}

	/**
	 * The token of the result link that follows from a draft's token. Sending twice leads
	 * to the same link, although neither token is stored.
	 * @return the token of the result
	 */
	public LinkToken result() {
		return following("result");
	}

	/**
	 * Another token that follows from this one, so that it need not be stored to be shown
	 * again to whoever has this one. Nothing leads back.
	 * @param purpose what it is for
	 * @return a token nobody can guess who has only this purpose
	 */
	public LinkToken following(String purpose) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			byte[] bytes = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
			return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("Java without HmacSHA256", ex);
		}
	}

	/**
	 * What is stored of it.
	 * @return its SHA-256 in hexadecimal
	 */
	public String hash() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

	/** Says nothing, so that a link cannot reach a log. */
	@Override
	public String toString() {
		return "a private link";
	}

}
