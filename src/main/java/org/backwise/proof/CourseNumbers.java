package org.backwise.proof;

import java.util.List;
import java.util.Optional;

/**
 * What the build found when it went through every course of care, for the rules that come
 * with Backwise: too long for a start.
 *
 * @param sha256 fingerprint of those rules
 * @param states how many states can be reached
 * @param steps how many steps lead from them
 * @param seconds how long it took when this was written
 * @param proved ids of what was proved
 */
record CourseNumbers(String sha256, int states, long steps, long seconds, List<String> proved) {

	/** What the build found for a knowledge base; empty when it was for another one. */
	static Optional<CourseNumbers> of(String sha256) {
		CourseNumbers kept = BuiltInFile.read("/proof/courses.yaml", CourseNumbers.class);
		return kept.sha256.equals(sha256) ? Optional.of(kept) : Optional.empty();
	}

}
