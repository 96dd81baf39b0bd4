package org.backwise.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

/** The clients who no longer want to be treated. A withdrawal stands for good. */
@Service
public class Withdrawals {

	private final StoredWithdrawals stored;

	private final StoredIntakes intakes;

	private final Journal journal;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Withdrawals(StoredWithdrawals stored, StoredIntakes intakes, Journal journal, Clock clock,
			ApplicationEventPublisher events) {
		this.stored = stored;
		this.intakes = intakes;
		this.journal = journal;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Keeps that a client withdrew. Done twice, the first time counts.
	 * @param intake the intake
	 */
	@Transactional
	public void withdraw(IntakeId intake) {
		if (this.intakes.lock(intake.value()).isEmpty() || this.stored.existsById(intake.value())) {
			return;
		}
		this.stored.saveAndFlush(new StoredWithdrawal(intake.value(), this.clock.instant()));
		this.journal.note(Action.WITHDRAWN, new Who.Client(intake.value()), intake.value());
		this.events.publishEvent(new IntakeWithdrawn(intake));
	}

	/**
	 * When a client withdrew.
	 * @param intake the intake
	 * @return empty when they did not
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> of(IntakeId intake) {
		return this.stored.findById(intake.value()).map(StoredWithdrawal::withdrawnAt);
	}

}
