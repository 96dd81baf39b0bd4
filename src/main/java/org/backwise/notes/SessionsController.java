package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import org.backwise.care.Attendance;
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

	private final CaseFinder cases;

	private final Attendance sessions;

	private final SessionGate gate;

	private final Notes notes;

	private final Words words;

	private final Clock clock;

	SessionsController(CaseFinder cases, Attendance sessions, SessionGate gate, Notes notes, Words words, Clock clock) {
		this.cases = cases;
		this.sessions = sessions;
		this.gate = gate;
		this.notes = notes;
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
		LocalDate today = LocalDate.now(this.clock);
		LocalDate day = session.day().isAfter(today) ? today : session.day();
		return show(intake, session, new SessionForm(null, day.toString(), null, null, null), List.of(), model);
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}")
	String mark(@PathVariable String reference, @PathVariable String number, SessionForm form,
			HttpServletResponse response, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		FieldProblem problem = tryToMark(intake, session, form);
		if (problem == null) {
			return "redirect:/desk/cases/" + reference + "/sessions";
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(intake, this.cases.session(intake, number), form, List.of(problem), model);
	}

	private @Nullable FieldProblem tryToMark(CaseId intake, LiveSession session, SessionForm form) {
		LocalDate day = form.toDay();
		String seen = Objects.requireNonNullElse(form.seen(), "");
		if (day == null && !form.isOf("missed")) {
			return form.isOf("kept") || form.isOf("moved") ? problem("day", "notes.day.wrong")
					: problem("what-kept", "notes.what.missing");
		}
		try {
			if (form.isOf("kept")) {
				this.gate.tookPlace(intake, session.number(), Objects.requireNonNull(day), seen, form.ticked());
			}
			else if (form.isOf("missed")) {
				this.sessions.miss(intake, session.number(), seen);
			}
			else if (form.isOf("moved")) {
				this.sessions.move(intake, session.number(), Objects.requireNonNull(day),
						Boolean.TRUE.equals(form.laterToo()), seen);
			}
			else {
				return problem("what-kept", "notes.what.missing");
			}
			return null;
		}
		catch (Refused ex) {
			boolean aboutTheDay = ex.refusal().reason().startsWith("care.day.");
			return new FieldProblem(aboutTheDay ? "day" : "what-kept", ex.refusal().in(this.words));
		}
		catch (OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			return problem("what-kept", "care.stale");
		}
	}

	private String show(CaseId intake, LiveSession session, SessionForm form, List<FieldProblem> problems,
			Model model) {
		model.addAttribute("visit", session);
		model.addAttribute("seen", session.seen());
		model.addAttribute("markedBy",
				this.sessions.markedBy(intake)
					.entrySet()
					.stream()
					.filter((marked) -> marked.getKey() == session.number())
					.map((marked) -> this.cases.name(marked.getValue()))
					.findFirst()
					.orElse(null));
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		return "notes/session";
	}

	private FieldProblem problem(String target, String key) {
		return new FieldProblem(target, this.words.of(key));
	}

}
