package org.backwise.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings;
import org.backwise.practice.Settings.Saved;

/**
 * Keeps the mail server. A stored password is sealed, never shown, never in the journal,
 * and gone as soon as another server or user is named, so that nobody can have it sent
 * elsewhere. Without a key to seal with none is taken.
 */
@Service
class MailKeeper {

	private static final Logger logger = LoggerFactory.getLogger(MailKeeper.class);

	static final String PASSWORD = MailSettings.SETTINGS + ".password";

	private static final String PAGE = MailSettings.SETTINGS;

	private final Settings settings;

	private final Secrets secrets;

	private final Journal journal;

	MailKeeper(Settings settings, Secrets secrets, Journal journal) {
		this.settings = settings;
		this.secrets = secrets;
		this.journal = journal;
	}

	Saved saved() {
		return this.settings.saved(PAGE);
	}

	MailSettings now(Saved saved) {
		return this.settings.with(MailSettings.SETTINGS, MailSettings.class, saved.values());
	}

	/** The fields that the server's file decides. */
	Set<String> inFile() {
		return Stream.concat(MailForm.KEYS.entrySet().stream(), Stream.of(Map.entry("password", PASSWORD)))
			.filter((one) -> this.settings.inFile(one.getValue()).isPresent())
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/**
	 * Puts a server in force.
	 * @throws Refused when somebody changed the page since it was seen, when it does not
	 * go together with the file, or when there is nothing to seal a password with
	 */
	@Transactional
	public void save(MailForm form, UUID by) {
		Saved saved = saved();
		Map<String, String> before = ours(saved.values());
		Set<String> inFile = inFile();
		Map<String, String> next = new HashMap<>();
		Map<String, String> typed = form.typed();
		MailForm.KEYS.forEach((field, key) -> {
			String value = inFile.contains(field) ? before.getOrDefault(key, "") : typed.getOrDefault(field, "");
			if (!value.isEmpty()) {
				next.put(key, value);
			}
		});
		String stored = before.getOrDefault(PASSWORD, "");
		boolean sameServer = Stream.of("mail.host", "mail.port", "mail.user")
			.allMatch((key) -> Objects.equals(before.get(key), next.get(key)));
		String secret = form.secret().isEmpty() ? (sameServer ? stored : "") : sealed(form.secret(), stored);
		if (!secret.isEmpty() && !inFile.contains("password") && next.containsKey("mail.user")) {
			next.put(PASSWORD, secret);
		}
		if (next.equals(before)) {
			return;
		}
		check(next);
		if (!this.settings.change(PAGE, form.version(), names(), next)) {
			throw new Refused("outbox.refused.stale");
		}
		this.journal.note(Action.MAIL_CHANGED, new Who.Staff(by), null);
	}

	/** The same typed again stays as it is. */
	private String sealed(String typed, String stored) {
		if (!this.secrets.canSeal()) {
			throw new Refused("outbox.refused.no-key");
		}
		boolean same = !this.secrets.isOpen(stored) && this.secrets.open(stored).filter(typed::equals).isPresent();
		return same ? stored : this.secrets.seal(typed);
	}

	/** Seals what lies there as it is from before there was a key. */
	@EventListener(ApplicationReadyEvent.class)
	@Transactional
	public void sealTheOpen() {
		Saved saved = saved();
		String stored = saved.values().getOrDefault(PASSWORD, "");
		if (!this.secrets.isOpen(stored)) {
			return;
		}
		if (!this.secrets.canSeal()) {
			logger.warn("The password of the mail server lies unsealed in the database; set backwise.secrets.key");
			return;
		}
		if (this.settings.change(PAGE, saved.version(), List.of(PASSWORD),
				Map.of(PASSWORD, this.secrets.seal(stored)))) {
			this.journal.note(Action.MAIL_CHANGED, new Who.System(), null);
		}
	}

	/** How the password lies there, for the page. */
	Password password(MailSettings now) {
		if (now.password().isEmpty() || inFile().contains("password")) {
			return this.secrets.canSeal() ? Password.NONE : Password.NO_KEY;
		}
		if (this.secrets.isOpen(now.password())) {
			return Password.OPEN;
		}
		return this.secrets.open(now.password()).isPresent() ? Password.SEALED : Password.OTHER_KEY;
	}

	/** How a password lies in the database. */
	enum Password {

		/** There is none. */
		NONE,
		/** There is none, and none can be kept. */
		NO_KEY,
		/** It is sealed. */
		SEALED,
		/** It was sealed with a key that is not here. */
		OTHER_KEY,
		/** It lies there as it is, from before there was a key. */
		OPEN;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** What is typed here and what stands in the file have to go together. */
	private void check(Map<String, String> next) {
		try {
			this.settings.with(MailSettings.SETTINGS, MailSettings.class, next);
		}
		catch (BindException ex) {
			throw new Refused("outbox.refused.together");
		}
	}

	private static List<String> names() {
		return Stream.concat(MailForm.KEYS.values().stream(), Stream.of(PASSWORD)).toList();
	}

	private static Map<String, String> ours(Map<String, String> values) {
		return names().stream()
			.filter(values::containsKey)
			.collect(Collectors.toMap((name) -> name, (name) -> Objects.requireNonNull(values.get(name))));
	}

}
