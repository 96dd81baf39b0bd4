package org.backwise.retention;

import java.time.Clock;
import java.time.LocalDate;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

/** Erases a case in one piece: all of it with its count and journal row, or nothing. */
@Component
class Eraser {

	private final Cases cases;

	private final ForgottenCounts counts;

	private final Journal journal;

	private final Clock clock;

	Eraser(Cases cases, ForgottenCounts counts, Journal journal, Clock clock) {
		this.cases = cases;
		this.counts = counts;
		this.journal = journal;
		this.clock = clock;
	}

	/**
	 * Erases a case.
	 * @param intake the intake
	 * @param action how: erased on request, or expired
	 * @param who who did it
	 * @return false when it was gone already
	 */
	@Transactional
	public boolean erase(CaseId intake, Action action, Who who) {
		return this.cases.erase(intake).map((erased) -> {
			LocalDate sent = LocalDate.ofInstant(erased.sentAt(), this.clock.getZone());
			this.counts.add(sent, (erased.level() != null) ? erased.level().toString() : "plan", action,
					LocalDate.now(this.clock));
			this.journal.note(action, who, intake.value());
			forgetPerson(intake);
			return true;
		}).orElse(false);
	}

	/** The journal writes its row just before the commit; the person goes right after. */
	private void forgetPerson(CaseId intake) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void beforeCommit(boolean readOnly) {
				Eraser.this.journal.forget(intake.value());
			}

		});
	}

}
