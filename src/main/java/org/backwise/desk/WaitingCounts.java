package org.backwise.desk;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many cases of each kind wait for a therapist, counted no further than a page needs.
 */
@Service
public class WaitingCounts {

	/** Counting stops here. */
	static final int MOST = 99;

	/**
	 * In the order of the worklist; one statement for all, each a stretch of an index.
	 */
	static final String ALL = Stream.of(Need.values())
		.filter((need) -> need != Need.DONE)
		.map((need) -> "select '" + need + "' as need, count(*) as cases from (select case_id from worklist_item "
				+ "where need = '" + need + "' limit " + (MOST + 1) + ") "
				+ need.name().toLowerCase(java.util.Locale.ROOT))
		.collect(Collectors.joining(" union all "));

	private final JdbcClient jdbc;

	WaitingCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many cases need one thing.
	 *
	 * @param need id of what they need
	 * @param cases how many, no more than can be counted at a glance
	 * @param more whether there are more than that
	 */
	public record Waiting(String need, int cases, boolean more) {
	}

	/**
	 * What waits.
	 * @return the most urgent first; only what somebody waits for
	 */
	@Transactional(readOnly = true)
	public List<Waiting> all() {
		return this.jdbc.sql(ALL)
			.query((row, index) -> new Waiting(row.getString(1), Math.min(row.getInt(2), MOST), row.getInt(2) > MOST))
			.list()
			.stream()
			.filter((waiting) -> waiting.cases() > 0)
			.toList();
	}

}
