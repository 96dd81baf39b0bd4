package org.backwise.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import org.backwise.cases.Case;
import org.backwise.cases.PersonalData;
import org.backwise.journal.Action;
import org.backwise.journal.ChainedRow;
import org.backwise.journal.Journal;
import org.backwise.journal.JournalEntry;
import org.backwise.journal.Who;
import org.backwise.practice.PracticeNow;
import org.backwise.staff.StaffMember;
import org.backwise.transfer.BroughtIn.PastSession;
import org.backwise.transfer.Sheet.Shape;

/** Writes the files that the owner takes out, as they are read. */
@Component
class TakeOut {

	private static final int PIECE = 1_000;

	private static final List<String> BROUGHT_IN = List.of("Name", "Phone", "E-mail", "Remark", "Brought in at",
			"Joined to case", "Date of session", "Minutes", "Remark on the session");

	private static final List<String> JOURNAL = List.of("Number", "At", "Action", "Kind of person", "Who", "About",
			"Hash before", "Hash");

	private final CasePages pages;

	private final CaseTables tables;

	private final List<PersonalData> parts;

	private final BroughtIn broughtIn;

	private final Journal journal;

	private final PracticeNow practice;

	private final JsonMapper json;

	private final Clock clock;

	TakeOut(CasePages pages, CaseTables tables, List<PersonalData> parts, BroughtIn broughtIn, Journal journal,
			PracticeNow practice, JsonMapper json, Clock clock) {
		this.pages = pages;
		this.tables = tables;
		this.parts = parts;
		this.broughtIn = broughtIn;
		this.journal = journal;
		this.practice = practice;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * Writes a file.
	 * @param file which one
	 * @param shape how its cells are written, where it has any
	 * @param owner who takes it out
	 * @param to where it goes
	 */
	void write(TakenOut file, Shape shape, StaffMember owner, OutputStream to) throws IOException {
		switch (file) {
			case RECORDS -> records(owner, to);
			case JOURNAL -> journal(shape, owner, to);
			case JOURNAL_LINES -> lines(owner, to);
			case BROUGHT_IN -> broughtIn(shape, owner, to);
			default -> {
				Sheet sheet = new Sheet(to, CaseTables.headers(file), shape);
				this.pages.each(owner, (theCase) -> this.tables.rows(file, theCase), (rows) -> {
					for (List<?> row : rows) {
						sheet.add(row);
					}
				});
				sheet.flush();
			}
		}
		to.flush();
	}

	private void records(StaffMember owner, OutputStream to) throws IOException {
		try (JsonGenerator generator = this.json.createGenerator(to)) {
			generator.writeStartObject();
			generator.writeStringProperty("heldBy", this.practice.now().name());
			generator.writeStringProperty("takenAt", this.clock.instant().toString());
			generator.writeArrayPropertyStart("cases");
			this.pages.each(owner, this::record, (record) -> this.json.writeValue(generator, record));
			generator.writeEndArray();
			generator.writeEndObject();
		}
	}

	/** In the shape of the client's own download, with the reference before it. */
	private JsonNode record(Case theCase) {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("reference", theCase.reference());
		this.parts.stream().sorted((one, other) -> one.part().compareTo(other.part())).forEach((part) -> {
			Object held = part.held(theCase.id());
			if (held != null) {
				all.put(part.part(), held);
			}
		});
		all.put("access", this.journal.about(theCase.id().value()).stream().map(Access::of).toList());
		return this.json.valueToTree(all);
	}

	/** Who read or changed it. */
	record Access(java.time.Instant at, Action action, String who) {

		static Access of(JournalEntry entry) {
			return new Access(entry.at(), entry.action(), entry.who());
		}

	}

	private void broughtIn(Shape shape, StaffMember owner, OutputStream to) throws IOException {
		Sheet sheet = new Sheet(to, BROUGHT_IN, shape);
		this.broughtIn.each(owner, (client) -> {
			List<PastSession> sessions = client.sessions().isEmpty() ? Arrays.asList((PastSession) null)
					: client.sessions();
			for (PastSession session : sessions) {
				sheet.add(Arrays.asList(client.name(), client.phone(), client.email(), client.remark(),
						client.broughtAt(), client.reference(), (session != null) ? session.day() : null,
						(session != null) ? session.minutes() : null, (session != null) ? session.remark() : null));
			}
		});
		sheet.flush();
	}

	private void journal(Shape shape, StaffMember owner, OutputStream to) throws IOException {
		Sheet sheet = new Sheet(to, JOURNAL, shape);
		chain(owner, (row) -> sheet.add(Arrays.asList(row.number(), row.at(), row.action(), row.kind(), row.who(),
				row.subject(), row.previousHash(), row.hash())));
		sheet.flush();
	}

	private void lines(StaffMember owner, OutputStream to) throws IOException {
		chain(owner, (row) -> {
			to.write(this.json.writeValueAsBytes(row));
			to.write("\n".getBytes(StandardCharsets.UTF_8));
		});
	}

	/** Up to the row that says that it is taken out. */
	private void chain(StaffMember owner, CasePages.Writer<ChainedRow> writer) throws IOException {
		this.journal.note(Action.JOURNAL_TAKEN_OUT, new Who.Staff(owner.id()), null);
		long last = this.journal.check().entries();
		long after = 0;
		while (after < last) {
			List<ChainedRow> piece = this.journal.chained(after, (int) Math.min(PIECE, last - after));
			if (piece.isEmpty()) {
				return;
			}
			for (ChainedRow row : piece) {
				writer.write(row);
			}
			after = piece.get(piece.size() - 1).number();
		}
	}

}
