package org.backwise.result;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.PersonalData;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.practice.Practice;

/** Everything held about one client, put together from all rooms. */
@Component
class WholeRecord {

	private final List<PersonalData> parts;

	private final Journal journal;

	private final Practice practice;

	private final JsonMapper json;

	private final Clock clock;

	WholeRecord(List<PersonalData> parts, Journal journal, Practice practice, JsonMapper json, Clock clock) {
		this.parts = parts;
		this.journal = journal;
		this.practice = practice;
		this.json = json;
		this.clock = clock;
	}

	/** Who read or changed the record, the newest first. */
	@Transactional(readOnly = true)
	public List<JournalEntry> access(Case theCase) {
		return this.journal.about(theCase.id().value())
			.stream()
			.sorted((a, b) -> Long.compare(b.number(), a.number()))
			.toList();
	}

	/** The whole record to take away; the journal keeps that it was taken. */
	@Transactional
	public JsonNode download(Case theCase) {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("heldBy", this.practice.name());
		all.put("takenAt", this.clock.instant());
		this.parts.stream().sorted((a, b) -> a.part().compareTo(b.part())).forEach((part) -> {
			Object held = part.held(theCase.id());
			if (held != null) {
				all.put(part.part(), held);
			}
		});
		all.put("access",
				access(theCase).stream().map((row) -> new Access(row.at(), row.action(), row.who())).toList());
		this.journal.note(Action.DOWNLOADED, new Who.Client(theCase.id().value()), theCase.id().value());
		return this.json.valueToTree(all);
	}

	/** The record as a file. */
	String text(JsonNode record) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(record);
	}

	/** A row of the access list. */
	record Access(Instant at, Action action, String who) {
	}

}
