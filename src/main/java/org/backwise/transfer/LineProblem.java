package org.backwise.transfer;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.practice.Words;
import org.backwise.transfer.Incoming.Column;

/**
 * Why a line of a file is left out.
 *
 * @param line its number, from 1
 * @param column the name at the head of the column, null when it is the whole line
 * @param reason key of the words that say what is wrong
 * @param arguments what is put into them
 */
record LineProblem(long line, @Nullable String column, String reason, List<Object> arguments) {

	static LineProblem of(long line, @Nullable Column column, String reason, Object... arguments) {
		return new LineProblem(line, (column != null) ? column.header() : null, "transfer.in.problem." + reason,
				List.of(arguments));
	}

	String in(Words words) {
		return words.of(this.reason, this.arguments.toArray());
	}

	/** Whether there is nothing wrong with it, other than that it is there. */
	boolean isKnown() {
		return this.reason.endsWith(".there") || this.reason.endsWith(".twice");
	}

}
