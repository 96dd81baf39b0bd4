package org.backwise.diary;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import org.backwise.cases.CaseId;
import org.backwise.cases.SuitingTimes;
import org.backwise.cases.Suits;
import org.backwise.cases.SuitsWords;
import org.backwise.hours.OpenDays;
import org.backwise.hours.OpeningHours;
import org.backwise.practice.Dates;
import org.backwise.staff.StaffAccounts;

/**
 * Finds what stands against the times of sessions: others, the hours, the clock, and what
 * suits the client.
 */
@Component
class Warnings {

	private final DiaryRows rows;

	private final OpeningHours hours;

	private final StaffAccounts staff;

	private final SuitingTimes suiting;

	private final SuitsWords suits;

	private final Dates dates;

	private final Clock clock;

	Warnings(DiaryRows rows, OpeningHours hours, StaffAccounts staff, SuitingTimes suiting, SuitsWords suits,
			Dates dates, Clock clock) {
		this.rows = rows;
		this.hours = hours;
		this.staff = staff;
		this.suiting = suiting;
		this.suits = suits;
		this.dates = dates;
		this.clock = clock;
	}

	/** Everything that stands against sessions of one case, as they are to be. */
	List<Warning> of(List<DiaryRow> wanted) {
		List<DiaryRow> timed = wanted.stream().filter((one) -> one.at().start() != null).toList();
		List<Warning> warnings = new ArrayList<>(clashes(timed));
		OpenDays days = days();
		timed.forEach((one) -> {
			hours(one, days, warnings);
			clock(one, warnings);
		});
		suits(timed, warnings);
		warnings.sort(Comparator.comparing(Warning::day).thenComparing(Warning::kind));
		return warnings;
	}

	/** Each weekday is told once, however many sessions are on it. */
	private void suits(List<DiaryRow> timed, List<Warning> warnings) {
		Suits suits = timed.isEmpty() ? null : this.suiting.of(new CaseId(timed.get(0).caseId())).orElse(null);
		if (suits == null) {
			return;
		}
		Set<DayOfWeek> told = EnumSet.noneOf(DayOfWeek.class);
		timed.stream()
			.sorted(Comparator.comparing(DiaryRow::day))
			.filter((one) -> !suits(suits, one) && told.add(one.day().getDayOfWeek()))
			.forEach((one) -> warnings
				.add(new Warning(Warning.Kind.UNSUITED, one.day(), List.of(this.dates.name(one.day().getDayOfWeek()),
						this.dates.time(Objects.requireNonNull(one.at().start())), this.suits.of(suits)))));
	}

	/** It suits when its day does, and the part of the day in which it begins. */
	private static boolean suits(Suits suits, DiaryRow one) {
		LocalTime start = Objects.requireNonNull(one.at().start());
		return suits.suits(one.day().getDayOfWeek()) && suits.meets(start, start.plusMinutes(1));
	}

	/** Only who else is there. */
	List<Warning> clashes(List<DiaryRow> wanted) {
		List<Warning> warnings = new ArrayList<>();
		Map<UUID, String> names = new HashMap<>();
		List<DiaryRow> asked = askedFor(wanted);
		List<DiaryRow> there = there(asked);
		for (DiaryRow one : asked) {
			there.stream()
				.filter((other) -> one.clashesWith(other, wall()))
				.sorted(Comparator.comparing((other) -> Objects.requireNonNull(other.at().start())))
				.forEach((other) -> {
					if (names.isEmpty()) {
						names.putAll(names());
					}
					warnings.add(clash(one, other, names));
				});
		}
		return warnings;
	}

	/** Those at whose time somebody else is there. */
	Set<DiaryRow> taken(List<DiaryRow> wanted) {
		List<DiaryRow> asked = askedFor(wanted);
		List<DiaryRow> there = there(asked);
		return asked.stream()
			.filter((one) -> there.stream().anyMatch((other) -> one.clashesWith(other, wall())))
			.collect(Collectors.toSet());
	}

	private static List<DiaryRow> askedFor(List<DiaryRow> wanted) {
		return wanted.stream()
			.filter((one) -> one.at().start() != null)
			.filter((one) -> one.at().therapist() != null || one.at().room() != null)
			.toList();
	}

	private List<DiaryRow> there(List<DiaryRow> asked) {
		return this.rows.on(asked.stream().map(DiaryRow::day).distinct().toList());
	}

	private Warning clash(DiaryRow one, DiaryRow other, Map<UUID, String> names) {
		LocalTime start = Objects.requireNonNull(other.at().start());
		String from = Appointment.clock(Appointment.minute(start));
		String to = Appointment.clock(Objects.requireNonNull(other.at().endMinute()));
		boolean therapist = DiaryRow.isSame(one.at().therapist(), other.at().therapist());
		Object taken = therapist ? names.getOrDefault(Objects.requireNonNull(one.at().therapist()), "–")
				: room(Objects.requireNonNull(one.at().room()));
		return new Warning(therapist ? Warning.Kind.THERAPIST : Warning.Kind.ROOM, one.day(),
				List.of(this.dates.weekday(one.day()), taken, from, to,
						Objects.requireNonNullElse(other.client(), other.reference())));
	}

	WallClock wall() {
		return new WallClock(this.clock.getZone());
	}

	/** When the practice is open, as it stands now. */
	OpenDays days() {
		return this.hours.days();
	}

	/** What a room is called. */
	String room(String id) {
		return this.hours.room(id).map(OpeningHours.Room::name).orElse(id);
	}

	/** What everybody who works or worked here is called. */
	Map<UUID, String> names() {
		Map<UUID, String> names = new LinkedHashMap<>();
		this.staff.all().forEach((member) -> names.put(member.id(), member.name()));
		return names;
	}

	private void hours(DiaryRow one, OpenDays days, List<Warning> warnings) {
		LocalDate day = one.day();
		List<OpeningHours.Open> open = days.on(day);
		if (open.isEmpty()) {
			warnings.add(new Warning(Warning.Kind.CLOSED, day,
					List.of(this.dates.weekday(day), days.whyClosed(day).orElse(""))));
			return;
		}
		int start = Appointment.minute(Objects.requireNonNull(one.at().start()));
		int end = Objects.requireNonNull(one.at().endMinute());
		if (!days.isOpen(day, start, end)) {
			String stretches = open.stream()
				.map((stretch) -> Appointment.clock(Appointment.minute(stretch.from())) + "–"
						+ Appointment.clock(until(stretch)))
				.collect(Collectors.joining(", "));
			warnings.add(new Warning(Warning.Kind.OUTSIDE, day, List.of(this.dates.weekday(day), stretches)));
		}
	}

	/** Midnight ends the day. */
	static int until(OpeningHours.Open stretch) {
		int until = Appointment.minute(stretch.until());
		return (until == 0) ? Appointment.DAY : until;
	}

	private void clock(DiaryRow one, List<Warning> warnings) {
		LocalTime start = Objects.requireNonNull(one.at().start());
		WallClock.Kind kind = wall().kind(one.day(), start);
		if (kind != WallClock.Kind.ONCE) {
			warnings.add(new Warning((kind == WallClock.Kind.NEVER) ? Warning.Kind.NEVER : Warning.Kind.TWICE,
					one.day(), List.of(this.dates.weekday(one.day()), start.toString(),
							wall().shown(one.day(), start).toString())));
		}
	}

}
