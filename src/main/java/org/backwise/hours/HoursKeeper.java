package org.backwise.hours;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.hours.StoredHours.Named;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/**
 * What the owner does with hours, days and rooms. Each command names the edition that was
 * looked at, so that two owners never overwrite each other unseen; what stands already is
 * not done twice.
 */
@Service
class HoursKeeper {

	/** What a command is told that looked at something old. */
	static final String STALE = "hours.stale";

	private final HoursRows rows;

	private final OpeningHours hours;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Clock clock;

	HoursKeeper(HoursRows rows, OpeningHours hours, SignedIn signedIn, Journal journal, Clock clock) {
		this.rows = rows;
		this.hours = hours;
		this.signedIn = signedIn;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Keeps the opening hours of the week.
	 * @throws Refused when somebody else has changed something, or no day is open
	 */
	@Transactional
	public void keepWeek(Map<DayOfWeek, List<Open>> week, String seen) {
		if (week.values().stream().allMatch(List::isEmpty)) {
			throw new Refused("hours.week.none");
		}
		StoredHours before = lock();
		Set<DayOfWeek> changed = new HashSet<>(week.keySet());
		changed.removeIf((day) -> before.on(day).equals(week.get(day)));
		if (changed.isEmpty()) {
			return;
		}
		begin(before, seen);
		changed.forEach((day) -> this.rows.keep(day, Objects.requireNonNull(week.get(day))));
		note(Action.HOURS_CHANGED);
	}

	/** Closes the practice on some days. */
	@Transactional
	public void close(LocalDate from, LocalDate until, String words, String seen) {
		StoredHours before = lock();
		if (before.closed().stream().anyMatch((closed) -> closed.isLike(from, until, words))) {
			return;
		}
		begin(before, seen);
		this.rows.close(UUID.randomUUID(), from, until, words);
		note(Action.CLOSED_DAYS_CHANGED);
	}

	/** Opens the practice again on days that were closed. */
	@Transactional
	public void reopen(UUID id, String seen) {
		StoredHours before = lock();
		if (before.closed().stream().noneMatch((closed) -> closed.id().equals(id))) {
			return;
		}
		begin(before, seen);
		this.rows.reopen(id);
		note(Action.CLOSED_DAYS_CHANGED);
	}

	/** Says whose public holidays count; in another country none is worked on yet. */
	@Transactional
	public void keepPlace(@Nullable String country, @Nullable String region, String seen) {
		StoredHours before = lock();
		if (Objects.equals(before.country(), country) && Objects.equals(before.region(), region)) {
			return;
		}
		begin(before, seen);
		this.rows.keepPlace(country, region);
		if (!Objects.equals(before.country(), country)) {
			this.rows.keepWorked(Set.of());
		}
		note(Action.HOLIDAYS_CHANGED);
	}

	/**
	 * Says on which holidays the practice works all the same.
	 * @param shown ids of those that the form offered
	 * @param worked ids of those that were ticked
	 */
	@Transactional
	public void keepWorked(Set<String> shown, Set<String> worked, String seen) {
		StoredHours before = lock();
		Set<String> after = new HashSet<>(before.worked());
		after.removeAll(shown);
		worked.stream().filter(shown::contains).forEach(after::add);
		if (after.equals(before.worked())) {
			return;
		}
		begin(before, seen);
		this.rows.keepWorked(after);
		note(Action.HOLIDAYS_CHANGED);
	}

	/**
	 * Adds a treatment room.
	 * @throws Refused when one in use has that name
	 */
	@Transactional
	public void addRoom(String name, String seen) {
		StoredHours before = lock();
		if (named(before, name).isPresent()) {
			if (!before.seen().equals(seen)) {
				return;
			}
			throw new Refused("hours.room.twice");
		}
		begin(before, seen);
		this.rows.addRoom(UUID.randomUUID().toString(), name);
		note(Action.ROOMS_CHANGED);
	}

	/**
	 * Gives a treatment room another name.
	 * @throws Refused when another one in use has it
	 */
	@Transactional
	public void nameRoom(String id, String name, String seen) {
		StoredHours before = lock();
		Named room = room(before, id);
		if (room.room().name().equals(name)) {
			return;
		}
		if (named(before, name).filter((other) -> !other.room().id().equals(id)).isPresent()) {
			throw new Refused("hours.room.twice");
		}
		begin(before, seen);
		this.rows.nameRoom(id, name);
		note(Action.ROOMS_CHANGED);
	}

	/**
	 * Retires a treatment room, or brings it back; it is never gone.
	 * @throws Refused when it would come back under the name of another one
	 */
	@Transactional
	public void retireRoom(String id, boolean retired, String seen) {
		StoredHours before = lock();
		Named room = room(before, id);
		if (room.retired() == retired) {
			return;
		}
		if (!retired && named(before, room.room().name()).isPresent()) {
			throw new Refused("hours.room.twice");
		}
		begin(before, seen);
		this.rows.retireRoom(id, retired ? this.clock.instant() : null);
		note(Action.ROOMS_CHANGED);
	}

	/** Puts a treatment room one place further up among those in use. */
	@Transactional
	public void raiseRoom(String id, String seen) {
		StoredHours before = lock();
		List<String> order = new ArrayList<>(before.rooms()
			.stream()
			.sorted(Comparator.comparing(Named::retired))
			.map((room) -> room.room().id())
			.toList());
		int place = order.indexOf(id);
		if (place < 1) {
			return;
		}
		begin(before, seen);
		Collections.swap(order, place, place - 1);
		for (int i = 0; i < order.size(); i++) {
			this.rows.placeRoom(order.get(i), i + 1);
		}
		note(Action.ROOMS_CHANGED);
	}

	/** Keeps the usual lengths of a session. */
	@Transactional
	public void keepLengths(List<Integer> lengths, String seen) {
		StoredHours before = lock();
		if (before.lengths().equals(lengths)) {
			return;
		}
		begin(before, seen);
		this.rows.keepLengths(lengths);
		note(Action.HOURS_CHANGED);
	}

	private StoredHours lock() {
		this.rows.lock();
		return this.rows.read();
	}

	private void begin(StoredHours before, String seen) {
		if (!before.seen().equals(seen)) {
			throw new Refused(STALE);
		}
		UUID edition = UUID.randomUUID();
		if (before.edition() == null) {
			this.rows.begin(edition);
		}
		else {
			this.rows.next(edition);
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCompletion(int status) {
				HoursKeeper.this.hours.changed();
			}

		});
	}

	private static Optional<Named> named(StoredHours hours, String name) {
		return hours.rooms()
			.stream()
			.filter((room) -> !room.retired() && room.room().name().equalsIgnoreCase(name))
			.findFirst();
	}

	private static Named room(StoredHours hours, String id) {
		return hours.rooms()
			.stream()
			.filter((room) -> room.room().id().equals(id))
			.findFirst()
			.orElseThrow(() -> new Refused("hours.room.unknown"));
	}

	private void note(Action action) {
		this.journal.note(action, new Who.Staff(this.signedIn.owner().id()), null);
	}

}
