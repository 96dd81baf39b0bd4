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
		model.addAttribute("api", address(TriageController.PATH));
		model.addAttribute("examples", this.examples.all());
		model.addAttribute("followUp", address(FollowUpController.PATH));
		model.addAttribute("checkIns", this.examples.checkIns());
		return "exports/how-to-call";
	}

	private static String address(String path) {
		return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
	}

}
