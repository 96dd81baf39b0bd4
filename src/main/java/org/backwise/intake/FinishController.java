package org.backwise.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import org.backwise.practice.ClientDevices;
import org.backwise.practice.LinkToken;

/**
 * Leaves a device as if nobody had answered there. Only what belongs to the client goes:
 * a colleague who is signed in in the same browser stays so.
 */
@Controller
class FinishController {

	private final Sending sending;

	private final ClientDevices devices;

	FinishController(Sending sending, ClientDevices devices) {
		this.sending = sending;
		this.devices = devices;
	}

	@PostMapping("/result/{link}/finish")
	String finish(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
		LinkToken token = new LinkToken(link);
		// Also with a link that has ended: whoever asks for a clear device gets one.
		this.devices.close(token.isWellFormed() ? token : null, request, response);
		DraftCookie.clear(request, response);
		return "redirect:/finished";
	}

	/** From the page that says that answers were sent, or before they are. */
	@PostMapping("/intake/finish")
	String finish(HttpServletRequest request, HttpServletResponse response) {
		this.devices.close(DraftCookie.read(request).flatMap(this.sending::resultOf).orElse(null), request, response);
		DraftCookie.clear(request, response);
		return "redirect:/finished";
	}

	/** Where a device for clients also comes by itself, with nobody there to press. */
	@GetMapping("/finished")
	String finished(HttpServletRequest request, HttpServletResponse response, Model model) {
		if (this.devices.isOne(request)) {
			this.devices.close(null, request, response);
			DraftCookie.clear(request, response);
		}
		model.addAttribute("private", true);
		return "intake/finished";
	}

}
