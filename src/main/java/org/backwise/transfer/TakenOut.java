package org.backwise.transfer;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The files that can be taken out. Their names are part of what others rely on. */
enum TakenOut {

	/** One line for each case. */
	CASES("cases.csv", "text/csv"),
	/** One line for each answer of each round. */
	ANSWERS("answers.csv", "text/csv"),
	/** One line for each session of each plan that counts. */
	SESSIONS("sessions.csv", "text/csv"),
	/** One line for each note, and for what was added to it. */
	NOTES("notes.csv", "text/csv"),
	/** Clients brought in from another system, with their past sessions. */
	BROUGHT_IN("brought-in.csv", "text/csv"),
	/** Everything that is held, in the shape of the client's own download. */
	RECORDS("records.json", "application/json"),
	/** The journal with its chain. */
	JOURNAL("journal.csv", "text/csv"),
	/** The same, one JSON object on each line. */
	JOURNAL_LINES("journal.jsonl", "application/x-ndjson");

	private final String file;

	private final String type;

	TakenOut(String file, String type) {
		this.file = file;
		this.type = type;
	}

	/** The name of the file. */
	public String file() {
		return this.file;
	}

	String type() {
		return this.type;
	}

	boolean isJournal() {
		return this == JOURNAL || this == JOURNAL_LINES;
	}

	static Optional<TakenOut> parse(@Nullable String file) {
		return Stream.of(values()).filter((one) -> one.file.equals(file)).findFirst();
	}

	/** Its name without its kind, as messages name it. */
	@Override
	public String toString() {
		return this.file.replace('.', '-');
	}

}
