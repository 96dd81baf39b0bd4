package org.backwise.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * What a condition means on some answers: empty when it does not hold, else the answers
 * that make it hold.
 */
class Evidence implements Condition.Fold<Optional<Map<String, Answer>>> {

	private final KnowledgeBase base;

	private final Answers answers;

	Evidence(KnowledgeBase base, Answers answers) {
		this.base = base;
		this.answers = answers;
	}

	@Override
	public Optional<Map<String, Answer>> all(List<Optional<Map<String, Answer>>> parts) {
		return parts.stream().allMatch(Optional::isPresent) ? joined(parts) : Optional.empty();
	}

	@Override
	public Optional<Map<String, Answer>> any(List<Optional<Map<String, Answer>>> parts) {
		return parts.stream().anyMatch(Optional::isPresent) ? joined(parts) : Optional.empty();
	}

	@Override
	public Optional<Map<String, Answer>> chose(Condition.Chose chose) {
		return chosen(chose, 1, Integer.MAX_VALUE);
	}

	@Override
	public Optional<Map<String, Answer>> anySign(Condition.AnySign sign) {
		return chosen(sign, 1, Integer.MAX_VALUE);
	}

	@Override
	public Optional<Map<String, Answer>> within(Condition.Within within) {
		if (this.answers.counted(within.question()) instanceof Answer.Amount amount) {
			boolean inside = amount.value() >= within.from() && amount.value() <= within.to();
			return inside ? Optional.of(Map.of(within.question(), amount)) : Optional.empty();
		}
		return chosen(within, Math.max(1, within.from()), within.to());
	}

	/** The chosen options that an atom speaks of, when there are enough of them. */
	private Optional<Map<String, Answer>> chosen(Condition.Atom atom, int least, int most) {
		if (!(this.answers.counted(atom.question()) instanceof Answer.Choice choice)) {
			return Optional.empty();
		}
		List<String> options = atom.options(this.base.question(atom.question()));
		List<String> met = choice.options().stream().filter(options::contains).toList();
		return (met.size() >= least && met.size() <= most)
				? Optional.of(Map.of(atom.question(), new Answer.Choice(met))) : Optional.empty();
	}

	private Optional<Map<String, Answer>> joined(List<Optional<Map<String, Answer>>> parts) {
		Map<String, Answer> all = new LinkedHashMap<>();
		parts.stream()
			.flatMap(Optional::stream)
			.forEach((part) -> part.forEach((question, answer) -> all.merge(question, answer,
					(one, other) -> both(this.base.question(question), one, other))));
		return Optional.of(all);
	}

	private static @Nullable Answer both(Question question, Answer one, Answer other) {
		if (!(one instanceof Answer.Choice here && other instanceof Answer.Choice there)) {
			return one;
		}
		return new Answer.Choice(question.options()
			.stream()
			.map((option) -> option.id())
			.filter((id) -> Stream.of(here, there).anyMatch((choice) -> choice.options().contains(id)))
			.toList());
	}

}
