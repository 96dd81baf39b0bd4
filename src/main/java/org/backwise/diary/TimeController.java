package org.backwise.diary;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.care.PlanChange;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.SuitsWords;
import org.backwise.hours.OpeningHours;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/** The time of one session, or of it and all later ones. */
@Controller
class TimeController {

	private final Cases cases;

	private final Attendance sessions;

	private final Appointments appointments;

	private final DiaryRows rows;

	private final Visits visits;

	private final Warnings warnings;

	private final OpeningHours hours;

	private final StaffAccounts staff;

	private final SuitsWords suits;

	private final SignedIn signedIn;

	private final Words words;

	private final Clock clock;

	TimeController(Cases cases, Attendance sessions, Appointments appointments, DiaryRows rows, Visits visits,
			Warnings warnings, OpeningHours hours, StaffAccounts staff, SuitsWords suits, SignedIn signedIn,
			Words words, Clock clock) {
		this.cases = cases;
		this.sessions = sessions;
		this.appointments = appointments;
		this.rows = rows;
		this.visits = visits;
		this.warnings = warnings;
		this.hours = hours;
		this.staff = staff;
		this.suits = suits;
		this.signedIn = signedIn;
		this.words = words;
		this.clock = clock;
	}

	/** A case with one of its sessions, and its appointment. */
	private record Chosen(Case theCase, List<LiveSession> live, LiveSession session, Appointment now) {

		@Override
		public String toString() {
			return "a session";
		}

	}

	/** The usual time: that of the next session and all later ones. */
	@GetMapping("/desk/cases/{reference}/time")
	String usual(@PathVariable String reference, @RequestParam(required = false) @Nullable String from, Model model) {
		Chosen chosen = find(reference, null);
		return show(chosen, true, TimeForm.of(chosen.session(), chosen.now(), true, from), List.of(), List.of(), model);
	}

	@PostMapping("/desk/cases/{reference}/time")
	String usual(@PathVariable String reference, TimeForm form, HttpServletResponse response, Model model) {
		return save(find(reference, null), true, form, response, model);
	}

	@GetMapping("/desk/cases/{reference}/sessions/{number}/time")
	String one(@PathVariable String reference, @PathVariable String number,
			@RequestParam(required = false) @Nullable String from, Model model) {
		Chosen chosen = find(reference, number);
		return show(chosen, false, TimeForm.of(chosen.session(), chosen.now(), false, from), List.of(), List.of(),
				model);
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}/time")
	String one(@PathVariable String reference, @PathVariable String number, TimeForm form, HttpServletResponse response,
			Model model) {
		return save(find(reference, number), false, form, response, model);
	}

	private Chosen find(String reference, @Nullable String number) {
		Case theCase = this.cases.read(reference, this.signedIn.member().id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<LiveSession> live = this.sessions.of(theCase.id());
		LiveSession session = live.stream()
			.filter((one) -> (number != null) ? Integer.toString(one.number()).equals(number) : one.isOpen())
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return new Chosen(theCase, live, session,
				Objects.requireNonNull(this.appointments.of(theCase.id()).get(session.number())));
	}

	private String save(Chosen chosen, boolean usual, TimeForm form, HttpServletResponse response, Model model) {
		List<FieldProblem> problems = form.problems(people(chosen.now()).stream().map(StaffMember::id).toList(),
				rooms(chosen.now()).stream().map(OpeningHours.Room::id).toList(), this.words);
		List<Warning> against = List.of();
		if (problems.isEmpty()) {
			try {
				against = this.appointments.set(chosen.theCase().id(), form.wish(chosen.session().number()));
				if (against.isEmpty()) {
					return "redirect:" + next(form);
				}
				problems = List.of(new FieldProblem("sure", this.words.of("diary.problem.sure", against.size())));
			}
			catch (Refused ex) {
				boolean aboutTheDay = ex.refusal().reason().startsWith("care.day.");
				problems = List.of(new FieldProblem(aboutTheDay ? "day" : "above", ex.refusal().in(this.words)));
				if (ex.refusal().reason().equals("diary.stale")) {
					Chosen now = find(chosen.theCase().reference(), Integer.toString(chosen.session().number()));
					response.setStatus(HttpStatus.CONFLICT.value());
					return show(now, usual, form.at(now.session(), now.now()), problems, against, model);
				}
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(chosen, usual, form, problems, against, model);
	}

	/** Back to where they came from, or to the day in the diary. */
	private static String next(TimeForm form) {
		return "today".equals(form.from()) ? "/desk/today?done" : "/desk/diary?done&day=" + form.toDay();
	}

	private String show(Chosen chosen, boolean usual, TimeForm form, List<FieldProblem> problems, List<Warning> against,
			Model model) {
		Case theCase = chosen.theCase();
		LiveSession session = chosen.session();
		LocalDate day = Objects.requireNonNullElse(form.toDay(), session.day());
		Map<UUID, String> names = this.warnings.names();
		model.addAttribute("private", true);
		model.addAttribute("client", theCase.client());
		model.addAttribute("caseLink", "/desk/cases/" + theCase.reference());
		model.addAttribute("suits", this.suits.said(theCase.id()));
		model.addAttribute("usual", usual);
		model.addAttribute("visit", session);
		model.addAttribute("now", new Visit(row(chosen, session), names.get(chosen.now().therapist()),
				(chosen.now().room() != null) ? this.warnings.room(chosen.now().room()) : null, List.of()));
		model.addAttribute("whyNot",
				this.appointments.whyNot(theCase.id(), session).map((no) -> no.in(this.words)).orElse(null));
		model.addAttribute("following",
				chosen.live()
					.stream()
					.filter((one) -> one.isOpen() && one.number() >= session.number())
					.map(LiveSession::day)
					.toList());
		model.addAttribute("form", form);
		model.addAttribute("lengths", lengths(chosen.now(), form));
		model.addAttribute("people", people(chosen.now()));
		model.addAttribute("rooms", rooms(chosen.now()));
		model.addAttribute("today", LocalDate.now(this.clock));
		model.addAttribute("against", against.stream().map((one) -> one.in(this.words)).toList());
		model.addAttribute("mark", Warning.mark(against));
		model.addAttribute("day", day);
		model.addAttribute("others",
				this.visits.of(this.rows.between(day, day)
					.stream()
					.filter((one) -> one.pending() && !one.caseId().equals(theCase.id().value()))
					.toList(), names));
		FieldProblem.show(problems, model);
		return "diary/time";
	}

	private static DiaryRow row(Chosen chosen, LiveSession session) {
		return new DiaryRow(chosen.theCase().id().value(), session.number(), chosen.theCase().reference(), null,
				session.day(), chosen.now(), session.state().name(), null, true, true, DiaryRow.Mind.NOTHING);
	}

	private List<Integer> lengths(Appointment now, TimeForm form) {
		String typed = Objects.requireNonNullElse(form.minutes(), "");
		return Stream
			.concat(this.hours.lengths().stream(),
					Stream.concat(Stream.of(now.minutes()),
							typed.matches("\\d{1,3}") ? Stream.of(Integer.valueOf(typed)) : Stream.empty()))
			.filter((minutes) -> minutes >= PlanChange.SHORTEST && minutes <= PlanChange.LONGEST)
			.distinct()
			.sorted()
			.toList();
	}

	/** Who works here, and whoever was named before. */
	private List<StaffMember> people(Appointment now) {
		List<StaffMember> people = new ArrayList<>(this.staff.active());
		if (now.therapist() != null && people.stream().noneMatch((one) -> one.id().equals(now.therapist()))) {
			this.staff.find(now.therapist()).ifPresent(people::add);
		}
		return people;
	}

	/** The rooms there are, and the one that was named before. */
	private List<OpeningHours.Room> rooms(Appointment now) {
		List<OpeningHours.Room> rooms = new ArrayList<>(this.hours.rooms());
		if (now.room() != null && rooms.stream().noneMatch((one) -> one.id().equals(now.room()))) {
			rooms.add(new OpeningHours.Room(now.room(), now.room()));
		}
		return rooms;
	}

}
