package org.backwise.outbox;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.outbox.MailSettings.Encryption;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings.Saved;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** The owner's page of the mail server, with a letter to try it. */
@Controller
class MailSettingsController {

	private static final String PATH = "/desk/settings/mail";

	private final MailKeeper keeper;

	private final Tryout tryout;

	private final Offered offered;

	private final SignedIn signedIn;

	private final Words words;

	MailSettingsController(MailKeeper keeper, Tryout tryout, Offered offered, SignedIn signedIn, Words words) {
		this.keeper = keeper;
		this.tryout = tryout;
		this.offered = offered;
		this.signedIn = signedIn;
		this.words = words;
	}

	@GetMapping(PATH)
	String show(@RequestParam @Nullable String saved, Model model) {
		this.signedIn.owner();
		model.addAttribute("saved", saved != null);
		return show(null, List.of(), model);
	}

	@PostMapping(PATH)
	String save(MailForm form, HttpServletResponse response, Model model) {
		this.signedIn.owner();
		List<FieldProblem> problems = form.problems(this.keeper.inFile(), this.words);
		if (!problems.isEmpty()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(form, problems, model);
		}
		try {
			this.keeper.save(form, this.signedIn.owner().id());
			return "redirect:" + PATH + "?saved";
		}
		catch (Refused ex) {
			ex.refusal().show(this.words, response, model);
			return show(form, List.of(), model);
		}
	}

	@PostMapping(PATH + "/test")
	String test(@RequestParam(defaultValue = "") String to, HttpServletResponse response, Model model) {
		this.signedIn.owner();
		String typed = FormText.line(to).text();
		MailAddress address = MailAddress.of(typed).orElse(null);
		model.addAttribute("to", typed);
		if (address == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(null, List.of(new FieldProblem("to", this.words.of("outbox.problem.address"))), model);
		}
		MailSettings now = this.keeper.now(this.keeper.saved());
		if (!now.isSet()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return show(null, List.of(new FieldProblem("to", this.words.of("outbox.problem.first"))), model);
		}
		Tryout.Answer answer = this.tryout.send(now, address).orElse(null);
		model.addAttribute("tried", true);
		model.addAttribute("answer", answer);
		return show(null, List.of(), model);
	}

	private String show(@Nullable MailForm typed, List<FieldProblem> problems, Model model) {
		Saved saved = this.keeper.saved();
		MailSettings now = this.keeper.now(saved);
		MailForm form = (typed != null) ? typed : MailForm.of(now, saved.version());
		model.addAttribute("form", form);
		// Of two owners the second is told, and then sees what holds now.
		model.addAttribute("seen", problems.isEmpty() ? Long.toString(saved.version()) : form.seen());
		model.addAttribute("now", MailForm.of(now, saved.version()));
		model.addAttribute("inFile", this.keeper.inFile());
		model.addAttribute("password", this.keeper.password(now).toString());
		model.addAttribute("encryptions", Encryption.values());
		model.addAttribute("isSet", now.isSet());
		model.addAttribute("addressed", this.offered.site().isPresent());
		model.addAttribute("sms", this.offered.sms().isSet());
		FieldProblem.show(problems, model);
		return "outbox/mail-settings";
	}

}
