package org.backwise.notes;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Details;
import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/**
 * Finds the case and the session that an address speaks of; whatever is wrong is a 404.
 */
@Component
class CaseFinder {

	private final Intakes intakes;

	private final Attendance sessions;

	private final StaffAccounts staff;

	private final SignedIn signedIn;

	private final Journal journal;

	CaseFinder(Intakes intakes, Attendance sessions, StaffAccounts staff, SignedIn signedIn, Journal journal) {
		this.intakes = intakes;
		this.sessions = sessions;
		this.staff = staff;
		this.signedIn = signedIn;
		this.journal = journal;
	}

	IntakeId find(String reference, Model model) {
		CompletedIntake intake = this.intakes.referredToAs(reference)
			.filter((found) -> !this.sessions.of(found.id()).isEmpty())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.journal.note(Action.CASE_READ, new Who.Staff(this.signedIn.member().id()), intake.id().value());
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
