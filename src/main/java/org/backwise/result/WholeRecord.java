package org.backwise.result;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.Case;
import org.backwise.cases.PersonalData.Line;
import org.backwise.cases.PersonalData;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.practice.Dates;
import org.backwise.practice.PracticeNow;
import org.backwise.practice.Words;

/** Everything held about one client, put together from all rooms. */
@Component
class WholeRecord {

	private final List<PersonalData> parts;

	private final Journal journal;

	private final PracticeNow practice;

	private final Words words;

	private final Dates dates;

	private final JsonMapper json;

	private final Clock clock;

	WholeRecord(List<PersonalData> parts, Journal journal, PracticeNow practice, Words words, Dates dates,
			JsonMapper json, Clock clock) {
		this.parts = parts;
		this.journal = journal;
		this.practice = practice;
		this.words = words;
		this.dates = dates;
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
		all.put("heldBy", this.practice.now().name());
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

	/** The same in words, to be read or printed. */
	@Transactional
	public List<Line> printed(Case theCase) {
		List<Line> lines = new ArrayList<>();
		lines.add(new Line(this.words.of("result.print.held-by"), this.practice.now().name()));
		lines.add(new Line(this.words.of("result.print.taken"), this.dates.moment(this.clock.instant())));
		this.parts.forEach((part) -> part.printed(theCase.id()).ifPresent(lines::add));
		lines.add(new Line(this.words.of("result.record.access"),
				access(theCase).stream()
					.map((row) -> new Line(this.dates.moment(row.at()), row.who() + " " + action(row.action())))
					.toList()));
		this.journal.note(Action.DOWNLOADED, new Who.Client(theCase.id().value()), theCase.id().value());
		return lines;
	}

	private String action(Action action) {
		return this.words.has("journal.action." + action + ".to-client")
				? this.words.of("journal.action." + action + ".to-client") : this.words.of("journal.action.other");
	}

	/** The record as a file. */
	String text(JsonNode record) {
		return this.json.writerWithDefaultPrettyPrinter().writeValueAsString(record);
	}

	/** A row of the access list. */
	record Access(Instant at, Action action, String who) {
	}

}
