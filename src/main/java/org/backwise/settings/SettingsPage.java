package org.backwise.settings;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The pages of settings. */
enum SettingsPage {

	COUNTRY(EnumSet.range(Setting.COUNTRY, Setting.INTERPRETER)),

	CONTACT(EnumSet.range(Setting.NAME, Setting.REVIEW_DAYS)),

	LOOK(EnumSet.of(Setting.COLOUR, Setting.LOGO)),

	TIME(EnumSet.of(Setting.ZONE)),

	KEEPING(EnumSet.range(Setting.REFERRALS, Setting.DEVICE_MINUTES)),

	REVIEW(EnumSet.range(Setting.REVIEWED_BY, Setting.REVIEWED_VERSION));

	private final Set<Setting> settings;

	SettingsPage(Set<Setting> settings) {
		this.settings = settings;
	}

	/** What is set on it, in the order of its fields. */
	public Set<Setting> settings() {
		return this.settings;
	}

	/** Its name in the path and in the words. */
	public String path() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Optional<SettingsPage> of(String path) {
		return Stream.of(values()).filter((page) -> page.path().equals(path)).findFirst();
	}

	static SettingsPage of(Setting setting) {
		return Stream.of(values()).filter((page) -> page.settings.contains(setting)).findFirst().orElseThrow();
	}

}
