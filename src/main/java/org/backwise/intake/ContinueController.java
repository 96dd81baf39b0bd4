package org.backwise.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Rounds;
import org.backwise.practice.LinkToken;

/** After a clearance the client's own link opens the massage section. */
@Controller
class ContinueController {

	private final Cases cases;

	private final Rounds rounds;

	private final Drafts drafts;

	private final DraftCookie cookies;

	ContinueController(Cases cases, Rounds rounds, Drafts drafts, DraftCookie cookies) {
		this.cases = cases;
		this.drafts = drafts;
		this.cookies = cookies;
		this.rounds = rounds;
	}

	@PostMapping("/result/{link}/continue")
	String goOn(@PathVariable String link, HttpServletRequest request, HttpServletResponse response) {
		LinkToken token = new LinkToken(link);
		Case theCase = this.cases.behind(link).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (!this.rounds.isOpen(theCase.id())) {
			return "redirect:/result/" + link + "?not=open";
		}
		this.drafts.goOn(token, theCase, this.rounds.latest(theCase.id()));
		this.cookies.keep(token, request, response);
		return "redirect:/intake/questions";
	}

}
