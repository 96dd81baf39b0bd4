package org.backwise.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.desk.WorklistItem.Place;

/**
 * The worklist as it is read. Each level is a stretch of an index that holds filter and
 * order, so a page costs the same however long the list is; nothing is counted beyond a
 * thousand.
 */
@Repository
class Worklist {

	/** How many rows a page has. */
	static final int PAGE = 20;

	/** Counting stops here. */
	static final int MOST_COUNTED = 1_000;

	private static final String COLUMNS = "select case_id, reference, client, need, level_rank, since ";

	static final String WAITING = COLUMNS + "from worklist_item where waits = true and level_rank = ? "
			+ "and since >= ? and (since > ? or case_id > ?) order by waits, level_rank, since, case_id limit ?";

	static final String NEEDING = COLUMNS + "from worklist_item where need = ? and level_rank = ? "
			+ "and since >= ? and (since > ? or case_id > ?) order by need, level_rank, since, case_id limit ?";

	static final String FOUND = "select word, case_id from worklist_word where word >= ? and word < ? "
			+ "and (word > ? or case_id > ?) order by word, case_id limit ?";

	private static final Place BEGINNING = new Place(0, Instant.EPOCH, "", new UUID(0, 0));

	private final JdbcClient jdbc;

	Worklist(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page.
	 *
	 * @param items the rows
	 * @param next where the next page begins, null on the last one
	 */
	record Page(List<WorklistItem> items, @Nullable Place next) {

	}

	@Transactional(readOnly = true)
	public Page page(WorklistFilter filter, @Nullable Place after) {
		List<WorklistItem> items = filter.isSearch() ? found(filter, after) : waiting(filter, after);
		boolean more = items.size() > PAGE;
		List<WorklistItem> shown = withDetails(more ? items.subList(0, PAGE) : items);
		return new Page(shown, more ? shown.get(PAGE - 1).place() : null);
	}

	/** How many rows there are, counted no further than one beyond the most. */
	@Transactional(readOnly = true)
	public int count(WorklistFilter filter) {
		if (filter.isSearch()) {
			String key = SearchWords.key(filter.words());
			return count("select case_id from worklist_word where word >= ? and word < ?", key, SearchWords.end(key));
		}
		int count = 0;
		for (int rank : filter.ranks(0)) {
			Need need = filter.need();
			count += (need != null)
					? count("select case_id from worklist_item where need = ? and level_rank = ?", need.toString(),
							rank)
					: count("select case_id from worklist_item where waits = true and level_rank = ?", rank);
		}
		return Math.min(count, MOST_COUNTED + 1);
	}

	private int count(String sql, Object... parameters) {
		return this.jdbc.sql("select count(*) from (" + sql + " limit " + (MOST_COUNTED + 1) + ") counted")
			.params(parameters)
			.query(Integer.class)
			.single();
	}

	private List<WorklistItem> waiting(WorklistFilter filter, @Nullable Place after) {
		Place from = (after != null && after.rank() >= 0) ? after : BEGINNING;
		List<WorklistItem> items = new ArrayList<>();
		for (int rank : filter.ranks(from.rank())) {
			Place begin = (rank == from.rank()) ? from : BEGINNING;
			int wanted = PAGE + 1 - items.size();
			if (wanted > 0) {
				items.addAll(stretch(filter.need(), rank, begin, wanted));
			}
		}
		return items;
	}

	private List<WorklistItem> stretch(@Nullable Need need, int rank, Place begin, int most) {
		OffsetDateTime since = begin.since().atOffset(ZoneOffset.UTC);
		JdbcClient.StatementSpec statement = (need != null) ? this.jdbc.sql(NEEDING).param(need.toString())
				: this.jdbc.sql(WAITING);
		return statement.param(rank)
			.param(since)
			.param(since)
			.param(begin.caseId())
			.param(most)
			.query((row, index) -> item(row, ""))
			.list();
	}

	private List<WorklistItem> found(WorklistFilter filter, @Nullable Place after) {
		String key = SearchWords.key(filter.words());
		String from = (after != null && after.word().startsWith(key)) ? after.word() : key;
		UUID than = (after != null && from.equals(after.word())) ? after.caseId() : null;
		List<WorklistItem> items = new ArrayList<>();
		Set<UUID> seen = new HashSet<>();
		this.jdbc.sql((than != null) ? FOUND : FOUND.replace("(word > ? or case_id > ?)", "(word >= ? or case_id = ?)"))
			.params(from, SearchWords.end(key), from, (than != null) ? than : new UUID(0, 0), 3 * PAGE)
			.query((row, index) -> Map.entry(row.getString(1), row.getObject(2, UUID.class)))
			.list()
			.forEach((hit) -> {
				if (items.size() <= PAGE && seen.add(hit.getValue())) {
					items.addAll(this.jdbc.sql(COLUMNS + "from worklist_item where case_id = ?")
						.param(hit.getValue())
						.query((row, index) -> item(row, hit.getKey()))
						.list());
				}
			});
		return items;
	}

	private static WorklistItem item(ResultSet row, String word) throws SQLException {
		UUID caseId = row.getObject("case_id", UUID.class);
		int rank = row.getInt("level_rank");
		Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
		return new WorklistItem(caseId, row.getString("reference"), row.getString("client"),
				Need.parse(row.getString("need")).orElseThrow(), Ranks.level(rank), since, false, null,
				new Place(word.isEmpty() ? rank : -1, since, word, caseId));
	}

	/** Whether the result was seen, and the doctor; for the rows of one page only. */
	private List<WorklistItem> withDetails(List<WorklistItem> items) {
		if (items.isEmpty()) {
			return items;
		}
		List<UUID> ids = items.stream().map(WorklistItem::caseId).toList();
		Set<UUID> opened = new HashSet<>(this.jdbc.sql("select case_id from case_opening where case_id in (:ids)")
			.param("ids", ids)
			.query(UUID.class)
			.list());
		Map<UUID, String> doctors = new HashMap<>();
		this.jdbc
			.sql("select case_id, reason from case_step where case_id in (:ids) and act = 'FOLLOW_UP' "
					+ "order by case_id, version")
			.param("ids", ids)
			.query((row) -> {
				doctors.put(row.getObject(1, UUID.class), row.getString(2));
			});
		return items.stream()
			.map((item) -> item.with(opened.contains(item.caseId()), doctors.get(item.caseId())))
			.toList();
	}

}
