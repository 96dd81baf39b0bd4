package org.backwise.outbox;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Seals what has to be read again and lies in the database: AES-256 in GCM, by Spring
 * Security, under a key derived from the server's own and a salt of each value. Without a
 * key nothing is sealed, and so nothing is kept.
 */
@Component
class Secrets {

	private static final String SEALED = "sealed:";

	/** The length of a salt, in hexadecimal digits. */
	private static final int SALT = 16;

	private final String key;

	Secrets(SecretSettings settings) {
		this.key = settings.key();
	}

	/** Whether anything can be kept. */
	boolean canSeal() {
		return !this.key.isEmpty();
	}

	/** Whether something lies in the database as it is. */
	boolean isOpen(String stored) {
		return !stored.isEmpty() && !stored.startsWith(SEALED);
	}

	/** What may lie in the database instead of a secret; another one every time. */
	String seal(String secret) {
		if (!canSeal()) {
			throw new IllegalStateException("There is no key to seal with");
		}
		String salt = KeyGenerators.string().generateKey();
		byte[] sealed = with(salt).encrypt(secret.getBytes(StandardCharsets.UTF_8));
		return SEALED + salt + HexFormat.of().formatHex(sealed);
	}

	private AesGcmBytesEncryptor with(String salt) {
		return AesGcmBytesEncryptor.withPassword(this.key, salt).build();
	}

	/**
	 * The secret.
	 * @param stored what lies in the database, or stands in the file as it is
	 * @return empty when it was sealed with another key, or altered
	 */
	Optional<String> open(String stored) {
		if (!stored.startsWith(SEALED)) {
			return Optional.of(stored);
		}
		if (!canSeal() || stored.length() < SEALED.length() + SALT) {
			return Optional.empty();
		}
		String salt = stored.substring(SEALED.length(), SEALED.length() + SALT);
		try {
			byte[] sealed = HexFormat.of().parseHex(stored, SEALED.length() + SALT, stored.length());
			return Optional.of(new String(with(salt).decrypt(sealed), StandardCharsets.UTF_8));
		}
		catch (IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			// another key, or no longer what was sealed; why is nobody's business
			return Optional.empty();
		}
	}

}
