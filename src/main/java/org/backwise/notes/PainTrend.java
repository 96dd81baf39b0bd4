package org.backwise.notes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.backwise.cases.CheckIn;
import org.backwise.knowledge.FollowUp.Moment;

/**
 * How strong the pain was at the last check-ins, as the client said it.
 *
 * @param points the last ones, in order
 */
record PainTrend(List<Point> points) {

	private static final int MOST = 8;

	private static final int HIGHEST = 10;

	/**
	 * The pain on a day.
	 *
	 * @param day the day
	 * @param pain 0 to 10
	 */
	record Point(LocalDate day, int pain) {
	}

	/**
	 * From all check-ins of a case.
	 * @param made the check-ins in order
	 * @param asked id of the question about pain
	 */
	static PainTrend of(List<CheckIn> made, String asked) {
		List<Point> points = new ArrayList<>();
		for (CheckIn checkIn : made) {
			if (checkIn.moment() == Moment.START || checkIn.sheet().containsKey(asked)) {
				points.removeIf((point) -> point.day().equals(checkIn.day()));
				points.add(new Point(checkIn.day(), checkIn.decision().measures().pain().now()));
			}
		}
		return new PainTrend(List.copyOf(points.subList(Math.max(0, points.size() - MOST), points.size())));
	}

	/** The line as a drawing of 100 by 30 has it. */
	public String line() {
		int last = Math.max(1, this.points.size() - 1);
		List<String> places = new ArrayList<>();
		for (int i = 0; i < this.points.size(); i++) {
			places.add((2 + 96 * i / last) + "," + (28 - 26 * this.points.get(i).pain() / HIGHEST));
		}
		return places.stream().collect(Collectors.joining(" "));
	}

	/** Says nothing of the client. */
	@Override
	public String toString() {
		return "a trend";
	}

}
