package org.backwise.hours;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The public holidays of countries and their regions, from the library Jollyday. A
 * holiday that is given on another day in place of its own closes both.
 */
@Component
class PublicHolidays {

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	private final Map<Place, List<Holiday>> known = new ConcurrentHashMap<>();

	/**
	 * A public holiday of a year.
	 *
	 * @param id what it is called in every year
	 * @param day its day
	 * @param named the library's own
	 */
	record Holiday(String id, LocalDate day, de.focus_shift.jollyday.core.Holiday named) {

		String name(Locale language) {
			return this.named.getDescription(language);
		}

	}

	/** The countries whose holidays are known, by code. */
	Set<String> countries() {
		Set<String> countries = new HashSet<>(HolidayManager.getSupportedCalendarCodes());
		countries.removeIf((code) -> !COUNTRIES.contains(code) && !code.equals("XK"));
		return countries;
	}

	/** Its regions: codes with slashes between, and what they are called. */
	Map<String, String> regions(String country, Locale language) {
		Map<String, String> regions = new TreeMap<>();
		if (countries().contains(country)) {
			add(regions, manager(country).getCalendarHierarchy(), "", "", language);
		}
		return regions;
	}

	private static void add(Map<String, String> regions, CalendarHierarchy above, String path, String name,
			Locale language) {
		above.getChildren().values().forEach((child) -> {
			String own = name + child.getDescription(language);
			regions.put(path + child.getId(), own);
			add(regions, child, path + child.getId() + "/", own + ", ", language);
		});
	}

	/** The holidays of a year in their order, none without a country. */
	List<Holiday> of(@Nullable String country, @Nullable String region, Year year) {
		return (country != null) ? this.known.computeIfAbsent(new Place(country, region, year), PublicHolidays::look)
				: List.of();
	}

	private static List<Holiday> look(Place place) {
		String region = place.region();
		String[] path = (region != null) ? region.split("/") : new String[0];
		Set<de.focus_shift.jollyday.core.Holiday> found = manager(place.country()).getHolidays(place.year(),
				HolidayType.PUBLIC_HOLIDAY, path);
		Map<String, Set<LocalDate>> days = new HashMap<>();
		found.forEach((one) -> days.computeIfAbsent(one.getPropertiesKey(), (key) -> new HashSet<>())
			.add(one.getActualDate()));
		Map<LocalDate, Holiday> holidays = new TreeMap<>();
		List<de.focus_shift.jollyday.core.Holiday> inOrder = new ArrayList<>(found);
		inOrder.sort(Comparator.comparing(de.focus_shift.jollyday.core.Holiday::getActualDate));
		for (de.focus_shift.jollyday.core.Holiday one : inOrder) {
			boolean several = days.getOrDefault(one.getPropertiesKey(), Set.of()).size() > 1;
			String id = several ? one.getPropertiesKey() + "@" + one.getActualDate().getMonthValue()
					: one.getPropertiesKey();
			for (LocalDate day : List.of(one.getActualDate(), one.getDate())) {
				if (day.getYear() == place.year().getValue()) {
					holidays.putIfAbsent(day, new Holiday(id, day, one));
				}
			}
		}
		return List.copyOf(holidays.values());
	}

	private static HolidayManager manager(String country) {
		return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
	}

	/** What is looked up once. */
	private record Place(String country, @Nullable String region, Year year) {
	}

}
