package org.backwise.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.storage.OncePerPage;

/** The steps of all cases in the database. They are added and read, never changed. */
@Repository
class CaseSteps {

	private final JdbcClient jdbc;

	CaseSteps(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@OncePerPage
	List<CaseStep> of(CaseId id) {
		return this.jdbc.sql("select * from case_step where case_id = ? order by version")
			.param(id.value())
			.query(CaseSteps::step)
			.list();
	}

	/**
	 * Adds a step. Of two people who take the same step the second one is told, and
	 * nothing of theirs is stored.
	 */
	void add(CaseId id, CaseStep step) {
		try {
			this.jdbc
				.sql("insert into case_step (case_id, version, act, account, account_name, decided_at, reason, "
						+ "words, note, level, plan) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
				.params(id.value(), step.version(), step.act().name(), step.account(), step.name(),
						step.at().atOffset(ZoneOffset.UTC), step.reason(), step.words(), step.note(),
						(step.level() != null) ? step.level().name() : null, step.plan())
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new StaleCaseException();
		}
	}

	private static CaseStep step(ResultSet row, int index) throws SQLException {
		return new CaseStep(row.getInt("version"), Act.valueOf(row.getString("act")),
				row.getObject("account", UUID.class), row.getString("account_name"),
				row.getObject("decided_at", OffsetDateTime.class).toInstant(), row.getString("reason"),
				row.getString("words"), row.getString("note"), CaseRows.level(row.getString("level")),
				row.getObject("plan", UUID.class));
	}

}
