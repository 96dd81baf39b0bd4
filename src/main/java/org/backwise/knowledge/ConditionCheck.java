package org.backwise.knowledge;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;

/** Checks that a condition speaks of questions, options, numbers and terms that exist. */
class ConditionCheck implements Condition.Fold<List<String>> {

	private final KnowledgeBase base;

	ConditionCheck(KnowledgeBase base) {
		this.base = base;
	}

	@Override
	public List<String> all(List<List<String>> parts) {
		return parts.stream().flatMap(List::stream).toList();
	}

	@Override
	public List<String> any(List<List<String>> parts) {
		return all(parts);
	}

	@Override
	public List<String> term(Condition.Is is, List<String> meaning) {
		return is.when().equals(Condition.NEVER) ? List.of("there is no (earlier) term '" + is.term() + "'")
				: List.of();
	}

	@Override
	public List<String> chose(Condition.Chose chose) {
		if (isNumber(chose.question())) {
			return List.of("'" + chose.options().get(0) + "' is no number that can be asked of " + chose.question()
					+ "; write at least 65, at most 65, under 65 or 60 to 65");
		}
		List<String> wrong = kind(chose, "an option", Kind.SINGLE, Kind.MULTI);
		if (!wrong.isEmpty()) {
			return wrong;
		}
		Question question = this.base.question(chose.question());
		return chose.options()
			.stream()
			.filter((id) -> question.options().stream().noneMatch((option) -> option.id().equals(id)))
			.map((id) -> "the question " + question.id() + " has no option '" + id + "'")
			.toList();
	}

	@Override
	public List<String> anySign(Condition.AnySign sign) {
		return kind(sign, "'any sign'", Kind.MULTI, Kind.MULTI);
	}

	@Override
	public List<String> within(Condition.Within within) {
		List<String> wrong = kind(within, "a number", Kind.NUMBER, Kind.MULTI);
		if (!wrong.isEmpty()) {
			return wrong;
		}
		List<String> problems = new ArrayList<>();
		Question question = this.base.question(within.question());
		Range range = question.range();
		int lowest = (range != null) ? range.from() : 1;
		int highest = (range != null) ? range.to() : question.signs().size();
		boolean bounded = within.to() != Integer.MAX_VALUE;
		if (within.from() > highest || (bounded && within.to() > highest) || within.to() < lowest
				|| within.from() > within.to() || (within.from() <= lowest && within.to() >= highest)) {
			problems.add(
					"these numbers hold always or never: " + question.id() + " goes from " + lowest + " to " + highest);
		}
		if (range == null && within.from() < 1) {
			problems.add("a count of signs of " + question.id() + " starts at 1");
		}
		return problems;
	}

	private boolean isNumber(String id) {
		return this.base.hasQuestion(id) && this.base.question(id).kind() == Kind.NUMBER;
	}

	private List<String> kind(Condition.Atom atom, String what, Kind one, Kind other) {
		if (!this.base.hasQuestion(atom.question())) {
			return List.of("there is no question '" + atom.question() + "'");
		}
		Kind kind = this.base.question(atom.question()).kind();
		return (kind == one || kind == other) ? List.of()
				: List.of("the question " + atom.question() + " cannot be compared with " + what);
	}

}
