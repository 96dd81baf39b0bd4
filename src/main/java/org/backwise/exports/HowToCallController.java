package org.backwise.exports;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.origin.Origin;

/** The page that shows developers how to call the API. */
@Controller
class HowToCallController {

	private final Examples examples;

	private final Origin origin;

	HowToCallController(Examples examples, Origin origin) {
		this.examples = examples;
		this.origin = origin;
	}

	@GetMapping("/how-to-call")
	String show(Model model) {
		model.addAttribute("api", this.origin.of(TriageController.PATH));
		model.addAttribute("examples", this.examples.all());
		model.addAttribute("followUp", this.origin.of(FollowUpController.PATH));
		model.addAttribute("checkIns", this.examples.checkIns());
		return "exports/how-to-call";
	}

}
