package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.AnswerSheets;
import org.backwise.triage.Reading;
import org.backwise.triage.Triage;

/** Rounds of answers without a database. */
public final class TestRounds {

	/** By the rules that are built in. */
	public static final Triage RULES = new Triage(new KnowledgeReader().read(KnowledgeFiles.builtIn()));

	/** The day of their first session, a Monday. */
	public static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

	private TestRounds() {
	}

	/**
	 * A first round.
	 * @param differs what differs from an ordinary back ache
	 * @param changes answers that were other ones before
	 * @return the round, decided
	 */
	public static Round first(Map<String, ?> differs, ChangedAnswer... changes) {
		Reading reading = RULES.read(AnswerSheets.ordinaryBackAche().with(differs).answers());
		return new Round(new CaseId(UUID.randomUUID()), 1, Round.Kind.FIRST, Instant.parse("2027-03-01T09:00:00Z"),
				MONDAY, AnswerSheet.inWords(reading.answers(), RULES.knowledge()), reading.answers(), List.of(changes),
				RULES.assess(reading));
	}

}
