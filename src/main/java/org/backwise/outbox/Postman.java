package org.backwise.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks again and again whether something is to be sent, and sends it on a thread of its
 * own: a server that hangs holds nothing else up. On several instances one of them does.
 */
@Component
class Postman implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(Postman.class);

	/** Longer than one step of a slow server. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private final Drain drain;

	private final LockingTaskExecutor locks;

	private final boolean goes;

	private final Clock clock;

	private final AtomicBoolean busy = new AtomicBoolean();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "outbox");
		thread.setDaemon(true);
		return thread;
	});

	Postman(Drain drain, LockProvider locks, @Value("${backwise.mail.goes:true}") boolean goes, Clock clock) {
		this.drain = drain;
		this.locks = new DefaultLockingTaskExecutor(locks);
		this.goes = goes;
		this.clock = clock;
	}

	@Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT10S")
	void look() {
		if (this.goes && this.drain.hasWork()) {
			go();
		}
	}

	/** Begins a round whatever the last one found: somebody waits for it. */
	void goNow() {
		this.drain.goOn();
		go();
	}

	/** Begins a round, unless one goes on. */
	private void go() {
		if (this.busy.compareAndSet(false, true)) {
			this.thread.execute(this::round);
		}
	}

	private void round() {
		try {
			this.locks.executeWithLock((Runnable) this.drain::round,
					new LockConfiguration(this.clock.instant(), "outbox", this.drain.longest(), Duration.ZERO));
		}
		catch (RuntimeException ex) {
			logger.error("Messages could not be sent", ex);
		}
		finally {
			this.busy.set(false);
		}
	}

	@Override
	public void destroy() {
		this.thread.shutdownNow();
		try {
			// What a server has just taken is settled, or it would be sent again.
			if (!this.thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				this.drain.hangUp();
				this.thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
