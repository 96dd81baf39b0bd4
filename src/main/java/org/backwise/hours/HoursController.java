package org.backwise.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.hours.OpeningHours.Open;
import org.backwise.practice.Dates;
import org.backwise.practice.FieldProblem;
import org.backwise.practice.Refused;
import org.backwise.practice.Words;
import org.backwise.staff.SignedIn;

/** The owner's page of opening hours, with the usual lengths of a session. */
@Controller
class HoursController {

	private final HoursPage page;

	private final HoursKeeper keeper;

	private final SignedIn signedIn;

	private final Words words;

	private final Dates dates;

	HoursController(HoursPage page, HoursKeeper keeper, SignedIn signedIn, Words words, Dates dates) {
		this.page = page;
		this.keeper = keeper;
		this.signedIn = signedIn;
		this.words = words;
		this.dates = dates;
	}

	@GetMapping(HoursPage.PATH)
	String show(@RequestParam @Nullable String year, @RequestParam @Nullable String done, Model model) {
		this.signedIn.owner();
		model.addAttribute("done", done);
		return this.page.show(List.of(), number(year), model);
	}

	@PostMapping(HoursPage.PATH)
	String nothing() {
		return "redirect:" + HoursPage.PATH;
	}

	@PostMapping(path = HoursPage.PATH, params = "form=week")
	String week(WeekForm form, HttpServletResponse response, Model model) {
		model.addAttribute("week", form);
		List<FieldProblem> problems = new ArrayList<>();
		Map<DayOfWeek, List<Open>> week = form.read(problems, this.words, this.dates);
		if (!problems.isEmpty()) {
			return this.page.wrong("week", form.edition(), problems, response, model);
		}
		try {
			this.keeper.keepWeek(week, form.edition());
			return this.page.done("week", null);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "week", form.edition(), WeekForm.id(DayOfWeek.MONDAY), response, model);
		}
		catch (DataIntegrityViolationException ex) {
			return this.page.refused(new Refused(HoursKeeper.STALE), "week", form.edition(), "week", response, model);
		}
	}

	@PostMapping(path = HoursPage.PATH, params = "form=lengths")
	String lengths(LengthsForm form, HttpServletResponse response, Model model) {
		model.addAttribute("lengths", form);
		Optional<List<Integer>> minutes = form.read();
		if (minutes.isEmpty()) {
			return this.page.wrong("lengths", form.edition(), List.of(new FieldProblem("lengths",
					this.words.of("hours.lengths.wrong", LengthsForm.SHORTEST, LengthsForm.LONGEST, LengthsForm.MOST))),
					response, model);
		}
		try {
			this.keeper.keepLengths(minutes.get(), form.edition());
			return this.page.done("lengths-part", null);
		}
		catch (Refused ex) {
			return this.page.refused(ex, "lengths", form.edition(), "lengths", response, model);
		}
	}

	/** A year as it came, null for whatever is none. */
	static @Nullable Integer number(@Nullable String year) {
		return (year != null && year.matches("\\d{4}")) ? Integer.valueOf(year) : null;
	}

}
