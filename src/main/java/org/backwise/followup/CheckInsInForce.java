package org.backwise.followup;

import java.util.Map;
import java.util.stream.Collectors;

import org.backwise.triage.InForce;
import org.backwise.triage.Triage;

/** The rules of the follow-up in force, in each language that the practice speaks. */
public final class CheckInsInForce {

	private final InForce rules;

	private final Map<Triage, CheckInTriage> languages;

	/**
	 * The follow-up of the rules in force.
	 * @param rules the rules of the questionnaire, in each language
	 */
	public CheckInsInForce(InForce rules) {
		this.rules = rules;
		this.languages = rules.all().stream().collect(Collectors.toMap((triage) -> triage, CheckInTriage::new));
	}

	/**
	 * The rules in the language of the page; outside a page in the usual one.
	 * @return the rules
	 */
	public CheckInTriage triage() {
		return java.util.Objects.requireNonNull(this.languages.get(this.rules.triage()));
	}

}
