package org.backwise.about;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.practice.Words;

/** Was this page clear? One tap counts one; nothing else of it is kept. */
@Controller
class ClearController {

	private static final int DAYS_SHOWN = 90;

	private final ClearCounts counts;

	private final PageKinds kinds;

	private final Words words;

	private final Clock clock;

	ClearController(ClearCounts counts, PageKinds kinds, Words words, Clock clock) {
		this.counts = counts;
		this.kinds = kinds;
		this.words = words;
		this.clock = clock;
	}

	/** Leads back to the page, which says thanks. */
	@PostMapping("/clear")
	String count(@RequestParam(required = false) @Nullable String page,
			@RequestParam(required = false) @Nullable Boolean clear) {
		String path = (page != null) ? page : "";
		Optional<String> kind = this.kinds.of(path);
		if (kind.isEmpty() || clear == null) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		this.counts.add(LocalDate.now(this.clock), kind.get(), clear);
		return "redirect:" + path + "?clear#clear";
	}

	/**
	 * How often a page was clear.
	 *
	 * @param name what it is called
	 * @param yes how often it was
	 * @param no how often it was not
	 */
	record Line(String name, long yes, long no) {
	}

	@GetMapping("/desk/statistics/clear")
	String show(Model model) {
		LocalDate since = LocalDate.now(this.clock).minusDays(DAYS_SHOWN);
		model.addAttribute("lines",
				this.counts.since(since)
					.stream()
					.map((count) -> new Line(name(count.page()), count.yes(), count.no()))
					.toList());
		model.addAttribute("days", DAYS_SHOWN);
		model.addAttribute("private", true);
		return "about/clear";
	}

	private String name(String kind) {
		return this.kinds.question(kind)
			.orElseGet(() -> this.words.has("about.page." + kind) ? this.words.of("about.page." + kind) : kind);
	}

}
