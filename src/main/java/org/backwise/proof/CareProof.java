package org.backwise.proof;

import java.util.List;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.ProofReport.Witness;

/**
 * What was proved of the check-ins of a knowledge base.
 *
 * @param properties what is to be true, and whether it is
 * @param witnesses the smallest person for everything that can come out
 * @param leftOut what was left out for want of time
 */
record CareProof(List<Property> properties, List<Witness> witnesses, List<String> leftOut) {

	/**
	 * Proves what can be done in a time.
	 * @param base the knowledge base; without a follow-up there is nothing to prove
	 * @param end when what hurts nobody is no longer begun, by the clock of this machine
	 * in nanoseconds
	 */
	static CareProof of(KnowledgeBase base, long end) {
		CareProofs proofs = new CareProofs(base, end);
		proofs.work();
		return proofs.made();
	}

}
