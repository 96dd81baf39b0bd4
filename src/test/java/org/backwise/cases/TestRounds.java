package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.backwise.knowledge.KnowledgeFiles;
import org.backwise.knowledge.KnowledgeReader;
import org.backwise.triage.AnswerSheets;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.PlannedPhase;
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
		return round(Round.Kind.FIRST, RULES.read(AnswerSheets.ordinaryBackAche().with(differs).answers()), changes);
	}

	/**
	 * A round after everything was cleared that can be.
	 * @param differs what differs from an ordinary back ache
	 * @return the round, decided
	 */
	public static Round cleared(Map<String, ?> differs) {
		return round(Round.Kind.CLEARED,
				RULES.read(AnswerSheets.ordinaryBackAche().with(differs).answers(), RULES.clearable()));
	}

	/**
	 * A round as it was decided before there were areas, habits and forecasts.
	 * @param round a round
	 * @return the same without them
	 */
	public static Round old(Round round) {
		Assessment now = round.assessment();
		Assessment before = new Assessment(now.outcome(), now.level(), now.lead(), now.findings(), now.cautions(),
				now.complementary(), List.of(), now.technique(),
				now.phases()
					.stream()
					.map((phase) -> new PlannedPhase(phase.phase(), phase.sessions(), phase.everyDays(), false))
					.toList(),
				null, null, now.sensitised(), now.ignored(), now.knowledge());
		return new Round(round.id(), round.number(), round.kind(), round.sentAt(), round.firstDay(), round.answers(),
				round.typed(), round.changes(), before);
	}

	private static Round round(Round.Kind kind, Reading reading, ChangedAnswer... changes) {
		return new Round(new CaseId(UUID.randomUUID()), 1, kind, Instant.parse("2027-03-01T09:00:00Z"), MONDAY,
				AnswerSheet.inWords(reading.answers(), RULES.knowledge()), reading.answers(), List.of(changes),
				RULES.assess(reading));
	}

}
