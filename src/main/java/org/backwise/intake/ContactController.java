package org.backwise.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/**
 * After a referral the client may say who they are, so that the practice can ask later.
 */
@Controller
class ContactController {

	private final Cases cases;

	private final Words words;

	private final Clock clock;

	ContactController(Cases cases, Words words, Clock clock) {
		this.cases = cases;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/result/{link}/details")
	String show(@PathVariable String link, Model model) {
		if (find(link).contact().isPresent()) {
			return "redirect:/result/" + link;
		}
		return show(link, DetailsForm.blank(), List.of(), model);
	}

	@PostMapping("/result/{link}/details")
	String keep(@PathVariable String link, DetailsForm form, HttpServletResponse response, Model model) {
		Case theCase = find(link);
		List<FieldProblem> problems = form.problems(LocalDate.now(this.clock), false, this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(link, form, problems, model);
		}
		try {
			this.cases.giveContact(theCase.id(), form.toDetails().contact());
			return "redirect:/result/" + link;
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(link, form, List.of(), model);
		}
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String show(String link, DetailsForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("back", "/result/" + link);
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		return "intake/contact";
	}

}
