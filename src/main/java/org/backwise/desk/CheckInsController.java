package org.backwise.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.CheckInViews;
import org.backwise.staff.SignedIn;

/** All check-ins of a case; its own page shows the newest. */
@Controller
class CheckInsController {

	private final CaseFiles files;

	private final CheckInViews views;

	private final SignedIn signedIn;

	CheckInsController(CaseFiles files, CheckInViews views, SignedIn signedIn) {
		this.files = files;
		this.views = views;
		this.signedIn = signedIn;
	}

	@GetMapping("/desk/cases/{reference}/check-ins")
	String show(@PathVariable String reference, Model model) {
		CaseFile file = this.files.open(reference, this.signedIn.member())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("reference", file.theCase().reference());
		model.addAttribute("views", this.views.of(file.id()));
		return "desk/all-check-ins";
	}

}
