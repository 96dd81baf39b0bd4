package org.backwise.storage;

import org.junit.jupiter.api.Test;

import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseHealthTests {

	@Test
	void isDownOnceTheDatabaseWasClosedUnderItsConnection() {
		SingleConnectionDataSource source = new SingleConnectionDataSource("jdbc:h2:mem:health", true);
		JdbcClient jdbc = JdbcClient.create(source);
		DatabaseHealth health = new DatabaseHealth(jdbc);
		assertThat(health.health().getStatus()).isEqualTo(Status.UP);

		jdbc.sql("shutdown immediately").update();

		assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(health.health().getDetails().toString()).doesNotContain("jdbc:");
	}

}
