package org.backwise.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A session as it was last handed out to calendars.
 *
 * @param slot the session
 * @param sequence rises with every change that calendars are told of
 * @param changedAt when it last rose
 */
record Handed(Slot slot, int sequence, Instant changedAt) {

	private static final Instant EPOCH = Instant.parse("2020-01-01T00:00:00Z");

	private static final Comparator<Handed> ORDER = Comparator.comparing((Handed one) -> one.slot().day())
		.thenComparing((one) -> one.slot().start(), Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
		.thenComparing((one) -> one.slot().reference())
		.thenComparing((one) -> one.slot().number());

	/** For the first time. */
	static Handed first(Slot slot, Instant at) {
		return new Handed(slot, minutes(at), at);
	}

	/**
	 * What follows when the session now stands so. What is called off keeps the time at
	 * which calendars have it.
	 */
	private Handed then(Slot now, Instant at) {
		Slot next = now.isCancelled() ? this.slot.cancelled() : now;
		return next.equals(this.slot) ? this : new Handed(next, Math.max(this.sequence + 1, minutes(at)), at);
	}

	/**
	 * Minutes, and not a count: what changes after a database was restored from a backup,
	 * or after these rows were lost, still has a higher number than what was handed out
	 * before.
	 */
	private static int minutes(Instant at) {
		return Math.toIntExact(Math.max(0, Duration.between(EPOCH, at).toMinutes()));
	}

	/**
	 * What calendars are told now: sessions as they stand, and those called off that they
	 * were told of. What is called off before any calendar knew of it is left out.
	 * @param before what they were told
	 * @param now the sessions as they stand
	 * @param from the first day that is told
	 * @param at the time
	 * @return in the order of time
	 */
	static List<Handed> after(List<Handed> before, List<Slot> now, LocalDate from, Instant at) {
		Map<Slot.Key, Handed> known = new LinkedHashMap<>();
		before.forEach((one) -> known.put(one.slot().key(), one));
		List<Handed> told = new ArrayList<>();
		for (Slot slot : now) {
			Handed was = known.remove(slot.key());
			if (was != null) {
				told.add(was.then(slot, at));
			}
			else if (!slot.isCancelled()) {
				told.add(first(slot, at));
			}
		}
		known.values().forEach((gone) -> told.add(gone.then(gone.slot().cancelled(), at)));
		return told.stream().filter((one) -> !one.slot().day().isBefore(from)).sorted(ORDER).toList();
	}

}
