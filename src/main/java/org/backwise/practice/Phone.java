package org.backwise.practice;

import org.jspecify.annotations.Nullable;

/**
 * A telephone number.
 *
 * @param number as E.164 has it, such as {@code +441632960123}
 * @param typed what was typed, where that says more than the number; null otherwise
 */
public record Phone(String number, @Nullable String typed) {

	/** Says nothing, so that a number cannot reach a log. */
	@Override
	public String toString() {
		return "a telephone number";
	}

}
