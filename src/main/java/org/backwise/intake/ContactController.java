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

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;

/**
 * After a referral the client may say who they are, so that the practice can ask later.
 */
@Controller
class ContactController {

	private final Intakes intakes;

	private final Words words;

	private final Clock clock;

	ContactController(Intakes intakes, Words words, Clock clock) {
		this.intakes = intakes;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/result/{link}/details")
	String show(@PathVariable String link, Model model) {
		CompletedIntake intake = intake(link);
		if (intake.details().isPresent()) {
			return "redirect:/result/" + link;
		}
		return show(link, new DetailsForm(null, null, null), List.of(), model);
	}

	@PostMapping("/result/{link}/details")
	String keep(@PathVariable String link, DetailsForm form, HttpServletResponse response, Model model) {
		CompletedIntake intake = intake(link);
		List<FieldProblem> problems = form.problems(LocalDate.now(this.clock), false, this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(link, form, problems, model);
		}
		Details typed = form.toDetails();
		this.intakes.keepDetails(intake.id(), new Details(typed.name(), typed.reach(), null));
		return "redirect:/result/" + link;
	}

	private CompletedIntake intake(String link) {
		return this.intakes.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String show(String link, DetailsForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("back", "/result/" + link);
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		return "intake/contact";
	}

}
