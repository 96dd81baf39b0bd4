package org.backwise.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The sums of each month in the database. The page reads these only: it costs the same
 * with a million cases.
 */
@Repository
class MonthCounts {

	private static final int BATCH = 500;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	MonthCounts(DataSource database, Clock clock) {
		this.jdbc = new JdbcTemplate(database);
		this.clock = clock;
	}

	/** Everything that was ever counted. */
	History all() {
		List<YearMonth> months = this.jdbc.query("select first_day from counted_month order by first_day",
				(row, index) -> YearMonth.from(row.getObject(1, LocalDate.class)));
		if (months.isEmpty()) {
			return new History(List.of(), Map.of());
		}
		Map<String, long[]> items = new LinkedHashMap<>();
		this.jdbc.query("select first_day, item, many from month_count order by item, first_day", (row) -> {
			int place = months.indexOf(YearMonth.from(row.getObject(1, LocalDate.class)));
			items.computeIfAbsent(row.getString(2), (item) -> new long[months.size()])[place] = row.getLong(3);
		});
		return new History(months, items);
	}

	Optional<YearMonth> last() {
		return month("select max(first_day) from counted_month");
	}

	/** When the first client ever sent their answers. */
	Optional<YearMonth> firstSent() {
		OffsetDateTime first = this.jdbc.queryForObject("select min(sent_at) from case_round", OffsetDateTime.class);
		return Optional.ofNullable(first).map((at) -> YearMonth.from(at.toInstant().atZone(this.clock.getZone())));
	}

	private Optional<YearMonth> month(String sql) {
		@Nullable LocalDate day = this.jdbc.queryForObject(sql, LocalDate.class);
		return Optional.ofNullable(day).map(YearMonth::from);
	}

	/** Keeps a month for good; there is a key, so that nobody counts it a second time. */
	void add(YearMonth month, Map<String, Long> counts, Instant now) {
		LocalDate first = month.atDay(1);
		this.jdbc.update("insert into counted_month (first_day, counted_at) values (?, ?)", first,
				now.atOffset(ZoneOffset.UTC));
		List<Map.Entry<String, Long>> rows = new ArrayList<>(counts.entrySet());
		this.jdbc.batchUpdate("insert into month_count (first_day, item, many) values (?, ?, ?)", rows, BATCH,
				(statement, row) -> {
					statement.setObject(1, first);
					statement.setString(2, row.getKey());
					statement.setLong(3, row.getValue());
				});
	}

	/**
	 * What was counted.
	 *
	 * @param months the months in their order, without a gap
	 * @param items for each thing how often it happened in each of them
	 */
	record History(List<YearMonth> months, Map<String, long[]> items) {

		Told told(String item, int from, int to) {
			long[] counts = this.items.get(item);
			return Runs.in((counts != null) ? counts : new long[this.months.size()], from, to);
		}

		/** Says no number. */
		@Override
		public String toString() {
			return "counts of " + this.months.size() + " months";
		}

	}

}
