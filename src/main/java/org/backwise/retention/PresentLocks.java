package org.backwise.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Locks of scheduled jobs, without those that a clock which ran ahead has left: they
 * would hold a job up until the time comes that never was.
 */
class PresentLocks implements LockProvider {

	/** What two clocks may differ by. */
	private static final Duration DIFFERENCE = Duration.ofMinutes(5);

	private final LockProvider locks;

	private final JdbcTemplate jdbc;

	PresentLocks(LockProvider locks, JdbcTemplate jdbc) {
		this.locks = locks;
		this.jdbc = jdbc;
	}

	@Override
	public Optional<SimpleLock> lock(LockConfiguration wanted) {
		Instant now = ClockProvider.now();
		this.jdbc.update("update shedlock set locked_at = ?, lock_until = ? where name = ? and locked_at > ?", utc(now),
				utc(now), wanted.getName(), utc(now.plus(DIFFERENCE)));
		return this.locks.lock(wanted);
	}

	private static LocalDateTime utc(Instant moment) {
		return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
	}

}
