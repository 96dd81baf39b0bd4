package org.backwise.knowledge;

import java.util.List;

/**
 * When a rule holds. Conditions are positive only: there is no "not", so a missing answer
 * can never make one true.
 */
public sealed interface Condition {

	/**
	 * Any of these options was chosen.
	 *
	 * @param question id of a single or multi question
	 * @param options ids of its options, at least one
	 */
	record Chose(String question, List<String> options) implements Condition {

		public Chose {
			options = List.copyOf(options);
		}

	}

	/**
	 * Any sign of a multi question was chosen: any option but an excluding one and
	 * {@code not-sure}.
	 *
	 * @param question id of a multi question
	 */
	record AnySign(String question) implements Condition {

	}

	/**
	 * The number given lies in a range; for a multi question the count of its signs does.
	 *
	 * @param question id of a number or multi question
	 * @param from lowest value that holds, inclusive, in the question's unit
	 * @param to highest value that holds, inclusive
	 */
	record Within(String question, int from, int to) implements Condition {

	}

	/**
	 * A named term holds.
	 *
	 * @param term id of the term
	 */
	record Is(String term) implements Condition {

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

	}

}
