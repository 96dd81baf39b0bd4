package org.backwise.desk;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import org.backwise.cases.Assignments;
import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.cases.Therapist;
import org.backwise.practice.Refused;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffAccounts;
import org.backwise.staff.StaffMember;

/** Gives a case to somebody, from its page or from a list. */
@Controller
class AssignController {

	private final Cases cases;

	private final Assignments assignments;

	private final OthersSessions sessions;

	private final StaffAccounts accounts;

	private final SignedIn signedIn;

	AssignController(Cases cases, Assignments assignments, OthersSessions sessions, StaffAccounts accounts,
			SignedIn signedIn) {
		this.sessions = sessions;
		this.cases = cases;
		this.assignments = assignments;
		this.accounts = accounts;
		this.signedIn = signedIn;
	}

	/** Back to the list it was done from, at the same row, or to the case. */
	@PostMapping("/desk/cases/{reference}/assign")
	String assign(@PathVariable String reference, @RequestParam(defaultValue = "") String therapist,
			@RequestParam(defaultValue = "") String seen, @RequestParam(required = false) @Nullable String back,
			@RequestParam(required = false) @Nullable String from) {
		StaffMember me = this.signedIn.member();
		Case theCase = this.cases.read(reference, me.id())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		String list = WorklistFilter.known(back);
		boolean done = assign(theCase, therapist, id(seen), new Therapist(me.id(), me.name()));
		if (done && isWithSomebodyElse(theCase, id(therapist))) {
			return "redirect:" + HandOverController.address(theCase.reference(), list, WorklistFilter.known(from));
		}
		if (list != null) {
			return "redirect:" + (done ? list : list + (list.contains("?") ? "&" : "?") + "not=assigned") + "#"
					+ theCase.reference();
		}
		return "redirect:" + CaseController.address(theCase.reference(), done ? "done" : "not", "assigned",
				WorklistFilter.known(from));
	}

	private boolean isWithSomebodyElse(Case theCase, @Nullable UUID therapist) {
		return therapist != null && !this.sessions.notWith(theCase.id(), therapist).isEmpty();
	}

	/** False when somebody else was first, or nobody of that name works here any more. */
	private boolean assign(Case theCase, String therapist, @Nullable UUID seen, Therapist by) {
		UUID account = id(therapist);
		boolean known = (account == null) ? therapist.isEmpty()
				: this.accounts.active().stream().anyMatch((member) -> member.id().equals(account));
		if (!known) {
			return false;
		}
		try {
			this.assignments.assign(theCase.id(), account, seen, by);
			return true;
		}
		catch (Refused ex) {
			return false;
		}
	}

	private static @Nullable UUID id(String text) {
		try {
			return text.isEmpty() ? null : UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
