package org.backwise.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.intake.IntakeId;
import org.backwise.knowledge.Level;

/** The steps of all cases in the database. They are added and read, never changed. */
@Repository
class CaseSteps {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	CaseSteps(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<CaseStep> of(IntakeId intake) {
		return this.jdbc.sql("select * from care_decision where intake = ? order by version")
			.param(intake.value())
			.query(this::step)
			.list();
	}

	/**
	 * Adds a step. Of two people who take the same step the second one is told, and
	 * nothing of theirs is stored.
	 */
	void add(IntakeId intake, CaseStep step) {
		try {
			this.jdbc
				.sql("insert into care_decision (intake, version, kind, account, account_name, decided_at, reason, "
						+ "words, note, level, plan) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(intake.value(), step.version(), step.kind().name(), step.account(), step.name(),
						step.at().atOffset(ZoneOffset.UTC), step.reason(), step.words(), step.note(),
						(step.level() != null) ? step.level().name() : null,
						(step.plan() != null) ? this.json.writeValueAsString(step.plan()) : null)
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new StaleCaseException();
		}
	}

	private CaseStep step(ResultSet row, int index) throws SQLException {
		return new CaseStep(row.getInt("version"), CaseStep.Kind.valueOf(row.getString("kind")),
				row.getObject("account", UUID.class), row.getString("account_name"),
				row.getObject("decided_at", OffsetDateTime.class).toInstant(), row.getString("reason"),
				row.getString("words"), row.getString("note"), level(row.getString("level")),
				plan(row.getString("plan")));
	}

	private static @Nullable Level level(@Nullable String name) {
		return (name != null) ? Level.valueOf(name.toUpperCase(Locale.ROOT)) : null;
	}

	private @Nullable CarePlan plan(@Nullable String text) {
		return (text != null) ? this.json.readValue(text, CarePlan.class) : null;
	}

}
