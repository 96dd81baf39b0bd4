package org.backwise.notes;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.care.Attendance;
import org.backwise.care.LiveSession;
import org.backwise.cases.CaseId;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.LifeCycle;
import org.backwise.cases.Standing;
import org.backwise.cases.SuitsWords;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;

/**
 * Finds the case and the session that an address speaks of; whatever is wrong is a 404.
 */
@Component
class CaseFinder {

	private final Cases cases;

	private final Attendance sessions;

	private final LifeCycle lifeCycle;

	private final StaffAccounts staff;

	private final SuitsWords suits;

	private final SignedIn signedIn;

	CaseFinder(Cases cases, Attendance sessions, LifeCycle lifeCycle, StaffAccounts staff, SuitsWords suits,
			SignedIn signedIn) {
		this.cases = cases;
		this.sessions = sessions;
		this.lifeCycle = lifeCycle;
		this.staff = staff;
		this.suits = suits;
		this.signedIn = signedIn;
	}

	CaseId find(String reference, Model model) {
		Case theCase = this.cases.read(reference, this.signedIn.member().id())
			.filter((found) -> !this.sessions.of(found.id()).isEmpty())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("reference", theCase.reference());
		model.addAttribute("client", theCase.client());
		model.addAttribute("caseLink", "/desk/cases/" + theCase.reference());
		model.addAttribute("suits", this.suits.said(theCase.id()));
		model.addAttribute("private", true);
		return theCase.id();
	}

	Standing standing(CaseId id) {
		return this.lifeCycle.standing(this.cases.find(id).orElseThrow());
	}

	LiveSession session(CaseId intake, String number) {
		return this.sessions.of(intake)
			.stream()
			.filter((session) -> Integer.toString(session.number()).equals(number))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	String name(UUID account) {
		return this.staff.nameOf(account).orElse("–");
	}

}
