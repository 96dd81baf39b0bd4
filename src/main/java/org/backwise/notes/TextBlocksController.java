package org.backwise.notes;

import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refusal;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** The page of the practice's text blocks. */
@Controller
class TextBlocksController {

	private static final String PAGE = "/desk/settings/text-blocks";

	private final TextBlocks blocks;

	private final Words words;

	TextBlocksController(TextBlocks blocks, Words words) {
		this.blocks = blocks;
		this.words = words;
	}

	@GetMapping(PAGE)
	String list(Model model) {
		return list(new TextBlockForm(UUID.randomUUID().toString(), null, null, null, null, null), List.of(), model);
	}

	@PostMapping(PAGE)
	String add(TextBlockForm form, HttpServletResponse response, Model model) {
		List<FieldProblem> problems = form.problems(this.words::of);
		UUID id = TextBlocks.id(form.id()).orElseGet(UUID::randomUUID);
		if (problems.isEmpty()) {
			try {
				this.blocks.add(id, form);
				return "redirect:" + PAGE;
			}
			catch (Refused ex) {
				ex.refusal().show(this.words, response, model);
				return list(form, problems, model);
			}
			catch (DataIntegrityViolationException ex) {
				// A second click; the first one has added it.
				return "redirect:" + PAGE;
			}
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return list(form, problems, model);
	}

	@GetMapping(PAGE + "/{id}")
	String show(@PathVariable String id, Model model) {
		return one(id, TextBlockForm.of(find(id)), List.of(), model);
	}

	@PostMapping(PAGE + "/{id}")
	String change(@PathVariable String id, TextBlockForm form, HttpServletResponse response, Model model) {
		UUID block = TextBlocks.id(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		List<FieldProblem> problems = form.removes() ? List.of() : form.problems(this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return one(id, form, problems, model);
		}
		try {
			if (form.removes()) {
				this.blocks.remove(block, form);
			}
			else {
				this.blocks.change(block, form);
			}
			return "redirect:" + PAGE;
		}
		catch (Refused | OptimisticLockingFailureException ex) {
			return stale(id, form, response, model);
		}
	}

	/** What was typed stays; what somebody else saved stands above it. */
	private String stale(String id, TextBlockForm form, HttpServletResponse response, Model model) {
		TextBlock theirs = this.blocks.find(id).orElse(null);
		if (theirs == null && form.removes()) {
			return "redirect:" + PAGE;
		}
		Refusal.of((theirs != null) ? "notes.blocks.stale" : "notes.blocks.gone").show(this.words, response, model);
		model.addAttribute("theirs", theirs);
		if (theirs == null) {
			return list(new TextBlockForm(UUID.randomUUID().toString(), form.part(), form.title(), form.words(), null,
					null), List.of(), model);
		}
		return one(id, new TextBlockForm(null, form.part(), form.title(), form.words(), theirs.version(), null),
				List.of(), model);
	}

	private TextBlock find(String id) {
		return this.blocks.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String one(String id, TextBlockForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("id", id);
		model.addAttribute("parts", TextBlock.Part.values());
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		return "notes/text-block";
	}

	private String list(TextBlockForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("blocks", this.blocks.all());
		model.addAttribute("parts", TextBlock.Part.values());
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		return "notes/text-blocks";
	}

}
