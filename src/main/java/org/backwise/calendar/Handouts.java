package org.backwise.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.CaseId;

/**
 * Hands sessions out to calendars and remembers what each was last told. Nothing is
 * counted that no calendar ever saw.
 */
@Component
class Handouts {

	/** So long after its day a session stays in a calendar, called off or not. */
	static final int DAYS = 60;

	/** So often is tried what others do at the same time. */
	private static final int TRIES = 4;

	private final HandedRows rows;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Handouts(HandedRows rows, TransactionTemplate transaction, Clock clock) {
		this.rows = rows;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * The first day that calendars are told.
	 * @return so many days ago
	 */
	LocalDate from() {
		return today().minusDays(DAYS);
	}

	/** The day at the practice. */
	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/**
	 * What an audience is told now.
	 * @param audience who reads
	 * @param only the one case it is about, null for any
	 * @param now looks how the sessions stand
	 * @return in the order of time
	 */
	List<Handed> handOut(String audience, @Nullable CaseId only, Supplier<List<Slot>> now) {
		for (int tries = 1;; tries++) {
			try {
				return Objects.requireNonNull(this.transaction.execute((status) -> tell(audience, only, now)));
			}
			catch (ConcurrencyFailureException ex) {
				again(tries, ex);
			}
			catch (DataIntegrityViolationException ex) {
				again(tries, ex);
			}
		}
	}

	private static void again(int tries, RuntimeException ex) {
		if (tries == TRIES) {
			throw ex;
		}
	}

	/**
	 * What was told is read before the sessions, so that it is never the newer of the
	 * two.
	 */
	private List<Handed> tell(String audience, @Nullable CaseId only, Supplier<List<Slot>> now) {
		LocalDate from = from();
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
		List<Handed> stored = this.rows.of(audience, only);
		Map<Boolean, List<Handed>> old = stored.stream()
			.collect(Collectors.partitioningBy((one) -> one.slot().day().isBefore(from)));
		List<Handed> before = Objects.requireNonNull(old.get(false));
		List<Handed> told = Handed.after(before, now.get(), from, at);
		List<Handed> over = Objects.requireNonNull(old.get(true));
		if (!over.isEmpty()) {
			this.rows.forget(audience, over.stream().map((one) -> one.slot().key()).toList());
		}
		keep(audience, before, told);
		return told;
	}

	private void keep(String audience, List<Handed> before, List<Handed> told) {
		Map<Slot.Key, Handed> known = new HashMap<>();
		before.forEach((one) -> known.put(one.slot().key(), one));
		List<Handed> added = new ArrayList<>();
		List<Handed> changed = new ArrayList<>();
		List<Integer> numbers = new ArrayList<>();
		for (Handed one : told) {
			Handed was = known.get(one.slot().key());
			if (was == null) {
				added.add(one);
			}
			else if (!was.equals(one)) {
				changed.add(one);
				numbers.add(was.sequence());
			}
		}
		this.rows.add(audience, added);
		this.rows.change(audience, changed, numbers);
	}

}
