package org.backwise.rules;

import org.backwise.knowledge.KnowledgeException;

/** The application does not start with these rules. */
class RulesNotApprovedException extends KnowledgeException {

	private static final long serialVersionUID = 1L;

	RulesNotApprovedException(String message) {
		super(message);
	}

}
