package org.backwise.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.FieldProblem;
import org.backwise.practice.FormText;

/**
 * The answer to a wish to be forgotten, as typed.
 *
 * @param act erase or refuse
 * @param reason why it must stay
 * @param explanation the same in own words
 */
record AnswerForm(@Nullable String act, @Nullable String reason, @Nullable String explanation) {

	private static final int LONGEST = 1_000;

	boolean erases() {
		return "erase".equals(this.act);
	}

	List<FieldProblem> problems(UnaryOperator<String> words) {
		List<FieldProblem> problems = new ArrayList<>();
		if (!erases() && !"refuse".equals(this.act)) {
			problems.add(new FieldProblem("act-erase", words.apply("retention.answer.missing")));
		}
		if ("refuse".equals(this.act)
				&& Stream.of(ErasureRequest.Reason.values()).noneMatch((known) -> known.name().equals(this.reason))) {
			problems.add(new FieldProblem("reason-RECORDS_LAW", words.apply("retention.reason.missing")));
		}
		if (FormText.lines(this.explanation).isLongerThan(LONGEST)) {
			problems.add(new FieldProblem("explanation", words.apply("retention.explanation.long")));
		}
		return problems;
	}

	ErasureRequest.Reason toReason() {
		return ErasureRequest.Reason.valueOf((this.reason != null) ? this.reason : "");
	}

	String toExplanation() {
		return FormText.lines(this.explanation).text();
	}

	@Override
	public String toString() {
		return "an answer";
	}

}
