package org.backwise.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.cases.AgeBand;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.LinkToken;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/** The start page and the consent that stands before the first question. */
@Controller
class StartController {

	private final Drafts drafts;

	private final PracticeNow practice;

	private final Words words;

	StartController(Drafts drafts, PracticeNow practice, Words words) {
		this.drafts = drafts;
		this.practice = practice;
		this.words = words;
	}

	@GetMapping("/")
	String start(HttpServletRequest request, Model model, @RequestParam(required = false) String gone) {
		if (!this.practice.now().isSetUp()) {
			return "intake/not-yet";
		}
		model.addAttribute("open", DraftCookie.read(request).filter(this.drafts::isOpen).isPresent());
		model.addAttribute("gone", gone != null);
		model.addAttribute("days", this.drafts.kept().toDays());
		return "intake/start";
	}

	@GetMapping("/intake/consent")
	String consent(HttpServletRequest request, Model model) {
		if (!this.practice.now().isSetUp()) {
			return "redirect:/";
		}
		return show(new ConsentForm(LinkToken.random().text(), null, null, null), List.of(), request, model);
	}

	/**
	 * {@code start} names the draft before it exists, so that a double click begins one
	 * only.
	 */
	@PostMapping("/intake/consent")
	String agree(ConsentForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
		if (!this.practice.now().isSetUp()) {
			return "redirect:/";
		}
		LinkToken token = new LinkToken(Objects.requireNonNullElse(form.start(), ""));
		List<FieldProblem> problems = form.problems(this.words::of);
		Optional<AgeBand> band = form.band();
		if (!problems.isEmpty() || band.isEmpty() || !token.isWellFormed()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(form.under(token.isWellFormed() ? token : LinkToken.random()), problems, request, model);
		}
		this.drafts.begin(token, this.words.of("intake.consent.version"), band.get());
		DraftCookie.write(token, this.drafts.kept(), request, response);
		return "redirect:/intake/questions";
	}

	private String show(ConsentForm form, List<FieldProblem> problems, HttpServletRequest request, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("bands", AgeBand.values());
		model.addAttribute("open", DraftCookie.read(request).filter(this.drafts::isOpen).isPresent());
		FieldProblem.show(problems, model);
		model.addAttribute("days", this.drafts.kept().toDays());
		model.addAttribute("private", true);
		return "intake/consent";
	}

}
