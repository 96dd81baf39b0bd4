package org.backwise.desk;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.cases.CaseState;
import org.backwise.desk.WorklistRows.Row;
import org.backwise.knowledge.Level;

/**
 * Draws the worklist for intakes from before there was one, or that were loaded: after
 * the start, beside everything else, a piece at a time in the order of their ids. Several
 * instances may do it at once, and one that was stopped half-way goes on at the next
 * start.
 */
@Component
class WorklistCatchUp {

	private static final Logger logger = LoggerFactory.getLogger(WorklistCatchUp.class);

	private static final int PIECE = 5_000;

	/** As a contact is found. */
	private static final String REACH = "concat_ws(' ', c.phone, c.email, c.reach)";

	/**
	 * Few, since somebody who decides one of them meanwhile waits until all are drawn.
	 */
	private static final int AGAIN = 250;

	private static final UUID FIRST = new UUID(0, 0);

	private final WorklistRows rows;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private volatile boolean complete;

	private volatile boolean stopped;

	WorklistCatchUp(WorklistRows rows, JdbcClient jdbc, TransactionTemplate transaction) {
		this.rows = rows;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** A stretch of intakes, and which of them have no row. */
	private record Piece(@Nullable UUID last, List<Row> missing) {
	}

	/** Whether every intake has its row. */
	boolean isComplete() {
		return this.complete;
	}

	/** Runs to the end once; when the database was away, a minute later again. */
	@Scheduled(fixedDelayString = "PT1M")
	public void catchUp() {
		if (this.complete || isNoneMissing()) {
			this.complete = true;
			return;
		}
		logger.info("Drawing rows of the worklist that are missing");
		int drawn = 0;
		UUID after = FIRST;
		while (after != null && !this.stopped) {
			Piece piece = draw(after);
			after = piece.last();
			drawn += piece.missing().size();
		}
		for (int again = 1; again > 0 && !this.stopped; drawn += again) {
			again = drawAgain();
		}
		this.complete = after == null && !this.stopped;
		logger.info("Drew {} rows of the worklist", drawn);
	}

	@EventListener(ContextClosedEvent.class)
	public void stop() {
		this.stopped = true;
	}

	/**
	 * Every row of the worklist has its intake, so equal numbers mean that all are there.
	 */
	private boolean isNoneMissing() {
		return this.jdbc.sql("select (select count(*) from care_case) - (select count(*) from worklist_item)")
			.query(Long.class)
			.single() == 0 && old(1).isEmpty();
	}

	/** A piece of what an earlier version drew; how many it had. */
	private int drawAgain() {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			List<Row> old = old(AGAIN);
			this.rows.drawAgain(old);
			return old.size();
		}));
	}

	private List<Row> old(int most) {
		return this.jdbc
			.sql("select w.case_id, w.reference, w.client, " + REACH + " reach, w.state, w.need, w.level_rank, w.since "
					+ "from worklist_item w left join case_contact c on c.case_id = w.case_id where w.drawn < ? "
					+ "order by w.drawn, w.case_id limit ?")
			.params(WorklistRows.DRAWN, most)
			.query((row, index) -> new Row(row.getObject("case_id", UUID.class), row.getString("reference"),
					row.getString("client"), row.getString("reach"),
					CaseState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
					Need.parse(row.getString("need")).orElseThrow(), row.getInt("level_rank"),
					row.getObject("since", OffsetDateTime.class).toInstant()))
			.list();
	}

	private Piece draw(UUID after) {
		while (true) {
			try {
				return Objects.requireNonNull(this.transaction.execute((status) -> {
					Piece piece = piece(after);
					this.rows.add(piece.missing());
					return piece;
				}));
			}
			catch (DuplicateKeyException ex) {
				logger.debug("Somebody else drew one of these rows; looking again");
			}
		}
	}

	private static @Nullable Level level(@Nullable String id) {
		return Stream.of(Level.values()).filter((level) -> level.toString().equals(id)).findFirst().orElse(null);
	}

	/** Nothing was decided about these yet; otherwise they would have a row. */
	private Piece piece(UUID after) {
		List<Row> found = this.jdbc
			.sql("select i.id, i.reference, c.name, " + REACH + " reach, i.level, i.sent_at from care_case i "
					+ "left join case_contact c on c.case_id = i.id where i.id > ? order by i.id limit " + PIECE)
			.param(after)
			.query((row, index) -> {
				String level = row.getString("level");
				return new Row(row.getObject("id", UUID.class), row.getString("reference"), row.getString("name"),
						row.getString("reach"), (level != null) ? CaseState.REFERRED : CaseState.PROPOSED,
						(level != null) ? Need.REFERRAL : Need.REVIEW,
						Ranks.of((level != null) ? Need.REFERRAL : Need.REVIEW, level(level)),
						row.getObject("sent_at", OffsetDateTime.class).toInstant());
			})
			.list();
		if (found.isEmpty()) {
			return new Piece(null, List.of());
		}
		UUID last = found.get(found.size() - 1).caseId();
		Set<UUID> drawn = new HashSet<>(
				this.jdbc.sql("select case_id from worklist_item where case_id > ? and case_id <= ?")
					.params(after, last)
					.query(UUID.class)
					.list());
		return new Piece(last, found.stream().filter((row) -> !drawn.contains(row.caseId())).toList());
	}

}
