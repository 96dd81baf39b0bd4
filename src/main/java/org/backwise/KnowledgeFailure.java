package org.backwise;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import org.backwise.knowledge.KnowledgeException;

/**
 * Says at the console why the rules stopped the start, instead of a stack trace.
 */
class KnowledgeFailure extends AbstractFailureAnalyzer<KnowledgeException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, KnowledgeException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Mend the files in the folder that backwise.knowledge names, or take that setting out to start with "
						+ "the built-in rules. docs/knowledge/how-to-review.md says how to change rules safely.",
				cause);
	}

}
