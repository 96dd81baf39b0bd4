package org.backwise.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.knowledge.Level;
import org.backwise.practice.LinkToken;
import org.backwise.practice.Phone;
import org.backwise.storage.OncePerPage;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Outcome;

/** The outsides of the cases in the database, with contact and first opening. */
@Repository
class CaseRows {

	private static final String FROM = "select c.*, p.name, p.phone, p.phone_typed, p.email, p.will_call, p.reach, o.opened_at "
			+ "from care_case c left join case_contact p on p.case_id = c.id left join case_opening o on o.case_id = c.id ";

	/** A stretch of an index that holds filter and order, whatever else is stored. */
	static final String SENT_BEFORE = FROM + "where c.outcome = ? and c.sent_at < ? and c.sent_at >= ? "
			+ "and (c.sent_at > ? or c.id > ?) order by c.outcome, c.sent_at, c.id limit ?";

	private static final UUID FIRST = new UUID(0, 0);

	private static final String FIND = FROM + "where ";

	/** One of two stretches of an index, whichever holds the hash. */
	static final String BEHIND = "(select id from care_case where link_hash = ? and link_revoked_at is null "
			+ "union all select case_id from case_link where hash = ? and revoked_at is null)";

	private final JdbcClient jdbc;

	CaseRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(UUID id, String reference, LinkToken link, Consent consent, Instant sentAt, Assessment first) {
		this.jdbc.sql(
				"insert into care_case (id, reference, link_hash, consent_version, consented_at, age_band, guardian_at, "
						+ "for_another, sent_at, outcome, level) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(id, reference, link.hash(), consent.version(), utc(consent.at()),
					(consent.ageBand() != null) ? consent.ageBand().toString() : null,
					(consent.guardianAt() != null) ? utc(consent.guardianAt()) : null, consent.forAnother(),
					utc(sentAt), first.outcome().toString(), (first.level() != null) ? first.level().toString() : null)
			.update();
	}

	@OncePerPage
	Optional<Case> find(UUID id) {
		return this.jdbc.sql(FIND + "c.id = ?").param(id).query(CaseRows::row).optional();
	}

	@OncePerPage
	Optional<Case> behind(LinkToken link) {
		return this.jdbc.sql(FIND + "c.id = " + BEHIND)
			.params(link.hash(), link.hash())
			.query(CaseRows::row)
			.optional();
	}

	Map<UUID, String> references(Collection<UUID> ids) {
		Map<UUID, String> found = new HashMap<>();
		this.jdbc.sql("select id, reference from care_case where id in (:ids)").param("ids", ids).query((row) -> {
			found.put(row.getObject("id", UUID.class), row.getString("reference"));
		});
		return found;
	}

	@OncePerPage
	Optional<Case> referredToAs(String reference) {
		return this.jdbc.sql(FIND + "c.reference = ?").param(reference).query(CaseRows::row).optional();
	}

	boolean isBehind(LinkToken link) {
		return !this.jdbc.sql(BEHIND).params(link.hash(), link.hash()).query(UUID.class).list().isEmpty();
	}

	/** Everybody else who wants to move, continue or erase it waits. */
	boolean lock(UUID id) {
		return this.jdbc.sql("select id from care_case where id = ? for update")
			.param(id)
			.query(UUID.class)
			.optional()
			.isPresent();
	}

	List<Case> sentBefore(Instant before, Outcome outcome, @Nullable Case after, int most) {
		OffsetDateTime from = utc((after != null) ? after.sentAt() : Instant.EPOCH);
		return this.jdbc.sql(SENT_BEFORE)
			.params(outcome.toString(), utc(before), from, from, (after != null) ? after.id().value() : FIRST, most)
			.query(CaseRows::row)
			.list();
	}

	long count() {
		return this.jdbc.sql("select count(*) from care_case").query(Long.class).single();
	}

	boolean isEmpty() {
		return this.jdbc.sql("select id from care_case limit 1").query(UUID.class).list().isEmpty();
	}

	/** Keeps a contact; once given it stands. */
	boolean addContact(UUID id, Contact contact, Instant at) {
		return this.jdbc
			.sql("insert into case_contact (case_id, name, phone, phone_typed, email, will_call, reach, given_at) "
					+ "select ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from case_contact where case_id = ?)")
			.params(id, contact.name(), number(contact), typed(contact), contact.email(), contact.willCall(),
					contact.other(), utc(at), id)
			.update() > 0;
	}

	/** Keeps a contact in place of the one before, of which nothing stays. */
	void putContact(UUID id, Contact contact, Instant at) {
		this.jdbc.sql("delete from case_contact where case_id = ?").param(id).update();
		addContact(id, contact, at);
	}

	private static @Nullable String number(Contact contact) {
		return (contact.phone() != null) ? contact.phone().number() : null;
	}

	private static @Nullable String typed(Contact contact) {
		return (contact.phone() != null) ? contact.phone().typed() : null;
	}

	boolean isOpened(UUID id) {
		return !this.jdbc.sql("select case_id from case_opening where case_id = ?")
			.param(id)
			.query(UUID.class)
			.list()
			.isEmpty();
	}

	void addOpening(UUID id, Instant at) {
		this.jdbc.sql("insert into case_opening (case_id, opened_at) values (?, ?)").params(id, utc(at)).update();
	}

	void erase(UUID id) {
		for (String table : List.of("case_contact", "case_link", "case_suits", "case_opening", "case_round")) {
			this.jdbc.sql("delete from " + table + " where case_id = ?").param(id).update();
		}
		this.jdbc.sql("delete from care_case where id = ?").param(id).update();
	}

	static @Nullable Level level(@Nullable String name) {
		return (name != null) ? Level.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')) : null;
	}

	static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	private static Consent consent(ResultSet row) throws SQLException {
		OffsetDateTime guardianAt = row.getObject("guardian_at", OffsetDateTime.class);
		return new Consent(row.getString("consent_version"),
				row.getObject("consented_at", OffsetDateTime.class).toInstant(),
				AgeBand.parse(row.getString("age_band")).orElse(null),
				(guardianAt != null) ? guardianAt.toInstant() : null, row.getBoolean("for_another"));
	}

	private static Case row(ResultSet row, int index) throws SQLException {
		OffsetDateTime openedAt = row.getObject("opened_at", OffsetDateTime.class);
		return new Case(new CaseId(row.getObject("id", UUID.class)), row.getString("reference"), consent(row),
				row.getObject("sent_at", OffsetDateTime.class).toInstant(), level(row.getString("level")),
				Optional.ofNullable(contact(row)), Optional.ofNullable(openedAt).map(OffsetDateTime::toInstant));
	}

	private static @Nullable Contact contact(ResultSet row) throws SQLException {
		String name = row.getString("name");
		String number = row.getString("phone");
		return (name == null) ? null
				: new Contact(name, (number != null) ? new Phone(number, row.getString("phone_typed")) : null,
						row.getString("email"), row.getBoolean("will_call"), row.getString("reach"));
	}

}
