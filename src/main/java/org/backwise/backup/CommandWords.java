package org.backwise.backup;

import java.util.Locale;

import org.springframework.context.support.ResourceBundleMessageSource;

/** The same words at the console as at the desk. */
final class CommandWords {

	private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();

	CommandWords() {
		this.messages.setBasename("messages-backup");
		this.messages.setDefaultEncoding("UTF-8");
		this.messages.setFallbackToSystemLocale(false);
	}

	String of(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

	String of(BackupFailedException failure) {
		return of(failure.trouble(), failure.about());
	}

	String of(Trouble trouble, String about) {
		return of("backup.trouble." + trouble.word(), about);
	}

}
