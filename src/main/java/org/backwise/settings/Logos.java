package org.backwise.settings;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Settings;
import org.backwise.staff.StaffMember;

/**
 * The logos that were sent. One of them is in force, named by its hash; the others go.
 */
@Service
class Logos {

	private static final Duration LOOKED_AT = Duration.ofDays(1);

	private static final int HASH = 32;

	private final JdbcClient jdbc;

	private final Settings settings;

	private final Journal journal;

	private final Clock clock;

	Logos(JdbcClient jdbc, Settings settings, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.journal = journal;
		this.clock = clock;
	}

	/** Keeps a logo to be looked at; it is not in force by that. */
	@Transactional
	String keep(byte[] png, StaffMember by) {
		String hash = hash(png);
		String inForce = this.settings.saved(SettingsPage.LOOK.path()).values().getOrDefault(Setting.LOGO.key(), "");
		this.jdbc.sql("delete from practice_logo where hash = ? or (hash <> ? and sent_at < ?)")
			.params(hash.equals(inForce) ? "" : hash, inForce,
					this.clock.instant().minus(LOOKED_AT).atOffset(ZoneOffset.UTC))
			.update();
		if (find(hash).isEmpty()) {
			this.jdbc.sql("insert into practice_logo (hash, png, sent_at) values (?, ?, ?)")
				.params(hash, png, this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}
		this.journal.note(Action.LOGO_SENT, new Who.Staff(by.id()), null);
		return hash;
	}

	@Transactional(readOnly = true)
	Optional<byte[]> find(String hash) {
		return this.jdbc.sql("select png from practice_logo where hash = ?").param(hash).query(byte[].class).optional();
	}

	private static String hash(byte[] png) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png)).substring(0, HASH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Java without SHA-256", ex);
		}
	}

}
