package org.backwise.about;

import java.time.Period;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.backwise.practice.Settings;
import org.backwise.practice.Words;
import org.backwise.retention.Periods;

/** What is kept of people, and for whom the pages work: two pages for everybody. */
@Controller
class AboutController {

	private final Supplier<Periods> keeping;

	private final Words words;

	AboutController(Settings settings, Words words) {
		this.keeping = settings.current(Periods.SETTINGS, Periods.class);
		this.words = words;
	}

	@GetMapping("/privacy")
	String privacy(Model model) {
		Periods periods = this.keeping.get();
		model.addAttribute("drafts", inWords(periods.drafts()));
		model.addAttribute("referrals", inWords(periods.referrals()));
		model.addAttribute("plans", inWords(periods.plans()));
		model.addAttribute("withdrawn", inWords(periods.withdrawn()));
		model.addAttribute("minors", periods.minorsUntil());
		model.addAttribute("describes", this.words.of("about.privacy.lede"));
		return "about/privacy";
	}

	@GetMapping("/accessibility")
	String accessibility(Model model) {
		model.addAttribute("describes", this.words.of("about.accessibility.lede"));
		return "about/accessibility";
	}

	/** 2 years, 30 days. */
	private String inWords(Period period) {
		return Stream
			.of(many("about.years", period.getYears()), many("about.months", period.getMonths()),
					many("about.days", period.getDays()))
			.filter((words) -> !words.isEmpty())
			.collect(Collectors.joining(", "));
	}

	private String many(String key, int many) {
		return (many != 0) ? this.words.of(key, many) : "";
	}

}
