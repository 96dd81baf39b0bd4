package org.backwise.intake;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;

/**
 * After a referral the client may say who they are, so that the practice can ask later.
 */
@Controller
class ContactController {

	private final Cases cases;

	private final MessageSource messages;

	private final Clock clock;

	ContactController(Cases cases, MessageSource messages, Clock clock) {
		this.cases = cases;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping("/result/{link}/details")
	String show(@PathVariable String link, Model model) {
		if (find(link).contact().isPresent()) {
			return "redirect:/result/" + link;
		}
		return show(link, new DetailsForm(null, null, null), List.of(), model);
	}

	@PostMapping("/result/{link}/details")
	String keep(@PathVariable String link, DetailsForm form, HttpServletResponse response, Model model) {
		Case theCase = find(link);
		List<FieldProblem> problems = form.problems(LocalDate.now(this.clock), false, this::words);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(link, form, problems, model);
		}
		this.cases.giveContact(theCase.id(), form.toDetails().contact());
		return "redirect:/result/" + link;
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String show(String link, DetailsForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("back", "/result/" + link);
		model.addAttribute("form", form);
		model.addAttribute("problems", FieldProblems.byField(problems));
		model.addAttribute("errors", problems);
		model.addAttribute("private", true);
		return "intake/contact";
	}

	private String words(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}
