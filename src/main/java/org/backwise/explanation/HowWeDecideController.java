package org.backwise.explanation;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Practice;
import org.backwise.practice.Words;
import org.backwise.triage.InForce;

/** The public page that explains every question and every rule. */
@Controller
class HowWeDecideController {

	private final InForce rules;

	private final Words words;

	private final Practice practice;

	private final Map<Locale, Explanation> explained = new ConcurrentHashMap<>();

	HowWeDecideController(InForce rules, Words words, Practice practice) {
		this.rules = rules;
		this.words = words;
		this.practice = practice;
	}

	@GetMapping("/how-we-decide")
	String show(Model model) {
		KnowledgeBase base = this.rules.base();
		model.addAttribute("base", base);
		model.addAttribute("explanation", this.explained.computeIfAbsent(this.words.language(), (language) -> Explainer
			.explain(base, (key, arguments) -> this.words.of("explanation." + key, arguments), this.practice::fill)));
		return "explanation/how-we-decide";
	}

}
