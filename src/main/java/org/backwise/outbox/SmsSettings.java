package org.backwise.outbox;

import java.net.URI;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How text messages leave the practice: one JSON object by HTTP POST to a gateway. Only
 * in the server's file, under {@code backwise.sms}; off without an address.
 *
 * @param url where the gateway listens, null for none
 * @param header name of the header with the token
 * @param token what that header says
 * @param toField name of the member with the telephone number
 * @param textField name of the member with the words
 * @param fromField name of the member with the sender, empty for none
 * @param from the sender
 */
record SmsSettings(@Nullable URI url, @DefaultValue("Authorization") String header, @DefaultValue("") String token,
		@DefaultValue("to") String toField, @DefaultValue("text") String textField, @DefaultValue("") String fromField,
		@DefaultValue("") String from) {

	/** The first part of the names of these settings. */
	static final String SETTINGS = "sms";

	SmsSettings {
		boolean safe = url == null || "https".equals(url.getScheme())
				|| ("http".equals(url.getScheme()) && MailSettings.isHere(String.valueOf(url.getHost())));
		if (!safe) {
			throw new IllegalArgumentException("backwise.sms.url: has to begin with https://");
		}
	}

	boolean isSet() {
		return this.url != null;
	}

	/** Says nothing of the token. */
	@Override
	public String toString() {
		return "text messages";
	}

}
