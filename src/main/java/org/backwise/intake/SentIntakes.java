package org.backwise.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Outcome;

/**
 * All sent intakes in a row, a page at a time, for looking through them and for ending
 * them.
 */
@Service
public class SentIntakes {

	/** A stretch of an index that holds filter and order, whatever else is stored. */
	static final String SENT_BEFORE = "select id, reference, sent_at, level from intake where outcome = ? "
			+ "and sent_at < ? and sent_at >= ? and (sent_at > ? or id > ?) order by outcome, sent_at, id limit ?";

	private static final UUID FIRST = new UUID(0, 0);

	private final StoredIntakes stored;

	private final StoredContacts contacts;

	private final StoredOpenings openings;

	private final StoredContinuations continuations;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final ApplicationEventPublisher events;

	SentIntakes(StoredIntakes stored, StoredContacts contacts, StoredOpenings openings,
			StoredContinuations continuations, JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher events) {
		this.stored = stored;
		this.contacts = contacts;
		this.openings = openings;
		this.continuations = continuations;
		this.jdbc = jdbc;
		this.json = json;
		this.events = events;
	}

	/**
	 * How many there are.
	 * @return the number
	 */
	@Transactional(readOnly = true)
	public long count() {
		return this.stored.count();
	}

	/**
	 * Intakes sent before a time, the oldest first.
	 * @param before the time
	 * @param referrals whether those that ended in a referral, or those with a plan
	 * @param after the last one of the page before, null for the first page
	 * @param most how many
	 * @return at most so many
	 */
	@Transactional(readOnly = true)
	public List<SentIntake> sentBefore(Instant before, boolean referrals, @Nullable SentIntake after, int most) {
		OffsetDateTime from = utc((after != null) ? after.sentAt() : Instant.EPOCH);
		return this.jdbc.sql(SENT_BEFORE)
			.params((referrals ? Outcome.REFERRAL : Outcome.CARE_PLAN).toString(), utc(before), from, from,
					(after != null) ? after.id().value() : FIRST, most)
			.query((row, index) -> new SentIntake(new IntakeId(row.getObject("id", UUID.class)),
					row.getString("reference"), row.getObject("sent_at", OffsetDateTime.class).toInstant(),
					row.getString("level")))
			.list();
	}

	private static OffsetDateTime utc(Instant time) {
		return time.atOffset(ZoneOffset.UTC);
	}

	/**
	 * The outside of one intake.
	 * @param intake the intake
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<SentIntake> find(IntakeId intake) {
		return this.stored.findById(intake.value()).map(SentIntakes::outside);
	}

	/**
	 * What was answered and decided, in the order of the ids.
	 * @param after the last one of the page before, null for the first page
	 * @param most how many intakes
	 * @return each intake's decision, and after it the one after a clearance
	 */
	@Transactional(readOnly = true)
	public List<DecidedSheet> decided(@Nullable IntakeId after, int most) {
		return this.stored.after((after != null) ? after.value() : FIRST, Limit.of(most))
			.stream()
			.flatMap(this::sheets)
			.toList();
	}

	/**
	 * What was answered and decided in one intake.
	 * @param intake the intake
	 * @return its decision and, where there is one, the one after a clearance
	 */
	@Transactional(readOnly = true)
	public List<DecidedSheet> decided(IntakeId intake) {
		return this.stored.findById(intake.value()).stream().flatMap(this::sheets).toList();
	}

	/**
	 * How old the client was: all of the answers that keeping has to know.
	 * @param intake the intake
	 * @return empty when there is none
	 */
	@Transactional(readOnly = true)
	public Optional<Integer> age(IntakeId intake) {
		return this.stored.findById(intake.value())
			.map((row) -> sheet(row, row.decided(), false).sheet().get("age"))
			.map(Integer.class::cast);
	}

	/**
	 * Erases an intake and, by {@link IntakeErased}, all that lies beside it. To be
	 * called inside the transaction that also keeps the journal row.
	 * @param intake the intake
	 * @return its outside, empty when it was gone already
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<SentIntake> erase(IntakeId intake) {
		return this.stored.lock(intake.value()).map((row) -> {
			SentIntake erased = outside(row);
			this.events.publishEvent(new IntakeErased(intake));
			this.contacts.deleteById(intake.value());
			this.openings.deleteById(intake.value());
			this.contacts.flush();
			this.stored.erase(intake.value());
			return erased;
		});
	}

	private static SentIntake outside(StoredIntake row) {
		return new SentIntake(new IntakeId(row.getId()), row.reference(), row.sentAt(), row.level());
	}

	private Stream<DecidedSheet> sheets(StoredIntake row) {
		Optional<DecidedSheet> later = this.continuations.findFirstByIntakeOrderBySentAtDesc(row.getId())
			.map((continued) -> sheet(row, continued.decided(), true));
		return Stream.concat(Stream.of(sheet(row, row.decided(), false)), later.stream());
	}

	private DecidedSheet sheet(StoredIntake row, StoredDecision decided, boolean cleared) {
		return new DecidedSheet(new IntakeId(row.getId()), row.reference(), cleared,
				this.json.readValue(decided.answers(), new TypeReference<LinkedHashMap<String, Object>>() {
				}), this.json.readValue(decided.decision(), Assessment.class));
	}

}
