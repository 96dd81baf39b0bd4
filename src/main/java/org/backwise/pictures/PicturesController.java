package org.backwise.pictures;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.triage.InForce;

/** The pages with every drawing, for everybody to read. */
@Controller
class PicturesController {

	private final Movements movements;

	private final InForce rules;

	PicturesController(Movements movements, InForce rules) {
		this.movements = movements;
		this.rules = rules;
	}

	@GetMapping("/movements")
	String movements(Model model) {
		model.addAttribute("movements", this.movements.all());
		return "pictures/movements";
	}

	@GetMapping("/massages")
	String massages(Model model) {
		model.addAttribute("massages", this.rules.base().techniques().techniques());
		return "pictures/massages";
	}

}
