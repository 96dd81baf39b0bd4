package org.backwise.about;

import java.time.LocalDate;
import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How often each kind of page was clear and was not, by day. Whose page it was is not
 * known.
 */
@Repository
class ClearCounts {

	private final JdbcClient jdbc;

	ClearCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The answers about a kind of page.
	 *
	 * @param page the kind
	 * @param yes how often it was clear
	 * @param no how often it was not
	 */
	record Count(String page, long yes, long no) {
	}

	/** Two at once on a new day: the second one finds the row of the first. */
	void add(LocalDate day, String page, boolean yes) {
		if (addTo(day, page, yes) == 0) {
			try {
				this.jdbc.sql("insert into page_clear (on_day, page, clear, unclear) values (?, ?, ?, ?)")
					.params(day, page, yes ? 1 : 0, yes ? 0 : 1)
					.update();
			}
			catch (DuplicateKeyException ex) {
				addTo(day, page, yes);
			}
		}
	}

	private int addTo(LocalDate day, String page, boolean yes) {
		return this.jdbc
			.sql("update page_clear set clear = clear + ?, unclear = unclear + ? where on_day = ? and page = ?")
			.params(yes ? 1 : 0, yes ? 0 : 1, day, page)
			.update();
	}

	/** The pages that were unclear most often come first. */
	List<Count> since(LocalDate day) {
		return this.jdbc.sql(
				"select page, sum(clear) as were_clear, sum(unclear) as were_not from page_clear where on_day >= ? group by page "
						+ "order by sum(unclear) desc, sum(clear) desc, page")
			.param(day)
			.query((row, index) -> new Count(row.getString("page"), row.getLong("were_clear"), row.getLong("were_not")))
			.list();
	}

}
