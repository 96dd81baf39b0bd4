package org.backwise.proof;

import java.util.List;
import java.util.Map;

import org.backwise.knowledge.TechniqueGuide.Cause;
import org.backwise.knowledge.TechniqueGuide.Indication;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.knowledge.TechniqueGuide;

/** The choice of a technique worked out once more, from the table of points alone. */
class PlainChoice {

	/** What decided between the best technique and the next. */
	enum By {

		/** Nothing else was left. */
		ONLY_ONE,
		/** More points. */
		POINTS,
		/** The document's match of the main complaint. */
		MAIN_COMPLAINT,
		/** The document's match of the main cause. */
		MAIN_CAUSE,
		/** The gentler one first. */
		GENTLER,
		/** The wish of the client, within reach of the best. */
		PREFERENCE,
		/** The sensitised pattern. */
		SENSITISED

	}

	/**
	 * What is chosen.
	 *
	 * @param primary place of the technique to begin with, none when all are excluded
	 * @param alternative place of the next one, or none
	 * @param by what decided
	 */
	record Choice(int primary, int alternative, By by) {

	}

	/** The place of no technique. */
	static final int NONE = -1;

	private final int techniques;

	private final int[][] points;

	private final int[] bonusTechnique;

	private final int[] bonusPoints;

	private final int[] gentle;

	private final int mainCounts;

	private final int within;

	private final int sensitised;

	private final int causes;

	PlainChoice(TechniqueGuide guide) {
		List<String> ids = guide.techniques().stream().map(Technique::id).toList();
		this.techniques = ids.size();
		this.causes = guide.causes().size();
		List<String> rows = new java.util.ArrayList<>(guide.causes().stream().map(Cause::id).toList());
		rows.addAll(guide.indications().stream().map(Indication::id).toList());
		this.points = rows.stream().map((row) -> row(guide.points().get(row), ids)).toArray(int[][]::new);
		this.bonusTechnique = guide.bonuses().stream().mapToInt((bonus) -> ids.indexOf(bonus.technique())).toArray();
		this.bonusPoints = guide.bonuses().stream().mapToInt(TechniqueGuide.Bonus::points).toArray();
		this.gentle = ids.stream().mapToInt(guide.gentlerFirst()::indexOf).toArray();
		this.mainCounts = guide.mainCounts();
		this.within = guide.preference().within();
		this.sensitised = ids.indexOf(guide.sensitised().primary());
	}

	private static int[] row(Map<String, Integer> points, List<String> techniques) {
		return techniques.stream().mapToInt(points::get).toArray();
	}

	/**
	 * The points of every technique.
	 * @param rows a bit for each cause, then for each indication that holds
	 * @param mainCause the main cause's row, or none
	 * @param mainComplaint the main complaint's row, or none
	 * @param bonuses a bit for each bonus that holds
	 * @return points by place of the technique
	 */
	int[] scores(int rows, int mainCause, int mainComplaint, int bonuses) {
		int[] scores = new int[this.techniques];
		for (int row = 0; row < this.points.length; row++) {
			if ((rows >> row & 1) != 0) {
				int times = (row == mainCause || row == mainComplaint) ? this.mainCounts : 1;
				for (int technique = 0; technique < this.techniques; technique++) {
					scores[technique] += times * this.points[row][technique];
				}
			}
		}
		for (int bonus = 0; bonus < this.bonusPoints.length; bonus++) {
			scores[this.bonusTechnique[bonus]] += (bonuses >> bonus & 1) * this.bonusPoints[bonus];
		}
		return scores;
	}

	/**
	 * The row that counts as the main one when none was named: the only one that holds.
	 */
	int onlyCause(int rows) {
		int own = rows & (1 << this.causes) - 1;
		return (Integer.bitCount(own) == 1) ? Integer.numberOfTrailingZeros(own) : NONE;
	}

	int onlyIndication(int rows) {
		int own = rows >> this.causes;
		return (Integer.bitCount(own) == 1) ? this.causes + Integer.numberOfTrailingZeros(own) : NONE;
	}

	/**
	 * Chooses.
	 * @param scores the points
	 * @param mainCause the main cause's row, or none
	 * @param mainComplaint the main complaint's row, or none
	 * @param isSensitised whether the sensitised pattern holds
	 * @param preferred the technique the client wishes for, or none
	 * @param excluded a bit for each technique that is left out
	 * @return what is chosen
	 */
	Choice choose(int[] scores, int mainCause, int mainComplaint, boolean isSensitised, int preferred, int excluded) {
		int first = best(scores, mainCause, mainComplaint, excluded);
		if (first == NONE) {
			return new Choice(NONE, NONE, By.ONLY_ONE);
		}
		int second = best(scores, mainCause, mainComplaint, excluded | 1 << first);
		if (isSensitised && (excluded >> this.sensitised & 1) == 0) {
			return new Choice(this.sensitised, (first == this.sensitised) ? second : first, By.SENSITISED);
		}
		if (!isSensitised && preferred != NONE && preferred != first && (excluded >> preferred & 1) == 0
				&& scores[first] - scores[preferred] <= this.within) {
			return new Choice(preferred, first, By.PREFERENCE);
		}
		return new Choice(first, second,
				(second != NONE) ? by(scores, mainCause, mainComplaint, first, second) : By.ONLY_ONE);
	}

	private int best(int[] scores, int mainCause, int mainComplaint, int excluded) {
		int best = NONE;
		for (int technique = 0; technique < this.techniques; technique++) {
			if ((excluded >> technique & 1) == 0
					&& (best == NONE || isBefore(scores, mainCause, mainComplaint, technique, best))) {
				best = technique;
			}
		}
		return best;
	}

	private boolean isBefore(int[] scores, int mainCause, int mainComplaint, int one, int other) {
		return switch (by(scores, mainCause, mainComplaint, one, other)) {
			case POINTS -> scores[one] > scores[other];
			case MAIN_COMPLAINT -> isMatch(mainComplaint, one);
			case MAIN_CAUSE -> isMatch(mainCause, one);
			default -> this.gentle[one] < this.gentle[other];
		};
	}

	private By by(int[] scores, int mainCause, int mainComplaint, int one, int other) {
		if (scores[one] != scores[other]) {
			return By.POINTS;
		}
		if (isMatch(mainComplaint, one) != isMatch(mainComplaint, other)) {
			return By.MAIN_COMPLAINT;
		}
		return (isMatch(mainCause, one) != isMatch(mainCause, other)) ? By.MAIN_CAUSE : By.GENTLER;
	}

	private boolean isMatch(int row, int technique) {
		return row != NONE && this.points[row][technique] == TechniqueGuide.OWN_MATCH;
	}

}
