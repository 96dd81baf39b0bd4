package org.backwise.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.outbox.Kind.Choice;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Refused;

/** What clients want to be told; nothing until they say so. */
@Service
class ClientChoices {

	private final JdbcClient jdbc;

	private final Cases cases;

	private final ToldDays days;

	private final Journal journal;

	private final Clock clock;

	ClientChoices(JdbcClient jdbc, Cases cases, ToldDays days, Journal journal, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.days = days;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * What one client wants.
	 *
	 * @param id the case
	 * @param kinds what they ticked
	 * @param told the sessions as they were last told
	 * @param number how often that changed
	 */
	record Wanted(CaseId id, Set<Choice> kinds, String told, int number) {

		boolean has(Choice choice) {
			return this.kinds.contains(choice);
		}

	}

	@Transactional(readOnly = true)
	public Optional<Wanted> of(CaseId id) {
		return this.jdbc.sql("select * from outbox_client where case_id = ?")
			.param(id.value())
			.query(ClientChoices::row)
			.optional();
	}

	/** Everybody who wants something. */
	@Transactional(readOnly = true)
	public List<Wanted> all() {
		return this.jdbc.sql("select * from outbox_client where kinds <> '' order by case_id")
			.query(ClientChoices::row)
			.list();
	}

	/** Keeps what a client ticked. */
	@Transactional
	public void choose(CaseId id, Set<Choice> kinds) {
		this.cases.lock(id).orElseThrow(() -> new Refused("cases.refused.unknown"));
		Optional<Wanted> before = of(id);
		if (before.map(Wanted::kinds).orElse(Set.of()).equals(kinds)) {
			return;
		}
		OffsetDateTime now = OutboxRows.utc(this.clock.instant());
		if (before.isPresent()) {
			this.jdbc.sql("update outbox_client set kinds = ?, chosen_at = ?, told = ? where case_id = ?")
				.params(text(kinds), now, this.days.of(id), id.value())
				.update();
		}
		else {
			this.jdbc
				.sql("insert into outbox_client (case_id, kinds, chosen_at, told, told_number) values (?, ?, ?, ?, 0)")
				.params(id.value(), text(kinds), now, this.days.of(id))
				.update();
		}
		this.journal.note(Action.MESSAGES_CHOSEN, new Who.Client(id.value()), id.value());
	}

	/** The sessions as the client knows them from now on. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void told(Wanted wanted, String now) {
		this.jdbc.sql("update outbox_client set told = ?, told_number = told_number + 1 where case_id = ?")
			.params(now, wanted.id().value())
			.update();
	}

	/** The secret of a link that ends the messages of a case. */
	@Transactional(propagation = Propagation.MANDATORY)
	public LinkToken off(CaseId id) {
		LinkToken token = LinkToken.random();
		this.jdbc.sql("insert into outbox_off (hash, case_id, made_at) values (?, ?, ?)")
			.params(token.hash(), id.value(), OutboxRows.utc(this.clock.instant()))
			.update();
		return token;
	}

	/** The case whose messages a link ends. */
	@Transactional(readOnly = true)
	public Optional<CaseId> behind(String off) {
		return this.jdbc.sql("select case_id from outbox_off where hash = ?")
			.param(new LinkToken(off).hash())
			.query(UUID.class)
			.optional()
			.map(CaseId::new);
	}

	static String text(Collection<Choice> kinds) {
		return kinds.stream().sorted().map(Choice::toString).collect(Collectors.joining(","));
	}

	static Set<Choice> read(String text) {
		return Stream.of(text.split(","))
			.flatMap((id) -> Choice.parse(id).stream())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Choice.class)));
	}

	private static Wanted row(ResultSet row, int index) throws SQLException {
		return new Wanted(new CaseId(row.getObject("case_id", UUID.class)), read(row.getString("kinds")),
				row.getString("told"), row.getInt("told_number"));
	}

}
