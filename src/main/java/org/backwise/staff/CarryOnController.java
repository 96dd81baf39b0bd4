package org.backwise.staff;

import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

import org.backwise.practice.Refused;

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

	/** Sends what was kept to where it belongs; from then on it is kept nowhere else. */
	@PostMapping("/desk/carry-on")
	ResponseEntity<Void> send(HttpServletRequest request) {
		Optional<KeptPost> kept = KeptPost.waitingFor(this.signedIn.account(), request);
		KeptPost.drop(request);
		String path = kept.map(KeptPost::path).orElseThrow(() -> new Refused("staff.carry-on.gone"));
		return ResponseEntity.status(HttpStatus.TEMPORARY_REDIRECT).location(URI.create(path)).build();
	}

	@PostMapping("/desk/carry-on/drop")
	String drop(HttpServletRequest request) {
		KeptPost.drop(request);
		return "redirect:/desk";
	}

}
