package org.backwise.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.orm.jpa.EntityManagerFactoryUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.backwise.journal.Chain.Known;
import org.backwise.practice.Words;

/** The record of who did what: rows can be added and read, never changed. */
@Service
public class Journal {

	private static final Logger logger = LoggerFactory.getLogger(Journal.class);

	private static final Set<String> KINDS = Set.of("staff", "client", "system", "unknown");

	private final Chain chain;

	private final ObjectProvider<EntityManagerFactory> entities;

	private final ObjectProvider<StaffNames> names;

	private final Words words;

	private final Clock clock;

	Journal(Chain chain, ObjectProvider<EntityManagerFactory> entities, ObjectProvider<StaffNames> names, Words words,
			Clock clock) {
		this.chain = chain;
		this.entities = entities;
		this.names = names;
		this.words = words;
		this.clock = clock;
	}

	/**
	 * Keeps that somebody did something. The row is written with the caller's
	 * transaction, as the last thing before it commits: it is there if and only if what
	 * it tells of is there. To be called from inside a transaction that may write, or
	 * from none.
	 * @param action what was done
	 * @param who who did it
	 * @param intake whom it was about, if anybody
	 */
	@Transactional
	public void note(Action action, Who who, @Nullable UUID intake) {
		if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			throw new IllegalStateException("A journal row needs a transaction that may write: " + action);
		}
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			// As late as possible, and after everything else was sent to the database:
			// the order of locks is then the same for everybody, and the chain is only
			// locked for a moment.
			@Override
			public void beforeCommit(boolean readOnly) {
				flush();
				Journal.this.chain.append(at, action, kind(who), person(who), intake);
			}

		});
	}

	private void flush() {
		EntityManager here = EntityManagerFactoryUtils.getTransactionalEntityManager(this.entities.getObject());
		if (here != null) {
			here.flush();
		}
	}

	/**
	 * What was done by or about one client, oldest first: their own access list.
	 * @param intake the intake
	 * @return empty once the person was forgotten
	 */
	@Transactional(readOnly = true)
	public List<JournalEntry> about(UUID intake) {
		return entries(this.chain.about(intake));
	}

	/**
	 * A page of the journal, newest first.
	 * @param number the rows before this one; {@link Long#MAX_VALUE} for the newest
	 * @param most how many
	 * @return at most so many rows
	 */
	@Transactional(readOnly = true)
	public List<JournalEntry> before(long number, int most) {
		return entries(this.chain.before(number, most));
	}

	/**
	 * A piece of the chain as it is stored, oldest first.
	 * @param number the rows after this one; 0 for the first piece
	 * @param most how many
	 * @return at most so many rows
	 */
	@Transactional(readOnly = true)
	public List<ChainedRow> chained(long number, int most) {
		return this.chain.chained(number, most);
	}

	/**
	 * Follows what was added since the whole chain was followed last.
	 * @return whether that is as it was written; what was altered before is found by
	 * {@link #checkAll}
	 */
	@Transactional(readOnly = true)
	public ChainCheck check() {
		return this.chain.check();
	}

	/**
	 * Follows the whole chain and keeps how far it is whole.
	 * @param who who wants to know
	 * @return whether it is as it was written
	 */
	@Transactional
	public ChainCheck checkAll(Who who) {
		ChainCheck check = this.chain.prove(this.clock.instant());
		note(Action.JOURNAL_CHECKED, who, null);
		return check;
	}

	/** So that no page has to follow more than a day's rows. */
	@Scheduled(cron = "${backwise.journal.every:0 45 4 * * *}")
	@SchedulerLock(name = "journal", lockAtLeastFor = "PT1M", lockAtMostFor = "PT6H")
	@Transactional
	public void checkNightly() {
		ChainCheck check = checkAll(new Who.System());
		if (!check.isWhole()) {
			logger.error("The journal was altered: row {} is not as it was written", check.firstBroken());
		}
	}

	/**
	 * Drops who is behind a pseudonym. The rows stay, and the chain stays whole.
	 * @param person an intake's or an account's id
	 */
	@Transactional
	public void forget(UUID person) {
		this.chain.forget(person);
	}

	/** Each name is looked up once, however often somebody comes up. */
	private List<JournalEntry> entries(List<Known> rows) {
		Map<UUID, String> names = new HashMap<>();
		return rows.stream()
			.map((row) -> new JournalEntry(row.link().number(), row.link().at(), Action.of(row.link().action()),
					who(row, names), row.subject()))
			.toList();
	}

	private String who(Known row, Map<UUID, String> names) {
		UUID person = row.who();
		if (person != null && row.link().kind().equals("staff")) {
			return names.computeIfAbsent(person, this::name);
		}
		return words(KINDS.contains(row.link().kind()) ? row.link().kind() : "unknown");
	}

	private String name(UUID account) {
		StaffNames known = this.names.getIfAvailable();
		return Optional.ofNullable(known).flatMap((staff) -> staff.nameOf(account)).orElseGet(() -> words("staff"));
	}

	private String words(String kind) {
		return this.words.of("journal.who." + kind);
	}

	private static String kind(Who who) {
		return who.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
	}

	private static @Nullable UUID person(Who who) {
		if (who instanceof Who.Staff staff) {
			return staff.account();
		}
		return (who instanceof Who.Client client) ? client.intake() : null;
	}

}
