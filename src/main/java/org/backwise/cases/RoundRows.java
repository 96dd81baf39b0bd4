package org.backwise.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.rules.DecidedSheet;
import org.backwise.rules.KnowledgeArchive;
import org.backwise.storage.OncePerPage;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment;
import org.backwise.triage.Triage;

/**
 * The rounds in the database: answers, their words and the decision as JSON. They are
 * added and read, never changed.
 */
@Repository
class RoundRows {

	private static final TypeReference<LinkedHashMap<String, Object>> SHEET = new TypeReference<>() {
	};

	private static final TypeReference<List<AnsweredQuestion>> WORDS = new TypeReference<>() {
	};

	private static final TypeReference<List<ChangedAnswer>> CHANGES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final KnowledgeArchive archive;

	private final JsonMapper json;

	RoundRows(JdbcClient jdbc, KnowledgeArchive archive, JsonMapper json) {
		this.jdbc = jdbc;
		this.archive = archive;
		this.json = json;
	}

	/** Adds what was decided by the rules of a knowledge base. */
	Round add(CaseId id, int number, Round.Kind kind, SentRound sent, Assessment assessment, Instant at,
			Consent consent) {
		KnowledgeBase base = this.archive.of(assessment.knowledge()).knowledge();
		Answers answers = sent.reading().answers();
		Round round = new Round(id, number, kind, at, sent.firstDay(),
				AnswerSheet.inWords(answers, base, consent.isChild(answers, base)), answers, sent.changes(),
				assessment);
		this.jdbc
			.sql("insert into case_round (case_id, number, kind, sent_at, outcome, level, first_day, answers, wording, "
					+ "changes, decision, schema_number, rules, words) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(id.value(), number, kind.name(), CaseRows.utc(at), assessment.outcome().toString(),
					(assessment.level() != null) ? assessment.level().toString() : null, sent.firstDay(),
					this.json.writeValueAsString(AnswerSheet.of(answers, base)),
					this.json.writeValueAsString(round.answers()), this.json.writeValueAsString(sent.changes()),
					this.json.writeValueAsString(StoredDecision.of(assessment)), StoredDecision.SCHEMA, base.sha256(),
					base.language().sha256())
			.update();
		return round;
	}

	@OncePerPage
	List<Round> of(CaseId id) {
		return this.jdbc.sql("select * from case_round where case_id = ? and kind <> 'CHECK_IN' order by number")
			.param(id.value())
			.query((row, index) -> round(row))
			.list();
	}

	/** The number of the last round, 0 when there is none. */
	int lastNumber(CaseId id) {
		return this.jdbc.sql("select coalesce(max(number), 0) from case_round where case_id = ?")
			.param(id.value())
			.query(Integer.class)
			.single();
	}

	/** When the last round of a kind was sent. */
	Optional<Instant> lastSent(CaseId id, Round.Kind kind) {
		return this.jdbc
			.sql("select sent_at from case_round where case_id = ? and kind = ? order by number desc limit 1")
			.params(id.value(), kind.name())
			.query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.optional();
	}

	/** The sheets of so many cases after one, in the order of the cases' ids. */
	List<DecidedSheet> sheetsAfter(UUID after, int most) {
		return this.jdbc.sql(
				"select r.*, c.reference from (select id, reference from care_case where id > ? order by id limit ?) c "
						+ "join case_round r on r.case_id = c.id where r.kind <> 'CHECK_IN' order by c.id, r.number")
			.params(after, most)
			.query((row, index) -> sheet(row))
			.list();
	}

	List<DecidedSheet> sheetsOf(CaseId id) {
		return this.jdbc
			.sql("select r.*, c.reference from case_round r join care_case c on c.id = r.case_id "
					+ "where r.case_id = ? and r.kind <> 'CHECK_IN' order by r.number")
			.param(id.value())
			.query((row, index) -> sheet(row))
			.list();
	}

	/** The answers as a sheet, in the shape that the rules read. */
	Map<String, Object> sheet(Round round) {
		return AnswerSheet.of(round.typed(), this.archive.of(round.assessment().knowledge()).knowledge());
	}

	private DecidedSheet sheet(ResultSet row) throws SQLException {
		return new DecidedSheet(row.getObject("case_id", UUID.class), row.getString("reference"),
				Round.Kind.valueOf(row.getString("kind")).isCleared(),
				this.json.readValue(row.getString("answers"), SHEET), decision(row));
	}

	private Round round(ResultSet row) throws SQLException {
		Round.Kind kind = Round.Kind.valueOf(row.getString("kind"));
		Map<String, Object> sheet = this.json.readValue(row.getString("answers"), SHEET);
		Assessment decision = decision(row);
		Triage rules = this.archive.of(decision.knowledge());
		Answers typed = (kind.isCleared() ? rules.readCleared(sheet) : rules.read(sheet)).answers();
		List<AnsweredQuestion> words = this.json.readValue(row.getString("wording"), WORDS);
		@Nullable LocalDate firstDay = row.getObject("first_day", LocalDate.class);
		return new Round(new CaseId(row.getObject("case_id", UUID.class)), row.getInt("number"), kind,
				row.getObject("sent_at", OffsetDateTime.class).toInstant(), firstDay,
				words.isEmpty() ? AnswerSheet.inWords(typed, rules.knowledge()) : words, typed,
				this.json.readValue(row.getString("changes"), CHANGES), rules.withCounted(decision, typed));
	}

	private Assessment decision(ResultSet row) throws SQLException {
		Outcome outcome = Outcome.CARE_PLAN.toString().equals(row.getString("outcome")) ? Outcome.CARE_PLAN
				: Outcome.REFERRAL;
		return StoredDecision.read(row.getString("decision"), row.getInt("schema_number"), this.json)
			.decided(outcome, CaseRows.level(row.getString("level")), row.getString("rules"), row.getString("words"));
	}

}
