package org.backwise.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.intake.CompletedIntake;
import org.backwise.intake.Details;
import org.backwise.intake.DetailsGiven;
import org.backwise.intake.IntakeCompleted;
import org.backwise.intake.IntakeId;
import org.backwise.intake.Intakes;
import org.backwise.plan.CaseMoved;
import org.backwise.plan.CaseStep;
import org.backwise.plan.Cases;
import org.backwise.plan.Standing;

/**
 * Draws the worklist from what was sent and decided, together with it: both are stored,
 * or neither.
 */
@Component
class WorklistKeeper {

	private static final Logger logger = LoggerFactory.getLogger(WorklistKeeper.class);

	private static final int BATCH = 1_000;

	private final Intakes intakes;

	private final Cases cases;

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final TransactionTemplate transaction;

	WorklistKeeper(Intakes intakes, Cases cases, JdbcClient jdbc, JdbcTemplate batches,
			TransactionTemplate transaction) {
		this.intakes = intakes;
		this.cases = cases;
		this.jdbc = jdbc;
		this.batches = batches;
		this.transaction = transaction;
	}

	/** A row as it is stored. */
	private record Row(UUID intake, String reference, @Nullable String client, Need need, int rank, Instant since) {

	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(IntakeCompleted completed) {
		draw(completed.intake());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(DetailsGiven given) {
		draw(given.intake());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	public void draw(CaseMoved moved) {
		draw(moved.intake());
	}

	private void draw(IntakeId id) {
		CompletedIntake intake = this.intakes.find(id).orElseThrow();
		Standing standing = this.cases.standing(intake);
		List<CaseStep> steps = standing.steps();
		Instant since = steps.stream()
			.filter((step) -> step.kind() != CaseStep.Kind.FOLLOWED_UP)
			.map(CaseStep::at)
			.reduce((first, second) -> second)
			.orElse(intake.sentAt());
		String level = (standing.level() != null) ? standing.level().toString() : "plan";
		Row row = new Row(id.value(), intake.reference(), intake.details().map(Details::name).orElse(null),
				Need.of(standing.state()), WorklistFilter.LEVELS.indexOf(level), since);
		if (update(row) == 0) {
			insert(List.of(row));
		}
		else {
			this.jdbc.sql("delete from worklist_word where intake = ?").param(row.intake()).update();
		}
		insertWords(List.of(row));
	}

	private int update(Row row) {
		return this.jdbc
			.sql("update worklist_item set client = ?, need = ?, waits = ?, level_rank = ?, since = ? where intake = ?")
			.params(row.client(), row.need().toString(), row.need() != Need.DONE, row.rank(),
					row.since().atOffset(ZoneOffset.UTC), row.intake())
			.update();
	}

	private void insert(List<Row> rows) {
		this.batches
			.batchUpdate("insert into worklist_item (intake, reference, client, need, waits, level_rank, since) "
					+ "values (?, ?, ?, ?, ?, ?, ?)", rows, BATCH, (statement, row) -> {
						statement.setObject(1, row.intake());
						statement.setString(2, row.reference());
						statement.setString(3, row.client());
						statement.setString(4, row.need().toString());
						statement.setBoolean(5, row.need() != Need.DONE);
						statement.setInt(6, row.rank());
						statement.setObject(7, row.since().atOffset(ZoneOffset.UTC));
					});
	}

	private void insertWords(List<Row> rows) {
		List<Object[]> words = new ArrayList<>();
		rows.forEach((row) -> SearchWords.of(row.reference(), row.client())
			.forEach((word) -> words.add(new Object[] { word, row.intake() })));
		this.batches.batchUpdate("insert into worklist_word (word, intake) values (?, ?)", words);
	}

	/** Draws rows for intakes from before there was a worklist, or that were loaded. */
	@EventListener(ApplicationReadyEvent.class)
	public void catchUp() {
		int drawn = 0;
		try {
			Integer batch = this.transaction.execute((status) -> catchUpABatch());
			while (batch != null && batch > 0) {
				drawn += batch;
				batch = this.transaction.execute((status) -> catchUpABatch());
			}
		}
		catch (DuplicateKeyException ex) {
			logger.debug("Another instance draws the worklist");
		}
		if (drawn > 0) {
			logger.info("Drew {} rows of the worklist", drawn);
		}
	}

	/** Nothing was decided about these yet; otherwise they would have a row. */
	private int catchUpABatch() {
		List<Row> rows = this.jdbc
			.sql("select i.id, i.reference, c.name, i.outcome, i.level, i.sent_at from intake i "
					+ "left join worklist_item w on w.intake = i.id left join intake_contact c on c.intake = i.id "
					+ "where w.intake is null limit " + BATCH)
			.query((row, index) -> {
				String level = row.getString("level");
				return new Row(row.getObject("id", UUID.class), row.getString("reference"), row.getString("name"),
						(level != null) ? Need.REFERRAL : Need.REVIEW,
						WorklistFilter.LEVELS.indexOf((level != null) ? level : "plan"),
						row.getObject("sent_at", OffsetDateTime.class).toInstant());
			})
			.list();
		insert(rows);
		insertWords(rows);
		return rows.size();
	}

}
