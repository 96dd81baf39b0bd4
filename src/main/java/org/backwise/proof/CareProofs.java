package org.backwise.proof;

import java.util.ArrayList;
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
	 * @param end when no other proof is begun, by the clock of this machine in
	 * nanoseconds
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
			if (isMine(id)) {
				Property property = Promises.kept().care().claim(id);
				this.properties.put(id, proof.get().map(property::brokenBy).orElse(property));
			}
		});
		if (isMine(WITNESSES)) {
			this.witnesses = List.copyOf(new FollowUpReach(proofs.work()).witnesses());
		}
	}

	private boolean isMine(String proof) {
		return System.nanoTime() <= this.end && this.begun.add(proof);
	}

	/** What was proved, in the order of the claims, once everybody is done. */
	CareProof made() {
		List<String> leftOut = new ArrayList<>(this.claims.stream()
			.filter((id) -> !this.properties.containsKey(id))
			.map((id) -> Promises.kept().care().claim(id).title())
			.toList());
		List<Witness> found = this.witnesses;
		if (found == null && this.base.followUp() != null) {
			leftOut.add(WITNESSES);
		}
		return new CareProof(this.claims.stream().map(this.properties::get).filter(Objects::nonNull).toList(),
				Objects.requireNonNullElse(found, List.of()), List.copyOf(leftOut));
	}

}
