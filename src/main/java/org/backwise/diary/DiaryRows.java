package org.backwise.diary;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.care.AgreedTime;
import org.backwise.diary.DiaryRow.Mind;

/**
 * The diary in the database. Every question is a stretch of an index that begins with a
 * day, so that it costs the same however many clients there are.
 */
@Repository
class DiaryRows {

	/** More than that no page shows of what waits. */
	static final int MOST = 10;

	/** Whether its time was dropped, because somebody else has it. */
	private static final String DROPPED = "(d.pending = true and d.start_minute is null and (select count(*) from appointment t where t.case_id = d.case_id "
			+ "and t.number = d.number and t.later = false and t.set_by = '" + StoredAppointments.NOBODY
			+ "') > 0) as dropped ";

	private static final String COLUMNS = "select d.*, 0 as unsigned, " + DROPPED + "from diary_session d ";

	/** With the last session until then that took place and has no signed note. */
	private static final String NOTED = "select d.*, (select max(k.number) from diary_session k "
			+ "left join soap_note n on n.case_id = k.case_id and n.number = k.number and n.strike = 0 "
			+ "and n.signed_at is not null where k.case_id = d.case_id and k.number <= d.number and k.state = 'KEPT' "
			+ "and n.id is null) as unsigned, " + DROPPED + "from diary_session d ";

	static final String DAYS = NOTED + "where on_day >= ? and on_day <= ?";

	/** What nobody entered, the last first, and what has no time, the next first. */
	static final String LEFT = "(" + COLUMNS + "where pending = true and on_day < ? and settled = true "
			+ "order by pending desc, on_day desc, case_id desc, number desc limit ?) union all (" + COLUMNS
			+ "where untimed = true and on_day >= ? order by untimed, on_day, case_id, number limit ?)";

	static final String COUNTS = "select on_day, count(*) from diary_session "
			+ "where on_day >= ? and on_day <= ? and pending = true group by on_day";

	static final String NEXT = "select on_day from diary_session where pending = true and on_day > ? "
			+ "order by pending, on_day, case_id, number limit 1";

	/** At which times there are sessions at all. */
	static final String STRETCHES = "select distinct on_day, start_minute, end_minute from diary_session "
			+ "where pending = true and on_day >= ? and start_minute is not null order by on_day, start_minute";

	static final String CLASHES = "select a.*, 0 as unsigned, false as dropped from diary_session a join diary_session b on b.on_day = a.on_day "
			+ "where a.on_day >= ? and a.on_day <= ? and b.on_day >= ? and b.on_day <= ? "
			+ "and a.pending = true and b.pending = true "
			+ "and b.case_id <> a.case_id and (a.therapist = b.therapist or a.room = b.room) "
			+ "and a.start_minute < b.end_minute and b.start_minute < a.end_minute";

	/** The sessions of a case that have a firm day and a time, and take place or did. */
	static final String AGREED = "select d.number, d.start_minute, d.minutes, d.room, s.name from diary_session d "
			+ "left join staff_account s on s.id = d.therapist "
			+ "where d.case_id = ? and d.settled = true and d.stop is null and d.start_minute is not null";

	private final JdbcTemplate jdbc;

	private final JdbcClient client;

	DiaryRows(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
		this.client = JdbcClient.create(jdbc);
	}

	/** All sessions of some days. */
	List<DiaryRow> between(LocalDate from, LocalDate to) {
		return this.client.sql(DAYS).params(from, to).query((row, index) -> row(row)).list();
	}

	/** From when until when in its day something is, in minutes. */
	record Stretch(LocalDate day, int from, int until) {
	}

	/** From when until when there are sessions to come, the soonest first. */
	List<Stretch> stretches(LocalDate from) {
		return this.client.sql(STRETCHES)
			.param(from)
			.query((row, index) -> new Stretch(row.getObject(1, LocalDate.class), row.getInt(2), row.getInt(3)))
			.list();
	}

	/** All sessions of single days. */
	List<DiaryRow> on(Collection<LocalDate> days) {
		return days.isEmpty() ? List.of()
				: this.client.sql(COLUMNS + "where on_day in (:days)")
					.param("days", days)
					.query((row, index) -> row(row))
					.list();
	}

	/** The sessions with a firm day, with one therapist or with anybody. */
	List<DiaryRow> firm(LocalDate from, @Nullable UUID therapist) {
		String firm = COLUMNS + "where on_day >= ? and settled = true";
		return (therapist == null) ? this.client.sql(firm).param(from).query((row, index) -> row(row)).list()
				: this.client.sql(firm + " and therapist = ?")
					.params(from, therapist)
					.query((row, index) -> row(row))
					.list();
	}

	/** All sessions of a case. */
	List<DiaryRow> of(UUID caseId) {
		return this.client.sql(COLUMNS + "where case_id = ? order by number")
			.param(caseId)
			.query((row, index) -> row(row))
			.list();
	}

	/**
	 * The agreed times of a case, each under the number of its session.
	 * @param caseId the case
	 * @param rooms what a room is called
	 */
	Map<Integer, AgreedTime> agreed(UUID caseId, UnaryOperator<String> rooms) {
		Map<Integer, AgreedTime> times = new TreeMap<>();
		this.client.sql(AGREED).param(caseId).query((row) -> {
			String room = row.getString("room");
			times.put(row.getInt("number"), new AgreedTime(LocalTime.MIN.plusMinutes(row.getInt("start_minute")),
					row.getInt("minutes"), row.getString("name"), (room != null) ? rooms.apply(room) : null));
		});
		return times;
	}

	/**
	 * Sessions whose day is over and nobody said what became of them, and the next ones
	 * that have no time; a few of each.
	 */
	List<DiaryRow> left(LocalDate today) {
		return this.client.sql(LEFT).params(today, MOST + 1, today, MOST + 1).query((row, index) -> row(row)).list();
	}

	/** Sessions of some days that stand in each other's way. */
	List<DiaryRow> clashes(LocalDate from, LocalDate to) {
		return this.client.sql(CLASHES).params(from, to, from, to).query((row, index) -> row(row)).list();
	}

	/** How many sessions are to come on each of some days that have any. */
	SortedMap<LocalDate, Integer> counts(LocalDate from, LocalDate to) {
		SortedMap<LocalDate, Integer> counts = new TreeMap<>();
		this.client.sql(COUNTS).params(from, to).query((row) -> {
			counts.put(row.getObject(1, LocalDate.class), row.getInt(2));
		});
		return counts;
	}

	/** The next day with a session. */
	List<LocalDate> next(LocalDate after) {
		return this.client.sql(NEXT).param(after).query(LocalDate.class).list();
	}

	private static DiaryRow row(ResultSet row) throws SQLException {
		Integer start = row.getObject("start_minute", Integer.class);
		return new DiaryRow(row.getObject("case_id", UUID.class), row.getInt("number"), row.getString("reference"),
				row.getString("client"), row.getObject("on_day", LocalDate.class),
				new Appointment((start != null) ? LocalTime.MIN.plusMinutes(start) : null, row.getInt("minutes"),
						row.getObject("therapist", UUID.class), row.getString("room")),
				row.getString("state"), row.getString("stop"), row.getBoolean("pending"), row.getBoolean("settled"),
				new Mind(row.getBoolean("first_visit"), row.getBoolean("checked"), row.getInt("cautions"),
						row.getBoolean("sign"), row.getBoolean("step"), row.getInt("unsigned"),
						row.getBoolean("dropped")));
	}

	/**
	 * Draws a case anew. Of what has no time the first alone is told, for the rest
	 * follows it.
	 */
	void put(UUID caseId, List<DiaryRow> rows) {
		forget(caseId);
		DiaryRow first = rows.stream().filter(DiaryRow::isUntimed).findFirst().orElse(null);
		this.jdbc.batchUpdate("insert into diary_session (case_id, number, reference, client, on_day, start_minute, "
				+ "end_minute, minutes, therapist, room, state, stop, pending, untimed, settled, first_visit, checked, "
				+ "cautions, sign, step) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows,
				1_000, (statement, row) -> insert(statement, row, row == first));
	}

	void forget(UUID caseId) {
		this.jdbc.update("delete from diary_session where case_id = ?", caseId);
	}

	private static void insert(PreparedStatement statement, DiaryRow row, boolean untimed) throws SQLException {
		LocalTime start = row.at().start();
		statement.setObject(1, row.caseId());
		statement.setInt(2, row.number());
		statement.setString(3, row.reference());
		statement.setString(4, row.client());
		statement.setObject(5, row.day());
		statement.setObject(6, (start != null) ? Appointment.minute(start) : null, java.sql.Types.INTEGER);
		statement.setObject(7, row.at().endMinute(), java.sql.Types.INTEGER);
		statement.setInt(8, row.at().minutes());
		statement.setObject(9, row.at().therapist());
		statement.setString(10, row.at().room());
		statement.setString(11, row.state());
		statement.setString(12, row.stop());
		statement.setBoolean(13, row.pending());
		statement.setBoolean(14, untimed);
		statement.setBoolean(15, row.firm());
		statement.setBoolean(16, row.mind().first());
		statement.setBoolean(17, row.mind().checked());
		statement.setInt(18, row.mind().cautions());
		statement.setBoolean(19, row.mind().sign());
		statement.setBoolean(20, row.mind().step());
	}

}
