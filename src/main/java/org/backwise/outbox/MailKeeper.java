package org.backwise.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings;
import org.backwise.practice.Settings.Saved;

/**
 * Keeps the mail server. A stored password is never shown, never in the journal, and gone
 * as soon as another server or user is named, so that nobody can have it sent elsewhere.
 */
@Service
class MailKeeper {

	static final String PASSWORD = MailSettings.SETTINGS + ".password";

	private static final String PAGE = MailSettings.SETTINGS;

	private final Settings settings;

	private final Journal journal;

	MailKeeper(Settings settings, Journal journal) {
		this.settings = settings;
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
	 * @throws Refused when somebody changed the page since it was seen, or when it does
	 * not go together with the file
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
		String secret = form.secret();
		boolean sameServer = Stream.of("mail.host", "mail.port", "mail.user")
			.allMatch((key) -> Objects.equals(before.get(key), next.get(key)));
		if (secret.isEmpty() && sameServer) {
			secret = before.getOrDefault(PASSWORD, "");
		}
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
