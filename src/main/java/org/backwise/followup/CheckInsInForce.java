package org.backwise.followup;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

import org.backwise.triage.InForce;
import org.backwise.triage.Triage;

/**
 * The rules of check-ins in force, in each language that the practice speaks. They decide
 * alike.
 */
public final class CheckInsInForce {

	private final InForce rules;

	private final Map<Triage, CheckInTriage> languages = new IdentityHashMap<>();

	/**
	 * The rules in several languages.
	 * @param rules the rules of the questionnaire, in the same languages
	 * @throws org.backwise.knowledge.KnowledgeException when they are from before there
	 * were check-ins
	 */
	public CheckInsInForce(InForce rules) {
		this.rules = rules;
		rules.all().forEach((triage) -> this.languages.put(triage, new CheckInTriage(triage)));
	}

	/**
	 * The rules in the language of the page; outside a page in the usual one.
	 * @return the rules
	 */
	public CheckInTriage triage() {
		return Objects.requireNonNull(this.languages.get(this.rules.triage()));
	}

}
