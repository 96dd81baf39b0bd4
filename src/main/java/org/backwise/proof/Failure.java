package org.backwise.proof;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Why a claim is not true.
 *
 * @param rule the rule that breaks it, where one is to blame
 * @param words what is wrong, in a sentence
 * @param examples the smallest sheets that break it; two where one becomes the other
 */
record Failure(@Nullable String rule, String words, List<Example> examples) {

	static Optional<Failure> of(@Nullable String rule, String words, List<Example> examples) {
		return Optional.of(new Failure(rule, words, examples));
	}

	static Failure missing(String question) {
		return new Failure(null, "The question " + question + " is missing.", List.of());
	}

}
