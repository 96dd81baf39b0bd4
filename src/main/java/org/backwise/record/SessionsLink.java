package org.backwise.record;

import org.springframework.stereotype.Component;

import org.backwise.review.CaseLink;

/** The way from a case to its sessions. */
@Component
class SessionsLink implements CaseLink {

	@Override
	public String title() {
		return "record.link";
	}

	@Override
	public String path(String reference) {
		return "/desk/cases/" + reference + "/sessions";
	}

}
