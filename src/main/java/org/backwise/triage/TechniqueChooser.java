package org.backwise.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.triage.Assessment.CountedRow.Kind;
import org.backwise.triage.Assessment.CountedRow;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * Adds up the points and chooses a technique among those that nothing excludes.
 * Techniques are known by their place in the guide, sets of them as bits.
 */
class TechniqueChooser {

	/** More points than the tie-breaks can make up for. */
	private static final int POINT = 1 << 10;

	private final List<String> techniques;

	private final String[] keys;

	private final Row[] indications;

	private final Row[] causes;

	private final Row[] bonuses;

	/** All rows as they are reported, and the same as the main ones. */
	private final List<CountedRow> reported = new ArrayList<>();

	private final List<CountedRow> asMain = new ArrayList<>();

	private final int mainCounts;

	private final BitTest sensitised;

	private final int sensitisedPrimary;

	private final Preferred[] preferences;

	private final int within;

	/** Higher for the gentler ones. */
	private final int[] gentleness;

	/**
	 * A row of the table of points.
	 *
	 * @param place its place among all rows
	 * @param holds when it counts
	 * @param chosen when it was chosen as the main one
	 * @param points for each technique
	 */
	private record Row(int place, BitTest holds, @Nullable BitTest chosen, int[] points) {

	}

	/** A technique that a preference asks for. */
	private record Preferred(int place, BitTest asked, int technique) {

	}

	TechniqueChooser(KnowledgeBase base, AnswerCode code) {
		TechniqueGuide guide = base.techniques();
		this.techniques = guide.techniques().stream().map(Technique::id).toList();
		this.keys = this.techniques.toArray(String[]::new);
		this.indications = guide.indications()
			.stream()
			.map((row) -> row(
					new CountedRow(Kind.INDICATION, row.id(), false, guide.points().get(row.id()), row.name()),
					code.test(row.when()), main(code, base.roles().mainComplaint(), row.id())))
			.toArray(Row[]::new);
		this.causes = guide.causes()
			.stream()
			.map((row) -> row(
					new CountedRow(Kind.CAUSE, row.id(), false, guide.points().get(row.id()), row.clientName()),
					code.test(new Condition.Chose(base.roles().contributors(), row.contributors())),
					main(code, base.roles().mainCause(), row.id())))
			.toArray(Row[]::new);
		this.bonuses = guide.bonuses()
			.stream()
			.map((row) -> row(new CountedRow(Kind.BONUS, row.technique(), false, Map.of(row.technique(), row.points()),
					row.because()), code.test(row.when()), null))
			.toArray(Row[]::new);
		this.mainCounts = guide.mainCounts();
		this.sensitised = code.test(guide.sensitised().when());
		this.sensitisedPrimary = this.techniques.indexOf(guide.sensitised().primary());
		this.within = guide.preference().within();
		this.preferences = guide.preference()
			.techniques()
			.entrySet()
			.stream()
			.map((entry) -> new Preferred(
					report(new CountedRow(Kind.WISH, entry.getKey(), false, Map.of(entry.getValue(), 0),
							guide.preference().because())),
					code.test(new Condition.Chose(base.roles().preference(), List.of(entry.getKey()))),
					this.techniques.indexOf(entry.getValue())))
			.toArray(Preferred[]::new);
		this.gentleness = this.techniques.stream()
			.mapToInt((technique) -> this.techniques.size() - guide.gentlerFirst().indexOf(technique))
			.toArray();
	}

	private static BitTest main(AnswerCode code, String question, String row) {
		return code.test(new Condition.Chose(question, List.of(row)));
	}

	private Row row(CountedRow row, BitTest holds, @Nullable BitTest chosen) {
		return new Row(report(row), holds, chosen, this.techniques.stream().mapToInt(row::pointsFor).toArray());
	}

	/** Takes up a row that may be reported; gives its place. */
	private int report(CountedRow row) {
		if (this.reported.size() == CountedRows.MOST) {
			throw new IllegalArgumentException(
					"techniques.yaml: there are more than " + CountedRows.MOST + " rows, bonuses and preferences");
		}
		this.reported.add(row);
		this.asMain.add(new CountedRow(row.kind(), row.id(), true, row.points(), row.why()));
		return this.reported.size() - 1;
	}

	boolean isSensitised(long[] bits) {
		return this.sensitised.holds(bits);
	}

	/** The techniques of a list as bits. */
	int set(List<String> ids) {
		return ids.stream().mapToInt((id) -> 1 << this.techniques.indexOf(id)).reduce(0, (a, b) -> a | b);
	}

	/** Chooses. */
	TechniqueChoice choose(long[] bits, int excluded, Map<String, List<String>> reasons) {
		return choose(bits, excluded, reasons, -1);
	}

	/** The same with the technique that leads given, whatever the scores. */
	TechniqueChoice chooseBeginningWith(String primary, long[] bits, int excluded, Map<String, List<String>> reasons) {
		return choose(bits, excluded, reasons, this.techniques.indexOf(primary));
	}

	private TechniqueChoice choose(long[] bits, int excluded, Map<String, List<String>> reasons, int leading) {
		int[] scores = new int[this.techniques.size()];
		long counted = counted(bits);
		Row mainComplaint = addUp(this.indications, counted, scores);
		Row mainCause = addUp(this.causes, counted, scores);
		addUp(this.bonuses, counted, scores);
		int best = best(scores, mainComplaint, mainCause, excluded);
		int first = (leading >= 0) ? leading : first(bits, scores, best, excluded);
		int second = (first != best) ? best : best(scores, mainComplaint, mainCause, excluded | 1 << best);
		return new TechniqueChoice(this.techniques.get(first), (second >= 0) ? this.techniques.get(second) : null,
				new SmallMap<>(this.keys, boxed(scores)), reasons, rows(counted | wish(bits, first)));
	}

	/** The rows that counted when some answers led to a technique. */
	List<CountedRow> counting(long[] bits, String primary) {
		return rows(counted(bits) | wish(bits, this.techniques.indexOf(primary)));
	}

	private List<CountedRow> rows(long counted) {
		return new CountedRows(this.reported, this.asMain, counted);
	}

	private static Integer[] boxed(int[] scores) {
		Integer[] boxed = new Integer[scores.length];
		for (int i = 0; i < scores.length; i++) {
			boxed[i] = scores[i];
		}
		return boxed;
	}

	/** The rows that hold, and which of them are the main ones. */
	private long counted(long[] bits) {
		long counted = holding(this.indications, bits) | holding(this.causes, bits);
		for (Row bonus : this.bonuses) {
			counted |= bonus.holds().holds(bits) ? CountedRows.bit(bonus.place()) : 0;
		}
		return counted;
	}

	/** The wish that the technique fulfils, unless the sensitised pattern leads. */
	private long wish(long[] bits, int technique) {
		for (Preferred preferred : this.preferences) {
			if (preferred.technique() == technique && preferred.asked().holds(bits) && !this.sensitised.holds(bits)) {
				return CountedRows.bit(preferred.place());
			}
		}
		return 0;
	}

	/** The main one is the one that was chosen, or the only one. */
	private static long holding(Row[] rows, long[] bits) {
		long holding = 0;
		long main = 0;
		for (Row row : rows) {
			if (row.holds().holds(bits)) {
				holding |= CountedRows.bit(row.place());
				if (row.chosen() != null && row.chosen().holds(bits)) {
					main = CountedRows.mainBit(row.place());
				}
			}
		}
		boolean isOnly = main == 0 && Long.bitCount(holding) == 1;
		return holding | (isOnly ? holding << CountedRows.MOST : main);
	}

	/** Adds the points of the rows that counted, and finds the main one. */
	private @Nullable Row addUp(Row[] rows, long counted, int[] scores) {
		Row main = null;
		for (Row row : rows) {
			if ((counted & CountedRows.mainBit(row.place())) != 0) {
				add(scores, row, this.mainCounts);
				main = row;
			}
			else if ((counted & CountedRows.bit(row.place())) != 0) {
				add(scores, row, 1);
			}
		}
		return main;
	}

	private static void add(int[] scores, Row row, int times) {
		for (int i = 0; i < scores.length; i++) {
			scores[i] += row.points()[i] * times;
		}
	}

	/** The place of the best technique; -1 when all are left out. */
	private int best(int[] scores, @Nullable Row mainComplaint, @Nullable Row mainCause, int excluded) {
		int best = -1;
		int most = -1;
		for (int i = 0; i < scores.length; i++) {
			if ((excluded & 1 << i) == 0) {
				int worth = scores[i] * POINT + (isOwnMatch(mainComplaint, i) ? POINT / 2 : 0)
						+ (isOwnMatch(mainCause, i) ? POINT / 4 : 0) + this.gentleness[i];
				if (worth > most) {
					most = worth;
					best = i;
				}
			}
		}
		return best;
	}

	private static boolean isOwnMatch(@Nullable Row row, int technique) {
		return row != null && row.points()[technique] == TechniqueGuide.OWN_MATCH;
	}

	/** The best one, or what the sensitised pattern or a preference puts before it. */
	private int first(long[] bits, int[] scores, int best, int excluded) {
		if (this.sensitised.holds(bits)) {
			return this.sensitisedPrimary;
		}
		for (Preferred preferred : this.preferences) {
			int technique = preferred.technique();
			if (preferred.asked().holds(bits) && (excluded & 1 << technique) == 0
					&& scores[best] - scores[technique] <= this.within) {
				return technique;
			}
		}
		return best;
	}

}
