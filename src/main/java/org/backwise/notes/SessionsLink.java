package org.backwise.notes;

import org.springframework.stereotype.Component;

import org.backwise.intake.IntakeId;
import org.backwise.desk.CaseLink;

/** The way from a case to its sessions. */
@Component
class SessionsLink implements CaseLink {

	private final Attendance sessions;

	SessionsLink(Attendance sessions) {
		this.sessions = sessions;
	}

	@Override
	public boolean leadsFrom(IntakeId intake) {
		return !this.sessions.of(intake).isEmpty();
	}

	@Override
	public String title() {
		return "record.link";
	}

	@Override
	public String path(String reference) {
		return "/desk/cases/" + reference + "/sessions";
	}

}
