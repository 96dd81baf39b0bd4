package org.backwise.staff;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** After signing in again: what was typed before, to be sent by a click. */
@Controller
class CarryOnController {

	private final SignedIn signedIn;

	CarryOnController(SignedIn signedIn) {
		this.signedIn = signedIn;
	}

	@GetMapping("/desk/carry-on")
	String show(HttpServletRequest request, Model model) {
		Optional<KeptPost> kept = KeptPost.waitingFor(this.signedIn.account(), request);
		if (kept.isEmpty()) {
			return "redirect:/desk";
		}
		model.addAttribute("kept", kept.get());
		model.addAttribute("private", true);
		return "staff/carry-on";
	}

	@PostMapping("/desk/carry-on/drop")
	String drop(HttpServletRequest request) {
		KeptPost.drop(request);
		return "redirect:/desk";
	}

}
