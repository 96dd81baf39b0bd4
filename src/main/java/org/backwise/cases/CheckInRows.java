package org.backwise.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.followup.By;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.storage.OncePerPage;

/**
 * The check-ins in the database: rounds of their own kind, added and read, never changed.
 */
@Repository
class CheckInRows {

	private static final TypeReference<LinkedHashMap<String, Object>> SHEET = new TypeReference<>() {
	};

	private static final TypeReference<List<AnsweredQuestion>> WORDS = new TypeReference<>() {
	};

	private static final TypeReference<List<ChangedAnswer>> CHANGES = new TypeReference<>() {
	};

	private static final String ACTIVITIES = "activities";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Clock clock;

	CheckInRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	void add(CheckIn checkIn) {
		Outcome outcome = checkIn.decision().outcome();
		Map<String, Object> answers = new LinkedHashMap<>(checkIn.sheet());
		if (!checkIn.activities().isEmpty()) {
			answers.put(ACTIVITIES, checkIn.activities());
		}
		this.jdbc
			.sql("insert into case_round (case_id, number, kind, sent_at, outcome, level, answers, wording, changes, "
					+ "decision, schema_number, rules, words, moment, given_by, course, merged) "
					+ "values (?, ?, 'CHECK_IN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(checkIn.id().value(), checkIn.number(), CaseRows.utc(checkIn.sentAt()), outcome.toString(),
					(outcome.level() != null) ? outcome.level().toString() : null,
					this.json.writeValueAsString(answers), this.json.writeValueAsString(checkIn.answers()),
					this.json.writeValueAsString(checkIn.changes()),
					this.json.writeValueAsString(StoredCheckIn.of(checkIn.decision())), StoredCheckIn.SCHEMA,
					checkIn.decision().knowledge().sha256(), checkIn.decision().knowledge().words(),
					checkIn.moment().toString(), checkIn.by().toString(),
					this.json.writeValueAsString(checkIn.course()), this.json.writeValueAsString(checkIn.merged()))
			.update();
	}

	@OncePerPage
	List<CheckIn> of(CaseId id) {
		return this.jdbc.sql("select * from case_round where case_id = ? and kind = 'CHECK_IN' order by number")
			.param(id.value())
			.query((row, index) -> checkIn(id, row))
			.list();
	}

	List<UUID> casesAfter(UUID last, int most) {
		return this.jdbc.sql(
				"select distinct case_id from case_round where kind = 'CHECK_IN' and case_id > ? order by case_id limit ?")
			.params(last, most)
			.query(UUID.class)
			.list();
	}

	private CheckIn checkIn(CaseId id, ResultSet row) throws SQLException {
		Map<String, Object> sheet = this.json.readValue(row.getString("answers"), SHEET);
		List<String> activities = new ArrayList<>();
		if (sheet.remove(ACTIVITIES) instanceof List<?> texts) {
			texts.forEach((text) -> activities.add(String.valueOf(text)));
		}
		if (row.getInt("schema_number") != StoredCheckIn.SCHEMA) {
			throw new IllegalStateException("A check-in is stored in a shape of a later version");
		}
		Instant sentAt = row.getObject("sent_at", OffsetDateTime.class).toInstant();
		return new CheckIn(id, row.getInt("number"), Moment.parse(row.getString("moment")).orElseThrow(),
				By.parse(row.getString("given_by")).orElseThrow(), sentAt,
				LocalDate.ofInstant(sentAt, this.clock.getZone()), sheet,
				this.json.readValue(row.getString("merged"), SHEET), activities,
				this.json.readValue(row.getString("course"), CheckIn.Course.class),
				this.json.readValue(row.getString("wording"), WORDS),
				this.json.readValue(row.getString("changes"), CHANGES),
				this.json.readValue(row.getString("decision"), StoredCheckIn.class)
					.decided(Outcome.parse(row.getString("outcome")).orElseThrow(), row.getString("rules"),
							row.getString("words")));
	}

}
