package org.backwise.proof;

import java.util.List;
import java.util.Map;

/**
 * An answer sheet that shows something, as small as there is one.
 *
 * @param answers the whole sheet: question id to a number, an option id or a list of
 * option ids
 * @param lines the answers that stand out, in plain words; every other question is
 * answered as by somebody without that sign
 */
public record Example(Map<String, Object> answers, List<String> lines) {

	public Example {
		lines = List.copyOf(lines);
	}

	/**
	 * The answers that stand out, in one line.
	 * @return plain words
	 */
	public String inWords() {
		return this.lines.isEmpty() ? "No sign at all" : String.join("; ", this.lines);
	}

}
