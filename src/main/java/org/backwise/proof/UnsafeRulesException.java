package org.backwise.proof;

import java.util.List;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeException;

/** The rules of a practice's own folder are not safe to run. */
class UnsafeRulesException extends KnowledgeException {

	private static final long serialVersionUID = 1L;

	UnsafeRulesException(String folder, List<Property> broken) {
		super("The rules in " + folder + " are not safe, so nothing was started:\n  - "
				+ broken.stream().map(Property::inWords).collect(Collectors.joining("\n  - ")));
	}

}
