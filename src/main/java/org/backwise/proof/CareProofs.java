package org.backwise.proof;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.proof.ProofReport.Witness;
import org.jspecify.annotations.Nullable;

/**
 * The proofs of the check-ins of one knowledge base, for as many threads as have time:
 * each takes the next that nobody began, with formulas and a solver of its own.
 */
class CareProofs {

	private static final String WITNESSES = "the smallest person for everything that can come out of a check-in";

	private final KnowledgeBase base;

	private final long end;

	private final Set<String> begun = ConcurrentHashMap.newKeySet();

	private final Map<String, Property> properties = new ConcurrentHashMap<>();

	private volatile List<String> claims = List.of();

	private volatile @Nullable List<Witness> witnesses;

	/**
	 * Of a knowledge base; without a follow-up there is nothing to prove.
	 * @param base the knowledge base
	 * @param end when what hurts nobody is no longer begun, by the clock of this machine
	 * in nanoseconds
	 */
	CareProofs(KnowledgeBase base, long end) {
		this.base = base;
		this.end = end;
	}

	/** Proves what nobody began, what may hurt most first, until nothing is left. */
	void work() {
		if (this.base.followUp() == null) {
			return;
		}
		FollowUpProofs proofs = new FollowUpProofs(this.base);
		Map<String, Supplier<Optional<Failure>>> all = proofs.all();
		this.claims = List.copyOf(all.keySet());
		all.forEach((id, proof) -> {
			if (this.begun.add(id)) {
				Property property = Promises.kept().care().claim(id);
				this.properties.put(id, proof.get().map(property::brokenBy).orElse(property));
			}
		});
		if (System.nanoTime() <= this.end && this.begun.add(WITNESSES)) {
			this.witnesses = List.copyOf(new FollowUpReach(proofs.work()).witnesses());
		}
	}

	/** What was proved, in the order of the claims, once everybody is done. */
	CareProof made() {
		List<Witness> found = this.witnesses;
		return new CareProof(this.claims.stream().map(this.properties::get).filter(Objects::nonNull).toList(),
				Objects.requireNonNullElse(found, List.of()),
				(found == null && this.base.followUp() != null) ? List.of(WITNESSES) : List.of());
	}

}
