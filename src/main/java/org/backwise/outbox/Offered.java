package org.backwise.outbox;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import org.backwise.origin.Origin;
import org.backwise.practice.Settings;

/**
 * Whether the practice sends messages at all: it has a server for them, and an address
 * that links can begin with. While it does not, nothing is kept to be sent.
 */
@Component("messagesOffered")
public class Offered {

	private final Supplier<MailSettings> mail;

	private final Supplier<SmsSettings> sms;

	private final Origin origin;

	Offered(Settings settings, Origin origin) {
		this.mail = settings.current(MailSettings.SETTINGS, MailSettings.class);
		this.sms = settings.current(SmsSettings.SETTINGS, SmsSettings.class);
		this.origin = origin;
		this.mail.get();
		this.sms.get();
	}

	/**
	 * Whether e-mail is sent.
	 * @return false while a server or an address is missing
	 */
	public boolean byMail() {
		return this.mail.get().isSet() && site().isPresent();
	}

	/**
	 * Whether text messages are sent.
	 * @return false while a gateway or an address is missing
	 */
	public boolean bySms() {
		return this.sms.get().isSet() && site().isPresent();
	}

	/**
	 * Whether anything is sent.
	 * @return true when one of both ways is open
	 */
	public boolean any() {
		return byMail() || bySms();
	}

	MailSettings mail() {
		return this.mail.get();
	}

	SmsSettings sms() {
		return this.sms.get();
	}

	/** What links begin with; no default, since a wrong one would leave the house. */
	Optional<String> site() {
		return this.origin.told().map((address) -> this.origin.of(""));
	}

	/** The host of that address, for Message-IDs and for the greeting. */
	String domain() {
		return site().map(URI::create).map(URI::getHost).orElse("localhost");
	}

}
