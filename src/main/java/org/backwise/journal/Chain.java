package org.backwise.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The journal's tables. The row of {@code journal_head} is locked while a row is added,
 * so that there is one order on several instances too.
 */
@Repository
class Chain {

	private static final int BATCH = 5_000;

	private static final String ROW = "select e.*, w.person as who_person, s.person as subject_person "
			+ "from journal_entry e left join journal_person w on w.pseudonym = e.who "
			+ "left join journal_person s on s.pseudonym = e.subject ";

	/**
	 * Two stretches of an index each; an OR would be a walk through the whole journal.
	 */
	static final String ABOUT = ROW + "where e.number in (select number from journal_entry where subject = "
			+ "(select pseudonym from journal_person where person = ?) union "
			+ "select number from journal_entry where who = (select pseudonym from journal_person where person = ?)) "
			+ "order by e.number";

	private final JdbcClient jdbc;

	Chain(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void append(Instant at, Action action, String kind, @Nullable UUID who, @Nullable UUID subject) {
		Head head = this.jdbc.sql("select last_number, last_hash from journal_head where id = 1 for update")
			.query((row, index) -> new Head(row.getLong(1), row.getString(2)))
			.single();
		Map<UUID, UUID> pseudonyms = pseudonyms(who, subject);
		Link link = new Link(head.number() + 1, at, action.name(), kind, pseudonyms.get(who), pseudonyms.get(subject),
				head.hash());
		String hash = link.hash();
		this.jdbc
			.sql("insert into journal_entry (number, noted_at, action, kind, who, subject, previous_hash, hash) "
					+ "values (?, ?, ?, ?, ?, ?, ?, ?)")
			.params(link.number(), at.atOffset(ZoneOffset.UTC), link.action(), kind, link.who(), link.subject(),
					link.previous(), hash)
			.update();
		this.jdbc.sql("update journal_head set last_number = ?, last_hash = ? where id = 1")
			.params(link.number(), hash)
			.update();
	}

	/**
	 * Looked up after the head was locked: whoever had it before may have made one of
	 * them.
	 */
	private Map<UUID, UUID> pseudonyms(@Nullable UUID who, @Nullable UUID subject) {
		Set<UUID> people = Stream.of(who, subject).filter(Objects::nonNull).collect(Collectors.toSet());
		Map<UUID, UUID> found = new HashMap<>();
		if (!people.isEmpty()) {
			this.jdbc.sql("select person, pseudonym from journal_person where person in (:people)")
				.param("people", people)
				.query((row) -> {
					found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
				});
		}
		people.forEach((person) -> found.computeIfAbsent(person, this::pseudonym));
		return found;
	}

	private UUID pseudonym(UUID person) {
		UUID made = UUID.randomUUID();
		this.jdbc.sql("insert into journal_person (pseudonym, person) values (?, ?)").params(made, person).update();
		return made;
	}

	void forget(UUID person) {
		this.jdbc.sql("delete from journal_person where person = ?").param(person).update();
	}

	List<Known> about(UUID person) {
		return this.jdbc.sql(ABOUT).params(person, person).query(Chain::known).list();
	}

	List<Known> before(long number, int most) {
		return this.jdbc.sql(ROW + "where e.number < ? order by e.number desc limit ?")
			.params(number, most)
			.query(Chain::known)
			.list();
	}

	/** Follows what is newer than the last proof and compares its end with the head. */
	ChainCheck check() {
		// In this order: what was proved meanwhile must not lie beyond the head.
		Proved proved = proved().orElse(Proved.NOTHING);
		Head head = head();
		return stands(proved.end()) ? follow(proved, head)
				: new ChainCheck(proved.end().number(), proved.end().number(), head.hash(), 0, null);
	}

	/** Follows the whole chain, and keeps how far it is whole or that it is not. */
	ChainCheck prove(Instant now) {
		ChainCheck check = follow();
		// Two who prove at the same time write one after the other.
		this.jdbc.sql("select last_number from journal_head where id = 1 for update").query(Long.class).single();
		this.jdbc.sql("delete from journal_proved").update();
		if (check.isWhole() && check.entries() > 0) {
			this.jdbc
				.sql("insert into journal_proved (id, number, hash, proved_at) "
						+ "select 1, number, hash, ? from journal_entry where number = ?")
				.params(now.atOffset(ZoneOffset.UTC), check.entries())
				.update();
		}
		return check;
	}

	/** Follows the whole chain. */
	ChainCheck follow() {
		return follow(Proved.NOTHING, head());
	}

	private ChainCheck follow(Proved proved, Head head) {
		String previous = proved.end().hash();
		long place = proved.end().number();
		while (true) {
			List<Sealed> rows = after(place, head.number());
			for (Sealed row : rows) {
				place++;
				boolean asWritten = row.link().number() == place && row.link().previous().equals(previous)
						&& row.link().hash().equals(row.hash());
				if (!asWritten) {
					return proved.and(place, place, head);
				}
				previous = row.hash();
			}
			if (rows.size() < BATCH) {
				boolean endsAtHead = place == head.number() && previous.equals(head.hash()) && !goesBeyondTheHead();
				return proved.and(place, endsAtHead ? null : Long.valueOf(place + 1), head);
			}
		}
	}

	private Head head() {
		return this.jdbc.sql("select last_number, last_hash from journal_head where id = 1")
			.query((row, index) -> new Head(row.getLong(1), row.getString(2)))
			.single();
	}

	private Optional<Proved> proved() {
		return this.jdbc.sql("select number, hash, proved_at from journal_proved")
			.query((row, index) -> new Proved(new Head(row.getLong(1), row.getString(2)),
					row.getObject(3, OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Whether the row that was proved last is still the same. */
	private boolean stands(Head end) {
		return end.number() == 0 || this.jdbc.sql("select count(*) from journal_entry where number = ? and hash = ?")
			.params(end.number(), end.hash())
			.query(Long.class)
			.single() == 1;
	}

	/** One statement, so that a row written meanwhile comes with its head. */
	private boolean goesBeyondTheHead() {
		return this.jdbc.sql(
				"select count(*) from journal_entry where number > (select last_number from journal_head where id = 1)")
			.query(Long.class)
			.single() > 0;
	}

	private List<Sealed> after(long number, long last) {
		return this.jdbc.sql("select * from journal_entry where number > ? and number <= ? order by number limit ?")
			.params(number, last, BATCH)
			.query((row, index) -> new Sealed(link(row), row.getString("hash")))
			.list();
	}

	List<ChainedRow> chained(long number, int most) {
		return this.jdbc.sql("select * from journal_entry where number > ? order by number limit ?")
			.params(number, most)
			.query((row, index) -> {
				Link link = link(row);
				return new ChainedRow(link.number(), link.at(), link.action(), link.kind(), link.who(), link.subject(),
						link.previous(), row.getString("hash"));
			})
			.list();
	}

	private static Link link(ResultSet row) throws SQLException {
		return new Link(row.getLong("number"), row.getObject("noted_at", OffsetDateTime.class).toInstant(),
				row.getString("action"), row.getString("kind"), row.getObject("who", UUID.class),
				row.getObject("subject", UUID.class), row.getString("previous_hash"));
	}

	private static Known known(ResultSet row, int index) throws SQLException {
		return new Known(link(row), row.getObject("who_person", UUID.class),
				row.getObject("subject_person", UUID.class));
	}

	/** The last row. */
	private record Head(long number, String hash) {
	}

	/**
	 * How far the chain was followed before.
	 *
	 * @param end the last row that was
	 * @param at when; null for nothing
	 */
	private record Proved(Head end, @Nullable Instant at) {

		static final Proved NOTHING = new Proved(new Head(0, Link.START), null);

		ChainCheck and(long place, @Nullable Long firstBroken, Head head) {
			return new ChainCheck(place, firstBroken, head.hash(), this.end.number(), this.at);
		}

	}

	/** A row with the hash it was stored with. */
	private record Sealed(Link link, String hash) {
	}

	/** A row with the people behind its pseudonyms, while they are known. */
	record Known(Link link, @Nullable UUID who, @Nullable UUID subject) {
	}

}
