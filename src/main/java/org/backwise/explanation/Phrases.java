package org.backwise.explanation;

/** The words around what the knowledge base says. */
@FunctionalInterface
interface Phrases {

	/** A phrase. */
	String say(String key, Object... arguments);

}
