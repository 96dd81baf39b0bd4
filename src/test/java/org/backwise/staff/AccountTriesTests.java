package org.backwise.staff;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.backwise.Postgres;
import org.backwise.care.PlansAsRows;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import org.backwise.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever asks two instances has no more tries than whoever asks one. */
class AccountTriesTests {

	private static final int ALLOWED = 10;

	private final TestClock clock = new TestClock();

	@Test
	void twoInstancesCountTogetherOnH2() throws Exception {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:account-tries;DB_CLOSE_DELAY=-1");
		countTogether(database);
	}

	@Test
	void twoInstancesCountTogetherOnPostgres() throws Exception {
		countTogether(Postgres.database().source());
	}

	private void countTogether(DataSource database) throws Exception {
		Flyway.configure().dataSource(database).javaMigrations(new PlansAsRows()).load().migrate();
		AccountTries one = tries(database);
		AccountTries other = tries(database);
		assertThat(allowed("mara", one, other)).isEqualTo(ALLOWED);
		assertThat(one.take("mara")).isFalse();
		assertThat(other.take("jo")).isTrue();
		one.giveBack("mara");
		assertThat(other.take("mara")).isTrue();
		assertThat(allowed("mara", one, other)).isEqualTo(ALLOWED - 1);
		this.clock.pass(SignInLimits.PERIOD.dividedBy(ALLOWED).plus(Duration.ofSeconds(1)));
		assertThat(allowed("mara", one, other)).isOne();
		this.clock.pass(SignInLimits.PERIOD);
		one.forgetOld();
		assertThat(JdbcClient.create(database).sql("select count(*) from sign_in_tries").query(Long.class).single())
			.isZero();
		assertThat(allowed("mara", one, other)).isEqualTo(ALLOWED);
	}

	@Test
	void aClockThatRanAheadLocksNobodyOutForLonger() {
		JdbcDataSource database = new JdbcDataSource();
		database.setUrl("jdbc:h2:mem:account-tries-ahead;DB_CLOSE_DELAY=-1");
		Flyway.configure().dataSource(database).javaMigrations(new PlansAsRows()).load().migrate();
		AccountTries tries = tries(database);
		this.clock.pass(Duration.ofDays(1));
		assertThat(tries.take("mara")).isTrue();
		this.clock.pass(Duration.ofDays(-1));
		assertThat(tries.take("mara")).isFalse();
		tries.forgetOld();
		assertThat(tries.take("mara")).isTrue();
	}

	private AccountTries tries(DataSource database) {
		return new AccountTries(JdbcClient.create(database), new SignInLimits(true, ALLOWED, ALLOWED), this.clock);
	}

	private static long allowed(String account, AccountTries one, AccountTries other) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			List<Callable<Boolean>> tries = Stream
				.<AccountTries>concat(Collections.nCopies(ALLOWED, one).stream(),
						Collections.nCopies(ALLOWED, other).stream())
				.<Callable<Boolean>>map((instance) -> () -> instance.take(account))
				.toList();
			long allowed = 0;
			for (Future<Boolean> attempt : threads.invokeAll(tries)) {
				allowed += attempt.get() ? 1 : 0;
			}
			return allowed;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
