package org.backwise.exports;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import org.backwise.followup.CheckInReading;
import org.backwise.followup.CheckInTriage;
import org.backwise.knowledge.FollowUp;

/**
 * Decides what a check-in leads to, without keeping anything.
 */
@RestController
class FollowUpController {

	static final String PATH = "/api/follow-up";

	private final CheckInTriage checkIns;

	private final FollowUp followUp;

	private final FollowUpReader reader;

	private final FollowUpCheck check;

	private final Phrases phrases;

	FollowUpController(CheckInTriage checkIns, Phrases phrases) {
		this.checkIns = checkIns;
		this.followUp = Objects.requireNonNull(checkIns.triage().knowledge().followUp());
		this.reader = new FollowUpReader(checkIns.triage().knowledge(), phrases);
		this.check = new FollowUpCheck(checkIns);
		this.phrases = phrases;
	}

	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> decide(@RequestBody(required = false) byte @Nullable [] bytes) {
		ProblemList problems = new ProblemList(this.phrases);
		FollowUpBody body = this.reader.read(bytes, problems);
		CheckInReading reading = (body != null) ? this.check.read(body, problems) : null;
		if (reading != null && problems.isEmpty()) {
			return ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_JSON)
				.body(FollowUpReply.of(this.checkIns.decide(reading), this.followUp));
		}
		return ResponseEntity.badRequest()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemReport.badBody(this.phrases.say("exports.bad-follow-up.title"),
					this.phrases.say("exports.bad-body.detail", problems.all().size()), problems.all()));
	}

}
