package org.backwise.explanation;

/** The words around what the knowledge base says. */
@FunctionalInterface
interface Phrases {

	/**
	 * A phrase.
	 * @param key its key, without the prefix {@code explanation.}
	 * @param arguments what is put into it
	 * @return the words
	 */
	String say(String key, Object... arguments);

}
