package org.backwise.proof;

import java.util.List;
import java.util.Optional;

import org.backwise.proof.ProofReport.Counts;
import org.backwise.proof.ProofReport.Witness;

/**
 * What the build counted, and what it found by going through every choice of a technique,
 * for the rules that come with Backwise: they cannot change between builds.
 */
record BuildNumbers(String sha256, Counts counts, List<Witness> witnesses, List<String> proved) {

	/** What the build found for a knowledge base; empty when it was for another one. */
	static Optional<BuildNumbers> of(String sha256) {
		BuildNumbers kept = BuiltInFile.read("/proof/numbers.yaml", BuildNumbers.class);
		return kept.sha256.equals(sha256) ? Optional.of(kept) : Optional.empty();
	}

}
