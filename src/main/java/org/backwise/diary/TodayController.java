package org.backwise.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.desk.WaitingCounts;
import org.backwise.notes.UnsignedNotes;
import org.backwise.staff.SignedIn;

/** The sessions of today, and beside them everything that needs a therapist. */
@Controller
class TodayController {

	private static final int AHEAD = 14;

	private final DiaryRows rows;

	private final Visits visits;

	private final Warnings warnings;

	private final WaitingCounts waiting;

	private final UnsignedNotes unsigned;

	private final SignedIn signedIn;

	private final Clock clock;

	TodayController(DiaryRows rows, Visits visits, Warnings warnings, WaitingCounts waiting, UnsignedNotes unsigned,
			SignedIn signedIn, Clock clock) {
		this.rows = rows;
		this.visits = visits;
		this.warnings = warnings;
		this.waiting = waiting;
		this.unsigned = unsigned;
		this.signedIn = signedIn;
		this.clock = clock;
	}

	/**
	 * A day of the week to come.
	 *
	 * @param date the day
	 * @param sessions how many sessions it has
	 */
	record DayAhead(LocalDate date, int sessions) {
	}

	@GetMapping("/desk/today")
	String show(@RequestParam(required = false) @Nullable String who,
			@RequestParam(required = false) @Nullable String done, Model model) {
		LocalDate today = LocalDate.now(this.clock);
		DiaryFilter filter = DiaryFilter.of(who, null);
		UUID me = this.signedIn.member().id();
		Map<UUID, String> names = this.warnings.names();
		List<DiaryRow> all = this.rows.between(today, today);
		List<Visit> visits = this.visits.of(all.stream().filter((row) -> filter.lets(row, me)).toList(), names);
		SortedMap<LocalDate, Integer> counts = this.rows.counts(today.plusDays(1), today.plusDays(6));
		model.addAttribute("private", true);
		model.addAttribute("done", done != null);
		model.addAttribute("today", today);
		model.addAttribute("filter", filter);
		model.addAttribute("others", all.size() - visits.size());
		model.addAttribute("visits", visits);
		model.addAttribute("looks",
				visits.stream().filter((visit) -> visit.attention().stream().anyMatch(Attention::isUrgent)).count());
		model.addAttribute("ahead",
				IntStream.rangeClosed(1, 6)
					.mapToObj(today::plusDays)
					.map((day) -> new DayAhead(day, counts.getOrDefault(day, 0)))
					.toList());
		model.addAttribute("next", visits.isEmpty() ? next(today, counts) : null);
		lists(today, names, model);
		model.addAttribute("waiting", this.waiting.all());
		model.addAttribute("unsigned", this.unsigned.count(filter.isAll() ? null : me));
		return "diary/today";
	}

	private @Nullable LocalDate next(LocalDate today, SortedMap<LocalDate, Integer> counts) {
		return counts.isEmpty() ? this.rows.next(today).stream().findFirst().orElse(null) : counts.firstKey();
	}

	private void lists(LocalDate today, Map<UUID, String> names, Model model) {
		Map<Boolean, List<DiaryRow>> left = this.rows.left(today)
			.stream()
			.collect(Collectors.partitioningBy((row) -> row.day().isBefore(today)));
		List<DiaryRow> clashes = this.rows.clashes(today, today.plusDays(AHEAD))
			.stream()
			.sorted(Visits.ORDER)
			.filter(distinct())
			.toList();
		model.addAttribute("overdue", plain(left.getOrDefault(true, List.of()), names));
		model.addAttribute("untimed", plain(left.getOrDefault(false, List.of()), names));
		model.addAttribute("clashes", plain(clashes, names));
		model.addAttribute("most", DiaryRows.MOST);
	}

	/** The next one of each case is enough; those after it are of the same kind. */
	private static Predicate<DiaryRow> distinct() {
		Set<UUID> seen = new HashSet<>();
		return (row) -> seen.add(row.caseId());
	}

	/** Without what to see before each, which their pages say. */
	private List<Visit> plain(List<DiaryRow> rows, Map<UUID, String> names) {
		return rows.stream().sorted(Visits.ORDER).map((row) -> this.visits.plain(row, names)).toList();
	}

}
