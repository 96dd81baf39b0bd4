package org.backwise.outbox;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the practice, as set at the desk or in the server's file under
 * {@code backwise.mail}. No mail is sent while there is no host or no address to send
 * from.
 *
 * @param host the SMTP server, empty for none
 * @param port its port
 * @param encryption how the way there is kept secret
 * @param user the name to sign in with, empty to send without
 * @param password the password to sign in with, sealed where it was typed at the desk
 * @param from the address that mail comes from
 * @param quietFrom from when on nobody is disturbed, by the clock of the practice
 * @param quietUntil until when; the same as the start for never
 * @param reminder whether clients may be reminded of sessions
 * @param timeout how long one answer of the server may take
 * @param answer how long its last answer may take, whether it has taken a whole letter
 * @param keepDays how many days it stands at the desk what was sent
 */
record MailSettings(@DefaultValue("") String host, @DefaultValue("587") int port,
		@DefaultValue("starttls") Encryption encryption, @DefaultValue("") String user,
		@DefaultValue("") String password, @DefaultValue("") String from, @DefaultValue("21:00") LocalTime quietFrom,
		@DefaultValue("08:00") LocalTime quietUntil, @DefaultValue("true") boolean reminder,
		@DefaultValue("10s") Duration timeout, @DefaultValue("10m") Duration answer, @DefaultValue("30") int keepDays) {

	/** The first part of the names of these settings. */
	static final String SETTINGS = "mail";

	/** What was told is known for so long, so that it is not told again. */
	private static final int LEAST_DAYS = 2;

	/** More answers than a server gives from its greeting to the end of a letter. */
	private static final int ANSWERS = 24;

	/** While a person waits in front of the page. */
	private static final Duration WAITING = Duration.ofSeconds(15);

	private static final Duration EVENING = Duration.ofHours(1);

	private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

	MailSettings {
		if (encryption == Encryption.NONE && !host.isEmpty() && !isHere(host)) {
			throw new IllegalArgumentException(
					"backwise.mail.encryption: only a server on this computer is reached without encryption");
		}
		if (port < 1 || port > 65_535) {
			throw new IllegalArgumentException("backwise.mail.port: from 1 to 65535");
		}
		if (keepDays < LEAST_DAYS) {
			throw new IllegalArgumentException("backwise.mail.keep-days: at least 2");
		}
	}

	/** How the way to the server is kept secret. The names are stored. */
	enum Encryption {

		/** It is not; only for a server on this computer. */
		NONE,
		/** From the first greeting on, or nothing is sent. */
		STARTTLS,
		/** From the beginning. */
		TLS;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Whether a server is this computer. */
	static boolean isHere(String host) {
		return HERE.contains(host.toLowerCase(Locale.ROOT));
	}

	boolean isSet() {
		return !this.host.isBlank() && !this.from.isBlank();
	}

	/** Longer than any letter takes, with every step as slow as it may be. */
	Duration longest() {
		return this.answer.plus(this.timeout.multipliedBy(ANSWERS));
	}

	/** The same for somebody who waits for what comes of it. */
	MailSettings hurried() {
		Duration last = (this.answer.compareTo(WAITING) < 0) ? this.answer : WAITING;
		return new MailSettings(this.host, this.port, this.encryption, this.user, this.password, this.from,
				this.quietFrom, this.quietUntil, this.reminder, this.timeout, last, this.keepDays);
	}

	/** Whether it is a time at which nobody is disturbed. */
	boolean isQuiet(LocalTime time) {
		if (this.quietFrom.equals(this.quietUntil)) {
			return false;
		}
		boolean overnight = this.quietFrom.isAfter(this.quietUntil);
		boolean begun = !time.isBefore(this.quietFrom);
		boolean notOver = time.isBefore(this.quietUntil);
		return overnight ? (begun || notOver) : (begun && notOver);
	}

	/** The same moment, or an hour before the quiet hours in which it lies. */
	ZonedDateTime notAtNight(ZonedDateTime at) {
		if (!isQuiet(at.toLocalTime())) {
			return at;
		}
		ZonedDateTime begin = at.with(this.quietFrom);
		return (begin.isAfter(at) ? begin.minusDays(1) : begin).minus(EVENING);
	}

	/** Says nothing of the password. */
	@Override
	public String toString() {
		return "mail by " + this.host;
	}

}
