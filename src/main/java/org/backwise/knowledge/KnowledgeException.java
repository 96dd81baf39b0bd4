package org.backwise.knowledge;

import java.util.List;

/**
 * The knowledge files cannot be used. The message names file and rule, in words a
 * clinician can act on.
 */
public class KnowledgeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	KnowledgeException(String message) {
		super(message);
	}

	KnowledgeException(String message, Throwable cause) {
		super(message, cause);
	}

	static KnowledgeException of(List<String> problems) {
		return new KnowledgeException("The knowledge files cannot be used. Please mend:\n  - "
				+ String.join("\n  - ", problems) + "\nNothing was started, so that no rule is silently left out.");
	}

}
