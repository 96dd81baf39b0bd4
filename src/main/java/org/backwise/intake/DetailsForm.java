package org.backwise.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about themselves, right or wrong.
 *
 * @param name what to call them
 * @param reach a telephone number or an address, optional
 * @param firstDay the day on which they would like to begin, as the browser sent it
 */
record DetailsForm(@Nullable String name, @Nullable String reach, @Nullable String firstDay) {

	/** The longest name that can be kept, in characters. */
	static final int LONGEST_NAME = 100;

	/** The longest telephone number or address that can be kept, in characters. */
	static final int LONGEST_REACH = 200;

	private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]");

	private static final Pattern VISIBLE = Pattern.compile("[^\\p{Z}\\p{Cc}\\p{Cf}]");

	private static final int MONTHS_AHEAD = 12;

	private static final List<DateTimeFormatter> DATES = Stream.of("uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d M uuuu")
		.map((pattern) -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(java.time.format.ResolverStyle.STRICT))
		.toList();

	/**
	 * Everything that is wrong, in the order of the fields.
	 * @param today the practice's own day
	 * @param dayNeeded whether a first day is needed
	 * @param words turns a message key into words
	 * @return what is wrong, nothing when all is well
	 */
	List<FieldProblem> problems(LocalDate today, boolean dayNeeded, UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (text(this.name).isEmpty()) {
			problems.add(new FieldProblem("name", "name", words.apply("details.name.missing")));
		}
		else if (length(this.name) > LONGEST_NAME) {
			problems.add(new FieldProblem("name", "name", words.apply("details.name.long")));
		}
		if (length(this.reach) > LONGEST_REACH) {
			problems.add(new FieldProblem("reach", "reach", words.apply("details.reach.long")));
		}
		if (dayNeeded) {
			dayProblem(today)
				.ifPresent((key) -> problems.add(new FieldProblem("firstDay", "firstDay", words.apply(key))));
		}
		return problems;
	}

	private Optional<String> dayProblem(LocalDate today) {
		if (text(this.firstDay).isEmpty()) {
			return Optional.of("details.first-day.missing");
		}
		return day().map((day) -> {
			if (day.isBefore(today)) {
				return "details.first-day.past";
			}
			return day.isAfter(today.plusMonths(MONTHS_AHEAD)) ? "details.first-day.far" : "";
		}).or(() -> Optional.of("details.first-day.wrong")).filter((key) -> !key.isEmpty());
	}

	private Optional<LocalDate> day() {
		for (DateTimeFormatter format : DATES) {
			try {
				return Optional.of(LocalDate.parse(text(this.firstDay), format));
			}
			catch (DateTimeParseException ex) {
				// Written another way; the next form is tried.
			}
		}
		return Optional.empty();
	}

	/**
	 * The details, once nothing is wrong.
	 * @return who the client is
	 */
	Details toDetails() {
		return new Details(text(this.name), text(this.reach).isEmpty() ? null : text(this.reach), day().orElse(null));
	}

	/**
	 * White space at the ends and characters that nobody can see do not count, and none
	 * may turn the rest of a line around.
	 */
	private static String text(@Nullable String typed) {
		String text = (typed != null) ? CONTROLS.matcher(typed).replaceAll(" ").strip() : "";
		return VISIBLE.matcher(text).find() ? text : "";
	}

	/** In the units that the database counts in. */
	private static int length(@Nullable String typed) {
		return text(typed).length();
	}

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "a details form";
	}

}
