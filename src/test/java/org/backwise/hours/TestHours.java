package org.backwise.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.hours.OpeningHours.Open;

/** Hours of a practice for tests that need no database. */
public final class TestHours {

	private static final PublicHolidays HOLIDAYS = new PublicHolidays();

	private final Map<DayOfWeek, List<Open>> week = new EnumMap<>(DayOfWeek.class);

	private final List<StoredHours.Closed> closed = new ArrayList<>();

	private final @Nullable String country;

	private final @Nullable String region;

	private TestHours(@Nullable String country, @Nullable String region) {
		this.country = country;
		this.region = region;
		for (DayOfWeek day : DayOfWeek.values()) {
			this.week.put(day, List.of(new Open(LocalTime.of(9, 0), LocalTime.of(18, 0))));
		}
	}

	/** A practice that is open every day but the holidays of a country. */
	public static TestHours in(@Nullable String country, @Nullable String region) {
		return new TestHours(country, region);
	}

	/** Never open on a day of the week. */
	public TestHours never(DayOfWeek... days) {
		for (DayOfWeek day : days) {
			this.week.remove(day);
		}
		return this;
	}

	/** Open at other times on a day of the week. */
	public TestHours open(DayOfWeek day, int from, int until) {
		this.week.put(day, List.of(new Open(LocalTime.of(from, 0), LocalTime.of(until, 0))));
		return this;
	}

	/** Closed on some days. */
	public TestHours closed(LocalDate from, LocalDate until, String words) {
		this.closed.add(new StoredHours.Closed(UUID.randomUUID(), from, until, words));
		return this;
	}

	/** The days. */
	public OpenDays days() {
		return new PracticeDays(new StoredHours(UUID.randomUUID(), this.week, List.copyOf(this.closed), this.country,
				this.region, Set.of(), List.of(), List.of(60)), HOLIDAYS, Locale.UK);
	}

}
