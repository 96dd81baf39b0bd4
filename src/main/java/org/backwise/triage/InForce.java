package org.backwise.triage;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.backwise.knowledge.KnowledgeBase;

/**
 * The rules in force, in each language that the practice speaks, and in it to clients and
 * of them. They decide alike.
 */
public final class InForce {

	private final Map<String, Triage> languages;

	private final Triage usual;

	private final Supplier<String> page;

	/**
	 * The rules in several languages.
	 * @param usual the rules in the practice's usual language
	 * @param languages tag of a language, or of what lies over its words, to the rules in
	 * it
	 * @param page tells the tag of the page that is being made
	 */
	public InForce(Triage usual, Map<String, Triage> languages, Supplier<String> page) {
		this.usual = usual;
		this.languages = Map.copyOf(languages);
		this.page = page;
	}

	/**
	 * The rules in the language of the page; outside a page in the usual one.
	 * @return the rules
	 */
	public Triage triage() {
		return Objects.requireNonNullElse(this.languages.get(this.page.get()), this.usual);
	}

	/**
	 * What the practice knows, in the language of the page.
	 * @return the knowledge base
	 */
	public KnowledgeBase base() {
		return triage().knowledge();
	}

	/**
	 * The rules in every language.
	 * @return the same rules with different words
	 */
	public Collection<Triage> all() {
		return this.languages.values();
	}

}
