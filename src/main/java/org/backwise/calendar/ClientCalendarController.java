package org.backwise.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.origin.Origin;

/** A client's sessions in a calendar: taken once, or kept up to date. */
@Controller
class ClientCalendarController {

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final Calendars calendars;

	private final Feeds feeds;

	private final Clock clock;

	private final Origin origin;

	ClientCalendarController(Cases cases, LifeCycle lifeCycle, Calendars calendars, Feeds feeds, Clock clock,
			Origin origin) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.calendars = calendars;
		this.feeds = feeds;
		this.clock = clock;
		this.origin = origin;
	}

	@GetMapping("/result/{link}/calendar")
	String show(@PathVariable String link, Model model) {
		Case theCase = find(link);
		Feed feed = this.feeds.of(theCase.id()).orElse(null);
		List<Line> lines = this.calendars.toCome(theCase)
			.stream()
			.filter((slot) -> !slot.isCancelled())
			.map(this::line)
			.toList();
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("private", true);
		model.addAttribute("lines", lines);
		model.addAttribute("open", lines.stream().anyMatch((line) -> !line.confirmed()));
		model.addAttribute("stopped", this.lifeCycle.standing(theCase).state().stopsPlan());
		model.addAttribute("feed", feed);
		model.addAttribute("address", (feed != null)
				? this.feeds.secret(feed, link).map((secret) -> FeedAddress.of(secret, this.origin)).orElse(null)
				: null);
		return "calendar/client";
	}

	/** To make, to make anew, or to take back. */
	@PostMapping("/result/{link}/calendar")
	String change(@PathVariable String link, @RequestParam(defaultValue = "") String act,
			@RequestParam(defaultValue = "") String seen) {
		Case theCase = find(link);
		switch (act) {
			case "make" -> this.feeds.make(theCase.id(), link, seen);
			case "revoke" -> this.feeds.revoke(theCase.id());
			default -> {
				// the page says what can be done
			}
		}
		return "redirect:/result/" + link + "/calendar";
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Line line(Slot slot) {
		return new Line(slot.day(), time(slot, 0), time(slot, slot.minutes()), slot.status() == Slot.Status.CONFIRMED);
	}

	private @Nullable String time(Slot slot, int later) {
		return (slot.start() != null)
				? LocalTime.ofInstant(slot.start().plusSeconds(later * 60L), this.clock.getZone()).toString() : null;
	}

	/**
	 * A session on the page.
	 *
	 * @param day its day
	 * @param from when it begins, null while nobody has said
	 * @param until when it ends
	 * @param confirmed whether it is agreed
	 */
	record Line(LocalDate day, @Nullable String from, @Nullable String until, boolean confirmed) {
	}

}
