package org.backwise.trial;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;

import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment;

/** The tables that a sent intake fills, written in batches. */
class SeedTables {

	private static final int BATCH = 1_000;

	private static final int DAYS_AHEAD = 7;

	private final JdbcTemplate jdbc;

	SeedTables(DataSource database) {
		this.jdbc = new JdbcTemplate(database);
	}

	/** A sheet that was decided, as it is stored. */
	record Sheet(Assessment assessment, String answers, String decision) {

		@Nullable String level() {
			return (this.assessment.level() != null) ? this.assessment.level().toString() : null;
		}

		@Override
		public String toString() {
			return "a made-up sheet";
		}

	}

	/** An intake; its plan, when it has one, goes by a key of its own. */
	record MadeUpIntake(UUID id, UUID plan, String reference, String linkHash, OffsetDateTime sentAt,
			@Nullable String client, Sheet sheet) {

		boolean hasPlan() {
			return this.sheet.assessment().hasCarePlan();
		}

		LocalDate firstDay() {
			return this.sentAt.toLocalDate().plusDays(DAYS_AHEAD);
		}

		@Override
		public String toString() {
			return "a made-up intake";
		}

	}

	private record Day(UUID plan, int number, String phase, String technique, LocalDate day) {
	}

	void keepKnowledge(String sha256, String version, String content, Instant now) {
		keep("knowledge_base", "version", sha256, version, content, now);
	}

	void keepWords(String sha256, String language, String content, Instant now) {
		keep("knowledge_words", "language", sha256, language, content, now);
	}

	private void keep(String table, String column, String sha256, String value, String content, Instant now) {
		Integer kept = this.jdbc.queryForObject("select count(*) from " + table + " where sha256 = ?", Integer.class,
				sha256);
		if (kept == null || kept == 0) {
			this.jdbc.update(
					"insert into " + table + " (sha256, " + column + ", content, first_used_at) values (?, ?, ?, ?)",
					sha256, value, content, now.atOffset(ZoneOffset.UTC));
		}
	}

	void add(List<MadeUpIntake> intakes) {
		insert("care_case (id, reference, link_hash, consent_version, consented_at, sent_at, outcome, level) "
				+ "values (?, ?, ?, 'seed', ?, ?, ?, ?)", intakes, SeedTables::theCase);
		insert("case_round (case_id, number, kind, sent_at, outcome, level, first_day, answers, wording, changes, "
				+ "decision, schema_number, rules, words) values (?, 1, 'FIRST', ?, ?, ?, ?, ?, '[]', '[]', ?, 2, ?, ?)",
				intakes, SeedTables::round);
		insert("case_contact (case_id, name, given_at) values (?, ?, ?)",
				intakes.stream().filter((intake) -> intake.client() != null).toList(), SeedTables::contact);
		List<MadeUpIntake> planned = intakes.stream().filter(MadeUpIntake::hasPlan).toList();
		insert("care_plan (id, case_id, number, technique, alternative, first_day, minutes, proposed_at) "
				+ "values (?, ?, 1, ?, ?, ?, 60, ?)", planned, SeedTables::plan);
		insert("care_session (plan, number, phase, technique, on_day) values (?, ?, ?, ?, ?)",
				planned.stream().flatMap((intake) -> days(intake).stream()).toList(), SeedTables::day);
	}

	private <T> void insert(String into, List<T> rows, ParameterizedPreparedStatementSetter<T> setter) {
		this.jdbc.batchUpdate("insert into " + into, rows, BATCH, setter);
	}

	private static void theCase(PreparedStatement row, MadeUpIntake intake) throws SQLException {
		row.setObject(1, intake.id());
		row.setString(2, intake.reference());
		row.setString(3, intake.linkHash());
		row.setObject(4, intake.sentAt());
		row.setObject(5, intake.sentAt());
		row.setString(6, intake.sheet().assessment().outcome().toString());
		row.setString(7, intake.sheet().level());
	}

	private static void round(PreparedStatement row, MadeUpIntake intake) throws SQLException {
		Sheet sheet = intake.sheet();
		row.setObject(1, intake.id());
		row.setObject(2, intake.sentAt());
		row.setString(3, sheet.assessment().outcome().toString());
		row.setString(4, sheet.level());
		row.setObject(5, intake.hasPlan() ? intake.firstDay() : null);
		row.setString(6, sheet.answers());
		row.setString(7, sheet.decision());
		row.setString(8, sheet.assessment().knowledge().sha256());
		row.setString(9, sheet.assessment().knowledge().words());
	}

	private static void contact(PreparedStatement row, MadeUpIntake intake) throws SQLException {
		row.setObject(1, intake.id());
		row.setString(2, intake.client());
		row.setObject(3, intake.sentAt());
	}

	private static void plan(PreparedStatement row, MadeUpIntake intake) throws SQLException {
		Assessment.TechniqueChoice choice = Objects.requireNonNull(intake.sheet().assessment().technique());
		row.setObject(1, intake.plan());
		row.setObject(2, intake.id());
		row.setString(3, choice.primary());
		row.setString(4, choice.alternative());
		row.setObject(5, intake.firstDay());
		row.setObject(6, intake.sentAt());
	}

	private static void day(PreparedStatement row, Day day) throws SQLException {
		row.setObject(1, day.plan());
		row.setInt(2, day.number());
		row.setString(3, day.phase());
		row.setString(4, day.technique());
		row.setObject(5, day.day());
	}

	private static List<Day> days(MadeUpIntake intake) {
		Assessment assessment = intake.sheet().assessment();
		String technique = Objects.requireNonNull(assessment.technique()).primary();
		List<Day> days = new ArrayList<>();
		LocalDate day = intake.firstDay();
		for (PlannedPhase phase : assessment.phases()) {
			for (int i = 0; i < phase.sessions(); i++) {
				day = days.isEmpty() ? day : day.plusDays(phase.everyDays());
				days.add(new Day(intake.plan(), days.size() + 1, phase.phase(), technique, day));
			}
		}
		return days;
	}

}
