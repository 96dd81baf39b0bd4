package org.backwise.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database on the other side of a network, which may never answer. Whoever answers a
 * request waits as long as its {@link Patience} says; what runs by itself waits longer,
 * and what runs before the start is over, as a change of the schema does, for ever.
 */
class PatientDatabase extends DelegatingDataSource {

	private final HikariDataSource pool;

	private final int aside;

	private volatile boolean started;

	PatientDatabase(HikariDataSource pool, Duration aside) {
		super(pool);
		this.pool = pool;
		this.aside = Math.toIntExact(aside.toMillis());
	}

	/** From now on nobody waits for ever. */
	void started() {
		this.started = true;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Patience patience = Patience.ofThread();
		if (patience != null) {
			return PatientConnection.of(patience.await(() -> borrow(patience.next())), patience);
		}
		Connection connection = this.pool.getConnection();
		connection.setNetworkTimeout(Runnable::run, this.started ? this.aside : 0);
		return connection;
	}

	private Connection borrow(long most) throws SQLException {
		return (this.pool.getHikariPoolMXBean() instanceof HikariPool running)
				? running.getConnection(Math.min(most, this.pool.getConnectionTimeout())) : this.pool.getConnection();
	}

}
