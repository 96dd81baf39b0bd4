package org.backwise.settings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.practice.Countries;
import org.backwise.practice.Country;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Settings.Saved;
import org.backwise.practice.Words;
import org.backwise.settings.SettingField.Choice;

/** Makes the pages of settings: what stands in the fields, and what is wrong. */
@Component
class SettingsForms {

	/** Shades that can be read; the first is Backwise's own and needs no setting. */
	private static final Map<String, String> SHADES = shades();

	private final PracticeSettings settings;

	private final Countries countries;

	private final SettingRules rules;

	private final Zones zones;

	private final Logos logos;

	private final Words words;

	private final Clock clock;

	SettingsForms(PracticeSettings settings, Countries countries, Zones zones, Logos logos, Words words, Clock clock) {
		this.settings = settings;
		this.countries = countries;
		this.rules = new SettingRules(countries);
		this.zones = zones;
		this.logos = logos;
		this.words = words;
		this.clock = clock;
	}

	private static Map<String, String> shades() {
		Map<String, String> shades = new java.util.LinkedHashMap<>();
		shades.put("", "forest");
		shades.put("#0b5a7a", "sea");
		shades.put("#3a3f8f", "indigo");
		shades.put("#6b2f6b", "plum");
		shades.put("#8a4020", "clay");
		shades.put("#4f5b14", "olive");
		shades.put("#3c4a57", "slate");
		return shades;
	}

	/** A page as it is set. */
	void show(SettingsPage page, Map<String, String> asked, Model model) {
		Saved saved = this.settings.saved(page);
		Map<String, String> values = new java.util.HashMap<>();
		page.settings().forEach((setting) -> values.put(setting.id(), this.settings.shown(setting, saved.values())));
		if (page == SettingsPage.LOOK && this.logos.find(asked.getOrDefault("logo", "")).isPresent()) {
			values.put(Setting.LOGO.id(), asked.getOrDefault("logo", ""));
		}
		show(page, new Typed(values, Map.of()), List.of(), null, model);
	}

	/** The services of a country that was chosen, in place of those that were shown. */
	void showCountry(Typed typed, Model model) {
		Map<String, String> chosen = Map.of(Setting.COUNTRY.key(), typed.value(Setting.COUNTRY));
		Map<String, String> values = new java.util.HashMap<>();
		SettingsPage.COUNTRY.settings()
			.forEach((setting) -> values.put(setting.id(), this.settings.shown(setting, chosen)));
		String zone = typed.value(Setting.ZONE);
		if (!zone.isEmpty() && this.zones.allows(this.settings.country(chosen), zone)) {
			values.put(Setting.ZONE.id(), zone);
		}
		show(SettingsPage.COUNTRY, new Typed(values, typed.others()), List.of(), null, model);
	}

	/** A page as somebody typed it, with what is wrong. */
	void show(SettingsPage page, Typed typed, List<FieldProblem> problems, @Nullable Saved meanwhile, Model model) {
		Saved saved = (meanwhile != null) ? meanwhile : this.settings.saved(page);
		model.addAttribute("page", page);
		model.addAttribute("fields",
				page.settings()
					.stream()
					.filter((setting) -> isShown(page, setting, typed, saved))
					.map((setting) -> field(page, setting, typed, saved, meanwhile != null))
					.toList());
		model.addAttribute("seen", saved.version());
		model.addAttribute("shown", typed.value(Setting.COUNTRY));
		model.addAttribute("country", this.countries.find(typed.value(Setting.COUNTRY)).orElse(null));
		model.addAttribute("checked", this.countries.checked());
		model.addAttribute("shades", SHADES);
		Colour.of(typed.value(Setting.COLOUR))
			.filter((colour) -> !colour.isReadableOn(Colour.LIGHT_GROUNDS))
			.ifPresent((colour) -> model.addAttribute("nearest", colour.forLight().toString()));
		FieldProblem.show(problems, model);
	}

	/** The page of the logo, with why a picture was not taken. */
	void refusedLogo(LogoPicture.Why why, Model model) {
		show(SettingsPage.LOOK, Map.of(), model);
		FieldProblem.show(List.of(new FieldProblem("picture", this.words.of("settings.logo.wrong." + why.name(),
				LogoPicture.MOST_BYTES / 1024, LogoPicture.MOST_PIXELS))), model);
	}

	/** Beside the country a zone is asked for only where the country does not tell it. */
	private boolean isShown(SettingsPage page, Setting setting, Typed typed, Saved saved) {
		String country = country(page, typed, saved);
		String zone = typed.value(Setting.ZONE);
		return page != SettingsPage.COUNTRY || setting != Setting.ZONE || this.zones.isAsked(country)
				|| (!zone.isEmpty() && !this.zones.allows(country, zone));
	}

	/** The country as it would be. */
	private String country(SettingsPage page, Typed typed, Saved saved) {
		return (page == SettingsPage.COUNTRY && !this.settings.isInFile(Setting.COUNTRY)) ? typed.value(Setting.COUNTRY)
				: this.settings.country(saved.values());
	}

	private SettingField field(SettingsPage page, Setting setting, Typed typed, Saved saved, boolean compare) {
		boolean fixed = this.settings.isInFile(setting);
		String now = this.settings.shown(setting, saved.values());
		String value = typed.value(setting);
		return new SettingField(setting.id(), kind(setting), value, fixed ? this.settings.inFile(setting) : null,
				(compare && !now.equals(value)) ? now : null, choices(page, setting, typed, saved),
				source(setting, typed));
	}

	private static String kind(Setting setting) {
		return switch (setting) {
			case COUNTRY, ZONE -> "select";
			case ADDRESS -> "area";
			case EMAIL -> "email";
			case PHONE, EMERGENCY_NUMBER, URGENT_NUMBER, MATERNITY_NUMBER, CRISIS_LINE -> "tel";
			case COLOUR -> "colour";
			case LOGO -> "logo";
			case REVIEW_DAYS, REFERRALS, PLANS, WITHDRAWN, DRAFTS, MINORS_UNTIL, DEVICE_MINUTES -> "number";
			default -> "text";
		};
	}

	private Country.@Nullable Source source(Setting setting, Typed typed) {
		return setting.isService() ? this.countries.find(typed.value(Setting.COUNTRY))
			.filter((country) -> country.words().getOrDefault(setting.id(), "").equals(typed.value(setting)))
			.flatMap((country) -> country.sources()
				.stream()
				.filter((source) -> source.words().contains(setting.id()))
				.findFirst())
			.orElse(null) : null;
	}

	private List<Choice> choices(SettingsPage page, Setting setting, Typed typed, Saved saved) {
		return switch (setting) {
			case COUNTRY -> countries();
			case ZONE -> this.zones.choices(country(page, typed, saved), typed.value(Setting.ZONE));
			default -> List.of();
		};
	}

	/** The countries, and any other one. */
	List<Choice> countries() {
		return Stream.concat(this.countries.all().stream().map(Country::code), Stream.of(SettingRules.OTHER_COUNTRY))
			.map((code) -> new Choice(code, this.words.of("settings.country." + code)))
			.toList();
	}

	/** What is wrong, beside each field. */
	List<FieldProblem> problems(SettingsPage page, Typed typed) {
		List<FieldProblem> problems = new ArrayList<>();
		for (Setting setting : page.settings()) {
			if (!this.settings.isInFile(setting)) {
				((setting == Setting.ZONE) ? zoneProblem(page, typed) : problem(setting, typed))
					.ifPresent(problems::add);
			}
		}
		if (page == SettingsPage.REVIEW && problems.isEmpty()) {
			reviewProblem(page, typed).ifPresent(problems::add);
		}
		return problems;
	}

	private Optional<FieldProblem> zoneProblem(SettingsPage page, Typed typed) {
		Saved saved = this.settings.saved(page);
		String kept = saved.values().getOrDefault(Setting.ZONE.key(), "");
		String country = country(page, typed, saved);
		boolean same = country.equals(this.settings.country(saved.values()));
		return this.zones.wrong(country, typed.value(Setting.ZONE), same ? kept : "")
			.map((words) -> new FieldProblem(Setting.ZONE.id(), words));
	}

	/** A review without its name, day or version would claim more than was entered. */
	private Optional<FieldProblem> reviewProblem(SettingsPage page, Typed typed) {
		List<Setting> blank = page.settings()
			.stream()
			.filter((setting) -> !this.settings.isInFile(setting) && typed.value(setting).isEmpty())
			.toList();
		if (!blank.isEmpty() && blank.size() < page.settings().size()) {
			return Optional.of(new FieldProblem(blank.get(0).id(), this.words.of("settings.wrong.review")));
		}
		String on = typed.value(Setting.REVIEWED_ON);
		boolean future = !on.isEmpty() && LocalDate.parse(on).isAfter(LocalDate.now(this.clock));
		return future ? Optional
			.of(new FieldProblem(Setting.REVIEWED_ON.id(), this.words.of("settings.wrong." + Setting.REVIEWED_ON.id())))
				: Optional.empty();
	}

	Optional<FieldProblem> problem(Setting setting, Typed typed) {
		String value = typed.value(setting);
		boolean asked = setting == Setting.EMERGENCY_NUMBER && value.isEmpty()
				&& typed.value(Setting.COUNTRY).equals(SettingRules.OTHER_COUNTRY);
		boolean gone = setting == Setting.LOGO && !value.isEmpty() && this.logos.find(value).isEmpty();
		if (!asked && !gone && this.rules.allows(setting, value)) {
			return Optional.empty();
		}
		Object[] bounds = SettingRules.bounds(setting)
			.map((limits) -> new Object[] { limits.least(), limits.most() })
			.orElseGet(() -> new Object[] { value, nearest(value) });
		return Optional.of(new FieldProblem(setting.id(), this.words.of("settings.wrong." + setting.id(), bounds)));
	}

	private static String nearest(String value) {
		return Colour.of(value).map((colour) -> colour.forLight().toString()).orElse("#14624f");
	}

	/** As a person reads it. */
	String named(Setting setting, String value) {
		if (setting == Setting.COUNTRY && !value.isEmpty()) {
			return countries().stream()
				.filter((choice) -> choice.value().equals(value))
				.map(Choice::label)
				.findFirst()
				.orElse(value);
		}
		if (setting == Setting.COLOUR && SHADES.containsKey(value)) {
			return this.words.of("settings.shade." + SHADES.get(value));
		}
		return (setting == Setting.ZONE) ? value.replace('_', ' ') : value;
	}

}
