package org.backwise.transfer;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.Case;
import org.backwise.cases.Cases;
import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;
import org.backwise.staff.StaffMember;
import org.backwise.triage.Assessment.Outcome;

/**
 * All cases, a page at a time: a million of them need no more memory than a hundred. Each
 * case that leaves gets its row in the journal before its first byte does.
 */
@Component
class CasePages {

	private static final int PAGE = 100;

	private final Cases cases;

	private final Journal journal;

	private final TransactionTemplate transaction;

	private final Clock clock;

	CasePages(Cases cases, Journal journal, TransactionTemplate transaction, Clock clock) {
		this.cases = cases;
		this.journal = journal;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Takes what was made of a case. */
	interface Writer<T> {

		void write(T made) throws IOException;

	}

	/**
	 * Goes through all cases, by outcome and day.
	 * @param owner who takes them out
	 * @param made what leaves of one case
	 * @param writer where it goes
	 */
	<T> void each(StaffMember owner, Function<Case, T> made, Writer<T> writer) throws IOException {
		Instant now = this.clock.instant().plusSeconds(1);
		for (Outcome outcome : Outcome.values()) {
			@Nullable Case after = null;
			while (true) {
				List<Case> page = this.cases.sentBefore(now, outcome, after, PAGE);
				for (T one : take(page, owner, made)) {
					writer.write(one);
				}
				if (page.size() < PAGE) {
					break;
				}
				after = page.get(PAGE - 1);
			}
		}
	}

	/** What was erased since the page was read is left out. */
	private <T> List<T> take(List<Case> page, StaffMember owner, Function<Case, T> made) {
		List<T> taken = new ArrayList<>();
		List<Case> leave = new ArrayList<>();
		for (Case theCase : page) {
			try {
				taken.add(made.apply(theCase));
				leave.add(theCase);
			}
			catch (RuntimeException ex) {
				if (this.cases.find(theCase.id()).isPresent()) {
					throw ex;
				}
			}
		}
		note(leave, owner);
		return taken;
	}

	private void note(List<Case> leave, StaffMember owner) {
		this.transaction.executeWithoutResult((status) -> leave.forEach(
				(theCase) -> this.journal.note(Action.TAKEN_OUT, new Who.Staff(owner.id()), theCase.id().value())));
	}

}
