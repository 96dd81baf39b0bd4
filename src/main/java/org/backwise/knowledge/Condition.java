package org.backwise.knowledge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;

/**
 * When a rule holds. Conditions are positive only: there is no "not", so a missing answer
 * can never make one true.
 */
public sealed interface Condition {

	/** Holds on no answers; what a term that does not exist stands for. */
	Condition NEVER = new AnyOf(List.of());

	/** Goes through it from the inside out. */
	<R> R fold(Fold<R> fold);

	/** Its atoms, with its terms written out. */
	default Stream<Atom> atoms() {
		return fold(Atoms.IN_ORDER);
	}

	/** The questions it reads, through its terms too. */
	default Set<String> questions() {
		return atoms().map(Atom::question).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * What to make of a condition. The compiler sees to it that no kind is forgotten.
	 *
	 * @param <R> what each part becomes
	 */
	interface Fold<R> {

		/** All parts hold. */
		R all(List<R> parts);

		/** At least one part holds. */
		R any(List<R> parts);

		/** Any of the options was chosen. */
		R chose(Chose chose);

		/** Any sign was chosen. */
		R anySign(AnySign sign);

		/** The number or the count of signs lies in a range. */
		R within(Within within);

		/** A term; as a rule the same as what it stands for. */
		default R term(Is is, R meaning) {
			return meaning;
		}

	}

	/** A condition that reads one question and has no parts. */
	sealed interface Atom extends Condition {

		/** The question that is read. */
		String question();

		/** The options of its question that can make it hold. */
		default List<String> options(Question question) {
			return question.signs().stream().map(Option::id).toList();
		}

	}

	/**
	 * Any of these options was chosen.
	 *
	 * @param question id of a single or multi question
	 * @param options ids of its options, at least one
	 */
	record Chose(String question, List<String> options) implements Atom {

		public Chose {
			options = List.copyOf(options);
		}

		@Override
		public List<String> options(Question question) {
			return this.options;
		}

		@Override
		public <R> R fold(Fold<R> fold) {
			return fold.chose(this);
		}

	}

	/**
	 * Any sign of a multi question was chosen: any option but an excluding one and
	 * {@code not-sure}.
	 *
	 * @param question id of a multi question
	 */
	record AnySign(String question) implements Atom {

		@Override
		public <R> R fold(Fold<R> fold) {
			return fold.anySign(this);
		}

	}

	/**
	 * The number given lies in a range; for a multi question the count of its signs does.
	 *
	 * @param question id of a number or multi question
	 * @param from lowest value that holds, inclusive, in the question's unit
	 * @param to highest value that holds, inclusive
	 */
	record Within(String question, int from, int to) implements Atom {

		@Override
		public <R> R fold(Fold<R> fold) {
			return fold.within(this);
		}

	}

	/**
	 * A named term holds.
	 *
	 * @param term id of the term
	 * @param when what it stands for
	 */
	record Is(String term, Condition when) implements Condition {

		@Override
		public <R> R fold(Fold<R> fold) {
			return fold.term(this, this.when.fold(fold));
		}

	}

	/**
	 * All parts hold.
	 *
	 * @param parts two or more conditions
	 */
	record AllOf(List<Condition> parts) implements Condition {

		public AllOf {
			parts = List.copyOf(parts);
		}

		@Override
		public <R> R fold(Fold<R> fold) {
			return fold.all(this.parts.stream().map((part) -> part.fold(fold)).toList());
		}

	}

	/**
	 * At least one part holds.
	 *
	 * @param parts two or more conditions
	 */
	record AnyOf(List<Condition> parts) implements Condition {

		public AnyOf {
			parts = List.copyOf(parts);
		}

		@Override
		public <R> R fold(Fold<R> fold) {
			return fold.any(this.parts.stream().map((part) -> part.fold(fold)).toList());
		}

	}

}
