package org.backwise.monitoring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read the measures. It stands in the server's file only.
 *
 * @param token what monitoring has to show; empty when nobody may read them
 */
@ConfigurationProperties("backwise.metrics")
record MetricsSettings(@DefaultValue("") String token) {

	private static final int SHORTEST = 24;

	MetricsSettings {
		token = token.strip();
		// The token itself must not stand in the message.
		if (!token.isEmpty() && token.length() < SHORTEST) {
			throw new IllegalArgumentException(
					"backwise.metrics.token needs " + SHORTEST + " characters or more, at random");
		}
	}

	boolean isOn() {
		return !this.token.isEmpty();
	}

	/** Whether somebody showed the token; takes as long for a wrong one. */
	boolean isToken(String shown) {
		return isOn() && MessageDigest.isEqual(this.token.getBytes(StandardCharsets.UTF_8),
				shown.getBytes(StandardCharsets.UTF_8));
	}

	/** Never says the token. */
	@Override
	public String toString() {
		return isOn() ? "measures are on" : "measures are off";
	}

}
