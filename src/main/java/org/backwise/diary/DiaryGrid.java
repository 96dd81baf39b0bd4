package org.backwise.diary;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where sessions stand where there is room for a grid: quarters of an hour go down,
 * therapists or days across. Sessions at the same time in one column stand side by side
 * in lanes. All of it is said by names of style classes, for no page has a style of its
 * own.
 *
 * @param heads the columns
 * @param hours the lines with the hours
 * @param places the style classes of each session that has a time
 * @param width the number of lanes
 */
record DiaryGrid(List<Head> heads, List<Hour> hours, Map<Visit, String> places, int width) {

	private static final int QUARTER = 15;

	private static final int HOUR = 60;

	/**
	 * A column.
	 *
	 * @param key what it is for
	 * @param classes where it stands
	 */
	record Head(String key, String classes) {
	}

	/**
	 * A line with an hour.
	 *
	 * @param time the hour in words
	 * @param classes where it stands
	 */
	record Hour(String time, String classes) {
	}

	/** What stands in a column. */
	record Column(String key, List<Visit> visits) {
	}

	/** The style classes of a session, empty while it has no time. */
	public String place(Visit visit) {
		return this.places.getOrDefault(visit, "");
	}

	/** The style classes of a column. */
	public String head(String key) {
		return this.heads.stream().filter((head) -> head.key().equals(key)).map(Head::classes).findFirst().orElse("");
	}

	/**
	 * Lays sessions out.
	 * @param columns the columns, each in the order of time
	 * @param from the minute of the day with which it begins, if nothing is earlier
	 * @param to the minute with which it ends, if nothing is later
	 */
	static DiaryGrid of(List<Column> columns, int from, int to) {
		int first = from;
		int last = to;
		for (Column column : columns) {
			for (Visit visit : column.visits()) {
				LocalTime start = visit.row().at().start();
				if (start != null) {
					first = Math.min(first, Appointment.minute(start));
					last = Math.max(last, end(visit));
				}
			}
		}
		first = first / HOUR * HOUR;
		last = Math.min(Appointment.DAY, (last + HOUR - 1) / HOUR * HOUR);
		List<Head> heads = new ArrayList<>();
		Map<Visit, String> places = new LinkedHashMap<>();
		int lane = 1;
		for (Column column : columns) {
			Map<Visit, Integer> lanes = lanes(column.visits());
			int wide = 1 + lanes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
			heads.add(new Head(column.key(), "diary-lane-" + lane + " diary-wide-" + wide));
			for (Map.Entry<Visit, Integer> visit : lanes.entrySet()) {
				int at = quarter(visit.getKey()) - first / QUARTER;
				int quarters = quarterAfter(visit.getKey()) - quarter(visit.getKey());
				places.put(visit.getKey(),
						"diary-at-" + at + " diary-for-" + quarters + " diary-lane-" + (lane + visit.getValue()));
			}
			lane += wide;
		}
		List<Hour> hours = new ArrayList<>();
		for (int minute = first; minute < last; minute += HOUR) {
			hours.add(new Hour(Appointment.clock(minute), "diary-at-" + (minute - first) / QUARTER));
		}
		return new DiaryGrid(heads, hours, places, lane - 1);
	}

	/** The first lane that is free for each session with a time. */
	private static Map<Visit, Integer> lanes(List<Visit> visits) {
		Map<Visit, Integer> lanes = new LinkedHashMap<>();
		Map<Integer, Integer> taken = new HashMap<>();
		for (Visit visit : visits) {
			if (visit.row().at().start() != null) {
				int lane = 0;
				while (Objects.requireNonNullElse(taken.get(lane), 0) > quarter(visit)) {
					lane++;
				}
				taken.put(lane, quarterAfter(visit));
				lanes.put(visit, lane);
			}
		}
		return lanes;
	}

	private static int quarter(Visit visit) {
		@Nullable LocalTime start = visit.row().at().start();
		return Appointment.minute(Objects.requireNonNull(start)) / QUARTER;
	}

	private static int quarterAfter(Visit visit) {
		return Math.max(quarter(visit) + 1, (end(visit) + QUARTER - 1) / QUARTER);
	}

	private static int end(Visit visit) {
		return Math.min(Appointment.DAY, Objects.requireNonNull(visit.row().at().endMinute()));
	}

}
