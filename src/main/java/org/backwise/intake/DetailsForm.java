package org.backwise.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

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

	private static final int MONTHS_AHEAD = 12;

	private static final String[] DAYS = { "d/M/uuuu", "d.M.uuuu", "d M uuuu" };

	/**
	 * Everything that is wrong, in the order of the fields.
	 * @param today the practice's own day
	 * @param dayNeeded whether a first day is needed
	 * @param words turns a message key into words
	 * @return what is wrong, nothing when all is well
	 */
	List<FieldProblem> problems(LocalDate today, boolean dayNeeded, UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		FormText named = FormText.line(this.name);
		if (!named.isName()) {
			problems.add(new FieldProblem("name", words.apply("intake.details.name.missing")));
		}
		else if (named.isLongerThan(LONGEST_NAME)) {
			problems.add(new FieldProblem("name", words.apply("intake.details.name.long")));
		}
		if (FormText.line(this.reach).isLongerThan(LONGEST_REACH)) {
			problems.add(new FieldProblem("reach", words.apply("intake.details.reach.long")));
		}
		if (dayNeeded) {
			dayProblem(today).ifPresent((key) -> problems.add(new FieldProblem("firstDay", words.apply(key))));
		}
		return problems;
	}

	private Optional<String> dayProblem(LocalDate today) {
		FormText typed = FormText.line(this.firstDay);
		if (typed.isEmpty()) {
			return Optional.of("intake.details.first-day.missing");
		}
		return typed.day(DAYS).map((day) -> {
			if (day.isBefore(today)) {
				return "intake.details.first-day.past";
			}
			return day.isAfter(today.plusMonths(MONTHS_AHEAD)) ? "intake.details.first-day.far" : "";
		}).or(() -> Optional.of("intake.details.first-day.wrong")).filter((key) -> !key.isEmpty());
	}

	/**
	 * The details, once nothing is wrong.
	 * @return who the client is
	 */
	Details toDetails() {
		return new Details(FormText.line(this.name).text(), FormText.line(this.reach).orNull(),
				FormText.line(this.firstDay).day(DAYS).orElse(null));
	}

	/** Says nothing, so that a name cannot reach a log. */
	@Override
	public String toString() {
		return "a details form";
	}

}
