package org.backwise.diary;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.backwise.hours.OpenDays;

/** Makes sessions ready to be shown: names, and what to see before each. */
@Component
class Visits {

	/** So long before its day a check-in is missing. */
	private static final Duration BEFORE = Duration.ofHours(12);

	/** By time; what has none comes after what has. */
	static final Comparator<DiaryRow> ORDER = Comparator.comparing(DiaryRow::day)
		.thenComparing((row) -> row.at().start(), Comparator.nullsLast(Comparator.<LocalTime>naturalOrder()))
		.thenComparing(DiaryRow::reference)
		.thenComparing(DiaryRow::number);

	private final Warnings warnings;

	private final Clock clock;

	Visits(Warnings warnings, Clock clock) {
		this.warnings = warnings;
		this.clock = clock;
	}

	/** All of them in the order of their times. */
	List<Visit> of(Collection<DiaryRow> rows, Map<UUID, String> names) {
		Set<DiaryRow> clashing = clashing(rows);
		OpenDays days = this.warnings.days();
		return rows.stream().sorted(ORDER).map((row) -> visit(row, names, clashing.contains(row), days)).toList();
	}

	/** A session with its names alone. */
	Visit plain(DiaryRow row, Map<UUID, String> names) {
		UUID therapist = row.at().therapist();
		String room = row.at().room();
		return new Visit(row, (therapist != null) ? names.getOrDefault(therapist, "–") : null,
				(room != null) ? this.warnings.room(room) : null, List.of());
	}

	private Visit visit(DiaryRow row, Map<UUID, String> names, boolean clashes, OpenDays days) {
		Visit plain = plain(row, names);
		return new Visit(row, plain.therapist(), plain.room(), attention(row, clashes, days));
	}

	private Set<DiaryRow> clashing(Collection<DiaryRow> rows) {
		Set<DiaryRow> clashing = new HashSet<>();
		WallClock wall = this.warnings.wall();
		for (DiaryRow one : rows) {
			for (DiaryRow other : rows) {
				if (one.clashesWith(other, wall)) {
					clashing.add(one);
				}
			}
		}
		return clashing;
	}

	private List<Attention> attention(DiaryRow row, boolean clashes, OpenDays days) {
		List<Attention> all = new ArrayList<>();
		DiaryRow.Mind mind = row.mind();
		add(all, Attention.SIGN, mind.sign());
		add(all, Attention.RESTS, row.stop() != null && !mind.sign());
		add(all, Attention.CLASH, clashes);
		add(all, Attention.CLOSED, row.pending() && days.on(row.day()).isEmpty());
		add(all, Attention.OUTSIDE, isOutside(row, days));
		add(all, Attention.DROPPED, mind.dropped());
		add(all, Attention.OVERDUE, row.pending() && row.firm() && row.day().isBefore(LocalDate.now(this.clock)));
		add(all, Attention.CAUTION, mind.cautions() > 0);
		add(all, Attention.CHECK_IN, row.pending() && row.firm() && !mind.checked() && !isFar(row.day()));
		add(all, Attention.STEP, mind.step());
		add(all, Attention.FIRST, mind.first());
		add(all, Attention.NOTE, mind.unsigned() == row.number());
		add(all, Attention.NOTE_BEFORE, mind.unsigned() > 0 && row.pending() && isNear(row));
		LocalTime start = row.at().start();
		if (start != null && row.pending()) {
			WallClock.Kind kind = this.warnings.wall().kind(row.day(), start);
			add(all, Attention.NEVER, kind == WallClock.Kind.NEVER);
			add(all, Attention.TWICE, kind == WallClock.Kind.TWICE);
		}
		return all;
	}

	/** Whether its day is open, and its time is not. */
	static boolean isOutside(DiaryRow row, OpenDays days) {
		LocalTime start = row.at().start();
		return row.pending() && start != null && !days.on(row.day()).isEmpty()
				&& !days.isOpen(row.day(), Appointment.minute(start), Objects.requireNonNull(row.at().endMinute()));
	}

	/** A note from before is told where it is needed, not months ahead. */
	private boolean isNear(DiaryRow row) {
		return !row.day().isAfter(LocalDate.now(this.clock).plusDays(1));
	}

	private boolean isFar(LocalDate day) {
		Instant since = day.atStartOfDay(this.clock.getZone()).toInstant().minus(BEFORE);
		return since.isAfter(this.clock.instant());
	}

	private static void add(List<Attention> all, Attention one, boolean holds) {
		if (holds) {
			all.add(one);
		}
	}

}
