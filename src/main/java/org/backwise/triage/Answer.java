package org.backwise.triage;

import java.util.List;

/**
 * What a client answered to one question.
 */
public sealed interface Answer {

	/**
	 * One or more options.
	 *
	 * @param options option ids, each once, in the question's own order
	 */
	record Choice(List<String> options) implements Answer {

		public Choice {
			options = List.copyOf(options);
		}

	}

	/**
	 * A whole number.
	 *
	 * @param value the number, in the question's unit
	 */
	record Amount(int value) implements Answer {

	}

}
