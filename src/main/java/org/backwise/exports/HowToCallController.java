package org.backwise.exports;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page that shows developers how to call the API. */
@Controller
class HowToCallController {

	private final Examples examples;

	HowToCallController(Examples examples) {
		this.examples = examples;
	}

	@GetMapping("/how-to-call")
	String show(Model model) {
		model.addAttribute("api",
				ServletUriComponentsBuilder.fromCurrentContextPath().path(TriageController.PATH).toUriString());
		model.addAttribute("examples", this.examples.all());
		return "exports/how-to-call";
	}

}
