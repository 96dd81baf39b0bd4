package org.backwise.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.backwise.desk.WorklistItem.Place;

/** What needs a therapist now. */
@Controller
class WorklistController {

	/** Attribute of the session: the list that somebody looked at last. */
	static final String LAST = "backwise.worklist";

	private final Worklist worklist;

	private final WorklistCatchUp catchUp;

	private final Clock clock;

	WorklistController(Worklist worklist, WorklistCatchUp catchUp, Clock clock) {
		this.worklist = worklist;
		this.catchUp = catchUp;
		this.clock = clock;
	}

	/**
	 * A row with its waiting time.
	 *
	 * @param item the row
	 * @param amount how many
	 * @param unit of what: minutes, hours or days
	 */
	record Waiting(WorklistItem item, long amount, String unit) {

		static Waiting of(WorklistItem item, Instant now) {
			Duration time = Duration.between(item.since(), now);
			if (time.toDays() > 0) {
				return new Waiting(item, time.toDays(), "days");
			}
			return (time.toHours() > 0) ? new Waiting(item, time.toHours(), "hours")
					: new Waiting(item, Math.max(0, time.toMinutes()), "minutes");
		}

	}

	@GetMapping("/desk")
	String show(@RequestParam(required = false) @Nullable String q,
			@RequestParam(required = false) @Nullable String need,
			@RequestParam(required = false) @Nullable String level,
			@RequestParam(required = false) @Nullable String after, HttpSession session, Model model) {
		WorklistFilter filter = WorklistFilter.of(q, need, level);
		Place place = Place.parse(after);
		String address = filter.address(place);
		if (!address.equals(session.getAttribute(LAST))) {
			session.setAttribute(LAST, address);
		}
		Worklist.Page page = this.worklist.page(filter, place);
		Instant now = this.clock.instant();
		List<Waiting> rows = new ArrayList<>();
		page.items().forEach((item) -> rows.add(Waiting.of(item, now)));
		int count = this.worklist.count(filter);
		model.addAttribute("filter", filter);
		model.addAttribute("levels", Ranks.LEVELS);
		model.addAttribute("needs", Need.values());
		model.addAttribute("rows", rows);
		model.addAttribute("next", (page.next() != null) ? page.next().text() : null);
		model.addAttribute("later", place != null);
		model.addAttribute("count", Math.min(count, Worklist.MOST_COUNTED));
		model.addAttribute("more", count > Worklist.MOST_COUNTED);
		model.addAttribute("incomplete", !this.catchUp.isComplete());
		model.addAttribute("private", true);
		return "desk/worklist";
	}

}
