package org.backwise.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** After a clearance the client's own link opens the massage section. */
@Controller
class ContinueController {

	private final Intakes intakes;

	private final Continuations continuations;

	private final Drafts drafts;

	ContinueController(Intakes intakes, Continuations continuations, Drafts drafts) {
		this.intakes = intakes;
		this.drafts = drafts;
		this.continuations = continuations;
	}

	@PostMapping("/result/{link}/continue")
	String goOn(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
		LinkToken token = new LinkToken(link);
		CompletedIntake intake = this.intakes.behind(link)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!this.continuations.goOn(token, intake)) {
			return "redirect:/result/" + link;
		}
		DraftCookie.write(token, this.drafts.kept(), request, response);
		return "redirect:/intake/questions";
	}

}
