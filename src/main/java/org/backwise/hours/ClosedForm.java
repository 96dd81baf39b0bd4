package org.backwise.hours;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;
import org.backwise.practice.Words;

/**
 * Days to be closed, as typed.
 *
 * @param from the first day
 * @param until the last day, blank for one day only
 * @param words why
 * @param seen the edition that was looked at
 */
record ClosedForm(@Nullable String from, @Nullable String until, @Nullable String words, @Nullable String seen) {

	private static final int LONGEST_WORDS = 60;

	private static final int YEARS_AHEAD = 5;

	private static final String[] DAYS = { "d/M/uuuu", "d.M.uuuu", "d M uuuu" };

	/** What is wrong, in the order of the fields. */
	List<FieldProblem> problems(LocalDate today, Words messages) {
		List<FieldProblem> problems = new ArrayList<>();
		LocalDate first = FormText.line(this.from).day(DAYS).orElse(null);
		LocalDate last = last();
		if (FormText.line(this.from).isEmpty()) {
			problems.add(new FieldProblem("from", messages.of("hours.closed.from.missing")));
		}
		else if (first == null) {
			problems.add(new FieldProblem("from", messages.of("hours.closed.day.wrong")));
		}
		else if (first.isAfter(today.plusYears(YEARS_AHEAD))) {
			problems.add(new FieldProblem("from", messages.of("hours.closed.far", YEARS_AHEAD)));
		}
		if (last == null && !FormText.line(this.until).isEmpty()) {
			problems.add(new FieldProblem("until", messages.of("hours.closed.day.wrong")));
		}
		else if (first != null && last != null && last.isBefore(first)) {
			problems.add(new FieldProblem("until", messages.of("hours.closed.backwards")));
		}
		else if (first != null && last != null && last.isAfter(first.plusYears(1))) {
			problems.add(new FieldProblem("until", messages.of("hours.closed.long")));
		}
		else if (last != null && last.isBefore(today)) {
			problems.add(new FieldProblem(FormText.line(this.until).isEmpty() ? "from" : "until",
					messages.of("hours.closed.past")));
		}
		FormText why = FormText.line(this.words);
		if (why.isEmpty()) {
			problems.add(new FieldProblem("words", messages.of("hours.closed.words.missing")));
		}
		else if (why.isLongerThan(LONGEST_WORDS)) {
			problems.add(new FieldProblem("words", messages.of("hours.closed.words.long", LONGEST_WORDS)));
		}
		return problems;
	}

	/** The first day, once nothing is wrong. */
	LocalDate first() {
		return FormText.line(this.from).day(DAYS).orElseThrow();
	}

	/** The last day: that of a single day is the first one. */
	@Nullable LocalDate last() {
		FormText typed = FormText.line(this.until);
		return (typed.isEmpty() ? FormText.line(this.from) : typed).day(DAYS).orElse(null);
	}

	String why() {
		return FormText.line(this.words).text();
	}

	String edition() {
		return Objects.requireNonNullElse(this.seen, "");
	}

}
