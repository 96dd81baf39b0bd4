package org.backwise.transfer;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.backwise.cases.Case;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.practice.Refused;
import org.backwise.practice.Settings;
import org.backwise.staff.SignedIn;
import org.backwise.staff.StaffMember;

/**
 * Clients who came from another system, with their past sessions. They are no cases: the
 * questionnaire asked them nothing, so nothing is known of what is safe. Once their
 * questionnaire is there, somebody at the desk joins the two.
 */
@Service
public class BroughtIn {

	/** A page of the list. */
	static final int MOST = 50;

	private static final int PIECE = 200;

	private static final String FIND = "select b.*, c.reference from brought_in_client b "
			+ "left join care_case c on c.id = b.case_id where ";

	private final JdbcClient jdbc;

	private final Cases cases;

	private final SignedIn signedIn;

	private final Journal journal;

	private final Supplier<Keeping> keeping;

	private final Clock clock;

	BroughtIn(JdbcClient jdbc, Cases cases, SignedIn signedIn, Journal journal, Settings settings, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.signedIn = signedIn;
		this.journal = journal;
		this.keeping = settings.current("keeping", Keeping.class);
		this.clock = clock;
	}

	/**
	 * How long they are kept: as long as a case with a plan.
	 *
	 * @param plans how long after the last session
	 */
	record Keeping(@DefaultValue("8y") Period plans) {
	}

	/**
	 * A client from another system.
	 *
	 * @param id their id
	 * @param name what they are called
	 * @param phone their telephone number
	 * @param email their e-mail address
	 * @param remark what the file said of them
	 * @param broughtAt when they were brought in
	 * @param reference the case that is theirs, null as long as nobody joined one
	 * @param sessions their past sessions, the newest first
	 */
	public record Client(UUID id, String name, @Nullable String phone, @Nullable String email, @Nullable String remark,
			Instant broughtAt, @Nullable String reference, List<PastSession> sessions) {

		/** Says nothing of the client. */
		@Override
		public String toString() {
			return "a client brought in";
		}

	}

	/**
	 * A session in the other system.
	 *
	 * @param day its day
	 * @param minutes how long it was
	 * @param remark what the file said of it
	 */
	public record PastSession(LocalDate day, @Nullable Integer minutes, @Nullable String remark) {

		/** Says nothing of the client. */
		@Override
		public String toString() {
			return "a past session";
		}

	}

	/**
	 * Who was brought in and is joined to a case.
	 * @param id the case
	 * @return mostly nobody
	 */
	@Transactional(readOnly = true)
	public List<Client> of(CaseId id) {
		return this.jdbc.sql(FIND + "b.case_id = ? order by b.brought_at, b.id")
			.param(id.value())
			.query(this::client)
			.list();
	}

	/**
	 * Looks for clients by a piece of their name, telephone number or e-mail address.
	 * @param typed what somebody typed, empty for everybody
	 * @return at most a page and one more, by name
	 */
	@Transactional(readOnly = true)
	public List<Client> find(String typed) {
		String piece = Known.plain(typed).replaceAll("([\\\\%_])", "\\\\$1");
		return this.jdbc.sql(FIND + "b.found_by like ? escape '\\' order by b.name, b.id limit ?")
			.params("%" + piece + "%", MOST + 1)
			.query((row, index) -> client(row, List.of()))
			.list();
	}

	/** How many there are. */
	@Transactional(readOnly = true)
	public long count() {
		return this.jdbc.sql("select count(*) from brought_in_client").query(Long.class).single();
	}

	/** A client, for somebody who looks at them: the journal keeps the look. */
	@Transactional
	Optional<Client> read(UUID id) {
		Optional<Client> found = one(id);
		found.ifPresent(
				(client) -> this.journal.note(Action.BROUGHT_IN_READ, new Who.Staff(this.signedIn.member().id()), id));
		return found;
	}

	private Optional<Client> one(UUID id) {
		return this.jdbc.sql(FIND + "b.id = ?").param(id).query(this::client).optional();
	}

	/**
	 * Says that a case is theirs; said twice, it stands once.
	 * @throws Refused when there is no such case, or another one is joined already
	 */
	@Transactional
	void join(UUID id, String reference) {
		StaffMember by = this.signedIn.member();
		Case theCase = this.cases.read(reference, by.id()).orElseThrow(() -> new Refused("transfer.join.unknown"));
		int changed = this.jdbc
			.sql("update brought_in_client set case_id = ?, joined_at = ? where id = ? and case_id is null")
			.params(theCase.id().value(), this.clock.instant().atOffset(ZoneOffset.UTC), id)
			.update();
		if (changed > 0) {
			this.journal.note(Action.BROUGHT_IN_JOINED, new Who.Staff(by.id()), theCase.id().value());
		}
		else if (one(id).filter((client) -> theCase.reference().equals(client.reference())).isEmpty()) {
			throw new Refused("transfer.join.other");
		}
	}

	/** Takes it back; where nothing is joined it does nothing. */
	@Transactional
	void part(UUID id) {
		StaffMember by = this.signedIn.member();
		Optional<UUID> theCase = this.jdbc
			.sql("select case_id from brought_in_client where id = ? and case_id is not null for update")
			.param(id)
			.query(UUID.class)
			.optional();
		theCase.ifPresent((joined) -> {
			this.jdbc.sql("update brought_in_client set case_id = null, joined_at = null where id = ?")
				.param(id)
				.update();
			this.journal.note(Action.BROUGHT_IN_PARTED, new Who.Staff(by.id()), joined);
		});
	}

	/** For the owner only. Erased twice, it was gone already. */
	@Transactional
	void erase(UUID id) {
		StaffMember owner = this.signedIn.owner();
		if (remove(id)) {
			this.journal.note(Action.BROUGHT_IN_ERASED, new Who.Staff(owner.id()), id);
			forget(id);
		}
	}

	private boolean remove(UUID id) {
		return this.jdbc.sql("delete from brought_in_client where id = ?").param(id).update() > 0;
	}

	/** After the journal's row, which is written just before the commit. */
	private void forget(UUID id) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				BroughtIn.this.journal.forget(id);
			}

		});
	}

	/**
	 * Lets go who was brought in, never joined to a case, and had the last session or was
	 * brought in as long ago as a case with a plan is kept.
	 */
	@Scheduled(cron = "${backwise.keeping.every:0 30 3 * * *}")
	@SchedulerLock(name = "brought-in", lockAtLeastFor = "PT1M", lockAtMostFor = "PT1H")
	@Transactional
	public void removeDue() {
		LocalDate before = LocalDate.now(this.clock).minus(this.keeping.get().plans());
		List<UUID> due = this.jdbc
			.sql("select id from brought_in_client b where case_id is null and brought_at < ? and not exists "
					+ "(select 1 from brought_in_session s where s.client = b.id and s.on_day >= ?)")
			.params(before.atStartOfDay(this.clock.getZone()).toInstant().atOffset(ZoneOffset.UTC), before)
			.query(UUID.class)
			.list();
		for (UUID id : due) {
			if (remove(id)) {
				this.journal.note(Action.BROUGHT_IN_EXPIRED, new Who.System(), id);
				forget(id);
			}
		}
	}

	/** Part of an erasure, which is noted there. */
	@Transactional(propagation = org.springframework.transaction.annotation.Propagation.MANDATORY)
	void eraseWith(CaseId id) {
		this.jdbc.sql("delete from brought_in_client where case_id = ?").param(id.value()).update();
	}

	/** Everybody, a page at a time, each noted before they leave. */
	void each(StaffMember owner, CasePages.Writer<Client> writer) throws IOException {
		UUID after = new UUID(0, 0);
		List<Client> page = List.of();
		do {
			page = after(after);
			for (Client client : page) {
				this.journal.note(Action.TAKEN_OUT, new Who.Staff(owner.id()), client.id());
				writer.write(client);
				after = client.id();
			}
		}
		while (page.size() == PIECE);
	}

	private List<Client> after(UUID id) {
		return this.jdbc.sql(FIND + "b.id > ? order by b.id limit ?").params(id, PIECE).query(this::client).list();
	}

	private Client client(ResultSet row, int index) throws SQLException {
		return client(row, this.jdbc.sql(
				"select on_day, minutes, remark from brought_in_session where client = ? order by on_day desc, known_by")
			.param(row.getObject("id", UUID.class))
			.query((session, place) -> new PastSession(session.getObject(1, LocalDate.class),
					session.getObject(2, Integer.class), session.getString(3)))
			.list());
	}

	private static Client client(ResultSet row, List<PastSession> sessions) throws SQLException {
		return new Client(row.getObject("id", UUID.class), row.getString("name"), row.getString("phone"),
				row.getString("email"), row.getString("remark"),
				row.getObject("brought_at", OffsetDateTime.class).toInstant(), row.getString("reference"), sessions);
	}

}
