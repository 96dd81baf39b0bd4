package org.backwise.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One row as it is stored: pseudonyms, and the hash of the row before.
 *
 * @param number its place
 * @param at when, to the microsecond, which is what both databases keep
 * @param action what was done
 * @param kind what kind of person did it
 * @param who their pseudonym
 * @param subject the pseudonym of the intake it was about
 * @param previous the hash of the row before
 */
record Link(long number, Instant at, String action, String kind, @Nullable UUID who, @Nullable UUID subject,
		String previous) {

	/** Stands before the first row. */
	static final String START = "0".repeat(64);

	String hash() {
		String text = String.join("|", Long.toString(this.number), this.at.toString(), this.action, this.kind,
				String.valueOf(this.who), String.valueOf(this.subject), this.previous);
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

}
