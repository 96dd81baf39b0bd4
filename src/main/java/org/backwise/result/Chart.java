package org.backwise.result;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A line of numbers over time, drawn for an SVG of {@link #WIDTH} by {@link #HEIGHT}. It
 * ends with the last number: what may come is never drawn.
 *
 * @param lines the lines, each the corners as SVG reads them; what is missing is a gap
 * @param dots the numbers
 * @param band where a real change for the better begins, null for nowhere
 * @param phases the phases that ran behind it
 * @param sessions where sessions took place
 * @param levels the lines across
 * @param first the first day
 * @param last the last day
 */
record Chart(List<String> lines, List<Dot> dots, @Nullable Band band, List<Stretch> phases, List<Integer> sessions,
		List<Dot> levels, LocalDate first, LocalDate last) {

	static final int WIDTH = 360;

	static final int HEIGHT = 210;

	private static final int LEFT = 36;

	private static final int RIGHT = 12;

	private static final int TOP = 26;

	private static final int BOTTOM = 34;

	/**
	 * A number of a day.
	 *
	 * @param day the day
	 * @param value the number
	 * @param apart whether one before it is missing
	 */
	record Value(LocalDate day, int value, boolean apart) {

	}

	/** A place with its number. */
	record Dot(int x, int y, int value) {

	}

	/** A height. */
	record Band(int y, int height, int edge) {

	}

	/** A phase from one day to another. */
	record Stretch(String name, int x, int width) {

		/** So wide is one letter at most. */
		private static final int LETTER = 7;

		/** Whether its name fits into it. */
		public boolean isNamed() {
			return this.width >= LETTER * this.name.length() + 2 * LETTER;
		}

	}

	/** A phase that ran from a day on. */
	record Phase(String name, LocalDate from) {

	}

	/**
	 * Draws one.
	 * @param values the numbers in order, at least one
	 * @param most the highest number there can be
	 * @param good the number at which a real change for the better begins, null for none
	 * @param lower whether lower is better
	 * @param phases the phases in order
	 * @param sessions the days of the sessions
	 */
	static Chart of(List<Value> values, int most, @Nullable Integer good, boolean lower, List<Phase> phases,
			List<LocalDate> sessions) {
		LocalDate first = values.get(0).day();
		LocalDate last = values.get(values.size() - 1).day();
		Scale scale = new Scale(first, Math.max(1, ChronoUnit.DAYS.between(first, last)), most);
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		List<Dot> dots = new ArrayList<>();
		for (Value value : values) {
			if (value.apart() && !line.isEmpty()) {
				lines.add(line.toString());
				line.setLength(0);
			}
			dots.add(new Dot(scale.x(value.day()), scale.y(value.value()), value.value()));
			line.append(line.isEmpty() ? "" : " ")
				.append(scale.x(value.day()))
				.append(',')
				.append(scale.y(value.value()));
		}
		lines.add(line.toString());
		List<Stretch> stretches = new ArrayList<>();
		for (int i = 0; i < phases.size(); i++) {
			int from = (i == 0) ? LEFT : scale.x(phases.get(i).from());
			int to = (i + 1 < phases.size()) ? scale.x(phases.get(i + 1).from()) : WIDTH - RIGHT;
			if (to > from) {
				stretches.add(new Stretch(phases.get(i).name(), from, to - from));
			}
		}
		return new Chart(List.copyOf(lines), List.copyOf(dots), (good != null) ? band(scale, good, lower) : null,
				stretches,
				sessions.stream().filter((day) -> !day.isBefore(first) && !day.isAfter(last)).map(scale::x).toList(),
				List.of(level(scale, 0), level(scale, most / 2), level(scale, most)), first, last);
	}

	private static Band band(Scale scale, int good, boolean lower) {
		int edge = scale.y(good);
		int bottom = HEIGHT - BOTTOM;
		return lower ? new Band(edge, bottom - edge, edge) : new Band(TOP, edge - TOP, edge);
	}

	private static Dot level(Scale scale, int value) {
		return new Dot(LEFT, scale.y(value), value);
	}

	/** From days and numbers to places. */
	private record Scale(LocalDate first, long days, int most) {

		int x(LocalDate day) {
			long since = Math.max(0, Math.min(this.days, ChronoUnit.DAYS.between(this.first, day)));
			return LEFT + (int) (since * (WIDTH - LEFT - RIGHT) / this.days);
		}

		int y(int value) {
			return HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM) / this.most;
		}

	}

	/** Says nothing of the numbers. */
	@Override
	public String toString() {
		return "a chart";
	}

}
