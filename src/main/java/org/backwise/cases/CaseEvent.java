package org.backwise.cases;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What happened to a case. Heard inside the transaction that stores it. */
public sealed interface CaseEvent {

	/**
	 * A round was sent and decided.
	 *
	 * @param theCase the case
	 * @param round the round
	 */
	record RoundAdded(Case theCase, Round round) implements CaseEvent {
	}

	/**
	 * A check-in was made and decided.
	 *
	 * @param theCase the case
	 * @param checkIn the check-in
	 */
	record CheckedIn(Case theCase, CheckIn checkIn) implements CaseEvent {
	}

	/**
	 * A case took a step.
	 *
	 * @param theCase the case
	 * @param standing where it stands now
	 */
	record Moved(Case theCase, Standing standing) implements CaseEvent {
	}

	/**
	 * A client said who they are, or how to reach them, after the first round was sent.
	 *
	 * @param theCase the case, with the contact
	 */
	record ContactGiven(Case theCase) implements CaseEvent {
	}

	/**
	 * Somebody else looks after a case now.
	 *
	 * @param id the case
	 * @param account who, null for nobody
	 */
	record Assigned(CaseId id, @Nullable UUID account) implements CaseEvent {
	}

	/**
	 * A case is being erased: every room deletes what it holds about it, in the same
	 * transaction.
	 *
	 * @param id the case
	 */
	record Erased(CaseId id) implements CaseEvent {
	}

}
