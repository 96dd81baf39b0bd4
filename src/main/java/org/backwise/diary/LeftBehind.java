package org.backwise.diary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.hours.SessionsInRooms;
import org.backwise.hours.SessionsToCome.ToCome;
import org.backwise.staff.TheirSessions;

/** The sessions to come that are with some people, or in some rooms. */
@Repository
class LeftBehind implements TheirSessions, SessionsInRooms {

	private static final String COLUMNS = "select case_id, number, reference, client, on_day, start_minute, therapist, "
			+ "room from diary_session where pending = true and on_day >= :today and ";

	private static final String ORDER = " order by on_day, start_minute, case_id, number limit :most";

	static final String WITH = COLUMNS + "therapist in (:some)" + ORDER;

	static final String IN = COLUMNS + "room in (:some)" + ORDER;

	private final JdbcClient jdbc;

	private final Clock clock;

	LeftBehind(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	@Transactional(readOnly = true)
	public List<With> with(Collection<UUID> accounts, int most) {
		return accounts.isEmpty() ? List.of()
				: asked(WITH, accounts, most)
					.query((row, index) -> new With(row.getObject("therapist", UUID.class), row.getString("reference"),
							row.getInt("number"), row.getObject("on_day", LocalDate.class), start(row)))
					.list();
	}

	@Override
	@Transactional(readOnly = true)
	public List<InRoom> in(Collection<String> rooms, int most) {
		return rooms.isEmpty() ? List.of() : asked(IN, rooms, most).query((row, index) -> inRoom(row)).list();
	}

	private static InRoom inRoom(ResultSet row) throws SQLException {
		String reference = row.getString("reference");
		return new InRoom(row.getString("room"), new ToCome(row.getObject("on_day", LocalDate.class), reference,
				Objects.requireNonNullElse(row.getString("client"), reference), row.getInt("number")));
	}

	private JdbcClient.StatementSpec asked(String sql, Collection<?> some, int most) {
		return this.jdbc.sql(sql)
			.param("today", LocalDate.now(this.clock))
			.param("some", List.copyOf(some))
			.param("most", most);
	}

	private static @Nullable LocalTime start(ResultSet row) throws SQLException {
		Integer start = row.getObject("start_minute", Integer.class);
		return (start != null) ? LocalTime.MIN.plusMinutes(start) : null;
	}

}
