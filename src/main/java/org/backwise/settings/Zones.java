package org.backwise.settings;

import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.backwise.practice.Countries;
import org.backwise.practice.Country;
import org.backwise.practice.Words;
import org.backwise.settings.SettingField.Choice;

/**
 * The time zones that a practice may be in. Where a country has several, nobody guesses:
 * on another zone "today" and "late" would be wrong, and nothing would show it.
 */
@Component
class Zones {

	/** The rest are other names, or no places. */
	private static final Set<String> REGIONS = Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic",
			"Australia", "Europe", "Indian", "Pacific");

	private final Countries countries;

	private final Words words;

	Zones(Countries countries, Words words) {
		this.countries = countries;
		this.words = words;
	}

	/**
	 * The zones of a country.
	 *
	 * @param name what the country is called
	 * @param choices its zones
	 */
	record Group(String name, List<Choice> choices) {
	}

	/** Whether the country alone does not tell it. */
	boolean isAsked(String country) {
		return country.equals(SettingRules.OTHER_COUNTRY) || of(country).size() > 1;
	}

	boolean allows(String country, String zone) {
		List<String> known = of(country);
		return known.isEmpty() ? everywhere().contains(zone) : known.contains(zone);
	}

	/**
	 * What is wrong with a zone.
	 * @param country the country it is to be in
	 * @param zone what was chosen
	 * @param kept what holds already, which may stay so
	 * @return words, empty when nothing is wrong
	 */
	Optional<String> wrong(String country, String zone, String kept) {
		String name = named(country);
		if (zone.isEmpty()) {
			return isAsked(country) ? Optional.of(of(country).isEmpty() ? this.words.of("settings.wrong.zone")
					: this.words.of("settings.wrong.zone.which", name)) : Optional.empty();
		}
		if (zone.equals(kept) || allows(country, zone)) {
			return Optional.empty();
		}
		return Optional.of(of(country).isEmpty() ? this.words.of("settings.wrong.zone")
				: this.words.of("settings.wrong.zone.elsewhere", name));
	}

	/** Those of a country, and what holds already. */
	List<Choice> choices(String country, String kept) {
		List<String> known = of(country);
		List<String> zones = new ArrayList<>(known.isEmpty() ? everywhere() : known);
		if (!kept.isEmpty() && !zones.contains(kept)) {
			zones.add(kept);
		}
		return zones.stream().map((zone) -> choice(zone, known.contains(zone))).toList();
	}

	/** For somebody who chooses the country on the same page; theirs comes first. */
	List<Group> groups(String country) {
		List<Country> several = this.countries.all().stream().filter((one) -> one.zones().size() > 1).toList();
		Set<String> named = several.stream().flatMap((one) -> ids(one).stream()).collect(Collectors.toSet());
		List<Choice> elsewhere = everywhere().stream()
			.filter((zone) -> !named.contains(zone))
			.map((zone) -> choice(zone, false))
			.toList();
		Group other = new Group(named(SettingRules.OTHER_COUNTRY), elsewhere);
		List<Group> groups = new ArrayList<>();
		several.forEach((one) -> groups.add(new Group(named(one.code()), choices(one.code(), ""))));
		groups.add(other);
		groups.stream().filter((one) -> one.name().equals(named(country))).findFirst().ifPresent((first) -> {
			groups.remove(first);
			groups.add(0, first);
		});
		return groups;
	}

	/** The group of one country. */
	List<Group> only(String country) {
		return List.of(new Group(named(country), choices(country, "")));
	}

	private String named(String country) {
		return (country.equals(SettingRules.OTHER_COUNTRY) || this.countries.find(country).isPresent())
				? this.words.of("settings.country." + country) : "";
	}

	/** Known by its city; how people call it stands beside, where it is one of few. */
	private Choice choice(String zone, boolean ofFew) {
		String place = zone.replace('_', ' ');
		return new Choice(zone, ofFew ? this.words.of("settings.zone", place.substring(place.indexOf('/') + 1),
				ZoneId.of(zone).getDisplayName(TextStyle.FULL, this.words.language())) : place);
	}

	private List<String> of(String country) {
		return this.countries.find(country).map(Zones::ids).orElse(List.of());
	}

	private static List<String> ids(Country country) {
		return country.zones().stream().map(ZoneId::getId).toList();
	}

	private static List<String> everywhere() {
		return ZoneId.getAvailableZoneIds()
			.stream()
			.filter((zone) -> zone.contains("/") && REGIONS.contains(zone.substring(0, zone.indexOf('/'))))
			.sorted()
			.toList();
	}

}
