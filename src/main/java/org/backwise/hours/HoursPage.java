package org.backwise.hours;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** The page of hours, closed days and rooms: what it shows, and how its forms end. */
@Component
class HoursPage {

	/** Its address. */
	static final String PATH = "/desk/settings/hours";

	/** So many sessions on closed days, or outside the hours, are listed. */
	private static final int MOST_SESSIONS = 50;

	/** So many years ahead the closed days can be looked at. */
	private static final int YEARS_AHEAD = 3;

	private final OpeningHours hours;

	private final PublicHolidays holidays;

	private final ObjectProvider<SessionsToCome> sessions;

	private final ObjectProvider<TimedToCome> timed;

	private final ObjectProvider<SessionsInRooms> inRooms;

	private final Words words;

	private final Clock clock;

	HoursPage(OpeningHours hours, PublicHolidays holidays, ObjectProvider<SessionsToCome> sessions,
			ObjectProvider<TimedToCome> timed, ObjectProvider<SessionsInRooms> inRooms, Words words, Clock clock) {
		this.inRooms = inRooms;
		this.hours = hours;
		this.holidays = holidays;
		this.sessions = sessions;
		this.timed = timed;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * Something to choose.
	 *
	 * @param id what is sent
	 * @param name what is shown
	 */
	record Choice(String id, String name) {
	}

	/** A holiday of the year that is shown, with all its days. */
	record Shown(String id, List<LocalDate> days, String name, boolean worked) {
	}

	/** A session at a time at which the practice is closed, and why. */
	record OnClosed(SessionsToCome.ToCome session, String why) {
	}

	LocalDate today() {
		return LocalDate.now(this.clock);
	}

	/** The way back after something was done, to the part of the page it is about. */
	String done(String part, @Nullable Integer year) {
		return "redirect:" + PATH + "?done=" + part + ((year != null) ? "&year=" + year(year) : "") + "#" + part;
	}

	/** The page again, with what is wrong in one of its forms. */
	String wrong(String form, String seen, List<FieldProblem> problems, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("seenIn", Map.of(form, seen));
		return show(problems, null, model);
	}

	/** The page again after a refusal; what was typed stays. */
	String refused(Refused ex, String form, String seen, String field, HttpServletResponse response, Model model) {
		boolean stale = ex.refusal().reason().equals(HoursKeeper.STALE);
		FieldProblem problem = stale ? new FieldProblem("above", form, ex.refusal().in(this.words))
				: new FieldProblem(field, ex.refusal().in(this.words));
		if (!stale) {
			return wrong(form, seen, List.of(problem), response, model);
		}
		response.setStatus(HttpStatus.CONFLICT.value());
		model.addAttribute("stale", form);
		return show(List.of(problem), null, model);
	}

	String show(List<FieldProblem> problems, @Nullable Integer wished, Model model) {
		StoredHours stored = this.hours.stored();
		PracticeDays days = new PracticeDays(stored, this.holidays, this.words.language());
		int year = year(wished);
		Locale language = this.words.language();
		model.addAttribute("seen", stored.seen());
		model.addAttribute("unsaid", stored.edition() == null);
		model.addAttribute("weekdays", DayOfWeek.values());
		model.addAttribute("stored", WeekForm.of(stored));
		fill(model, "week", WeekForm.of(stored));
		model.addAttribute("closedDays",
				stored.closed().stream().filter((closed) -> !closed.until().isBefore(today())).toList());
		fill(model, "closed", new ClosedForm(null, null, null, null));
		model.addAttribute("countries", countries(language));
		model.addAttribute("country", stored.country());
		model.addAttribute("regions", regions(stored.country(), language));
		model.addAttribute("region", stored.region());
		model.addAttribute("holidays", shown(days, year));
		model.addAttribute("rooms", stored.rooms().stream().filter((room) -> !room.retired()).toList());
		model.addAttribute("retired", stored.rooms().stream().filter(StoredHours.Named::retired).toList());
		fill(model, "room", new RoomForm(null, null, null, null));
		fill(model, "lengths", LengthsForm.of(stored));
		model.addAttribute("year", year);
		model.addAttribute("years",
				Stream.iterate(today().getYear(), (one) -> one + 1).limit(YEARS_AHEAD + 1L).toList());
		model.addAttribute("closedInYear", days.free(year));
		model.addAttribute("freeWeekdays",
				Stream.of(DayOfWeek.values()).filter((day) -> stored.on(day).isEmpty()).toList());
		model.addAttribute("affected", affected(days));
		model.addAttribute("inRetired", inRetired(stored));
		model.addAttribute("today", today());
		FieldProblem.show(problems, model);
		return "hours/hours";
	}

	/** Each holiday once, whatever days it is given on. */
	private List<Shown> shown(PracticeDays days, int year) {
		Map<String, List<PublicHolidays.Holiday>> byId = days.holidays(year)
			.stream()
			.collect(Collectors.groupingBy(PublicHolidays.Holiday::id, LinkedHashMap::new, Collectors.toList()));
		return byId.values()
			.stream()
			.map((given) -> new Shown(given.get(0).id(), given.stream().map(PublicHolidays.Holiday::day).toList(),
					given.get(0).name(this.words.language()), days.isWorked(given.get(0))))
			.toList();
	}

	private static void fill(Model model, String name, Object form) {
		if (!model.containsAttribute(name)) {
			model.addAttribute(name, form);
		}
	}

	/** The year that is shown: this one, or one of the next. */
	int year(@Nullable Integer wished) {
		int now = today().getYear();
		return (wished != null && wished >= now && wished <= now + YEARS_AHEAD) ? wished : now;
	}

	/** The sessions on closed days, and those outside the hours of open ones. */
	private List<OnClosed> affected(PracticeDays days) {
		Stream<OnClosed> closed = this.sessions.stream()
			.flatMap((known) -> known.on((day) -> days.whyClosed(day).isPresent(), MOST_SESSIONS).stream())
			.map((session) -> new OnClosed(session, days.whyClosed(session.day()).orElse("")));
		Stream<OnClosed> outside = this.timed.stream()
			.flatMap((known) -> known.outside(days, MOST_SESSIONS).stream())
			.map((one) -> new OnClosed(one.session(), this.words.of("hours.affected.outside", one.time())));
		return Stream.concat(closed, outside)
			.sorted(Comparator.comparing((one) -> one.session().day()))
			.limit(MOST_SESSIONS)
			.toList();
	}

	/** By the room that is no longer used: the sessions to come that are still in it. */
	private Map<String, List<SessionsToCome.ToCome>> inRetired(StoredHours stored) {
		List<String> retired = stored.rooms()
			.stream()
			.filter(StoredHours.Named::retired)
			.map((room) -> room.room().id())
			.toList();
		return this.inRooms.stream()
			.flatMap((known) -> known.in(retired, MOST_SESSIONS).stream())
			.collect(Collectors.groupingBy(SessionsInRooms.InRoom::room,
					Collectors.mapping(SessionsInRooms.InRoom::session, Collectors.toList())));
	}

	private List<Choice> countries(Locale language) {
		return this.holidays.countries()
			.stream()
			.map((code) -> new Choice(code, new Locale.Builder().setRegion(code).build().getDisplayCountry(language)))
			.sorted(Comparator.comparing(Choice::name))
			.toList();
	}

	private List<Choice> regions(@Nullable String country, Locale language) {
		return Optional.ofNullable(country)
			.map((code) -> this.holidays.regions(code, language))
			.orElse(Map.of())
			.entrySet()
			.stream()
			.map((one) -> new Choice(one.getKey(), one.getValue()))
			.sorted(Comparator.comparing(Choice::name))
			.toList();
	}

	/** Whether a country and its region are known; none is known as well. */
	boolean isKnown(@Nullable String country, @Nullable String region) {
		if (country == null) {
			return region == null;
		}
		return this.holidays.countries().contains(country)
				&& (region == null || this.holidays.regions(country, Locale.ROOT).containsKey(region));
	}

}
