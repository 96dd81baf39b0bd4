package org.backwise.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import javax.sql.DataSource;

import net.javacrumbs.shedlock.core.ClockProvider;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.backwise.Postgres;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Jobs go on when the clock is put right, and run once all the same. */
class PresentLocksTests {

	private static final String TABLE = "create table shedlock (name varchar(64) not null primary key, "
			+ "lock_until timestamp not null, locked_at timestamp not null, locked_by varchar(255) not null)";

	private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

	@AfterEach
	void putRight() {
		ClockProvider.setClock(Clock.systemUTC());
	}

	@Test
	void aJobRunsThoughItRanLastOnADayThatNeverWas() {
		LockProvider locks = locks(h2("ahead"));
		at(NOON.plus(Duration.ofDays(1)));
		take(locks, Duration.ofMinutes(1)).orElseThrow().unlock();
		at(NOON);
		assertThat(take(locks, Duration.ZERO)).isPresent();
		assertThat(take(locks, Duration.ZERO)).as("one at a time, as ever").isEmpty();
	}

	@Test
	void onPostgresTheClockOfTheDatabaseCounts() throws Exception {
		DataSource database = Postgres.database().source();
		LockProvider locks = locks(database);
		take(locks, Duration.ofMinutes(1)).orElseThrow().unlock();
		assertThat(take(locks, Duration.ZERO)).as("for a minute yet").isEmpty();
		JdbcClient.create(database)
			.sql("update shedlock set locked_at = locked_at + interval '1 day', lock_until = lock_until + interval '1 day'")
			.update();
		assertThat(take(locks, Duration.ZERO)).isPresent();
	}

	private static void at(Instant moment) {
		ClockProvider.setClock(Clock.fixed(moment, ZoneOffset.UTC));
	}

	private static Optional<SimpleLock> take(LockProvider locks, Duration atLeast) {
		return locks.lock(new LockConfiguration(ClockProvider.now(), "night", Duration.ofHours(6), atLeast));
	}

	private static DataSource h2(String name) {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:locks-" + name + ";DB_CLOSE_DELAY=-1");
		return database;
	}

	private static LockProvider locks(DataSource database) {
		JdbcClient.create(database).sql(TABLE).update();
		return new ScheduledLocks().lockProvider(database);
	}

}
