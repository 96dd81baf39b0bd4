package org.backwise.result;

import java.util.List;
import java.util.Optional;

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
import org.backwise.cases.Contact;
import org.backwise.cases.LinkMail;
import org.backwise.practice.EmailText;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** Sends clients the link to their own result. Without a mail server there is no page. */
@Controller
class SendController {

	private final Cases cases;

	private final LinkMail mail;

	private final Words words;

	SendController(Cases cases, LinkMail mail, Words words) {
		this.cases = cases;
		this.mail = mail;
		this.words = words;
	}

	@GetMapping("/result/{link}/send")
	String show(@PathVariable String link, @RequestParam(required = false) @Nullable String done, Model model) {
		Case theCase = find(link);
		model.addAttribute("done", done != null);
		return show(link, theCase.contact().map(Contact::email).orElse(null), List.of(), model);
	}

	/** The address is used for this mail and not kept. */
	@PostMapping("/result/{link}/send")
	String send(@PathVariable String link, @RequestParam(required = false) @Nullable String email,
			HttpServletResponse response, Model model) {
		Case theCase = find(link);
		Optional<String> address = EmailText.read(FormText.line(email).text());
		if (address.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(link, email, List.of(new FieldProblem("email", this.words.of("result.send.wrong"))), model);
		}
		try {
			this.mail.ask(theCase.id(), address.get());
			return "redirect:/result/" + link + "/send?done";
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(link, email, List.of(), model);
		}
	}

	private Case find(String link) {
		return this.cases.behind(link)
			.filter((theCase) -> this.mail.canSend())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String show(String link, @Nullable String email, List<FieldProblem> problems, Model model) {
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("email", email);
		model.addAttribute("private", true);
		FieldProblem.show(problems, model);
		return "result/send";
	}

}
