package org.backwise.statistics;

/**
 * How small counts are kept from telling of one person.
 *
 * <p>
 * Whoever may choose any span of months could take one span from another, and a month in
 * which something happened once would show. So the months of each thing that is counted
 * are put together into runs: a run goes on until five have come together. Only whole
 * runs are told. A span that cuts through a run is told as a range as wide as the part
 * cut off can be, which is always nought to four at each end; a span inside a run is
 * "fewer than five", and nought is said in the same words. The runs follow from the
 * months in their order, and a month is never counted again, so later months change
 * nothing of what was told before.
 *
 * <p>
 * The second half of it is what is not told: no total is ever counted by itself. Every
 * total on the page is the sum of what the page tells of its parts ({@link Told#plus}),
 * ranges and all. So there is nothing to take the told parts from to get at the one that
 * is not told; that is this page's complementary suppression. For the same reason no
 * event is counted in two tables that could be laid beside each other.
 */
final class Runs {

	private static final int HIDDEN = Told.FEWEST - 1;

	private Runs() {
	}

	/**
	 * What is told of a span.
	 * @param months how often it happened in each month, from the first month ever
	 * counted
	 * @param from the first month of the span, from 0
	 * @param to the last one
	 */
	static Told in(long[] months, int from, int to) {
		long run = 0;
		long told = 0;
		boolean any = false;
		boolean cutBefore = false;
		boolean whole = true;
		for (int month = 0; month <= to; month++) {
			if (month == from) {
				cutBefore = !whole;
			}
			run += months[month];
			whole = run >= Told.FEWEST;
			if (whole) {
				any |= month >= from;
				told += (month >= from) ? run : 0;
				run = 0;
			}
		}
		return any ? new Told(told - (cutBefore ? HIDDEN : 0), told + (whole ? 0 : HIDDEN)) : Told.FEW;
	}

}
