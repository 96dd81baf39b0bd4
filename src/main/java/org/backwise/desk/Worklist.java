package org.backwise.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import org.backwise.cases.CaseState;
import org.backwise.desk.WorklistItem.Place;

import static java.util.Collections.nCopies;

/**
 * The lists as they are read. Each page is a stretch of an index that holds filter and
 * order, so it costs the same however long the list is; nothing is counted beyond a
 * thousand.
 */
@Repository
class Worklist {

	/** How many rows a page has. */
	static final int PAGE = 20;

	/** Counting stops here. */
	static final int MOST_COUNTED = 1_000;

	static final String FOUND = "select word, case_id from worklist_word where word >= ? and word < ? "
			+ "and (word > ? or case_id > ?) order by word, case_id limit ?";

	private static final String COLUMNS = "select case_id, reference, client, state, need, level_rank, since, place, account ";

	private static final Place BEGINNING = new Place(-1, Instant.EPOCH, "", new UUID(0, 0));

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

	/**
	 * How many there are, each counted no further than one beyond the most.
	 *
	 * @param lists in each list
	 * @param shown of what is shown
	 */
	record Counts(Map<CaseList, Integer> lists, int shown) {

	}

	/** The stretch of the index in which the rows of a filter lie, and how it is read. */
	record Stretch(List<String> columns, List<Object> values) {

		/** The list that waits, of one need or all, of some people or everybody. */
		static Stretch of(WorklistFilter filter, UUID me) {
			return of(filter.list(), filter.account(me), filter.need());
		}

		static Stretch of(CaseList list, @Nullable UUID account, @Nullable Need need) {
			List<String> columns = new ArrayList<>();
			List<Object> values = new ArrayList<>();
			if (account != null) {
				columns.add("account");
				values.add(account);
			}
			boolean waits = list == CaseList.TO_DECIDE;
			columns.add(!waits ? "filed" : (need != null) ? "need" : "waits");
			values.add(!waits ? list.toString() : (need != null) ? need.toString() : true);
			return new Stretch(columns, values);
		}

		private String from() {
			return "from worklist_item where " + String.join(" = ? and ", this.columns) + " = ? ";
		}

		private String order(String rest) {
			return "order by " + String.join(", ", this.columns) + ", " + rest + " limit ?";
		}

		/** From the beginning of one rank to the end of another. */
		String ranks() {
			return COLUMNS + from() + "and level_rank >= ? and level_rank <= ? " + order("level_rank, since, case_id");
		}

		/** The rest of a rank. */
		String rest() {
			return COLUMNS + from() + "and level_rank = ? and since >= ? and (since > ? or case_id > ?) "
					+ order("level_rank, since, case_id");
		}

		/** A list that is ordered by the places in it. */
		String places() {
			return COLUMNS + from() + "and place >= ? and (place > ? or case_id > ?) " + order("place, case_id");
		}

		String counted(boolean ranks) {
			return "(select count(*) from (select case_id " + from()
					+ (ranks ? "and level_rank >= ? and level_rank <= ? " : "") + "limit " + (MOST_COUNTED + 1)
					+ ") counted)";
		}

	}

	@Transactional(readOnly = true)
	public Page page(WorklistFilter filter, @Nullable Place after, UUID me) {
		List<WorklistItem> items = filter.isSearch() ? found(filter, after)
				: (filter.list() == CaseList.TO_DECIDE) ? waiting(filter, after, me) : filed(filter, after, me);
		boolean more = items.size() > PAGE;
		List<WorklistItem> shown = more ? items.subList(0, PAGE) : items;
		return new Page(shown, more ? shown.get(PAGE - 1).place() : null);
	}

	/** All in one statement. */
	@Transactional(readOnly = true)
	public Counts counts(WorklistFilter filter, UUID me) {
		List<String> counted = new ArrayList<>();
		List<Object> values = new ArrayList<>();
		for (CaseList list : CaseList.values()) {
			Stretch stretch = Stretch.of(list, filter.account(me), null);
			counted.add(stretch.counted(false));
			values.addAll(stretch.values());
		}
		if (filter.isSearch()) {
			List<String> keys = SearchWords.keys(filter.words());
			counted.add(found(keys));
			keys.forEach((key) -> values.addAll(List.of(key, SearchWords.end(key))));
		}
		else {
			Stretch shown = Stretch.of(filter, me);
			boolean ranks = filter.list() == CaseList.TO_DECIDE;
			counted.add(shown.counted(ranks));
			values.addAll(shown.values());
			if (ranks) {
				values.addAll(List.of(Ranks.first(filter.level()), Ranks.last(filter.level())));
			}
		}
		return this.jdbc.sql("select " + String.join(", ", counted)).params(values).query((row, index) -> {
			Map<CaseList, Integer> lists = new EnumMap<>(CaseList.class);
			for (CaseList list : CaseList.values()) {
				lists.put(list, row.getInt(list.ordinal() + 1));
			}
			return new Counts(lists, row.getInt(counted.size()));
		}).single();
	}

	private static String found(List<String> keys) {
		String each = "(select case_id from worklist_word where word >= ? and word < ? limit " + (MOST_COUNTED + 1)
				+ ")";
		return "(select count(*) from (select case_id from (" + String.join(" union ", nCopies(keys.size(), each))
				+ ") hits limit " + (MOST_COUNTED + 1) + ") counted)";
	}

	/** The rest of the rank where the page before ended, then the ranks after it. */
	private List<WorklistItem> waiting(WorklistFilter filter, @Nullable Place after, UUID me) {
		Stretch stretch = Stretch.of(filter, me);
		int first = Ranks.first(filter.level());
		List<WorklistItem> items = new ArrayList<>();
		if (after != null && after.rank() >= first) {
			OffsetDateTime since = after.since().atOffset(ZoneOffset.UTC);
			items.addAll(rows(stretch, stretch.rest(), after.rank(), since, since, after.caseId(), PAGE + 1));
			first = after.rank() + 1;
		}
		int wanted = PAGE + 1 - items.size();
		if (wanted > 0 && first <= Ranks.last(filter.level())) {
			items.addAll(rows(stretch, stretch.ranks(), first, Ranks.last(filter.level()), wanted));
		}
		return items;
	}

	private List<WorklistItem> filed(WorklistFilter filter, @Nullable Place after, UUID me) {
		Place from = (after != null && after.rank() < 0) ? after : BEGINNING;
		Stretch stretch = Stretch.of(filter, me);
		return rows(stretch, stretch.places(), from.word(), from.word(), from.caseId(), PAGE + 1);
	}

	private List<WorklistItem> rows(Stretch stretch, String sql, Object... values) {
		List<Object> all = new ArrayList<>(stretch.values());
		all.addAll(List.of(values));
		boolean placed = !stretch.columns().contains("waits") && !stretch.columns().contains("need");
		return this.jdbc.sql(sql)
			.params(all)
			.query((row, index) -> item(row, placed ? row.getString("place") : null))
			.list();
	}

	/** The first rows whose words begin with what was typed, each of them once. */
	private List<WorklistItem> found(WorklistFilter filter, @Nullable Place after) {
		Map<UUID, String> hits = hits(SearchWords.keys(filter.words()), after);
		List<UUID> first = hits.keySet().stream().limit(PAGE + 1).toList();
		if (first.isEmpty()) {
			return List.of();
		}
		Map<UUID, WorklistItem> items = new LinkedHashMap<>();
		this.jdbc.sql(COLUMNS + "from worklist_item where case_id in (:ids)")
			.param("ids", first)
			.query((row, index) -> item(row, hits.get(row.getObject("case_id", UUID.class))))
			.list()
			.forEach((item) -> items.put(item.caseId(), item));
		return first.stream().filter(items::containsKey).map(items::get).toList();
	}

	/** Case to the word it is found under, in the order of the words. */
	private Map<UUID, String> hits(List<String> keys, @Nullable Place after) {
		List<String> stretches = new ArrayList<>();
		List<Object> values = new ArrayList<>();
		for (String key : keys) {
			if (after == null || after.word().compareTo(SearchWords.end(key)) < 0) {
				boolean goesOn = after != null && after.word().startsWith(key);
				String from = goesOn ? after.word() : key;
				stretches.add("("
						+ (goesOn ? FOUND : FOUND.replace("(word > ? or case_id > ?)", "(word >= ? or case_id = ?)"))
						+ ")");
				values.addAll(
						List.of(from, SearchWords.end(key), from, goesOn ? after.caseId() : new UUID(0, 0), 3 * PAGE));
			}
		}
		Map<UUID, String> hits = new LinkedHashMap<>();
		if (!stretches.isEmpty()) {
			this.jdbc.sql(String.join(" union all ", stretches))
				.params(values)
				.query((row, index) -> Map.entry(row.getObject(2, UUID.class), row.getString(1)))
				.list()
				.stream()
				.sorted(Map.Entry.<UUID, String>comparingByValue().thenComparing((hit) -> hit.getKey().toString()))
				.forEach((hit) -> hits.putIfAbsent(hit.getKey(), hit.getValue()));
		}
		return hits;
	}

	private static WorklistItem item(ResultSet row, @Nullable String word) throws SQLException {
		UUID caseId = row.getObject("case_id", UUID.class);
		int rank = row.getInt("level_rank");
		Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
		return new WorklistItem(caseId, row.getString("reference"), row.getString("client"),
				CaseState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
				Need.parse(row.getString("need")).orElseThrow(), Ranks.level(rank), since,
				row.getObject("account", UUID.class),
				(word != null) ? new Place(-1, since, word, caseId) : new Place(rank, since, "", caseId));
	}

}
