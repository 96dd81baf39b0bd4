package org.backwise.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.cases.CaseId;
import org.backwise.outbox.Message.State;

/** The rows of the outbox. A row is only ever changed by whoever holds its lease. */
@Repository
class OutboxRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	OutboxRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	void add(Message message) {
		this.jdbc
			.sql("insert into outbox_message (id, said_once, kind, case_id, account, number, on_day, address, state, "
					+ "made_at, from_at, due_at, attempts) select cast(? as uuid), cast(? as varchar(160)), "
					+ "cast(? as varchar(30)), cast(? as uuid), cast(? as uuid), cast(? as integer), cast(? as date), "
					+ "cast(? as varchar(254)), cast(? as varchar(10)), cast(? as timestamp with time zone), cast(? as timestamp with time zone), "
					+ "cast(? as timestamp with time zone), 0 "
					+ "where not exists (select 1 from outbox_message where said_once = ?)")
			.params(message.id(), message.once(), message.kind().name(), message.theCase().value(), message.account(),
					message.number(), message.day(), message.address(), State.WAITING.name(), utc(this.clock.instant()),
					utc(message.from()), utc(message.due()), message.once())
			.update();
	}

	/** Ids of what is due and nobody is sending, the oldest first. */
	List<UUID> due(Instant now, int most) {
		return this.jdbc
			.sql("select id from outbox_message where state = 'WAITING' and due_at <= ? "
					+ "and (leased_until is null or leased_until < ?) order by due_at, id limit ?")
			.params(utc(now), utc(now), most)
			.query(UUID.class)
			.list();
	}

	/**
	 * Takes a row for some time. Of two who try at the same moment one gets it, whichever
	 * database decides.
	 */
	boolean lease(UUID id, UUID lease, Instant now, Duration time) {
		return this.jdbc
			.sql("update outbox_message set lease = ?, leased_until = ? where id = ? and state = 'WAITING' "
					+ "and due_at <= ? and (leased_until is null or leased_until < ?)")
			.params(lease, utc(now.plus(time)), id, utc(now), utc(now))
			.update() == 1;
	}

	Optional<Message> find(UUID id) {
		return this.jdbc.sql("select * from outbox_message where id = ?").param(id).query(OutboxRows::row).optional();
	}

	/** Ends a lease: it is not to be told now. Told again it would be another one. */
	boolean drop(Message message, UUID lease) {
		return this.jdbc.sql(
				"update outbox_message set state = 'DROPPED', said_once = ?, done_at = ?, address = null, lease = null, "
						+ "leased_until = null where id = ? and lease = ?")
			.params(message.once() + ":" + message.id(), utc(this.clock.instant()), message.id(), lease)
			.update() == 1;
	}

	/** Links that were asked for and are not sent yet. */
	void dropLinks(CaseId id) {
		this.jdbc
			.sql("update outbox_message set state = 'DROPPED', done_at = ?, address = null, lease = null, "
					+ "leased_until = null where case_id = ? and kind = 'LINK' and state in ('WAITING', 'FAILED')")
			.params(utc(this.clock.instant()), id.value())
			.update();
	}

	/** Ends a lease with what came of it. False when it was another's by then. */
	boolean settle(Message message, UUID lease, State state, Instant due, @Nullable Trouble trouble, boolean tried) {
		boolean over = state != State.WAITING;
		return this.jdbc
			.sql("update outbox_message set state = ?, due_at = ?, trouble = ?, attempts = attempts + ?, done_at = ?, "
					+ "address = case when ? then address end, lease = null, leased_until = null where id = ? and lease = ?")
			.params(state.name(), utc(due), (trouble != null) ? trouble.name() : null, tried ? 1 : 0,
					over ? utc(this.clock.instant()) : null, !over || state == State.FAILED, message.id(), lease)
			.update() == 1;
	}

	/**
	 * The server cannot be reached: says so of all that are due, and ends the too old.
	 */
	void trouble(Trouble trouble, Instant now, Instant tooOld) {
		this.jdbc
			.sql("update outbox_message set trouble = ? where state = 'WAITING' and due_at <= ? "
					+ "and leased_until is null")
			.params(trouble.name(), utc(now))
			.update();
		this.jdbc
			.sql("update outbox_message set state = 'FAILED', done_at = ? where state = 'WAITING' and due_at <= ? "
					+ "and from_at < ? and leased_until is null")
			.params(utc(now), utc(now), utc(tooOld))
			.update();
	}

	/** It cannot even be made. */
	void broken(UUID id, Instant now, Instant due, Instant tooOld) {
		this.jdbc
			.sql("update outbox_message set attempts = attempts + 1, trouble = 'BROKEN', due_at = ?, done_at = ?, "
					+ "state = case when from_at < ? then 'FAILED' else state end where id = ? and state = 'WAITING' "
					+ "and (leased_until is null or leased_until < ?)")
			.params(utc(due), utc(now), utc(tooOld), id, utc(now))
			.update();
	}

	/** Somebody at the desk wants it tried now. */
	boolean again(UUID id, Instant now) {
		return this.jdbc
			.sql("update outbox_message set state = 'WAITING', due_at = ?, from_at = ?, attempts = 0, done_at = null "
					+ "where id = ? and state in ('WAITING', 'FAILED') and (leased_until is null or leased_until < ?)")
			.params(utc(now), utc(now), id, utc(now))
			.update() == 1;
	}

	/** Somebody at the desk wants it no more. */
	boolean giveUp(UUID id, Instant now) {
		return this.jdbc
			.sql("update outbox_message set state = 'GIVEN_UP', done_at = ?, address = null where id = ? "
					+ "and state in ('WAITING', 'FAILED') and (leased_until is null or leased_until < ?)")
			.params(utc(now), id, utc(now))
			.update() == 1;
	}

	int count(State state, int most) {
		return this.jdbc
			.sql("select count(*) from (select id from outbox_message where state = ? limit " + most + ") some_of_them")
			.param(state.name())
			.query(Integer.class)
			.single();
	}

	/** When the message became due that has been due the longest. */
	Optional<Instant> oldestDue(Instant now) {
		return this.jdbc
			.sql("select due_at from outbox_message where state = 'WAITING' and due_at <= ? order by due_at limit 1")
			.param(utc(now))
			.query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.optional();
	}

	List<Message> waiting(int most) {
		return this.jdbc.sql("select * from outbox_message where state = 'WAITING' order by due_at, id limit ?")
			.param(most)
			.query(OutboxRows::row)
			.list();
	}

	/** Those of a state that are over, the newest first. */
	List<Over> over(State state, int most) {
		return this.jdbc.sql("select * from outbox_message where state = ? order by done_at desc, id limit ?")
			.params(state.name(), most)
			.query((row, index) -> new Over(row(row, index),
					row.getObject("done_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Whether one is waiting that nobody has begun to send. */
	boolean waits(CaseId id, Kind kind) {
		return !this.jdbc
			.sql("select id from outbox_message where case_id = ? and kind = ? and state = 'WAITING' "
					+ "and attempts = 0 and lease is null")
			.params(id.value(), kind.name())
			.query(UUID.class)
			.list()
			.isEmpty();
	}

	/** What a client was asked, or is about to be. */
	List<Asked> asked(CaseId id) {
		return this.jdbc
			.sql("select said_once, kind, state, done_at from outbox_message where case_id = ? and account is null "
					+ "and state in ('WAITING', 'SENT', 'FAILED', 'GIVEN_UP')")
			.param(id.value())
			.query((row, index) -> new Asked(row.getString("said_once"), Kind.valueOf(row.getString("kind")),
					State.valueOf(row.getString("state")),
					Optional.ofNullable(row.getObject("done_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant)))
			.list()
			.stream()
			.filter((one) -> one.kind().asks())
			.toList();
	}

	List<Message> about(CaseId id) {
		return this.jdbc.sql("select * from outbox_message where case_id = ? order by from_at, id")
			.param(id.value())
			.query(OutboxRows::row)
			.list();
	}

	/**
	 * What is over, and links out of mails so old that nobody keeps them. The last
	 * check-in that was told stays, as does that nothing was heard: both may last for
	 * long, and are told once.
	 */
	int prune(Instant before, Instant linksBefore) {
		int gone = this.jdbc
			.sql("delete from outbox_message m where state <> 'WAITING' and done_at < ? and (kind not in ('CHECK_IN', 'SILENT') "
					+ "or done_at < ? or exists (select 1 from outbox_message later where later.case_id = m.case_id "
					+ "and later.kind = 'CHECK_IN' and later.number > m.number))")
			.params(utc(before), utc(linksBefore))
			.update();
		this.jdbc.sql("delete from outbox_off where made_at < ?").param(utc(linksBefore)).update();
		return gone;
	}

	void forget(CaseId id) {
		for (String table : List.of("outbox_message", "outbox_off", "outbox_client")) {
			this.jdbc.sql("delete from " + table + " where case_id = ?").param(id.value()).update();
		}
	}

	/**
	 * Something that a client was asked.
	 *
	 * @param once what makes it the same message as another one
	 * @param kind what it is about
	 * @param state what became of it
	 * @param at when that was, empty while it waits
	 */
	record Asked(String once, Kind kind, State state, Optional<Instant> at) {

		/** Whether it reached or will reach somebody on or after a day. */
		boolean isSince(LocalDate day, ZoneId zone) {
			return this.state == State.WAITING || (this.state == State.SENT
					&& this.at.filter((moment) -> !LocalDate.ofInstant(moment, zone).isBefore(day)).isPresent());
		}

	}

	/** A message that is over, and since when. */
	record Over(Message message, Instant at) {
	}

	static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private static Message row(ResultSet row, int index) throws SQLException {
		String trouble = row.getString("trouble");
		return new Message(row.getObject("id", UUID.class), row.getString("said_once"),
				Kind.valueOf(row.getString("kind")), new CaseId(row.getObject("case_id", UUID.class)),
				row.getObject("account", UUID.class), row.getObject("number", Integer.class),
				row.getObject("on_day", LocalDate.class), row.getString("address"),
				State.valueOf(row.getString("state")), row.getObject("from_at", OffsetDateTime.class).toInstant(),
				row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"),
				(trouble != null) ? Trouble.valueOf(trouble) : null);
	}

}
