package org.backwise.record;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Details;
import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/**
 * Finds the case and the session that an address speaks of; whatever is wrong is a 404.
 */
@Component
class CaseFinder {

	private final Intakes intakes;

	private final Sessions sessions;

	private final StaffAccounts staff;

	CaseFinder(Intakes intakes, Sessions sessions, StaffAccounts staff) {
		this.intakes = intakes;
		this.sessions = sessions;
		this.staff = staff;
	}

	IntakeId find(String reference, Model model) {
		CompletedIntake intake = this.intakes.referredToAs(reference)
			.filter((found) -> !this.sessions.of(found.id()).isEmpty())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("reference", intake.reference());
		model.addAttribute("client", intake.details().map(Details::name).orElse(intake.reference()));
		model.addAttribute("caseLink", "/desk/cases/" + intake.reference());
		model.addAttribute("private", true);
		return intake.id();
	}

	LiveSession session(IntakeId intake, String number) {
		return this.sessions.of(intake)
			.stream()
			.filter((session) -> Integer.toString(session.number()).equals(number))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	String name(UUID account) {
		return this.staff.find(account).map(StaffMember::name).orElse("–");
	}

}
