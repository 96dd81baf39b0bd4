package org.backwise.proof;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Why a claim is not true.
 */
record Failure(@Nullable String rule, String words, List<Example> examples) {

	static Optional<Failure> of(@Nullable String rule, String words, List<Example> examples) {
		return Optional.of(new Failure(rule, words, examples));
	}

	static Failure missing(String question) {
		return new Failure(null, "The question " + question + " is missing.", List.of());
	}

}
