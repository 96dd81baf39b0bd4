package org.backwise.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What seals secrets that are typed at the desk. Only in the server's file or its
 * environment, so that it lies in no backup beside what it seals.
 *
 * @param key at least 32 characters, empty for none
 */
@ConfigurationProperties("backwise.secrets")
record SecretSettings(@DefaultValue("") String key) {

	private static final int SHORTEST = 32;

	SecretSettings {
		key = key.strip();
		if (!key.isEmpty() && key.length() < SHORTEST) {
			throw new IllegalArgumentException("backwise.secrets.key: at least 32 characters");
		}
	}

	/** Says nothing of the key. */
	@Override
	public String toString() {
		return "what seals secrets";
	}

}
