package org.backwise.exports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/**
 * Decides what a set of answers means, without keeping anything.
 */
@RestController
class TriageController {

	static final String PATH = "/api/triage";

	private final Triage triage;

	private final SheetReader reader;

	private final Phrases phrases;

	TriageController(Triage triage, Phrases phrases) {
		this.triage = triage;
		this.reader = new SheetReader(phrases);
		this.phrases = phrases;
	}

	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Object> decide(@RequestBody(required = false) byte @Nullable [] body) {
		Sheet sheet = this.reader.read(body);
		List<ApiProblem> problems = new ArrayList<>(sheet.problems());
		Map<String, ?> answers = sheet.answers();
		if (answers == null) {
			return refused(problems);
		}
		sheet.cleared()
			.stream()
			.filter((rule) -> !this.triage.clearable().contains(rule))
			.map((rule) -> new ApiProblem(rule, ApiProblem.NOT_CLEARABLE, this.phrases.say("exports.problem.cleared")))
			.forEach(problems::add);
		Reading reading = this.triage.read(answers, sheet.cleared());
		Stream.concat(reading.problems().stream(), this.triage.notOffered(answers, reading).stream())
			.map(ApiProblem::of)
			.forEach(problems::add);
		if (!reading.isEmergency()) {
			reading.missing().stream().map(this::missing).forEach(problems::add);
		}
		return problems.isEmpty() ? ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Reply.of(this.triage.assess(reading))) : refused(problems);
	}

	private ApiProblem missing(String question) {
		return new ApiProblem(question, ApiProblem.MISSING,
				this.phrases.say("exports.problem.missing", this.triage.knowledge().question(question).ask()));
	}

	private ResponseEntity<Object> refused(List<ApiProblem> problems) {
		return ResponseEntity.badRequest()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.body(ProblemReport.badBody(this.phrases.say("exports.bad-body.title"),
					this.phrases.say("exports.bad-body.detail", problems.size()), problems));
	}

}
