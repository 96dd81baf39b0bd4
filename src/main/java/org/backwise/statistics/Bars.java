package org.backwise.statistics;

import java.util.ArrayList;
import java.util.List;

import org.backwise.statistics.Shown.Line;

/**
 * Numbers as bars, drawn for an SVG of {@link #WIDTH} by its height. What is not told
 * exactly has a bar as far as is certain, and a lighter piece as far as it may go.
 *
 * @param bars the bars from the top
 * @param height the height of the drawing
 * @param more how many lines of the table are too many for it
 */
record Bars(List<Bar> bars, int height, int more) {

	static final int WIDTH = 360;

	private static final int MOST = 12;

	private static final int LONGEST = 54;

	private static final int EACH = 42;

	private static final int TOP = 12;

	private static final int BAR = 236;

	/**
	 * A bar with its words above and its number behind it.
	 *
	 * @param label what it is called, cut where it is too long for the drawing
	 * @param y where it begins
	 * @param sure how wide it is for certain
	 * @param end how wide it is at most
	 * @param number the number in words
	 */
	record Bar(String label, int y, int sure, int end, String number) {

	}

	static Bars of(List<Line> lines) {
		long most = Math.max(1, lines.stream().mapToLong((line) -> line.told().most()).max().orElse(1));
		List<Bar> bars = new ArrayList<>();
		for (Line line : lines.subList(0, Math.min(MOST, lines.size()))) {
			int sure = (int) (line.told().least() * BAR / most);
			int end = (int) (line.told().most() * BAR / most);
			bars.add(new Bar(cut(line.label()), TOP + bars.size() * EACH, sure, end, line.number()));
		}
		return new Bars(List.copyOf(bars), TOP + bars.size() * EACH, lines.size() - bars.size());
	}

	private static String cut(String label) {
		return (label.codePointCount(0, label.length()) <= LONGEST) ? label
				: label.substring(0, label.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
	}

	/** Says no number. */
	@Override
	public String toString() {
		return "bars";
	}

}
