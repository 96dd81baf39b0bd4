package org.backwise.knowledge;

import java.util.List;

/**
 * The knowledge files cannot be used. The message names file and rule, in words a
 * clinician can act on.
 */
public class KnowledgeException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Knowledge files that cannot be used.
	 * @param message what is wrong, in which file and rule
	 */
	public KnowledgeException(String message) {
		super(message);
	}

	/**
	 * Knowledge files that cannot be used.
	 * @param message what is wrong, in which file and rule
	 * @param cause how it was noticed
	 */
	public KnowledgeException(String message, Throwable cause) {
		super(message, cause);
	}

	static KnowledgeException of(List<String> problems) {
		return new KnowledgeException("The knowledge files cannot be used. Please mend:\n  - "
				+ String.join("\n  - ", problems) + "\nNothing was started, so that no rule is silently left out.");
	}

}
