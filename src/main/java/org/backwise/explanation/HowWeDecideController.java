package org.backwise.explanation;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Practice;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;
import org.backwise.triage.InForce;

/** The public page that explains every question and every rule. */
@Controller
class HowWeDecideController {

	private final InForce rules;

	private final Words words;

	private final PracticeNow practice;

	private volatile Told told;

	HowWeDecideController(InForce rules, Words words, PracticeNow practice) {
		this.rules = rules;
		this.words = words;
		this.practice = practice;
		this.told = new Told(practice.now(), new ConcurrentHashMap<>());
	}

	@GetMapping("/how-we-decide")
	String show(Model model) {
		KnowledgeBase base = this.rules.base();
		model.addAttribute("base", base);
		model.addAttribute("dense", true);
		model.addAttribute("describes", this.words.of("explanation.summary.8"));
		Practice now = this.practice.now();
		if (!this.told.by().equals(now)) {
			this.told = new Told(now, new ConcurrentHashMap<>());
		}
		model.addAttribute("explanation",
				this.told.explained()
					.computeIfAbsent(this.words.language(), (language) -> Explainer.explain(base,
							(key, arguments) -> this.words.of("explanation." + key, arguments), now::fill)));
		return "explanation/how-we-decide";
	}

	/** Holds good until the practice changes. */
	private record Told(Practice by, Map<Locale, Explanation> explained) {
	}

}
