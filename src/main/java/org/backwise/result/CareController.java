package org.backwise.result;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.ClientChoice;
import org.backwise.cases.Act;
import org.backwise.cases.Case;
import org.backwise.cases.CaseState;
import org.backwise.cases.Cases;
import org.backwise.cases.Decision;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.practice.Refused;

/**
 * The course of a client's care: how it has gone, what it was in the end, and taking a
 * break, finishing or going on.
 */
@Controller
class CareController {

	private final Cases cases;

	private final LifeCycle lifeCycle;

	private final ClientChoice choice;

	private final CareViews care;

	CareController(Cases cases, LifeCycle lifeCycle, ClientChoice choice, CareViews care) {
		this.cases = cases;
		this.lifeCycle = lifeCycle;
		this.choice = choice;
		this.care = care;
	}

	@GetMapping("/result/{link}/trend")
	String trend(@PathVariable String link, Model model) {
		Case theCase = find(link);
		if (!this.care.hasBegun(theCase)) {
			return back(link);
		}
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("view", this.care.trend(theCase));
		model.addAttribute("private", true);
		return "result/trend";
	}

	@GetMapping("/result/{link}/summary")
	String summary(@PathVariable String link, Model model) {
		Case theCase = find(link);
		Standing standing = this.lifeCycle.standing(theCase);
		if (!isOver(standing)) {
			return back(link);
		}
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("contact", theCase.contact().orElse(null));
		model.addAttribute("end",
				standing.state().refers() ? standing.last(Act.RAISE).orElseThrow() : standing.arrival().orElseThrow());
		model.addAttribute("private", true);
		this.care.summary(theCase, model::addAttribute);
		return "result/summary";
	}

	@GetMapping("/result/{link}/break")
	String askBreak(@PathVariable String link, Model model) {
		Case theCase = find(link);
		if (!mayRest(this.lifeCycle.standing(theCase))) {
			return back(link);
		}
		model.addAttribute("link", "/result/" + link);
		model.addAttribute("days", this.care.followUp().timing().longestPause());
		model.addAttribute("private", true);
		return "result/break";
	}

	/** Said twice, it stands once. */
	@PostMapping("/result/{link}/break")
	String takeBreak(@PathVariable String link) {
		Case theCase = find(link);
		Standing standing = this.lifeCycle.standing(theCase);
		if (mayRest(standing)) {
			try {
				this.lifeCycle.take(theCase.id(), Decision.ofRules(Act.PAUSE, standing.version(), null, null));
			}
			catch (Refused ex) {
				// The page that follows says what stands.
			}
		}
		return back(link);
	}

	/** Said twice, it stands once; what no longer stands is said out loud. */
	@PostMapping("/result/{link}/choice")
	String choose(@PathVariable String link, @RequestParam(name = "check-in", defaultValue = "") String checkIn,
			@RequestParam(defaultValue = "") String choice) {
		Case theCase = find(link);
		try {
			this.choice.choose(theCase.id(), checkIn.matches("\\d{1,9}") ? Integer.parseInt(checkIn) : 0, choice);
		}
		catch (Refused ex) {
			return back(link) + "?not=choice";
		}
		return back(link);
	}

	/** Ended, or stopped by what was found. */
	private static boolean isOver(Standing standing) {
		return standing.state() == CaseState.ENDED || (standing.wasChecked() && standing.state().refers());
	}

	private static boolean mayRest(Standing standing) {
		return standing.state().isChecked();
	}

	private Case find(String link) {
		return this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String back(String link) {
		return "redirect:/result/" + link;
	}

}
