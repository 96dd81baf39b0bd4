package org.backwise.proof;

import java.util.ArrayList;
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

	private static final String WITNESSES = "the smallest person for everything that can come out of a check-in";

	/**
	 * Proves what can be done in a time.
	 * @param base the knowledge base; without a follow-up there is nothing to prove
	 * @param end when no other proof is begun, by the clock of this machine in
	 * nanoseconds
	 */
	static CareProof of(KnowledgeBase base, long end) {
		List<Property> properties = new ArrayList<>();
		List<String> leftOut = new ArrayList<>();
		List<Witness> witnesses = new ArrayList<>();
		if (base.followUp() != null) {
			FollowUpProofs proofs = new FollowUpProofs(base);
			proofs.all().forEach((id, proof) -> {
				Property property = Promises.kept().care().claim(id);
				if (System.nanoTime() > end) {
					leftOut.add(property.title());
				}
				else {
					properties.add(proof.get().map(property::brokenBy).orElse(property));
				}
			});
			if (System.nanoTime() > end) {
				leftOut.add(WITNESSES);
			}
			else {
				witnesses.addAll(new FollowUpReach(proofs.work()).witnesses());
			}
		}
		return new CareProof(List.copyOf(properties), List.copyOf(witnesses), List.copyOf(leftOut));
	}

}
