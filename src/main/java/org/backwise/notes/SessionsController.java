package org.backwise.notes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.util.MultiValueMap;

import org.backwise.care.Attendance;
import org.backwise.care.Marking;
import org.backwise.care.Moving;
import org.backwise.care.CarePlan;
import org.backwise.care.CarePlans;
import org.backwise.care.Clashes;
import org.backwise.care.LiveSession;
import org.backwise.care.SessionBasis;
import org.backwise.care.SessionGate;
import org.backwise.care.SessionTimes;
import org.backwise.cases.CaseId;
import org.backwise.cases.Standing;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** The sessions of a case: what became of each, and the way to its note. */
@Controller
class SessionsController {

	/** Where it stands what is about no field. */
	private static final String ABOVE = "above";

	/** The first control of the form for a session that did not take place. */
	private static final String AWAY = "what-cancelled";

	/** What can be said of a session. */
	private static final List<String> SAID = List.of("kept", "cancelled", "late", "missed", "moved", "wrong");

	private final CaseFinder cases;

	private final Attendance sessions;

	private final SessionTimes times;

	private final Marking marking;

	private final Moving moving;

	private final Clashes clashes;

	private final SessionGate gate;

	private final Notes notes;

	private final SessionPage page;

	private final NoteFields fields;

	private final AskAloud aloud;

	private final CarePlans plans;

	private final Words words;

	private final Clock clock;

	SessionsController(CaseFinder cases, Attendance sessions, SessionTimes times, Marking marking, Moving moving,
			Clashes clashes, SessionGate gate, Notes notes, SessionPage page, NoteFields fields, AskAloud aloud,
			CarePlans plans, Words words, Clock clock) {
		this.cases = cases;
		this.sessions = sessions;
		this.times = times;
		this.marking = marking;
		this.moving = moving;
		this.clashes = clashes;
		this.gate = gate;
		this.notes = notes;
		this.page = page;
		this.fields = fields;
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
		List<LiveSession> all = this.sessions.of(intake);
		model.addAttribute("stop", standing.stop().orElse(null));
		model.addAttribute("approved", standing.wasChecked());
		model.addAttribute("sessions",
				all.stream()
					.filter((session) -> !stopped || !session.isOpen() || notes.containsKey(session.number())
							|| this.sessions.whyNothing(standing, session).isEmpty())
					.toList());
		model.addAttribute("stopped",
				all.stream()
					.filter((session) -> stopped && session.isOpen() && !notes.containsKey(session.number())
							&& this.sessions.whyNothing(standing, session).isPresent())
					.count());
		CarePlan plan = this.plans.of(intake).orElseThrow();
		model.addAttribute("blockOver", standing.state().isChecked() && isBlockOver(plan, all));
		model.addAttribute("plan", plan);
		model.addAttribute("times", this.times.of(intake));
		model.addAttribute("notes", notes);
		model.addAttribute("today", LocalDate.now(this.clock));
		return "notes/sessions";
	}

	/** The last firm sessions fell through, and none is left. */
	private static boolean isBlockOver(CarePlan plan, List<LiveSession> all) {
		int last = plan.block().last(plan.sessions());
		return all.stream().noneMatch((session) -> session.isOpen() && session.number() <= last)
				&& all.stream().anyMatch((session) -> session.number() == last && session.isFallenThrough());
	}

	private static String kind(Note note) {
		return (note.struck() != null) ? "struck" : note.isSigned() ? "signed" : "draft";
	}

	/** Where the way leads back to. */
	@ModelAttribute(WayBack.NAME)
	@Nullable String back(@RequestParam(name = WayBack.FROM, required = false) @Nullable String from) {
		return WayBack.known(from);
	}

	@GetMapping("/desk/cases/{reference}/sessions/{number}")
	String show(@PathVariable String reference, @PathVariable String number, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		SessionGate.Asked asked = this.gate.asked(intake, session);
		return show(intake, session, asked, SessionForm.blank(asked.day()), null, AloudForm.blank(), List.of(), model);
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}")
	String mark(@PathVariable String reference, @PathVariable String number, SessionForm form, NoteForm note,
			HttpServletResponse response, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		SessionGate.Asked asked = this.gate.asked(intake, session);
		NoteChoices choices = this.fields.choices(intake, session, asked);
		List<FieldProblem> problems = form.isOf("kept") ? note.problems(this.words::of, choices) : new ArrayList<>();
		if (note.inserts() || note.fills()) {
			NoteForm filled = this.fields.filled(intake, session, note, choices, problems, model);
			return show(intake, session, asked, form, filled, AloudForm.blank(), problems, model);
		}
		String refused = tryToMark(intake, session, form, note, choices, problems, model);
		if (problems.isEmpty()) {
			return "redirect:"
					+ ((note.saves() || form.isOf("wrong")) ? page(reference, number, model) : after(reference, model));
		}
		if (note.signs() && this.notes.isMine(intake, session.number(), note.toSoap())) {
			return "redirect:" + after(reference, model);
		}
		Note theirs = refused.equals("notes.stale") ? this.notes.find(intake, session.number()).orElse(null) : null;
		if (theirs != null) {
			return this.fields.compare(intake, session, theirs, note, choices, response, model);
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
		Moment moment = Objects.requireNonNullElse(this.gate.asked(intake, session).aloud(), Moment.BETWEEN);
		List<FieldProblem> problems = new ArrayList<>();
		try {
			if (this.aloud.send(intake, moment, form)) {
				return "redirect:" + page(reference, number, model);
			}
			problems.addAll(AskAloud.problems(this.aloud.asked(intake, moment, form)));
		}
		catch (Refused ex) {
			problems.add(new FieldProblem(ABOVE, ex.refusal().in(this.words)));
		}
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		SessionGate.Asked asked = this.gate.asked(intake, session);
		return show(intake, session, asked, SessionForm.blank(asked.day()), null, form, problems, model);
	}

	/** The page of the session, from which the way leads back as before. */
	private static String page(String reference, String number, Model model) {
		return WayBack.through("/desk/cases/" + reference + "/sessions/" + number,
				(String) model.getAttribute(WayBack.NAME));
	}

	/** Back to where they came from, else to the sessions of the case. */
	private static String after(String reference, Model model) {
		return Objects.requireNonNullElse((String) model.getAttribute(WayBack.NAME),
				"/desk/cases/" + reference + "/sessions");
	}

	/** Why it was refused, as a key of words; empty when it was not. */
	private String tryToMark(CaseId intake, LiveSession session, SessionForm form, NoteForm note, NoteChoices choices,
			List<FieldProblem> problems, Model model) {
		if (SAID.stream().noneMatch(form::isOf)) {
			problems.add(0, problem(AWAY, "notes.what.missing"));
			return "";
		}
		if (form.toDay() == null && (form.isOf("kept") || form.isOf("moved")) && !note.saves()) {
			problems.add(0, problem(form.isOf("kept") ? "day" : "new-day", "notes.day.wrong"));
		}
		if (!problems.isEmpty()) {
			return "";
		}
		try {
			if (form.isOf("kept")) {
				keep(intake, session.number(), form, note, choices);
			}
			else {
				Clashes.Met met = away(intake, session.number(), form);
				if (!met.isNothing()) {
					model.addAttribute("clashes", met);
					problems.add(problem("sure", "care.clashes.tick"));
				}
			}
			return "";
		}
		catch (Refused ex) {
			String reason = ex.refusal().reason();
			problems
				.add(new FieldProblem(reason.startsWith("care.day.") ? form.isOf("kept") ? "day" : "new-day" : ABOVE,
						ex.refusal().in(this.words)));
			return reason;
		}
		catch (OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			problems.add(problem(ABOVE, "care.stale"));
			return "notes.stale";
		}
	}

	/** Took place and is signed, took place with a draft, or only a draft. */
	private void keep(CaseId intake, int number, SessionForm form, NoteForm note, NoteChoices choices) {
		if (note.saves()) {
			this.notes.write(intake, number, note.toSoap(), note.toTreatment(choices), note.sawVersion(), false);
			return;
		}
		Notes.Kept kept = new Notes.Kept(Objects.requireNonNull(form.toDay()), seen(form), form.ticked());
		if (form.keepsAndSigns()) {
			this.notes.keepAndSign(intake, number, kept, note.toSoap(), note.toTreatment(choices), note.sawVersion());
		}
		else if (note.isBegun()) {
			this.notes.keepAndSave(intake, number, kept, note.toSoap(), note.toTreatment(choices), note.sawVersion());
		}
		else {
			this.gate.tookPlace(intake, number, kept.day(), kept.seen(), kept.done());
		}
	}

	/** What stands against the times of sessions that come back, or move. */
	private Clashes.Met away(CaseId intake, int number, SessionForm form) {
		if (form.isOf("wrong")) {
			return this.clashes.take(intake, form.sure(), () -> this.marking.reopen(intake, number, seen(form)));
		}
		if (form.cancels()) {
			this.marking.cancel(intake, number, form.isOf("late"), form.cancelledBy(), seen(form));
		}
		else if (form.isOf("missed")) {
			this.marking.miss(intake, number, seen(form));
		}
		else {
			return this.moving.move(
					intake, number, new Moving.Move(Objects.requireNonNull(form.toDay()),
							Boolean.TRUE.equals(form.laterToo()), Boolean.TRUE.equals(form.closedToo()), form.sure()),
					seen(form));
		}
		return Clashes.Met.NOTHING;
	}

	private static String seen(SessionForm form) {
		return Objects.requireNonNullElse(form.seen(), "");
	}

	private String show(CaseId intake, LiveSession session, SessionGate.Asked gate, SessionForm form,
			@Nullable NoteForm typed, AloudForm aloud, List<FieldProblem> problems, Model model) {
		this.page.fill(intake, session, gate, model);
		if (Boolean.TRUE.equals(model.getAttribute("ask"))) {
			model.addAttribute("questions", this.aloud.asked(intake, Objects.requireNonNull(gate.aloud()), aloud));
		}
		model.addAttribute("closed", this.moving.isClosedDay(form.isOf("moved") ? form.toDay() : null));
		NoteChoices choices = this.fields.choices((SessionBasis) Objects.requireNonNull(model.getAttribute("basis")));
		Note noted = (Note) model.getAttribute("noted");
		NoteForm note = (typed != null) ? typed : this.fields.form(noted, choices);
		boolean writes = Boolean.TRUE.equals(model.getAttribute("open")) && (noted == null || !noted.isSigned());
		model.addAttribute("trend", this.fields.trend(gate.made()));
		this.fields.fill(intake, session, note, choices, model);
		model.addAttribute("late", this.sessions.isLate(session));
		model.addAttribute("form", form);
		model.addAttribute("note", note);
		model.addAttribute("writes", writes);
		model.addAttribute("lost", typed != null && !writes && typed.isBegun());
		FieldProblem.show(problems, model);
		return "notes/session";
	}

	private FieldProblem problem(String target, String key) {
		return new FieldProblem(target, this.words.of(key));
	}

}
