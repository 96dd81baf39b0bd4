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
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.Contact;
import org.backwise.cases.KnownReach;
import org.backwise.cases.LifeCycle;
import org.backwise.intake.DetailsForm.Asks;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Phones;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/**
 * Who the client is and how to reach them, said after the answers were sent: offered
 * after a referral, so that the practice can ask later, and to be changed at any time.
 */
@Controller
class ContactController {

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final SuitingChoices choices;

	private final Phones phones;

	private final Words words;

	private final Clock clock;

	ContactController(Cases cases, LifeCycle lifeCycle, SuitingChoices choices, Phones phones, Words words,
			Clock clock) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.choices = choices;
		this.phones = phones;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping("/result/{link}/details")
	String show(@PathVariable String link, Model model) {
		Case theCase = find(link);
		if (theCase.contact().isPresent()) {
			return "redirect:/result/" + link;
		}
		return show(link, DetailsForm.blank(), List.of(), model);
	}

	@PostMapping("/result/{link}/details")
	String keep(@PathVariable String link, DetailsForm form, HttpServletResponse response, Model model) {
		Case theCase = find(link);
		List<FieldProblem> problems = problems(form, Asks.NAME, response);
		if (!problems.isEmpty()) {
			return show(link, form, problems, model);
		}
		try {
			this.cases.giveContact(theCase.id(), form.toDetails(this.phones).contact());
			return "redirect:/result/" + link;
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(link, form, List.of(), model);
		}
	}

	@GetMapping("/result/{link}/contact")
	String showChange(@PathVariable String link, Model model) {
		Case theCase = find(link);
		if (this.lifeCycle.standing(theCase).state() == CaseState.WITHDRAWN) {
			return "redirect:/result/" + link;
		}
		KnownReach known = this.cases.reach(theCase.id());
		DetailsForm form = Details.of(known, null)
			.map((details) -> DetailsForm.of(details, this.phones))
			.orElseGet(DetailsForm::blank);
		model.addAttribute("seen", known.mark());
		return showChange(link, theCase, form, List.of(), model);
	}

	@PostMapping("/result/{link}/contact")
	String change(@PathVariable String link, DetailsForm form, HttpServletResponse response, Model model) {
		Case theCase = find(link);
		// The name stays as the practice knows it, once it was given.
		DetailsForm named = form.under(theCase.contact().map(Contact::name).orElse(form.name()));
		List<FieldProblem> problems = problems(named, Asks.REACH, response);
		if (!problems.isEmpty()) {
			model.addAttribute("seen", named.mark());
			return showChange(link, theCase, named, problems, model);
		}
		try {
			Details details = named.toDetails(this.phones);
			this.cases.changeContact(theCase.id(), details.contact(), details.suits(), named.mark());
			return "redirect:/result/" + link;
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			KnownReach known = this.cases.reach(theCase.id());
			model.addAttribute("newer", known);
			model.addAttribute("seen", known.mark());
			return showChange(link, theCase, named, List.of(), model);
		}
	}

	private List<FieldProblem> problems(DetailsForm form, Asks asks, HttpServletResponse response) {
		List<FieldProblem> problems = form.problems(LocalDate.now(this.clock), asks, this.phones, this.words::of);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return problems;
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private String showChange(String link, Case theCase, DetailsForm form, List<FieldProblem> problems, Model model) {
		show(link, form, problems, model);
		model.addAttribute("named", theCase.contact().isPresent());
		this.choices.show(model);
		return "intake/change-contact";
	}

	private static String show(String link, DetailsForm form, List<FieldProblem> problems, Model model) {
		model.addAttribute("back", "/result/" + link);
		model.addAttribute("form", form);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		return "intake/contact";
	}

}
