package org.backwise.outbox;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.outbox.ClientChoices.Wanted;
import org.backwise.outbox.Kind.Choice;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;

/** What a client wants to be told, under their private link. */
@Controller
class ChoicesController {

	private final Cases cases;

	private final ClientChoices choices;

	private final MailWriter letters;

	private final Offered offered;

	private final Words words;

	ChoicesController(Cases cases, ClientChoices choices, MailWriter letters, Offered offered, Words words) {
		this.cases = cases;
		this.choices = choices;
		this.letters = letters;
		this.offered = offered;
		this.words = words;
	}

	@GetMapping("/result/{link}/messages")
	String show(@PathVariable String link, @RequestParam @Nullable String saved, Model model) {
		Case theCase = find(link);
		model.addAttribute("saved", saved != null);
		return show(theCase, link, this.choices.of(theCase.id()).map(Wanted::kinds).orElse(Set.of()), List.of(), model);
	}

	private String show(Case theCase, String link, Set<Choice> wanted, List<FieldProblem> problems, Model model) {
		MailWriter.Where where = this.letters.where(theCase).orElse(null);
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("offered", this.offered.any());
		model.addAttribute("where", where);
		model.addAttribute("mail", where != null && where.by() == Letter.By.MAIL);
		model.addAttribute("choices",
				Choice.of(false)
					.filter((choice) -> choice != Choice.REMINDER || this.offered.mail().reminder())
					.toList());
		model.addAttribute("wanted", wanted);
		FieldProblem.show(problems, model);
		model.addAttribute("private", true);
		return "outbox/choices";
	}

	@PostMapping("/result/{link}/messages")
	String choose(@PathVariable String link, @RequestParam(defaultValue = "") List<String> kinds,
			HttpServletResponse response, Model model) {
		Case theCase = find(link);
		Set<Choice> ticked = ClientChoices.read(String.join(",", kinds));
		ticked.removeIf(Choice::isOfStaff);
		// Without a way to reach them nothing could be sent; to end messages always
		// works.
		if (!ticked.isEmpty() && this.letters.where(theCase).isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(theCase, link, ticked,
					List.of(new FieldProblem("contact", this.words.of("outbox.problem.nowhere"))), model);
		}
		this.choices.choose(theCase.id(), ticked);
		return "redirect:/result/" + link + "/messages?saved";
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
