package org.backwise.staff;

import java.time.Clock;
import java.time.Duration;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * The tries to sign in to an account, counted in the database: whoever asks several
 * instances has no more of them. Each try moves the time at which all are given back a
 * little further away, and none is left when that is a whole period off.
 */
@Repository
class AccountTries {

	private static final String TAKE = "update sign_in_tries set full_at = greatest(full_at, ?) + ? "
			+ "where name = ? and greatest(full_at, ?) + ? <= ?";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final long period;

	private final long each;

	AccountTries(JdbcClient jdbc, SignInLimits limits, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.period = SignInLimits.PERIOD.toMillis();
		this.each = this.period / limits.signInsPerAccount();
	}

	/** Takes one try; false when none is left. */
	boolean take(String account) {
		String name = SecretLink.hash(account);
		long now = this.clock.millis();
		return again(name, now) || (isFirst(name) && (begin(name, now) || again(name, now)));
	}

	/** How long until one try is given back; never negative. */
	Duration wait(String account) {
		long now = this.clock.millis();
		return this.jdbc.sql("select full_at from sign_in_tries where name = ?")
			.param(SecretLink.hash(account))
			.query(Long.class)
			.optional()
			.map((full) -> Duration.ofMillis(Math.max(0, full + this.each - this.period - now)))
			.orElse(Duration.ZERO)
			.plusMillis(1);
	}

	/** The right password gives all of them back. */
	void giveBack(String account) {
		this.jdbc.sql("delete from sign_in_tries where name = ?").param(SecretLink.hash(account)).update();
	}

	/**
	 * Also those that only a clock that ran ahead can have left. Safe on several
	 * instances at once.
	 */
	@Scheduled(fixedDelayString = "PT15M")
	void forgetOld() {
		long now = this.clock.millis();
		this.jdbc.sql("delete from sign_in_tries where full_at < ? or full_at > ?")
			.params(now, now + this.period)
			.update();
	}

	private boolean again(String name, long now) {
		return this.jdbc.sql(TAKE).params(now, this.each, name, now, this.each, now + this.period).update() > 0;
	}

	private boolean isFirst(String name) {
		return this.jdbc.sql("select count(*) from sign_in_tries where name = ?")
			.param(name)
			.query(Long.class)
			.single() == 0;
	}

	private boolean begin(String name, long now) {
		try {
			return this.jdbc.sql("insert into sign_in_tries (name, full_at) values (?, ?)")
				.params(name, now + this.each)
				.update() > 0;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

}
