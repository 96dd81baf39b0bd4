package org.backwise.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.desk.WorklistItem.Place;
import org.backwise.practice.Words;
import org.backwise.staff.Colleague;
import org.backwise.staff.SignedIn;

/** The lists of cases: what needs a therapist now, and where the others stand. */
@Controller
class WorklistController {

	/** Attribute of the session: the list that somebody looked at last. */
	static final String LAST = "backwise.worklist";

	private final Worklist worklist;

	private final WorklistLines lines;

	private final WorklistCatchUp catchUp;

	private final SignedIn signedIn;

	private final Words words;

	WorklistController(Worklist worklist, WorklistLines lines, WorklistCatchUp catchUp, SignedIn signedIn,
			Words words) {
		this.worklist = worklist;
		this.lines = lines;
		this.catchUp = catchUp;
		this.signedIn = signedIn;
		this.words = words;
	}

	/** Leads to today; the lists stood here before they had a page. */
	@GetMapping("/desk")
	String start(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String need,
			@RequestParam(required = false) @Nullable String level,
			@RequestParam(required = false) @Nullable String after) {
		boolean isList = Stream.of(q, need, level, after).anyMatch(Objects::nonNull);
		return "redirect:"
				+ (isList ? WorklistFilter.of(null, null, q, need, level).address(Place.parse(after)) : "/desk/today");
	}

	@GetMapping("/desk/cases")
	String show(@RequestParam(required = false) @Nullable String list,
			@RequestParam(required = false) @Nullable String whose, @RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String need,
			@RequestParam(required = false) @Nullable String level,
			@RequestParam(required = false) @Nullable String after,
			@RequestParam(name = "not", defaultValue = "") String undone, HttpSession session, Model model) {
		WorklistFilter filter = WorklistFilter.of(list, whose, q, need, level);
		Place place = Place.parse(after);
		String address = filter.address(place);
		if (!address.equals(session.getAttribute(LAST))) {
			session.setAttribute(LAST, address);
		}
		UUID me = this.signedIn.member().id();
		Worklist.Page page = this.worklist.page(filter, place, me);
		Worklist.Counts counts = this.worklist.counts(filter, me);
		Map<UUID, Colleague> colleagues = this.lines.colleagues();
		List<WorklistLines.Line> rows = this.lines.of(page.items(),
				!filter.isSearch() && filter.list() == CaseList.TO_DECIDE, colleagues);
		model.addAttribute("filter", filter);
		model.addAttribute("address", address);
		model.addAttribute("lists", CaseList.values());
		model.addAttribute("counts", counts);
		model.addAttribute("most", Worklist.MOST_COUNTED);
		model.addAttribute("levels", Ranks.LEVELS);
		model.addAttribute("needs", Need.waiting());
		model.addAttribute("rows", rows);
		model.addAttribute("colleagues", colleagues.values());
		model.addAttribute("several", colleagues.values().stream().filter(Colleague::here).count() > 1
				|| rows.stream().anyMatch((row) -> row.therapist() != null));
		model.addAttribute("whoseAll", WorklistFilter.Whose.values());
		model.addAttribute("me", me);
		model.addAttribute("next", (page.next() != null) ? filter.address(page.next()) : null);
		model.addAttribute("later", place != null);
		model.addAttribute("incomplete", !this.catchUp.isComplete());
		model.addAttribute("refusal", undone.equals("assigned") ? this.words.of("cases.refused.assigned") : null);
		model.addAttribute("private", true);
		return "desk/worklist";
	}

}
