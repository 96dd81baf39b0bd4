package org.backwise.origin;

import java.net.URI;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people open this site.
 *
 * @param address what they type, such as {@code https://desk.example}, without a path;
 * null only in the demo
 * @param otherNames further host names under which the site answers, such as what a
 * health check asks for; links never begin with them
 */
@ConfigurationProperties("backwise.desk")
record OriginSettings(@Nullable URI address, @DefaultValue List<String> otherNames) {

	OriginSettings {
		boolean site = address == null || (address.getHost() != null && address.toString().matches("https?://[^/?#]+"));
		if (!site) {
			throw new IllegalArgumentException(
					"backwise.desk.address has to be like https://desk.example, without a path: " + address);
		}
		otherNames = List.copyOf(otherNames);
	}

}
