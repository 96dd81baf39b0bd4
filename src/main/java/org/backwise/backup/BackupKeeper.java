package org.backwise.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import org.backwise.journal.Action;
import org.backwise.journal.Journal;
import org.backwise.journal.Who;

/** Makes backups, one at a time, and keeps what became of them. */
@Service
class BackupKeeper {

	private static final Logger logger = LoggerFactory.getLogger(BackupKeeper.class);

	/** So long a page waits before it says that it still runs. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static final Duration KEPT = Duration.ofDays(400);

	private final BackupMaker maker;

	private final BackupRuns runs;

	private final Journal journal;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final AtomicBoolean running = new AtomicBoolean();

	private final ExecutorService aside = Executors.newSingleThreadExecutor((task) -> new Thread(task, "backup"));

	BackupKeeper(DataSourceProperties access, DataSource live, BackupSettings settings, BackupRuns runs,
			Journal journal, TransactionTemplate transaction, Clock clock) {
		this.maker = new BackupMaker(Access.of(access), live, settings, clock, clock.getZone());
		this.runs = runs;
		this.journal = journal;
		this.transaction = transaction;
		this.clock = clock;
	}

	boolean isRunning() {
		return this.running.get();
	}

	/**
	 * Makes one now, unless one is being made.
	 * @param kind why
	 * @param who who wants it
	 * @return what became of it; empty when one is being made already
	 */
	Optional<BackupRun> makeNow(Kind kind, Who who) {
		if (!this.running.compareAndSet(false, true)) {
			return Optional.empty();
		}
		try {
			BackupRun run = attempt(this.maker, kind, this.clock);
			keep(run, who);
			return Optional.of(run);
		}
		finally {
			this.running.set(false);
		}
	}

	/** Does something beside everything else, one after the other. */
	Future<?> begin(Runnable task) {
		return this.aside.submit(task);
	}

	/** Begins to make one for an owner, and waits a little for its end. */
	void makeFor(UUID owner) {
		Future<?> made = begin(() -> makeNow(Kind.BY_HAND, new Who.Staff(owner)));
		try {
			made.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			logger.info("The backup goes on");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException ex) {
			logger.error("What became of the backup could not be kept", ex.getCause());
		}
	}

	/** Tries to make one and tells what became of it. */
	static BackupRun attempt(BackupMaker maker, Kind kind, Clock clock) {
		Instant begun = clock.instant();
		try {
			BackupMaker.Made made = maker.make(kind);
			logger.info("Made a backup and checked it: {}", made.file());
			return new BackupRun(kind, begun, clock.instant(), made.file().getFileName().toString(), made.bytes(),
					made.rows(), null, "");
		}
		catch (BackupFailedException ex) {
			logger.error("No backup was made: {} {}", ex.trouble(), ex.about());
			return new BackupRun(kind, begun, clock.instant(), null, 0, 0, ex.trouble(), ex.about());
		}
	}

	/** Keeps what became of one. */
	void keep(BackupRun run, Who who) {
		this.transaction.executeWithoutResult((status) -> {
			this.runs.add(run);
			this.runs.forgetBefore(this.clock.instant().minus(KEPT));
			this.journal.note(run.isGood() ? Action.BACKUP_MADE : Action.BACKUP_FAILED, who, null);
		});
	}

	@PreDestroy
	void stop() {
		this.aside.shutdown();
	}

}
