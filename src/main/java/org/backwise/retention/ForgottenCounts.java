package org.backwise.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import org.backwise.journal.Action;

/** What is left of erased cases: how many there were, by year and outcome. */
@Repository
class ForgottenCounts {

	private final JdbcClient jdbc;

	ForgottenCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(LocalDate sent, String outcome, Action how, LocalDate today) {
		this.jdbc.sql("insert into forgotten (id, sent_month, outcome, how, forgot_month) values (?, ?, ?, ?, ?)")
			.params(UUID.randomUUID(), sent.withDayOfMonth(1), outcome, how.name(), today.withDayOfMonth(1))
			.update();
	}

	List<Count> byYear() {
		return this.jdbc
			.sql("select extract(year from sent_month) as sent_year, outcome, count(*) as many from forgotten "
					+ "group by extract(year from sent_month), outcome order by 1 desc, 2")
			.query((row, index) -> new Count(row.getInt(1), row.getString(2), row.getLong(3)))
			.list();
	}

	/**
	 * A count.
	 *
	 * @param year the year in which the intakes were sent
	 * @param outcome id of the level, or "plan"
	 * @param many how many
	 */
	record Count(int year, String outcome, long many) {
	}

}
