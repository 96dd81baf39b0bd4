package org.backwise.staff;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the desk is.
 *
 * @param address the address people type, without a path: part of one-time links, and
 * what passkeys are bound to; null for this computer only
 * @param wayBackFor the sign-in name of somebody who lost both password and device; a
 * one-time link is printed at the start
 */
@ConfigurationProperties("backwise.desk")
record DeskSettings(@Nullable URI address, @Nullable String wayBackFor) {

	DeskSettings {
		boolean site = address == null || (address.getHost() != null && address.toString().matches("https?://[^/?#]+"));
		if (!site) {
			throw new IllegalArgumentException(
					"backwise.desk.address has to be like https://desk.example, without a path: " + address);
		}
	}

}
