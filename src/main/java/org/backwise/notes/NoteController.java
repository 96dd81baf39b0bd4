package org.backwise.notes;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.cases.CaseId;
import org.backwise.documents.Documents;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** The note on a session: draft, signed, amended. */
@Controller
class NoteController {

	private final CaseFinder cases;

	private final Notes notes;

	private final Attendance sessions;

	private final NoteFields fields;

	private final Documents documents;

	private final Words words;

	NoteController(CaseFinder cases, Notes notes, Attendance sessions, NoteFields fields, Documents documents,
			Words words) {
		this.fields = fields;
		this.documents = documents;
		this.cases = cases;
		this.notes = notes;
		this.sessions = sessions;
		this.words = words;
	}

	/** Where the way leads back to. */
	@ModelAttribute(WayBack.NAME)
	@Nullable String back(@RequestParam(name = WayBack.FROM, required = false) @Nullable String from) {
		return WayBack.known(from);
	}

	@GetMapping("/desk/cases/{reference}/sessions/{number}/note")
	String show(@PathVariable String reference, @PathVariable String number, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		Note note = this.notes.find(intake, session.number()).orElse(null);
		if (note != null && note.isSigned()) {
			return signed(intake, session, note, new AmendmentForm(null, null, null, null, null), List.of(), model);
		}
		NoteChoices choices = this.fields.choices(intake, session);
		return draft(intake, session, this.fields.form(note, choices), choices, List.of(), model);
	}

	/** The signed note on paper, or what is left of one that was entered in error. */
	@GetMapping("/desk/cases/{reference}/sessions/{number}/note/pdf")
	ResponseEntity<byte[]> print(@PathVariable String reference, @PathVariable String number, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		Note note = note(intake, session);
		signed(intake, session, note, new AmendmentForm(null, null, null, null, null), List.of(), model);
		if (!note.isSigned()) {
			model.addAttribute("note", null);
			if (this.notes.struck(intake, session.number()).isEmpty()) {
				throw new ResponseStatusException(HttpStatus.NOT_FOUND);
			}
		}
		return this.documents.answer("note", "notes/pdf-note", model.asMap());
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}/note")
	String write(@PathVariable String reference, @PathVariable String number, NoteForm form,
			HttpServletResponse response, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		NoteChoices choices = this.fields.choices(intake, session);
		List<FieldProblem> problems = form.problems(this.words::of, choices);
		if (form.inserts() || form.fills()) {
			return draft(intake, session, this.fields.filled(intake, session, form, choices, problems, model), choices,
					problems, model);
		}
		Refusal refused = this.sessions.whyNothing(intake, session).orElse(null);
		if (refused == null && form.signs() && !this.sessions.hasCome(session)) {
			refused = Refusal.of("notes.note.early");
		}
		if (refused != null) {
			problems.add(0, new FieldProblem("subjective", refused.in(this.words)));
		}
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return draft(intake, session, form, choices, problems, model);
		}
		try {
			this.notes.write(intake, session.number(), form.toSoap(), form.toTreatment(choices), form.sawVersion(),
					form.signs());
			return "redirect:" + after(reference, number, form.signs(), back(model));
		}
		catch (Refused | OptimisticLockingFailureException | DataIntegrityViolationException ex) {
			return this.fields.compare(intake, session, note(intake, session), form, choices, response, model);
		}
	}

	@PostMapping("/desk/cases/{reference}/sessions/{number}/amendments")
	String amend(@PathVariable String reference, @PathVariable String number, AmendmentForm form,
			HttpServletResponse response, Model model) {
		CaseId intake = this.cases.find(reference, model);
		LiveSession session = this.cases.session(intake, number);
		Note note = note(intake, session);
		List<FieldProblem> problems = form.problems(this.words::of);
		if (!note.isSigned() && !isStruckAlready(intake, session, form)) {
			Refusal.of("notes.amend.unsigned").show(this.words, response, model);
			return draft(intake, session, NoteForm.of(note), this.fields.choices(intake, session), List.of(), model);
		}
		if (!note.isSigned()) {
			return "redirect:" + notePage(reference, number, back(model));
		}
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return signed(intake, session, note, form, problems, model);
		}
		try {
			if (form.isError()) {
				this.notes.strike(intake, session.number(), form.toReason().text(), form.sawVersion());
			}
			else {
				this.notes.amend(intake, session.number(), form.toText().text(), form.toReason().text(),
						form.sawVersion());
			}
		}
		catch (Refused | OptimisticLockingFailureException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return signed(intake, session, note(intake, session), form,
					List.of(new FieldProblem(form.isError() ? "error" : "text", this.words.of("notes.amend.stale"))),
					model);
		}
		return "redirect:" + notePage(reference, number, back(model));
	}

	private static @Nullable String back(Model model) {
		return (String) model.getAttribute(WayBack.NAME);
	}

	private static String notePage(String reference, String number, @Nullable String back) {
		return WayBack.through("/desk/cases/" + reference + "/sessions/" + number + "/note", back);
	}

	/** Back to where they came from; else a signed note is shown, and what else to do. */
	private static String after(String reference, String number, boolean signed, @Nullable String back) {
		if (back != null) {
			return signed ? WayBack.signed(back) : back;
		}
		return signed ? notePage(reference, number, null) : "/desk/cases/" + reference + "/sessions";
	}

	/** A second click; the page that follows shows what the first one did. */
	private boolean isStruckAlready(CaseId intake, LiveSession session, AmendmentForm form) {
		return form.isError() && this.notes.of(intake)
			.stream()
			.anyMatch((note) -> note.number() == session.number() && note.struck() != null);
	}

	private String draft(CaseId intake, LiveSession session, NoteForm form, NoteChoices choices,
			List<FieldProblem> problems, Model model) {
		common(intake, session, note(intake, session), model);
		this.fields.fill(intake, session, form, choices, model);
		model.addAttribute("whyNothing",
				this.sessions.whyNothing(intake, session).map((no) -> no.in(this.words)).orElse(null));
		model.addAttribute("note", form);
		FieldProblem.show(problems, model);
		return "notes/note-draft";
	}

	private String signed(CaseId intake, LiveSession session, Note note, AmendmentForm form,
			List<FieldProblem> problems, Model model) {
		common(intake, session, note, model);
		model.addAttribute("note", note);
		model.addAttribute("choices", this.fields.choices(intake, session));
		model.addAttribute("amendments",
				note.amendments()
					.stream()
					.map((added) -> new ShownAmendment(added, this.cases.name(added.author())))
					.toList());
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		return "notes/note-signed";
	}

	private void common(CaseId intake, LiveSession session, Note now, Model model) {
		model.addAttribute("visit", session);
		model.addAttribute("struck",
				this.notes.struck(intake, session.number())
					.stream()
					.map((note) -> new StruckNote(note, this.cases.name(note.author()),
							this.cases.name(Objects.requireNonNull(note.struck()).author())))
					.toList());
		model.addAttribute("by", this.cases.name(now.author()));
		model.addAttribute("version", now.version());
	}

	private Note note(CaseId intake, LiveSession session) {
		return this.notes.find(intake, session.number()).orElseGet(() -> Note.blank(session.number()));
	}

	/** A note entered in error, with the names of who wrote it and who struck it. */
	record StruckNote(Note note, String by, String struckBy) {
	}

	/** An amendment with the name of who made it. */
	record ShownAmendment(Note.Amendment added, String by) {
	}

}
