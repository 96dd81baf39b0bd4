package org.backwise.triage;

import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the points and chooses a technique among those that nothing excludes.
 * Techniques are known by their place in the guide, sets of them as bits.
 */
class TechniqueChooser {

	/** More points than the tie-breaks can make up for. */
	private static final int POINT = 1 << 10;

	private final List<String> techniques;

	private final String[] keys;

	private final Row[] causes;

	private final Row[] indications;

	private final Row[] bonuses;

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
	 * @param holds when it counts
	 * @param chosen when it was chosen as the main one
	 * @param points for each technique
	 */
	private record Row(BitTest holds, @Nullable BitTest chosen, int[] points) {

	}

	/** A technique that a preference asks for. */
	private record Preferred(BitTest asked, int technique) {

	}

	TechniqueChooser(KnowledgeBase base, AnswerCode code) {
		TechniqueGuide guide = base.techniques();
		this.techniques = guide.techniques().stream().map(Technique::id).toList();
		this.keys = this.techniques.toArray(String[]::new);
		this.causes = guide.causes()
			.stream()
			.map((cause) -> row(guide, code, cause.id(), new Condition.Chose("contributors", cause.contributors()),
					"main-cause"))
			.toArray(Row[]::new);
		this.indications = guide.indications()
			.stream()
			.map((indication) -> row(guide, code, indication.id(), indication.when(), "main-complaint"))
			.toArray(Row[]::new);
		this.bonuses = guide.bonuses().stream().map((bonus) -> {
			int[] points = new int[this.techniques.size()];
			points[this.techniques.indexOf(bonus.technique())] = bonus.points();
			return new Row(code.test(bonus.when()), null, points);
		}).toArray(Row[]::new);
		this.mainCounts = guide.mainCounts();
		this.sensitised = code.test(guide.sensitised().when());
		this.sensitisedPrimary = this.techniques.indexOf(guide.sensitised().primary());
		this.within = guide.preference().within();
		this.preferences = guide.preference()
			.techniques()
			.entrySet()
			.stream()
			.map((entry) -> new Preferred(code.test(new Condition.Chose("preference", List.of(entry.getKey()))),
					this.techniques.indexOf(entry.getValue())))
			.toArray(Preferred[]::new);
		this.gentleness = this.techniques.stream()
			.mapToInt((technique) -> this.techniques.size() - guide.gentlerFirst().indexOf(technique))
			.toArray();
	}

	private Row row(TechniqueGuide guide, AnswerCode code, String id, Condition holds, String mainQuestion) {
		return new Row(code.test(holds), code.test(new Condition.Chose(mainQuestion, List.of(id))),
				this.techniques.stream().mapToInt((technique) -> guide.points().get(id).get(technique)).toArray());
	}

	boolean isSensitised(long[] bits) {
		return this.sensitised.holds(bits);
	}

	/** The techniques of a list as bits. */
	int set(List<String> ids) {
		return ids.stream().mapToInt((id) -> 1 << this.techniques.indexOf(id)).reduce(0, (a, b) -> a | b);
	}

	/**
	 * Chooses.
	 * @param bits the answers
	 * @param excluded the techniques left out, as bits
	 * @param reasons the same with the rules that leave them out
	 * @return the choice
	 */
	TechniqueChoice choose(long[] bits, int excluded, Map<String, List<String>> reasons) {
		return choose(bits, excluded, reasons, -1);
	}

	/** The same with the technique that leads given, whatever the scores. */
	TechniqueChoice chooseBeginningWith(String primary, long[] bits, int excluded, Map<String, List<String>> reasons) {
		return choose(bits, excluded, reasons, this.techniques.indexOf(primary));
	}

	private TechniqueChoice choose(long[] bits, int excluded, Map<String, List<String>> reasons, int leading) {
		int[] scores = new int[this.techniques.size()];
		Row mainCause = addUp(this.causes, bits, scores);
		Row mainComplaint = addUp(this.indications, bits, scores);
		for (Row bonus : this.bonuses) {
			if (bonus.holds().holds(bits)) {
				add(scores, bonus, 1);
			}
		}
		int best = best(scores, mainComplaint, mainCause, excluded);
		int first = (leading >= 0) ? leading : first(bits, scores, best, excluded);
		int second = (first != best) ? best : best(scores, mainComplaint, mainCause, excluded | 1 << best);
		return new TechniqueChoice(this.techniques.get(first), (second >= 0) ? this.techniques.get(second) : null,
				new SmallMap<>(this.keys, boxed(scores)), reasons);
	}

	private static Integer[] boxed(int[] scores) {
		Integer[] boxed = new Integer[scores.length];
		for (int i = 0; i < scores.length; i++) {
			boxed[i] = scores[i];
		}
		return boxed;
	}

	/** Adds the points of the rows that hold, and finds the main one. */
	private @Nullable Row addUp(Row[] rows, long[] bits, int[] scores) {
		Row only = null;
		Row chosen = null;
		int holding = 0;
		for (Row row : rows) {
			if (row.holds().holds(bits)) {
				add(scores, row, 1);
				holding++;
				only = row;
				if (row.chosen() != null && row.chosen().holds(bits)) {
					chosen = row;
				}
			}
		}
		Row main = (chosen != null || holding != 1) ? chosen : only;
		if (main != null) {
			add(scores, main, this.mainCounts - 1);
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
