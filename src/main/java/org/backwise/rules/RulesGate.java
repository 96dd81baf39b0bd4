package org.backwise.rules;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.triage.Triage;

/**
 * Keeps a practice from running rules of its own that nobody compared, or whose loosening
 * nobody approved. A new release's own rules pass; they are reviewed before a release.
 */
@Component
class RulesGate implements SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(RulesGate.class);

	private final Triage running;

	private final boolean ownFolder;

	private final DecidedRounds rounds;

	private final ComparedRows compared;

	private final Approvals approvals;

	private final Journal journal;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final Clock clock;

	RulesGate(Triage running, @Value("${backwise.knowledge:}") String folder, DecidedRounds rounds,
			ComparedRows compared, Approvals approvals, Journal journal, TransactionTemplate transaction,
			JdbcClient jdbc, Clock clock) {
		this.running = running;
		this.ownFolder = !folder.isBlank();
		this.rounds = rounds;
		this.compared = compared;
		this.approvals = approvals;
		this.journal = journal;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		check(this.running.knowledge().sha256(), this.ownFolder);
	}

	void check(String rules, boolean own) {
		Optional<InForce> last = last();
		if (last.isPresent() && last.get().sha256().equals(rules)) {
			return;
		}
		boolean release = last.isPresent() && !own && !last.get().own();
		if (last.isPresent() && !release && !mayTakeThePlace(rules, last.get().sha256())) {
			throw new RulesNotApprovedException("These rules (" + rules.substring(0, 12)
					+ ") were not compared with those in force (" + last.get().sha256().substring(0, 12)
					+ "), or they loosen something that nobody approved. Start with the rules in force, name the new "
					+ "folder in backwise.candidate, and open /desk/rules.");
		}
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.jdbc.sql("insert into rules_in_force (number, sha256, own_folder, since) values (?, ?, ?, ?)")
					.params(last.map(InForce::number).orElse(0) + 1, rules, own,
							this.clock.instant().atOffset(ZoneOffset.UTC))
					.update();
				this.journal.note(Action.RULES_PUT_IN_FORCE, new Who.System(), null);
			});
			logger.info("Rules in force from now on: {}", rules);
		}
		catch (DuplicateKeyException ex) {
			logger.info("Another instance has put these rules in force");
		}
	}

	private boolean mayTakeThePlace(String rules, String before) {
		return this.rounds.cases() == 0 || this.approvals.find(rules, before).filter(Approval::isGiven).isPresent()
				|| this.compared.find(rules, before)
					.filter(Compared::isFinished)
					.filter((found) -> !found.needsSecondLook())
					.isPresent();
	}

	private Optional<InForce> last() {
		return this.jdbc.sql("select number, sha256, own_folder from rules_in_force order by number desc limit 1")
			.query((row, index) -> new InForce(row.getInt(1), row.getString(2), row.getBoolean(3)))
			.optional();
	}

	/** Rules that were in force. */
	private record InForce(int number, String sha256, boolean own) {
	}

}
