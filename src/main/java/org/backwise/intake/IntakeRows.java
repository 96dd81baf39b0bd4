package org.backwise.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/** Turns what was answered and decided into rows, and rows back into intakes. */
@Component
class IntakeRows {

	private final StoredContacts contacts;

	private final StoredOpenings openings;

	private final Triage triage;

	private final KnowledgeArchive archive;

	private final JsonMapper json;

	IntakeRows(StoredContacts contacts, StoredOpenings openings, Triage triage, KnowledgeArchive archive,
			JsonMapper json) {
		this.contacts = contacts;
		this.openings = openings;
		this.triage = triage;
		this.archive = archive;
		this.json = json;
	}

	/** What was decided by the rules that run now. */
	StoredDecision decided(Reading reading, List<ChangedAnswer> changes, Assessment assessment) {
		KnowledgeBase base = this.triage.knowledge();
		return new StoredDecision(this.json.writeValueAsString(AnswerSheet.of(reading.answers(), base)),
				this.json.writeValueAsString(AnswerSheet.inWords(reading.answers(), base)),
				this.json.writeValueAsString(changes), this.json.writeValueAsString(assessment), base.sha256());
	}

	/** The answers as the rules read them then. */
	Map<String, Object> sheet(CompletedIntake intake) {
		String rules = intake.assessment().knowledge().sha256();
		return AnswerSheet.of(intake.typed(), this.archive.bySha256(rules).knowledge());
	}

	CompletedIntake read(StoredIntake row) {
		return read(row, row.sentAt(), row.decided(), false,
				this.contacts.findById(row.getId()).map(StoredContact::details));
	}

	CompletedIntake read(StoredIntake row, StoredContinuation continuation) {
		return read(row, continuation.sentAt(), continuation.decided(), true,
				this.contacts.findById(row.getId())
					.map(StoredContact::details)
					.map((details) -> new Details(details.name(), details.reach(), continuation.firstDay())));
	}

	private CompletedIntake read(StoredIntake row, Instant sentAt, StoredDecision decided, boolean cleared,
			Optional<Details> details) {
		Map<String, Object> sheet = this.json.readValue(decided.answers(),
				new TypeReference<LinkedHashMap<String, Object>>() {
				});
		Triage rules = this.archive.bySha256(decided.knowledge());
		Answers typed = (cleared ? rules.readCleared(sheet) : rules.read(sheet)).answers();
		List<AnsweredQuestion> words = this.json.readValue(decided.wording(),
				new TypeReference<List<AnsweredQuestion>>() {
				});
		return new CompletedIntake(new IntakeId(row.getId()), row.reference(), row.consent(), sentAt,
				words.isEmpty() ? AnswerSheet.inWords(typed, rules.knowledge()) : words, typed,
				this.json.readValue(decided.changes(), new TypeReference<List<ChangedAnswer>>() {
				}), rules.withCounted(this.json.readValue(decided.decision(), Assessment.class), typed), details,
				this.openings.findById(row.getId()).map(StoredOpening::openedAt));
	}

}
