package org.backwise.explanation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Practice;
import org.backwise.practice.Words;

/** The public page that explains every question and every rule. */
@Controller
class HowWeDecideController {

	private final KnowledgeBase base;

	private final Explanation explanation;

	HowWeDecideController(KnowledgeBase base, Words words, Practice practice) {
		this.base = base;
		this.explanation = Explainer.explain(base, (key, arguments) -> words.of("explanation." + key, arguments),
				practice::fill);
	}

	@GetMapping("/how-we-decide")
	String show(Model model) {
		model.addAttribute("base", this.base);
		model.addAttribute("explanation", this.explanation);
		return "explanation/how-we-decide";
	}

}
