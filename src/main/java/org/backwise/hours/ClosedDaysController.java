package org.backwise.hours;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;

/** What the owner says about days on which the practice is closed. */
@Controller
class ClosedDaysController {

	private final HoursPage page;

	private final HoursKeeper keeper;

	private final Words words;

	ClosedDaysController(HoursPage page, HoursKeeper keeper, Words words) {
		this.page = page;
		this.keeper = keeper;
		this.words = words;
	}

	@PostMapping(path = HoursPage.PATH, params = "form=closed")
	String close(ClosedForm form, HttpServletResponse response, Model model) {
		model.addAttribute("closed", form);
		List<FieldProblem> problems = form.problems(this.page.today(), this.words);
		if (!problems.isEmpty()) {
			return this.page.wrong("closed", form.edition(), problems, response, model);
		}
		try {
			this.keeper.close(form.first(), Objects.requireNonNull(form.last()), form.why(), form.edition());
			return this.page.done("days", null);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "days", form.edition(), "from", response, model);
		}
	}

	@PostMapping(path = HoursPage.PATH, params = "form=reopen")
	String reopen(@RequestParam @Nullable String id, @RequestParam(defaultValue = "") String seen,
			HttpServletResponse response, Model model) {
		try {
			this.keeper.reopen(UUID.fromString(Objects.requireNonNullElse(id, "")), seen);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "days", seen, "from", response, model);
		}
		catch (IllegalArgumentException ex) {
			// No such days; the page shows those that are there.
		}
		return this.page.done("days", null);
	}

	@PostMapping(path = HoursPage.PATH, params = "form=place")
	String place(@RequestParam @Nullable String country, @RequestParam @Nullable String region,
			@RequestParam @Nullable String was, @RequestParam(defaultValue = "") String seen,
			HttpServletResponse response, Model model) {
		@Nullable String land = FormText.line(country).orNull();
		boolean sameLand = Objects.equals(land, FormText.line(was).orNull());
		@Nullable String part = sameLand ? FormText.line(region).orNull() : null;
		if (!this.page.isKnown(land, part)) {
			return this.page.wrong("place", seen,
					List.of(new FieldProblem("country", this.words.of("hours.country.unknown"))), response, model);
		}
		try {
			this.keeper.keepPlace(land, part, seen);
			return this.page.done("holidays", null);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "holidays", seen, "country", response, model);
		}
	}

	@PostMapping(path = HoursPage.PATH, params = "form=worked")
	String worked(@RequestParam @Nullable Set<String> shown, @RequestParam @Nullable Set<String> worked,
			@RequestParam @Nullable String year, @RequestParam(defaultValue = "") String seen,
			HttpServletResponse response, Model model) {
		try {
			this.keeper.keepWorked(Objects.requireNonNullElse(shown, Set.of()),
					Objects.requireNonNullElse(worked, Set.of()), seen);
			return this.page.done("holidays", HoursController.number(year));
		}
		catch (Refused ex) {
			return this.page.refused(ex, "holidays", seen, "country", response, model);
		}
	}

}
