package org.backwise.diary;

import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.CaseId;

/**
 * Draws the diary for plans from before there was one: once after the start, beside
 * everything else. Each case is locked, so that several instances may do it at once.
 */
@Component
class DiaryCatchUp {

	private static final Logger logger = LoggerFactory.getLogger(DiaryCatchUp.class);

	/**
	 * A plan that was ended before its first session has no row, and is looked at anew.
	 */
	static final String MISSING = "select distinct s.case_id from case_step s where s.act in ('APPROVE', 'CHANGE') "
			+ "and not exists (select 1 from diary_session d where d.case_id = s.case_id)";

	private final DiaryKeeper keeper;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private volatile boolean complete;

	private volatile boolean stopped;

	DiaryCatchUp(DiaryKeeper keeper, JdbcClient jdbc, TransactionTemplate transaction) {
		this.keeper = keeper;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Runs to the end once; when the database was away, a minute later again. */
	@Scheduled(fixedDelayString = "PT1M")
	public void catchUp() {
		if (this.complete) {
			return;
		}
		List<UUID> missing = this.jdbc.sql(MISSING).query(UUID.class).list();
		for (UUID id : missing) {
			if (this.stopped) {
				return;
			}
			draw(id);
		}
		this.complete = true;
		if (!missing.isEmpty()) {
			logger.info("Drew the sessions of {} plans", missing.size());
		}
	}

	private void draw(UUID id) {
		this.transaction.executeWithoutResult((status) -> this.keeper.draw(new CaseId(id)));
	}

	@EventListener(ContextClosedEvent.class)
	public void stop() {
		this.stopped = true;
	}

}
