package org.backwise.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.cases.Act;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.practice.Words;
import org.backwise.statistics.MonthCounts.History;
import org.backwise.triage.Triage;

/** Puts the tables together, for the page and for the file alike. */
@Component
class Shown {

	private final Triage triage;

	private final Words words;

	Shown(Triage triage, Words words) {
		this.triage = triage;
		this.words = words;
	}

	/**
	 * A line of a table.
	 *
	 * @param id the thing
	 * @param label what it is called
	 * @param told how often it happened
	 * @param number the same in words
	 */
	record Line(String id, String label, Told told, String number) {
	}

	/**
	 * A table.
	 *
	 * @param table which one
	 * @param lines its lines
	 * @param total the sum of its lines, null where lines are no parts of one whole
	 * @param bars the picture of the same
	 */
	record Filled(Table table, List<Line> lines, @Nullable Line total, Bars bars) {

		/** Says no number. */
		@Override
		public String toString() {
			return "table " + this.table;
		}

	}

	List<Filled> all(History history, Span span) {
		return Stream.of(Table.values())
			.filter((table) -> !table.isOver() || wasCounted(table, history))
			.map((table) -> of(table, history, span))
			.toList();
	}

	private static boolean wasCounted(Table table, History history) {
		return history.items().keySet().stream().anyMatch((item) -> item.startsWith(table.item("")));
	}

	Filled of(Table table, History history, Span span) {
		List<Line> lines = new ArrayList<>();
		for (String id : ids(table, history)) {
			Told told = told(table, id, history, span);
			// Of many rules those that may never have fired are not named: that one is
			// named would tell that it did.
			if (!table.isOfRules() || !told.isFew()) {
				lines.add(new Line(id, label(table, id), told, number(told)));
			}
		}
		if (table.isOfRules()) {
			lines.sort(Comparator.comparing((Line line) -> -line.told().least()).thenComparing(Line::label));
		}
		Line total = (table.isOfRules() || lines.isEmpty()) ? null : total(lines);
		return new Filled(table, List.copyOf(lines), total, Bars.of(lines));
	}

	/** Also what today's rules do not know any more, when it happened often enough. */
	private List<String> ids(Table table, History history) {
		List<String> ids = new ArrayList<>(table.items(this.triage.knowledge()));
		String begin = table.item("");
		history.items()
			.keySet()
			.stream()
			.filter((item) -> item.startsWith(begin))
			.map((item) -> item.substring(begin.length()))
			.filter((id) -> !ids.contains(id))
			.filter((id) -> !told(table, id, history, new Span(0, history.months().size() - 1)).isFew())
			.forEach(ids::add);
		return ids;
	}

	private Told told(Table table, String id, History history, Span span) {
		if (table == Table.PLANS && id.equals(Act.CHANGE.toString())) {
			return sum(Table.CHANGES, history, span);
		}
		if (table == Table.PLANS && id.equals(Act.DECLINE.toString())) {
			return sum(Table.DECLINES, history, span);
		}
		return history.told(table.item(id), span.from(), span.to());
	}

	private Told sum(Table table, History history, Span span) {
		return ids(table, history).stream()
			.map((id) -> told(table, id, history, span))
			.reduce(new Told(0, 0), Told::plus);
	}

	private Line total(List<Line> lines) {
		Told all = lines.stream().map(Line::told).reduce(new Told(0, 0), Told::plus);
		return new Line("total", this.words.of("statistics.total"), all, number(all));
	}

	String number(Told told) {
		if (told.isExact()) {
			return this.words.of("statistics.exactly", told.least());
		}
		return told.isFew() ? this.words.of("statistics.fewer", told.most() + 1)
				: this.words.of("statistics.between", told.least(), told.most());
	}

	private String label(Table table, String id) {
		KnowledgeBase base = this.triage.knowledge();
		return switch (table) {
			case INTAKES -> words("level.", id);
			case RULES -> title(base.referrals()
				.stream()
				.filter((rule) -> rule.id().equals(id))
				.map((rule) -> rule.title())
				.toList(), id);
			case CAUTIONS -> title(base.cautions()
				.stream()
				.filter((rule) -> rule.id().equals(id))
				.map((rule) -> rule.title())
				.toList(), id);
			case PLANS -> words("statistics.plans.", id);
			case CHANGES -> words("care.reason.change.", id);
			case DECLINES -> words("care.reason.decline.", id);
			case SESSIONS -> words("statistics.sessions.", id);
			case CHECK_INS -> words("care.outcome.", id);
			case RESPONSES -> words("statistics.responses.", id);
			case REVIEWS -> words("statistics.reviews.", id);
			case REACTIONS -> title(reactions(base, id), id);
		};
	}

	private static List<String> reactions(KnowledgeBase base, String id) {
		FollowUp followUp = base.followUp();
		return (followUp == null) ? List.of()
				: followUp.questions()
					.stream()
					.filter((question) -> question.id().equals(followUp.roles().reaction()))
					.flatMap((question) -> question.options().stream())
					.filter((option) -> option.id().equals(id))
					.map((option) -> option.label())
					.toList();
	}

	/** What has no words of its own yet is shown by its id. */
	private String words(String keys, String id) {
		return this.words.has(keys + id) ? this.words.of(keys + id) : title(List.of(), id);
	}

	private static String title(List<String> found, String id) {
		return found.isEmpty() ? id.toLowerCase(Locale.ROOT).replaceAll("[-_]", " ") : found.get(0);
	}

	/** The same for every table and month, by the name of its table. */
	Map<Table, String> titles() {
		Map<Table, String> titles = new java.util.EnumMap<>(Table.class);
		Stream.of(Table.values()).forEach((table) -> titles.put(table, this.words.of("statistics.table." + table)));
		return titles;
	}

}
