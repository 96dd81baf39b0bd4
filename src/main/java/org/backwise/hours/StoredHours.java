package org.backwise.hours;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.hours.OpeningHours.Room;

/**
 * All that the owner has said about when and where the practice works.
 *
 * @param edition changes with every change; null while nobody has said anything
 * @param week the stretches of each weekday, in order
 * @param closed the closed days, in order
 * @param country code of the country whose holidays count, null for none
 * @param region codes of its region with slashes between, null for the whole country
 * @param worked ids of the holidays on which the practice works all the same
 * @param rooms the treatment rooms in the owner's order, those retired as well
 * @param lengths the usual lengths of a session
 */
record StoredHours(@Nullable UUID edition, Map<DayOfWeek, List<Open>> week, List<Closed> closed,
		@Nullable String country, @Nullable String region, Set<String> worked, List<Named> rooms,
		List<Integer> lengths) {

	/** What goes while nobody has said anything. */
	static final StoredHours UNSAID = new StoredHours(null, everyDay(), List.of(), null, null, Set.of(), List.of(),
			List.of(30, 45, 60, 90));

	private static Map<DayOfWeek, List<Open>> everyDay() {
		Map<DayOfWeek, List<Open>> week = new EnumMap<>(DayOfWeek.class);
		for (DayOfWeek day : DayOfWeek.values()) {
			week.put(day, List.of(new Open(LocalTime.of(8, 0), LocalTime.of(20, 0))));
		}
		return week;
	}

	boolean isOf(@Nullable UUID other) {
		return Objects.equals(this.edition, other);
	}

	/** As a form keeps it, to tell whether somebody else changed it since. */
	String seen() {
		return (this.edition != null) ? this.edition.toString() : "";
	}

	List<Open> on(DayOfWeek day) {
		return this.week.getOrDefault(day, List.of());
	}

	/**
	 * Days on which the practice is closed.
	 *
	 * @param id its id
	 * @param from the first one
	 * @param until the last one
	 * @param words why
	 */
	record Closed(UUID id, LocalDate from, LocalDate until, String words) {

		boolean holds(LocalDate day) {
			return !day.isBefore(this.from) && !day.isAfter(this.until);
		}

		boolean isLike(LocalDate otherFrom, LocalDate otherUntil, String otherWords) {
			return this.from.equals(otherFrom) && this.until.equals(otherUntil) && this.words.equals(otherWords);
		}

	}

	/**
	 * A treatment room.
	 *
	 * @param room the room
	 * @param retired whether it is no longer used
	 */
	record Named(Room room, boolean retired) {
	}

}
