package org.backwise.settings;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.staff.FirstStart;

/**
 * Country, time zone, name and phone come with the owner's account. The rest has time.
 */
@Component
class FirstSettings implements FirstStart {

	/** The account asks for a name too, so the practice's has another id on this page. */
	static final String NAME = "practice-name";

	private static final List<Setting> ASKED = List.of(Setting.COUNTRY, Setting.ZONE, Setting.NAME, Setting.PHONE);

	private final PracticeSettings settings;

	private final SettingsForms forms;

	private final Zones zones;

	FirstSettings(PracticeSettings settings, SettingsForms forms, Zones zones) {
		this.settings = settings;
		this.forms = forms;
		this.zones = zones;
	}

	@Override
	public void show(Map<String, String> typed, Model model) {
		List<Setting> asked = asked();
		if (!asked.isEmpty()) {
			model.addAttribute("first", asked.stream().map(Setting::id).toList());
			model.addAttribute("countries", this.forms.countries());
			Map<String, String> kept = new TreeMap<>(typed);
			kept.keySet()
				.retainAll(Set.of(Setting.COUNTRY.id(), Setting.ZONE.id(), Setting.EMERGENCY_NUMBER.id(), NAME,
						Setting.PHONE.id()));
			model.addAttribute("zones", this.settings.isInFile(Setting.COUNTRY) ? this.zones.only(country(""))
					: this.zones.groups(typed.getOrDefault(Setting.COUNTRY.id(), "")));
			model.addAttribute("typed", kept);
		}
	}

	/** What the server's file says is not asked. */
	private List<Setting> asked() {
		return ASKED.stream()
			.filter((setting) -> !this.settings.isInFile(setting))
			.filter((setting) -> setting != Setting.ZONE || !this.settings.isInFile(Setting.COUNTRY)
					|| this.zones.isAsked(country("")))
			.toList();
	}

	/** The country of the file, else the one that was typed. */
	private String country(String typed) {
		return this.settings.isInFile(Setting.COUNTRY) ? this.settings.inFile(Setting.COUNTRY) : typed;
	}

	@Override
	public List<FieldProblem> problems(Map<String, String> sent) {
		Typed typed = typed(sent);
		List<FieldProblem> problems = new ArrayList<>();
		for (Setting setting : asked()) {
			if (setting == Setting.ZONE) {
				this.zones.wrong(country(typed.value(Setting.COUNTRY)), typed.value(setting), "")
					.ifPresent((words) -> problems.add(new FieldProblem(setting.id(), words)));
				continue;
			}
			boolean missing = setting == Setting.PHONE && typed.value(setting).isEmpty();
			this.forms.problem(setting, missing ? new Typed(Map.of(setting.id(), "-"), Map.of()) : typed)
				.map((problem) -> (setting == Setting.NAME) ? new FieldProblem(NAME, problem.message()) : problem)
				.ifPresent(problems::add);
			if (setting == Setting.COUNTRY && !this.settings.isInFile(Setting.EMERGENCY_NUMBER)) {
				this.forms.problem(Setting.EMERGENCY_NUMBER, typed).ifPresent(problems::add);
			}
		}
		return problems;
	}

	@Override
	public void keep(Map<String, String> sent, UUID owner) {
		Typed typed = typed(sent);
		for (SettingsPage page : List.of(SettingsPage.COUNTRY, SettingsPage.CONTACT)) {
			Map<String, String> before = new TreeMap<>();
			EnumSet.copyOf(page.settings())
				.forEach((setting) -> before.put(setting.id(),
						this.settings.shown(setting, this.settings.saved(page).values())));
			Map<String, String> values = new TreeMap<>(typed.values());
			if (page == SettingsPage.CONTACT) {
				before.putAll(values);
				values = before;
			}
			this.settings.save(page,
					new Typed(values, Map.of("seen", Long.toString(this.settings.saved(page).version()))), owner);
		}
	}

	/** Only a country that is not in the list needs a number. */
	private static Typed typed(Map<String, String> sent) {
		Map<String, String> values = new TreeMap<>();
		String country = FormText.line(sent.get(Setting.COUNTRY.id())).text();
		values.put(Setting.COUNTRY.id(), country);
		values.put(Setting.ZONE.id(), FormText.line(sent.get(Setting.ZONE.id())).text());
		values.put(Setting.NAME.id(), FormText.line(sent.get(NAME)).text());
		values.put(Setting.PHONE.id(), FormText.line(sent.get(Setting.PHONE.id())).text());
		values.put(Setting.EMERGENCY_NUMBER.id(), country.equals(SettingRules.OTHER_COUNTRY)
				? FormText.line(sent.get(Setting.EMERGENCY_NUMBER.id())).text() : "");
		return new Typed(values, Map.of());
	}

}
