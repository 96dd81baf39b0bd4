package org.backwise.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.JoinedCases;
import org.backwise.cases.Therapist;
import org.backwise.practice.FormText;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;

/** Says that two cases are of one person, and takes it back. */
@Controller
class JoinedCasesController {

	private final Cases cases;

	private final JoinedCases joined;

	private final SignedIn signedIn;

	JoinedCasesController(Cases cases, JoinedCases joined, SignedIn signedIn) {
		this.cases = cases;
		this.joined = joined;
		this.signedIn = signedIn;
	}

	@PostMapping("/desk/cases/{reference}/join")
	String join(@PathVariable String reference, @RequestParam(defaultValue = "") String other) {
		try {
			this.joined.join(find(reference).id(), typed(other), me());
			return "redirect:/desk/cases/" + reference + "#joined";
		}
		catch (Refused ex) {
			return "redirect:/desk/cases/" + reference + "?not=joined";
		}
	}

	@PostMapping("/desk/cases/{reference}/part")
	String part(@PathVariable String reference, @RequestParam(defaultValue = "") String other) {
		try {
			this.joined.part(find(reference).id(), typed(other), me());
			return "redirect:/desk/cases/" + reference + "#joined";
		}
		catch (Refused ex) {
			return "redirect:/desk/cases/" + reference + "?not=joined";
		}
	}

	private static String typed(String other) {
		return FormText.line(other).text().toUpperCase(java.util.Locale.ROOT);
	}

	private Case find(String reference) {
		return this.cases.read(reference, this.signedIn.member().id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private Therapist me() {
		return new Therapist(this.signedIn.member().id(), this.signedIn.member().name());
	}

}
