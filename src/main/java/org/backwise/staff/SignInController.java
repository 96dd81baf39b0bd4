package org.backwise.staff;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.Words;

/** The pages for signing in; Spring Security looks at what is typed. */
@Controller
class SignInController {

	private final SignedIn signedIn;

	private final SecondFactors secondFactors;

	private final Words words;

	SignInController(SignedIn signedIn, SecondFactors secondFactors, Words words) {
		this.signedIn = signedIn;
		this.secondFactors = secondFactors;
		this.words = words;
	}

	@GetMapping("/desk/sign-in")
	String show(@RequestParam(required = false) @Nullable String to, HttpServletRequest request, Model model) {
		for (String note : List.of("out", "again", "joined", "fresh")) {
			if (request.getParameter(note) != null) {
				model.addAttribute("note", note);
			}
		}
		return signIn(to, model);
	}

	@PostMapping("/desk/sign-in/wrong")
	String wrong(@RequestParam(required = false) @Nullable String to,
			@RequestParam(required = false) @Nullable String username, HttpServletResponse response, Model model) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		model.addAttribute("username", username);
		model.addAttribute("errors", List.of(new FieldProblem("username", this.words.of("staff.sign-in.wrong"))));
		return signIn(to, model);
	}

	private static String signIn(@Nullable String to, Model model) {
		model.addAttribute("to", Onward.isPage(to) ? to : null);
		model.addAttribute("private", true);
		return "staff/sign-in";
	}

	@GetMapping("/desk/second-factor")
	String secondFactor(HttpServletRequest request, Model model) {
		if (request.getParameter("wrong") != null) {
			model.addAttribute("errors",
					List.of(new FieldProblem("token", this.words.of("staff.second-factor.wrong"))));
		}
		model.addAttribute("private", true);
		model.addAttribute("codes", this.secondFactors.codesLeft(this.signedIn.member().id()) > 0);
		return "staff/second-factor";
	}

	/** Keeps the session alive; the request itself does it. */
	@PostMapping("/desk/stay")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void stay() {
	}

}
