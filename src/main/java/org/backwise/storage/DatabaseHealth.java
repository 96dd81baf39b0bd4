package org.backwise.storage;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers a real question; that a connection is open says nothing.
 */
@Component("dbHealthContributor")
class DatabaseHealth extends AbstractHealthIndicator {

	private final JdbcClient jdbc;

	DatabaseHealth(JdbcClient jdbc) {
		super("The database does not answer");
		this.jdbc = jdbc;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) throws DataAccessException {
		this.jdbc.sql("select 1").query(Integer.class).single();
		health.up();
	}

}
