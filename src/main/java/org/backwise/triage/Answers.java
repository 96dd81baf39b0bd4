package org.backwise.triage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
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

	/** Takes over what nobody may change from now on. */
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
		return condition.fold(new Evidence(this.base, this)).isPresent();
	}

	/**
	 * Whether a condition holds, or would if a question that has no answer yet were
	 * answered so. For what is better shown once too often.
	 * @param condition a condition of the same knowledge base
	 * @return false only when the answers rule it out
	 */
	public boolean mayHold(Condition condition) {
		return condition.fold(new Possible(this.base, this));
	}

	/**
	 * The answers that make a condition hold.
	 * @param condition a condition of the same knowledge base
	 * @return question id to the part of its answer that counts, empty when it does not
	 * hold
	 */
	public Map<String, Answer> evidence(Condition condition) {
		Map<String, Answer> found = condition.fold(new Evidence(this.base, this)).orElse(Map.of());
		Map<String, Answer> ordered = new LinkedHashMap<>();
		this.given.keySet().stream().filter(found::containsKey).forEach((id) -> ordered.put(id, found.get(id)));
		return Collections.unmodifiableMap(ordered);
	}

	/** The answer that counts for a question: the one given, else what is assumed. */
	@Nullable Answer counted(String question) {
		return this.given.getOrDefault(question, this.assumed.get(question));
	}

	/** The same answers with more bits set than they set themselves. */
	Answers withBits(long[] more) {
		return new Answers(this.base, this.given, this.assumed, more, this.numbered);
	}

	long[] bits() {
		return this.bits;
	}

	/** The answer to the question with a number; null when it was not answered. */
	@Nullable Answer at(int number) {
		return this.numbered[number];
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
