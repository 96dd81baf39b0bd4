package org.backwise.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class GroupForceTests {

	private static final int OTHERS = 8;

	private final GroupForce group = new GroupForce();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final CountDownLatch running = new CountDownLatch(1);

	private final CountDownLatch mayEnd = new CountDownLatch(1);

	private final AtomicInteger forces = new AtomicInteger();

	@AfterEach
	void end() {
		this.mayEnd.countDown();
		this.threads.shutdownNow();
	}

	@Test
	void whoeverComesWhileOneRunsSharesTheNext() throws Exception {
		CompletableFuture<Void> first = force(this::slow);
		this.running.await();
		List<CompletableFuture<Void>> others = new ArrayList<>();
		for (int i = 0; i < OTHERS; i++) {
			others.add(force(this.forces::incrementAndGet));
		}
		Thread.sleep(100);
		assertThat(others).noneMatch(CompletableFuture::isDone);

		this.mayEnd.countDown();

		first.get(5, TimeUnit.SECONDS);
		CompletableFuture.allOf(others.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
		assertThat(this.forces.get()).isBetween(1, 2);
	}

	@Test
	void aForceThatFailedFailsForAllWhoSharedItAndTheNextIsTriedAgain() throws Exception {
		CompletableFuture<Void> first = force(this::slow);
		this.running.await();
		List<CompletableFuture<Void>> others = new ArrayList<>();
		for (int i = 0; i < OTHERS; i++) {
			others.add(force(() -> {
				this.forces.incrementAndGet();
				throw new SQLException("Input/output error");
			}));
		}
		Thread.sleep(100);
		this.mayEnd.countDown();

		first.get(5, TimeUnit.SECONDS);
		assertThat(others)
			.allSatisfy((other) -> assertThatExceptionOfType(CompletionException.class).isThrownBy(other::join)
				.withCauseInstanceOf(IllegalStateException.class));
		assertThat(this.forces.get()).isBetween(1, 2);
		assertThatNoException().isThrownBy(() -> this.group.force(this.forces::incrementAndGet));
	}

	@Test
	void whoeverOnlyReadWaitsForOthersAndForcesNothing() throws Exception {
		this.group.awaitOthers();
		CompletableFuture<Void> first = force(this::slow);
		this.running.await();
		CompletableFuture<Void> reader = CompletableFuture.runAsync(this.group::awaitOthers, this.threads);
		Thread.sleep(100);
		assertThat(reader).isNotDone();

		this.mayEnd.countDown();

		reader.get(5, TimeUnit.SECONDS);
		// it has ended; the thread that tells so may be a moment behind
		first.get(5, TimeUnit.SECONDS);
		assertThat(this.forces).hasValue(0);
	}

	private void slow() {
		this.running.countDown();
		try {
			this.mayEnd.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private CompletableFuture<Void> force(GroupForce.Disk disk) {
		return CompletableFuture.runAsync(() -> {
			try {
				this.group.force(disk);
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}, this.threads);
	}

}
