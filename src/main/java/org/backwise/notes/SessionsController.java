package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.util.MultiValueMap;

import org.backwise.care.Attendance;
import org.backwise.care.CarePlans;
import org.backwise.care.LiveSession;
import org.backwise.care.SessionGate;
import org.backwise.cases.CaseId;
import org.backwise.cases.Standing;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** The sessions of a case: what became of each, and the way to its note. */
@Controller
class SessionsController {

	/** Where it stands what is about no field. */
	private static final String ABOVE = "above";

	/** The first control of the form for a session that did not take place. */
	private static final String AWAY = "what-missed";

	private final CaseFinder cases;

	private final Attendance sessions;

	private final SessionGate gate;

	private final Notes notes;

	private final SessionPage page;

	private final AskAloud aloud;

	private final CarePlans plans;

	private final Words words;

	private final Clock clock;

	SessionsController(CaseFinder cases, Attendance sessions, SessionGate gate, Notes notes, SessionPage page,
			AskAloud aloud, CarePlans plans, Words words, Clock clock) {
		this.cases = cases;
		this.sessions = sessions;
		this.gate = gate;
		this.notes = notes;
		this.page = page;
		this.aloud = aloud;
		this.plans = plans;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/desk/cases/{reference}/sessions")
	String list(@PathVariable String reference, Model model) {
		CaseId intake = this.cases.find(reference, model);
		Map<Integer, String> notes = new HashMap<>();
		this.notes.of(intake).forEach((note) -> notes.putIfAbsent(note.number(), kind(note)));
		Standing standing = this.cases.standing(intake);
		boolean stopped = standing.stop().isPresent();
		model.addAttribute("stop", standing.stop().orElse(null));
		model.addAttribute("approved", standing.wasChecked());
		model.addAttribute("sessions",
				this.sessions.of(intake)
					.stream()
					.filter((session) -> !stopped || notes.containsKey(session.number())
							|| this.sessions.whyNothing(intake, session).isEmpty())
					.toList());
		model.addAttribute("plan", this.plans.of(intake).orElseThrow());
		model.addAttribute("notes", notes);
		model.addAttribute("today", LocalDate.now(this.clock));
		return "notes/sessions";
	}

	private static String kind(Note note) {
		return (note.struck() != null) ? "struck" : note.isSigned() ? "signed" : "draft";
	}

	@GetMapping("/desk/cases/{reference}/sessions/{number}")
	String show(@PathVariable String reference, @PathVariable String number, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		SessionGate.Asked asked = this.gate.asked(intake, session);
		return show(intake, session, asked, blank(asked), note(intake, session), AloudForm.blank(), List.of(), model);
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}")
	String mark(@PathVariable String reference, @PathVariable String number, SessionForm form, NoteForm note,
			HttpServletResponse response, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		List<FieldProblem> problems = form.keepsAndSigns() ? note.problems(this.words::of) : new ArrayList<>();
		tryToMark(intake, session, form, note, problems);
		if (problems.isEmpty()) {
			return "redirect:/desk/cases/" + reference + "/sessions";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		LiveSession now = this.cases.session(intake, number);
		return show(intake, now, this.gate.asked(intake, now), form, note, AloudForm.blank(), problems, model);
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}/check-in")
	String ask(@PathVariable String reference, @PathVariable String number,
			@RequestParam MultiValueMap<String, String> sent, HttpServletResponse response, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		AloudForm form = AloudForm.of(this.aloud.questions(), sent);
		List<FieldProblem> problems = new ArrayList<>();
		try {
			if (this.aloud.send(intake, form)) {
				return "redirect:/desk/cases/" + reference + "/sessions/" + number;
			}
			problems.addAll(AskAloud.problems(this.aloud.asked(intake, form)));
		}
		catch (Refused ex) {
			problems.add(new FieldProblem(ABOVE, ex.refusal().in(this.words)));
		}
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		SessionGate.Asked asked = this.gate.asked(intake, session);
		return show(intake, session, asked, blank(asked), note(intake, session), form, problems, model);
	}

	private static SessionForm blank(SessionGate.Asked asked) {
		return new SessionForm(null, asked.day().toString(), null, null, null, null);
	}

	private void tryToMark(CaseId intake, LiveSession session, SessionForm form, NoteForm note,
			List<FieldProblem> problems) {
		LocalDate day = form.toDay();
		String seen = Objects.requireNonNullElse(form.seen(), "");
		if (Stream.of("kept", "missed", "moved").noneMatch(form::isOf)) {
			problems.add(0, problem(AWAY, "notes.what.missing"));
			return;
		}
		if (day == null && !form.isOf("missed")) {
			problems.add(0, problem(form.isOf("kept") ? "day" : "new-day", "notes.day.wrong"));
		}
		if (!problems.isEmpty()) {
			return;
		}
		try {
			if (form.keepsAndSigns()) {
				this.notes.keepAndSign(intake, session.number(),
						new Notes.Kept(Objects.requireNonNull(day), seen, form.ticked()), note.toSoap(),
						note.sawVersion());
			}
			else if (form.isOf("kept")) {
				this.gate.tookPlace(intake, session.number(), Objects.requireNonNull(day), seen, form.ticked());
			}
			else if (form.isOf("missed")) {
				this.sessions.miss(intake, session.number(), seen);
			}
			else {
				this.sessions.move(intake, session.number(), Objects.requireNonNull(day),
						Boolean.TRUE.equals(form.laterToo()), seen);
			}
		}
		catch (Refused ex) {
			boolean aboutTheDay = ex.refusal().reason().startsWith("care.day.");
			problems.add(new FieldProblem(aboutTheDay ? form.isOf("kept") ? "day" : "new-day" : ABOVE,
					ex.refusal().in(this.words)));
		}
		catch (OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			problems.add(problem(ABOVE, "care.stale"));
		}
	}

	private NoteForm note(CaseId intake, LiveSession session) {
		Note note = this.notes.find(intake, session.number()).orElseGet(() -> Note.blank(session.number()));
		return NoteForm.of(note.soap(), note.version());
	}

	private String show(CaseId intake, LiveSession session, SessionGate.Asked gate, SessionForm form, NoteForm note,
			AloudForm aloud, List<FieldProblem> problems, Model model) {
		this.page.fill(intake, session, gate, model);
		if (Boolean.TRUE.equals(model.getAttribute("ask"))) {
			model.addAttribute("questions", this.aloud.asked(intake, aloud));
		}
		model.addAttribute("form", form);
		model.addAttribute("note", note);
		FieldProblem.show(problems, model);
		return "notes/session";
	}

	private FieldProblem problem(String target, String key) {
		return new FieldProblem(target, this.words.of(key));
	}

}
