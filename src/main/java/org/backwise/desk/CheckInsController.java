package org.backwise.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.CheckInViews;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.staff.SignedIn;

/** All check-ins of a case; its own page shows the newest. */
@Controller
class CheckInsController {

	private final Cases cases;

	private final CheckInViews views;

	private final SignedIn signedIn;

	CheckInsController(Cases cases, CheckInViews views, SignedIn signedIn) {
		this.cases = cases;
		this.views = views;
		this.signedIn = signedIn;
	}

	@GetMapping("/desk/cases/{reference}/check-ins")
	String show(@PathVariable String reference, Model model) {
		Case theCase = this.cases.read(reference, this.signedIn.member().id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("views", this.views.of(theCase.id()));
		return "desk/all-check-ins";
	}

}
