package org.backwise.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question as it was worded and answered.
 *
 * @param question its id
 * @param asked the words that were asked
 * @param options ids of the options chosen, empty for a number
 * @param words the words of the options chosen, or the number with its unit
 * @param number the number given, null for options
 */
public record AnsweredQuestion(String question, String asked, List<String> options, List<String> words,
		@Nullable Integer number) {
}
