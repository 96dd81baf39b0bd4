package org.backwise.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Option;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one client: typed, checked, and pruned to the questions that were asked.
 * Made by {@link Triage#read} only.
 */
public final class Answers {

	private final KnowledgeBase base;

	private final Map<String, Answer> given;

	private final Map<String, Answer> assumed;

	private final long[] bits;

	private final @Nullable Answer[] numbered;

	/**
	 * Takes over what nobody may change from now on.
	 * @param base the knowledge base
	 * @param given what was answered, in the order of the questions
	 * @param assumed what unanswered questions count as
	 * @param bits both as bits
	 * @param numbered what was answered, by the number of the question
	 */
	Answers(KnowledgeBase base, Map<String, Answer> given, Map<String, Answer> assumed, long[] bits,
			@Nullable Answer[] numbered) {
		this.base = base;
		this.given = Collections.unmodifiableMap(given);
		this.assumed = Map.copyOf(assumed);
		this.bits = bits;
		this.numbered = numbered;
	}

	/**
	 * What was answered, in the order of the questions.
	 * @return question id to answer
	 */
	public Map<String, Answer> given() {
		return this.given;
	}

	/**
	 * The answer to one question.
	 * @param question a question id
	 * @return empty when it was not asked or not answered
	 */
	public Optional<Answer> to(String question) {
		return Optional.ofNullable(this.given.get(question));
	}

	/**
	 * The options chosen for one question.
	 * @param question a question id
	 * @return option ids, empty when it was not answered or is a number
	 */
	public Set<String> chosen(String question) {
		return (this.given.get(question) instanceof Answer.Choice choice)
				? Collections.unmodifiableSet(new java.util.LinkedHashSet<>(choice.options())) : Set.of();
	}

	/**
	 * Whether a condition holds on these answers. The readable meaning of a condition;
	 * decisions use its compiled form.
	 * @param condition a condition of the same knowledge base
	 * @return true when it holds; an answer that is not there makes nothing true
	 */
	public boolean hold(Condition condition) {
		if (condition instanceof Condition.AllOf all) {
			return all.parts().stream().allMatch(this::hold);
		}
		if (condition instanceof Condition.AnyOf any) {
			return any.parts().stream().anyMatch(this::hold);
		}
		if (condition instanceof Condition.Is is) {
			return hold(this.base.term(is.term()).when());
		}
		return !met(condition).isEmpty() || amountWithin(condition);
	}

	/**
	 * The answers that make a condition hold.
	 * @param condition a condition of the same knowledge base
	 * @return question id to the part of its answer that counts, empty when it does not
	 * hold
	 */
	public Map<String, Answer> evidence(Condition condition) {
		Map<String, Answer> found = new LinkedHashMap<>();
		collect(condition, found);
		Map<String, Answer> ordered = new LinkedHashMap<>();
		this.given.keySet().stream().filter(found::containsKey).forEach((id) -> ordered.put(id, found.get(id)));
		return Collections.unmodifiableMap(ordered);
	}

	long[] bits() {
		return this.bits;
	}

	/** The answer to the question with a number; null when it was not answered. */
	@Nullable Answer at(int number) {
		return this.numbered[number];
	}

	private void collect(Condition condition, Map<String, Answer> found) {
		if (!hold(condition)) {
			return;
		}
		if (condition instanceof Condition.AllOf all) {
			all.parts().forEach((part) -> collect(part, found));
		}
		else if (condition instanceof Condition.AnyOf any) {
			any.parts().forEach((part) -> collect(part, found));
		}
		else if (condition instanceof Condition.Is is) {
			collect(this.base.term(is.term()).when(), found);
		}
		else {
			String question = questionOf(condition);
			Answer answer = this.given.get(question);
			if (answer instanceof Answer.Amount) {
				found.put(question, answer);
			}
			else if (answer instanceof Answer.Choice choice) {
				List<String> before = (found.get(question) instanceof Answer.Choice earlier) ? earlier.options()
						: List.of();
				List<String> met = met(condition);
				found.put(question,
						new Answer.Choice(choice.options()
							.stream()
							.filter((option) -> before.contains(option) || met.contains(option))
							.toList()));
			}
		}
	}

	/** The chosen options that an atom speaks of; empty when the atom does not hold. */
	private List<String> met(Condition atom) {
		String question = questionOf(atom);
		Answer answer = this.given.getOrDefault(question, this.assumed.get(question));
		if (!(answer instanceof Answer.Choice choice)) {
			return List.of();
		}
		if (atom instanceof Condition.Chose chose) {
			return choice.options().stream().filter(chose.options()::contains).toList();
		}
		List<String> signs = this.base.question(question)
			.signs()
			.stream()
			.map(Option::id)
			.filter(choice.options()::contains)
			.toList();
		if (atom instanceof Condition.Within within && (signs.size() < within.from() || signs.size() > within.to())) {
			return List.of();
		}
		return signs;
	}

	private boolean amountWithin(Condition atom) {
		return atom instanceof Condition.Within within
				&& this.given.get(within.question()) instanceof Answer.Amount amount && amount.value() >= within.from()
				&& amount.value() <= within.to();
	}

	private static String questionOf(Condition atom) {
		if (atom instanceof Condition.Chose chose) {
			return chose.question();
		}
		if (atom instanceof Condition.AnySign sign) {
			return sign.question();
		}
		if (atom instanceof Condition.Within within) {
			return within.question();
		}
		throw new IllegalArgumentException("Not an atom: " + atom.getClass().getSimpleName());
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Answers answers && this.given.equals(answers.given)
				&& this.base.sha256().equals(answers.base.sha256());
	}

	@Override
	public int hashCode() {
		return this.given.hashCode();
	}

	/** Says how many answers there are and never what they are. */
	@Override
	public String toString() {
		return "Answers to " + this.given.size() + " questions";
	}

}
