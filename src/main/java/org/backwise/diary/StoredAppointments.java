package org.backwise.diary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.cases.CaseId;

/** The appointments as they lie in the database. */
@Repository
class StoredAppointments {

	/** Stands for the rules where nobody said what is stored. */
	static final UUID NOBODY = new UUID(0, 0);

	private final JdbcClient jdbc;

	StoredAppointments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What was said of one session, or of it and all later ones.
	 *
	 * @param number the session
	 * @param later whether it counts for the later ones too
	 * @param start the time, null for none
	 * @param minutes how long, null for as long as the plan says
	 * @param therapist with whom, null for nobody yet
	 * @param room where, null for nowhere yet
	 */
	record Said(int number, boolean later, @Nullable LocalTime start, @Nullable Integer minutes,
			@Nullable UUID therapist, @Nullable String room) {

		/** What it makes of a session of a plan. */
		Appointment appointment(int planned) {
			return new Appointment(this.start, (this.minutes != null) ? this.minutes : planned, this.therapist,
					this.room);
		}

	}

	/**
	 * Whoever else wants to give a session a time waits until the transaction is over.
	 */
	void lock() {
		this.jdbc.sql("select id from diary_lock where id = 1 for update").query(Integer.class).single();
	}

	List<Said> of(CaseId id) {
		return this.jdbc
			.sql("select number, later, start_minute, minutes, therapist, room from appointment where case_id = ? "
					+ "order by number, later")
			.param(id.value())
			.query((row, index) -> said(row))
			.list();
	}

	private static Said said(ResultSet row) throws SQLException {
		Integer start = row.getObject("start_minute", Integer.class);
		return new Said(row.getInt("number"), row.getBoolean("later"),
				(start != null) ? LocalTime.MIN.plusMinutes(start) : null, row.getObject("minutes", Integer.class),
				row.getObject("therapist", UUID.class), row.getString("room"));
	}

	/** What counts for later sessions ends what was said of them before. */
	void put(CaseId id, Said said, UUID by, Instant at) {
		this.jdbc
			.sql("delete from appointment where case_id = ? and "
					+ (said.later() ? "number >= ?" : "number = ? and later = false"))
			.params(id.value(), said.number())
			.update();
		LocalTime start = said.start();
		this.jdbc
			.sql("insert into appointment (case_id, number, later, start_minute, minutes, therapist, room, set_by, "
					+ "set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(id.value(), said.number(), said.later(), (start != null) ? Appointment.minute(start) : null,
					said.minutes(), said.therapist(), said.room(), by, at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** A session alone loses its time, and keeps the rest; nobody said so. */
	void drop(CaseId id, int number, Appointment was, Instant at) {
		put(id, new Said(number, false, null, was.minutes(), was.therapist(), was.room()), NOBODY, at);
	}

	void forget(CaseId id) {
		this.jdbc.sql("delete from appointment where case_id = ?").param(id.value()).update();
	}

}
