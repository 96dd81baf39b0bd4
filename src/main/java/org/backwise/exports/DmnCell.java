package org.backwise.exports;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * What a row asks of one column: tests that all hold, any of some options, or a range.
 * Several cells of the same column and the same kind become one.
 *
 * @param tests FEEL tests; empty for options and ranges
 * @param options options in the order of the question; empty for tests and ranges
 * @param from lowest number of a range
 * @param to highest number of a range
 * @param question the question of a range, else null
 */
record DmnCell(List<String> tests, List<String> options, int from, int to, @Nullable Question question) {

	/** In a cell, the value of the column. */
	static final String VALUE = "?";

	static DmnCell of(String test) {
		return new DmnCell(List.of(test), List.of(), 0, 0, null);
	}

	static DmnCell of(Question question, List<String> options) {
		return new DmnCell(List.of(), question.options().stream().map(Option::id).filter(options::contains).toList(), 0,
				0, null);
	}

	static DmnCell of(Question question, Condition.Within within) {
		return new DmnCell(List.of(), List.of(), within.from(), within.to(), question);
	}

	DmnCell and(DmnCell other) {
		return new DmnCell(Stream.concat(this.tests.stream(), other.tests.stream()).distinct().toList(),
				this.options.stream().filter(other.options::contains).toList(), Math.max(this.from, other.from),
				Math.min(this.to, other.to), this.question);
	}

	/** The cell in FEEL; empty when no answer satisfies it. */
	String text() {
		if (this.question != null) {
			return (this.from <= this.to)
					? DmnConditions.range(new Condition.Within(this.question.id(), this.from, this.to), this.question)
					: "";
		}
		return this.tests.isEmpty() ? DmnConditions.texts(this.options) : String.join(" and ", this.tests);
	}

}
