package org.backwise.diary;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.hours.OpeningHours;
import org.backwise.practice.FormText;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** A day or a week of sessions. */
@Controller
class DiaryController {

	private static final int DAYS = 7;

	/** Where a grid begins and ends when the practice is closed. */
	private static final OpeningHours.Open USUAL = new OpeningHours.Open(java.time.LocalTime.of(9, 0),
			java.time.LocalTime.of(17, 0));

	private final DiaryRows rows;

	private final Visits visits;

	private final Warnings warnings;

	private final OpeningHours hours;

	private final SignedIn signedIn;

	private final Words words;

	private final Clock clock;

	DiaryController(DiaryRows rows, Visits visits, Warnings warnings, OpeningHours hours, SignedIn signedIn,
			Words words, Clock clock) {
		this.rows = rows;
		this.visits = visits;
		this.warnings = warnings;
		this.hours = hours;
		this.signedIn = signedIn;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * A day as it is shown.
	 *
	 * @param date the day
	 * @param open when the practice is open
	 * @param closed why it is closed, null on an open day
	 * @param timed the sessions with a time
	 * @param untimed the sessions without one
	 */
	record Day(LocalDate date, List<OpeningHours.Open> open, @Nullable String closed, List<Visit> timed,
			List<Visit> untimed) {

		public boolean isEmpty() {
			return this.timed.isEmpty() && this.untimed.isEmpty();
		}

	}

	@GetMapping("/desk/diary")
	String show(@RequestParam(required = false) @Nullable String day,
			@RequestParam(required = false) @Nullable String view, @RequestParam(required = false) @Nullable String who,
			@RequestParam(required = false) @Nullable String room,
			@RequestParam(required = false) @Nullable String done, Model model) {
		LocalDate today = LocalDate.now(this.clock);
		LocalDate chosen = FormText.line(day)
			.day()
			.filter((one) -> Math.abs(one.toEpochDay() - today.toEpochDay()) < 100 * 366)
			.orElse(today);
		boolean week = "week".equals(view);
		LocalDate from = week ? chosen.with(TemporalAdjusters.previousOrSame(firstDay())) : chosen;
		LocalDate to = from.plusDays(week ? DAYS - 1 : 0);
		DiaryFilter filter = DiaryFilter.of(who, room);
		Map<UUID, String> names = this.warnings.names();
		UUID me = this.signedIn.member().id();
		List<Visit> visits = this.visits
			.of(this.rows.between(from, to).stream().filter((row) -> filter.lets(row, me)).toList(), names);
		List<Day> days = IntStream.range(0, week ? DAYS : 1)
			.mapToObj(from::plusDays)
			.map((one) -> day(one, visits))
			.toList();
		model.addAttribute("private", true);
		model.addAttribute("done", done != null);
		model.addAttribute("today", today);
		model.addAttribute("from", from);
		model.addAttribute("to", to);
		model.addAttribute("week", week);
		model.addAttribute("before", from.minusDays(week ? DAYS : 1));
		model.addAttribute("after", from.plusDays(week ? DAYS : 1));
		model.addAttribute("filter", filter);
		model.addAttribute("names", names);
		model.addAttribute("rooms", this.hours.rooms());
		model.addAttribute("days", days);
		model.addAttribute("count", visits.size());
		model.addAttribute("next",
				visits.isEmpty()
						? this.rows.next(to.isBefore(today) ? today.minusDays(1) : to).stream().findFirst().orElse(null)
						: null);
		model.addAttribute("grid", grid(days, week, names));
		return "diary/diary";
	}

	private DayOfWeek firstDay() {
		return WeekFields.of(this.words.language()).getFirstDayOfWeek();
	}

	private Day day(LocalDate date, List<Visit> visits) {
		List<OpeningHours.Open> open = this.hours.on(date);
		List<Visit> there = visits.stream().filter((visit) -> visit.day().equals(date)).toList();
		return new Day(date, open, open.isEmpty() ? this.hours.whyClosed(date).orElse("") : null,
				there.stream().filter((visit) -> visit.time() != null).toList(),
				there.stream().filter((visit) -> visit.time() == null).toList());
	}

	private static DiaryGrid grid(List<Day> days, boolean week, Map<UUID, String> names) {
		List<OpeningHours.Open> open = days.stream().flatMap((day) -> day.open().stream()).toList();
		List<OpeningHours.Open> shown = open.isEmpty() ? List.of(USUAL) : open;
		int from = shown.stream().mapToInt((one) -> Appointment.minute(one.from())).min().orElseThrow();
		int to = shown.stream().mapToInt(Warnings::until).max().orElseThrow();
		return DiaryGrid.of(week ? byDay(days) : byTherapist(days.get(0), names), from, to);
	}

	/** A day on which the practice is closed has no column while nothing is on it. */
	private static List<DiaryGrid.Column> byDay(List<Day> days) {
		List<Day> shown = days.stream().filter((day) -> day.closed() == null || !day.isEmpty()).toList();
		return (shown.isEmpty() ? days : shown).stream()
			.map((day) -> new DiaryGrid.Column(day.date().toString(), day.timed()))
			.toList();
	}

	/** Whoever has sessions, in the order in which they came; last those with nobody. */
	private static List<DiaryGrid.Column> byTherapist(Day day, Map<UUID, String> names) {
		Map<String, List<Visit>> columns = new LinkedHashMap<>();
		names.values().forEach((name) -> columns.put(name, new ArrayList<>()));
		columns.put("", new ArrayList<>());
		day.timed()
			.forEach((visit) -> columns
				.computeIfAbsent(Objects.requireNonNullElse(visit.therapist(), ""), (name) -> new ArrayList<>())
				.add(visit));
		columns.values().removeIf(List::isEmpty);
		return columns.entrySet().stream().map((one) -> new DiaryGrid.Column(one.getKey(), one.getValue())).toList();
	}

}
