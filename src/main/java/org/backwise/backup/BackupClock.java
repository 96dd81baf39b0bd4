package org.backwise.backup;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.backwise.journal.Who;

/** Makes a backup every night, and when a command asks for one. */
@Component
class BackupClock {

	private static final Logger logger = LoggerFactory.getLogger(BackupClock.class);

	private final BackupKeeper keeper;

	private final BackupSettings settings;

	/** A folder that hangs holds one look, not one more every two seconds. */
	private Future<?> look = CompletableFuture.completedFuture(null);

	BackupClock(BackupKeeper keeper, BackupSettings settings) {
		this.keeper = keeper;
		this.settings = settings;
	}

	/**
	 * The nightly run; one instance at a time. It goes on beside the other jobs, so the
	 * lock is kept for longer than any instance's clock is wrong.
	 */
	@Scheduled(cron = "${backwise.backup.every:0 30 2 * * *}")
	@SchedulerLock(name = "backup", lockAtLeastFor = "PT15M", lockAtMostFor = "PT6H")
	public void makeNightly() {
		if (!this.settings.isUnset()) {
			this.keeper.begin(() -> this.keeper.makeNow(Kind.NIGHTLY, new Who.System()));
		}
	}

	/** A command cannot open a file of H2 that the program has open. */
	@Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT2S")
	public synchronized void lookForRequests() {
		if (this.settings.missing().isEmpty() && !this.keeper.isRunning() && this.look.isDone()) {
			this.look = this.keeper.begin(this::answerRequests);
		}
	}

	private void answerRequests() {
		try {
			new Requests(this.settings.place()).answer(() -> this.keeper.makeNow(Kind.BY_HAND, new Who.System()));
		}
		catch (IOException ex) {
			logger.warn("Whoever asked for a backup could not be answered: {}", ex.getClass().getSimpleName());
		}
	}

}
