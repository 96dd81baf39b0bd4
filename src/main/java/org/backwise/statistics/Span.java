package org.backwise.statistics;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The months somebody asks for, as places in the list of those that were counted. Whole
 * months only.
 *
 * @param from the first
 * @param to the last
 */
record Span(int from, int to) {

	private static final int YEAR = 12;

	/** What was asked for, or else the last year; the wrong way round is meant well. */
	static Span of(@Nullable String from, @Nullable String to, List<YearMonth> months) {
		int last = months.size() - 1;
		int one = place(from, months).orElse(Math.max(0, months.size() - YEAR));
		int other = place(to, months).orElse(last);
		return new Span(Math.min(one, other), Math.max(one, other));
	}

	private static Optional<Integer> place(@Nullable String typed, List<YearMonth> months) {
		try {
			int place = (typed != null) ? months.indexOf(YearMonth.parse(typed)) : -1;
			return (place >= 0) ? Optional.of(place) : Optional.empty();
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

}
