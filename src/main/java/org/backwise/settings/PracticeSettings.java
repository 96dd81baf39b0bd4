package org.backwise.settings;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Practice;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings;
import org.backwise.practice.Settings.Saved;
import org.backwise.retention.Periods;

/** Changes what is set, and says in the journal who changed what. */
@Service
class PracticeSettings {

	/** What goes where nobody set it, as the room that clears the devices has it. */
	private static final String MINUTES = "10";

	private final Settings settings;

	private final Zones zones;

	private final Journal journal;

	PracticeSettings(Settings settings, Zones zones, Journal journal) {
		this.settings = settings;
		this.zones = zones;
		this.journal = journal;
	}

	/**
	 * Puts a page in force. What is so already is done already.
	 * @throws Refused when somebody changed the page since it was seen
	 */
	@Transactional
	void save(SettingsPage page, Typed typed, UUID by) {
		Saved saved = this.settings.saved(page.path());
		Map<String, String> next = chosen(page.settings(), typed, saved.values());
		Set<Setting> changed = page.settings()
			.stream()
			.filter((setting) -> !Objects.equals(saved.values().get(setting.key()), next.get(setting.key())))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		if (changed.isEmpty()) {
			return;
		}
		List<String> names = page.settings().stream().map(Setting::key).toList();
		if (!this.settings.change(page.path(), typed.seen(), names, next)) {
			throw new Refused("settings.stale");
		}
		Set<Action> actions = changed.stream()
			.map(Setting::action)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		actions.forEach((action) -> this.journal.note(action, new Who.Staff(by), null));
	}

	/**
	 * Everything that an owner would have set. What the file says stays as it was, and
	 * what the country says anyway is not kept, so that a better number comes with a
	 * later version. A zone that somebody chose among several is kept: it is no guess.
	 */
	Map<String, String> chosen(Set<Setting> settings, Typed typed, Map<String, String> before) {
		Map<String, String> next = new HashMap<>(before);
		List<Setting> offered = settings.stream().filter((setting) -> !isInFile(setting)).toList();
		offered.forEach((setting) -> next.remove(setting.key()));
		for (Setting setting : offered) {
			String value = typed.value(setting);
			String stored = value.isEmpty() ? "" : value + unit(setting);
			boolean chosen = setting == Setting.ZONE && this.zones.isAsked(country(next));
			if (!stored.isEmpty()
					&& (chosen || !this.settings.value(setting.key(), next).filter(stored::equals).isPresent())) {
				next.put(setting.key(), stored);
			}
		}
		return next;
	}

	private static String unit(Setting setting) {
		return SettingRules.bounds(setting).map(SettingRules.Bounds::unit).orElse("");
	}

	boolean isInFile(Setting setting) {
		return this.settings.inFile(setting.key()).isPresent();
	}

	/** A setting as its field shows it. */
	String shown(Setting setting, Map<String, String> chosen) {
		if (setting == Setting.ZONE && isGuessed(chosen)) {
			return "";
		}
		if (SettingsPage.of(setting) != SettingsPage.KEEPING) {
			return this.settings.value(setting.key(), chosen)
				.orElseGet(() -> (setting == Setting.ZONE) ? practice(chosen).zone().getId() : "");
		}
		Periods periods = periods(chosen);
		return String.valueOf(switch (setting) {
			case REFERRALS -> periods.referrals().getYears();
			case PLANS -> periods.plans().getYears();
			case WITHDRAWN -> periods.withdrawn().getDays();
			case DRAFTS -> periods.drafts().getDays();
			case DEVICE_MINUTES -> Integer.parseInt(this.settings.value(setting.key(), chosen).orElse(MINUTES));
			default -> periods.minorsUntil();
		});
	}

	/** Whether the zone is only the usual one of a country that has several. */
	boolean isGuessed(Map<String, String> chosen) {
		return !isInFile(Setting.ZONE) && !chosen.containsKey(Setting.ZONE.key())
				&& this.zones.isAsked(country(chosen));
	}

	String country(Map<String, String> chosen) {
		return this.settings.value(Setting.COUNTRY.key(), chosen).orElse("");
	}

	Saved saved(SettingsPage page) {
		return this.settings.saved(page.path());
	}

	Practice practice(Map<String, String> chosen) {
		return this.settings.with("practice", Practice.class, chosen);
	}

	Periods periods(Map<String, String> chosen) {
		return this.settings.with(Periods.SETTINGS, Periods.class, chosen);
	}

	String inFile(Setting setting) {
		return this.settings.inFile(setting.key()).orElse("");
	}

}
