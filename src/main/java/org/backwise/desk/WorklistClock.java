package org.backwise.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.care.DueCheckIns;
import org.backwise.cases.CaseId;
import org.backwise.cases.Cases;

/**
 * Draws the rows that change because time passes: check-ins that are missing now, and
 * emergencies that nobody followed up. Each case is locked and looked at again, so that
 * several instances may do it at once.
 */
@Component
class WorklistClock {

	private final DueCheckIns due;

	private final WorklistKeeper keeper;

	private final Cases cases;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	WorklistClock(DueCheckIns due, WorklistKeeper keeper, Cases cases, JdbcClient jdbc,
			TransactionTemplate transaction) {
		this.due = due;
		this.keeper = keeper;
		this.cases = cases;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Looks at the cases with a session of today, and at the rows that depend on one. */
	@Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT15M")
	void draw() {
		Set<UUID> ids = new LinkedHashSet<>(drawnBefore());
		this.due.near().forEach((id) -> ids.add(id.value()));
		for (UUID id : ids) {
			this.transaction
				.executeWithoutResult((status) -> this.cases.lock(new CaseId(id)).ifPresent(this.keeper::draw));
		}
	}

	private List<UUID> drawnBefore() {
		return this.jdbc
			.sql("select case_id from worklist_item where need in ('missing', 'silent') "
					+ "union select case_id from worklist_item where need = 'referral' and level_rank = ?")
			.param(Ranks.of(Need.REFERRAL, org.backwise.knowledge.Level.EMERGENCY))
			.query(UUID.class)
			.list();
	}

}
