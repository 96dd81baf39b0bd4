package org.backwise.result;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.DoctorVisit;
import org.backwise.cases.DoctorVisits;
import org.backwise.cases.Standing;
import org.backwise.practice.Refused;

/** Asks clients who were referred whether they saw somebody. */
@Controller
class DoctorController {

	private final Cases cases;

	private final DoctorVisits visits;

	DoctorController(Cases cases, DoctorVisits visits) {
		this.cases = cases;
		this.visits = visits;
	}

	/** Gives the page of a referral its question. */
	void show(Case theCase, Standing standing, Model model) {
		List<DoctorVisit> said = this.visits.of(theCase.id());
		model.addAttribute("doctorAsked", this.visits.isAsked(standing));
		model.addAttribute("doctorAnswers", DoctorVisit.Answer.values());
		model.addAttribute("doctorSaid", said.isEmpty() ? null : said.get(said.size() - 1));
	}

	@PostMapping("/result/{link}/doctor")
	String say(@PathVariable String link, @RequestParam(defaultValue = "") String answer) {
		Case theCase = this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		try {
			DoctorVisit.Answer.parse(answer).ifPresent((said) -> this.visits.say(theCase.id(), said));
		}
		catch (Refused ex) {
			// Somebody at the practice was faster; the page shows what stands now.
		}
		return "redirect:/result/" + link + "#doctor";
	}

}
