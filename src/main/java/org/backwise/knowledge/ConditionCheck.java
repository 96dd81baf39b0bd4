package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;

/** Checks that a condition speaks of questions, options, numbers and terms that exist. */
class ConditionCheck {

	private final KnowledgeBase base;

	private final Set<String> terms;

	private final List<String> problems = new ArrayList<>();

	ConditionCheck(KnowledgeBase base, Set<String> terms) {
		this.base = base;
		this.terms = terms;
	}

	List<String> problems(Condition condition) {
		check(condition);
		return this.problems;
	}

	private void check(Condition condition) {
		if (condition instanceof Condition.AllOf all) {
			all.parts().forEach(this::check);
		}
		else if (condition instanceof Condition.AnyOf any) {
			any.parts().forEach(this::check);
		}
		else if (condition instanceof Condition.Is is) {
			if (!this.terms.contains(is.term())) {
				this.problems.add("there is no (earlier) term '" + is.term() + "'");
			}
		}
		else if (condition instanceof Condition.Chose chose) {
			chose(chose);
		}
		else if (condition instanceof Condition.AnySign sign) {
			kind(sign.question(), "'any sign'", Kind.MULTI, Kind.MULTI);
		}
		else if (condition instanceof Condition.Within within) {
			within(within);
		}
	}

	private void chose(Condition.Chose chose) {
		if (isNumber(chose.question())) {
			this.problems.add("'" + chose.options().get(0) + "' is no number that can be asked of " + chose.question()
					+ "; write at least 65, at most 65, under 65 or 60 to 65");
			return;
		}
		if (!kind(chose.question(), "an option", Kind.SINGLE, Kind.MULTI)) {
			return;
		}
		Question question = this.base.question(chose.question());
		chose.options()
			.stream()
			.filter((id) -> question.options().stream().noneMatch((option) -> option.id().equals(id)))
			.forEach((id) -> this.problems.add("the question " + question.id() + " has no option '" + id + "'"));
	}

	private void within(Condition.Within within) {
		if (!kind(within.question(), "a number", Kind.NUMBER, Kind.MULTI)) {
			return;
		}
		Question question = this.base.question(within.question());
		Range range = question.range();
		int lowest = (range != null) ? range.from() : 1;
		int highest = (range != null) ? range.to() : question.signs().size();
		boolean bounded = within.to() != Integer.MAX_VALUE;
		if (within.from() > highest || (bounded && within.to() > highest) || within.to() < lowest
				|| within.from() > within.to() || (within.from() <= lowest && within.to() >= highest)) {
			this.problems.add(
					"these numbers hold always or never: " + question.id() + " goes from " + lowest + " to " + highest);
		}
		if (range == null && within.from() < 1) {
			this.problems.add("a count of signs of " + question.id() + " starts at 1");
		}
	}

	private boolean isNumber(String id) {
		return this.base.hasQuestion(id) && this.base.question(id).kind() == Kind.NUMBER;
	}

	private boolean kind(String id, String what, Kind one, Kind other) {
		if (!this.base.hasQuestion(id)) {
			this.problems.add("there is no question '" + id + "'");
			return false;
		}
		Kind kind = this.base.question(id).kind();
		if (kind != one && kind != other) {
			this.problems.add("the question " + id + " cannot be compared with " + what);
			return false;
		}
		return true;
	}

}
