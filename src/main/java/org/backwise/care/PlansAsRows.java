package org.backwise.care;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Turns the plans that lay as text inside the steps of a case into rows of their own,
 * once per database. No SQL that both databases read can take text apart.
 */
@Component
public class PlansAsRows implements JavaMigration {

	private static final int USUAL_MINUTES = 60;

	private final JsonMapper json = new JsonMapper();

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("51");
	}

	@Override
	public String getDescription() {
		return "plans as rows";
	}

	@Override
	public @Nullable Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException {
		Connection connection = context.getConnection();
		try (Statement statement = connection.createStatement();
				ResultSet steps = statement.executeQuery("select s.case_id, s.version, s.plan_text, s.decided_at, "
						+ "(select count(*) from care_plan p where p.case_id = s.case_id) from case_step s "
						+ "where s.plan_text is not null order by s.case_id, s.version")) {
			UUID before = new UUID(0, 0);
			int number = 0;
			while (steps.next()) {
				UUID caseId = steps.getObject(1, UUID.class);
				number = caseId.equals(before) ? number + 1 : steps.getInt(5) + 1;
				before = caseId;
				UUID plan = UUID.randomUUID();
				add(connection, plan, caseId, number, this.json.readTree(steps.getString(3)),
						steps.getObject(4, OffsetDateTime.class));
				name(connection, plan, caseId, steps.getInt(2));
			}
		}
	}

	private static void add(Connection connection, UUID id, UUID caseId, int number, JsonNode plan, OffsetDateTime at)
			throws SQLException {
		try (PreparedStatement row = connection
			.prepareStatement("insert into care_plan (id, case_id, number, technique, "
					+ "alternative, first_day, minutes, proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
			row.setObject(1, id);
			row.setObject(2, caseId);
			row.setInt(3, number);
			row.setString(4, plan.required("technique").asString());
			row.setString(5, plan.path("alternative").isString() ? plan.path("alternative").asString() : null);
			row.setObject(6, LocalDate.parse(plan.required("firstDay").asString()));
			row.setInt(7, plan.path("minutes").asInt(USUAL_MINUTES));
			row.setObject(8, at);
			row.executeUpdate();
		}
		try (PreparedStatement row = connection.prepareStatement(
				"insert into care_session (plan, number, phase, technique, on_day) values (?, ?, ?, ?, ?)")) {
			for (JsonNode session : plan.required("sessions")) {
				row.setObject(1, id);
				row.setInt(2, session.required("number").asInt());
				row.setString(3, session.required("phase").asString());
				row.setString(4, session.required("technique").asString());
				row.setObject(5, LocalDate.parse(session.required("day").asString()));
				row.addBatch();
			}
			row.executeBatch();
		}
	}

	private static void name(Connection connection, UUID plan, UUID caseId, int version) throws SQLException {
		try (PreparedStatement row = connection
			.prepareStatement("update case_step set plan = ? where case_id = ? and version = ?")) {
			row.setObject(1, plan);
			row.setObject(2, caseId);
			row.setInt(3, version);
			row.executeUpdate();
		}
	}

}
