package org.backwise.triage;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an answer that was handed in. Never repeats the answer itself.
 *
 * @param question id of the question, or the name that is no question; null when the
 * whole sheet is meant
 * @param kind what kind of problem it is
 * @param message what is wrong and what is expected
 */
public record Problem(@Nullable String question, Kind kind, String message) {

	/** The kinds of problems. */
	public enum Kind {

		/** There is no such question. */
		UNKNOWN_QUESTION,
		/** There is no such option, or it is not offered. */
		UNKNOWN_OPTION,
		/** Not the type that the question asks for. */
		WRONG_TYPE,
		/** A number outside the range. */
		OUT_OF_RANGE,
		/** An empty list, or an entry given twice. */
		EMPTY_OR_REPEATED,
		/** An option that stands alone was chosen beside others. */
		NOT_ALONE,
		/** A question that was asked has no answer. */
		MISSING

	}

}
