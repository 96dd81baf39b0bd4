package org.backwise.backup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which backups were made. */
@Repository
class BackupRuns {

	private static final int LONGEST = 200;

	private static final String NEWEST = " order by ended_at desc limit ?";

	private final JdbcClient jdbc;

	BackupRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(BackupRun run) {
		Trouble trouble = run.trouble();
		String about = run.about();
		this.jdbc
			.sql("insert into backup_run (id, kind, begun_at, ended_at, file, bytes, rows_in, trouble, about) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(UUID.randomUUID(), run.kind().name(), at(run.begunAt()), at(run.endedAt()), run.file(), run.bytes(),
					run.rows(), (trouble != null) ? trouble.name() : null,
					about.substring(0, Math.min(LONGEST, about.length())))
			.update();
	}

	List<BackupRun> newest(int most) {
		return this.jdbc.sql("select * from backup_run" + NEWEST).param(most).query(BackupRuns::run).list();
	}

	/** As of a moment: one that is dated later was made when the clock ran ahead. */
	Optional<BackupRun> newest(Instant until) {
		return this.jdbc.sql("select * from backup_run where ended_at <= ?" + NEWEST)
			.params(at(until), 1)
			.query(BackupRuns::run)
			.optional();
	}

	Optional<BackupRun> lastGood(Instant until) {
		return this.jdbc.sql("select * from backup_run where trouble is null and ended_at <= ?" + NEWEST)
			.params(at(until), 1)
			.query(BackupRuns::run)
			.optional();
	}

	Optional<BackupRun> lastGood() {
		return this.jdbc.sql("select * from backup_run where trouble is null" + NEWEST)
			.param(1)
			.query(BackupRuns::run)
			.optional();
	}

	void forgetBefore(Instant moment) {
		this.jdbc.sql("delete from backup_run where ended_at < ?").param(at(moment)).update();
	}

	private static OffsetDateTime at(Instant moment) {
		return moment.atOffset(ZoneOffset.UTC);
	}

	private static BackupRun run(ResultSet row, int index) throws SQLException {
		String about = row.getString("about");
		return new BackupRun(Kind.valueOf(row.getString("kind")), moment(row, "begun_at"), moment(row, "ended_at"),
				row.getString("file"), row.getLong("bytes"), row.getLong("rows_in"), trouble(row.getString("trouble")),
				(about != null) ? about : "");
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/** One that a later version wrote is some failure of the database still. */
	private static @Nullable Trouble trouble(@Nullable String stored) {
		return (stored == null) ? null
				: Arrays.stream(Trouble.values())
					.filter((trouble) -> trouble.name().equals(stored))
					.findFirst()
					.orElse(Trouble.DATABASE);
	}

}
