package org.backwise.knowledge;

/**
 * A built-in rule that a practice's own folder holds less strictly, and who answers for
 * it: an entry of {@code loosened.yaml}. Without an entry no rule may be milder.
 *
 * @param rule id of the built-in rule
 * @param what what is milder, in a sentence
 * @param name name of the clinician who decided it
 * @param role the clinician's profession
 * @param date when, as {@code 2026-11-26}
 * @param reason why
 */
public record Loosened(String rule, String what, String name, String role, String date, String reason) {

	/** The file; a folder that loosens nothing has none. */
	static final String FILE = "loosened.yaml";

}
