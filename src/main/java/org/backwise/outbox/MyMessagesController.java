package org.backwise.outbox;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.outbox.Kind.Choice;
import org.backwise.outbox.StaffChoices.Wanted;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** Where somebody of the practice wants to be told what. */
@Controller
class MyMessagesController {

	private static final String PATH = "/desk/account/messages";

	private final StaffChoices choices;

	private final Offered offered;

	private final SignedIn signedIn;

	private final Words words;

	MyMessagesController(StaffChoices choices, Offered offered, SignedIn signedIn, Words words) {
		this.choices = choices;
		this.offered = offered;
		this.signedIn = signedIn;
		this.words = words;
	}

	@GetMapping(PATH)
	String show(@RequestParam @Nullable String saved, Principal who, Model model) {
		Optional<Wanted> wanted = this.choices.of(this.signedIn.member().id());
		model.addAttribute("saved", saved != null);
		String known = MailAddress.of(who.getName()).isPresent() ? who.getName() : "";
		return show(wanted.map(Wanted::address).orElse(known), wanted.map(Wanted::kinds).orElse(Set.of()), List.of(),
				model);
	}

	@PostMapping(PATH)
	String choose(@RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "") List<String> kinds,
			HttpServletResponse response, Model model) {
		UUID account = this.signedIn.member().id();
		Set<Choice> ticked = ClientChoices.read(String.join(",", kinds));
		ticked.removeIf((choice) -> !choice.isOfStaff());
		String typed = FormText.line(address).text();
		Optional<MailAddress> mail = MailAddress.of(typed);
		if ((mail.isEmpty() && !typed.isEmpty()) || (typed.isEmpty() && !ticked.isEmpty())) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(typed, ticked, List.of(new FieldProblem("address", this.words.of("outbox.problem.address"))),
					model);
		}
		this.choices.choose(account, mail.map(MailAddress::text).orElse(""), ticked);
		return "redirect:" + PATH + "?saved";
	}

	private String show(String address, Set<Choice> wanted, List<FieldProblem> problems, Model model) {
		model.addAttribute("address", address);
		model.addAttribute("choices", Choice.of(true).toList());
		model.addAttribute("wanted", wanted);
		model.addAttribute("offered", this.offered.byMail());
		FieldProblem.show(problems, model);
		return "outbox/mine";
	}

}
