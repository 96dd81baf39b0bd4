package org.backwise.notes;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import org.backwise.care.CheckInViews;
import org.backwise.care.LiveSession;
import org.backwise.care.SessionBases;
import org.backwise.care.SessionBasis;
import org.backwise.care.SessionGate;
import org.backwise.cases.CaseId;
import org.backwise.cases.CheckIn;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;
import org.backwise.triage.InForce;

/**
 * The fields of a note, wherever it is written: what can be chosen, the text blocks, and
 * what is put in without being stored.
 */
@Component
class NoteFields {

	private final InForce rules;

	private final SessionBases bases;

	private final SessionGate gate;

	private final CheckInViews views;

	private final TextBlocks blocks;

	private final Notes notes;

	private final CaseFinder cases;

	private final Words words;

	NoteFields(InForce rules, SessionBases bases, SessionGate gate, CheckInViews views, TextBlocks blocks, Notes notes,
			CaseFinder cases, Words words) {
		this.cases = cases;
		this.rules = rules;
		this.bases = bases;
		this.gate = gate;
		this.views = views;
		this.blocks = blocks;
		this.notes = notes;
		this.words = words;
	}

	/**
	 * What can be chosen for a session, by what holds for it or held when it took place.
	 */
	NoteChoices choices(CaseId id, LiveSession session) {
		return choices(id, session, this.gate.asked(id, session));
	}

	/** The same where it is known what holds. */
	NoteChoices choices(CaseId id, LiveSession session, SessionGate.Asked asked) {
		return choices(this.bases.of(id, session, asked.last()));
	}

	NoteChoices choices(SessionBasis basis) {
		KnowledgeBase base = this.rules.base();
		String question = base.roles().location();
		return new NoteChoices(question,
				base.question(question).options().stream().filter((option) -> !option.standsApart()).toList(), basis);
	}

	/** The note on a session as it lies there, or one to begin with. */
	NoteForm form(@Nullable Note note, NoteChoices choices) {
		return (note != null) ? NoteForm.of(note) : NoteForm.begun(choices);
	}

	/**
	 * The same note with a text block in it, or filled as last time; nothing is stored.
	 */
	NoteForm filled(CaseId id, LiveSession session, NoteForm form, NoteChoices choices, List<FieldProblem> problems,
			Model model) {
		if (form.fills()) {
			return this.notes.last(id, session.number()).map((last) -> {
				model.addAttribute("filledFrom", last.number());
				return form.as(last, choices);
			}).orElse(form);
		}
		return this.blocks.find(form.block()).map((block) -> {
			model.addAttribute("inserted", block);
			return form.with(block);
		}).orElseGet(() -> {
			problems.add(new FieldProblem("block", this.words.of("notes.block.missing")));
			return form;
		});
	}

	/** How strong the pain was at the check-ins. */
	PainTrend trend(List<CheckIn> made) {
		return PainTrend.of(made, Objects.requireNonNull(this.rules.triage().knowledge().followUp()).roles().pain());
	}

	/** What somebody else saved stands beside what was typed; nothing is lost. */
	String compare(CaseId id, LiveSession session, Note theirs, NoteForm form, NoteChoices choices,
			HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.CONFLICT.value());
		fill(id, session, form, choices, model);
		model.addAttribute("visit", session);
		model.addAttribute("by", this.cases.name(theirs.author()));
		model.addAttribute("version", theirs.version());
		model.addAttribute("theirs", theirs);
		model.addAttribute("note", form);
		FieldProblem.show(List.of(), model);
		return "notes/note-comparison";
	}

	void fill(CaseId id, LiveSession session, NoteForm form, NoteChoices choices, Model model) {
		List<TextBlock> all = this.blocks.all();
		model.addAttribute("choices", choices);
		model.addAttribute("basis", choices.basis());
		model.addAttribute("placed",
				choices.areas()
					.stream()
					.filter((area) -> form.ticked().contains(area.id()))
					.map(Option::label)
					.toList());
		model.addAttribute("blocks", all);
		model.addAttribute("parts", TextBlock.Part.values());
		if (!model.containsAttribute("lastNote")) {
			model.addAttribute("lastNote", this.notes.last(id, session.number()).orElse(null));
		}
		if (!model.containsAttribute("views")) {
			SessionGate.Asked asked = this.gate.asked(id, session);
			model.addAttribute("views", this.views.of(id, asked.holding()));
			model.addAttribute("trend", trend(asked.made()));
		}
	}

}
