package org.backwise.proof;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.backwise.knowledge.KnowledgeBase;

/** The report of the running knowledge base, made once. */
@Component
class Proofs {

	private final KnowledgeBase base;

	private @Nullable ProofReport report;

	Proofs(KnowledgeBase base) {
		this.base = base;
	}

	synchronized ProofReport report() {
		if (this.report == null) {
			this.report = Proof.of(this.base);
		}
		return this.report;
	}

	/** Keeps a report that was made at the start, when it is whole. */
	synchronized void keep(ProofReport made) {
		if (made.leftOut().isEmpty()) {
			this.report = made;
		}
	}

}
