package org.backwise.rules;

import org.springframework.stereotype.Component;

import org.backwise.desk.CaseLink;

/** The way from a case to its decision made again. */
@Component
class ReplayLink implements CaseLink {

	@Override
	public String title() {
		return "replay.link";
	}

	@Override
	public String path(String reference) {
		return "/desk/cases/" + reference + "/replay";
	}

}
