package org.backwise.triage;

import java.util.Comparator;

/** The fixed order in which rules are reported: by family, then by number. */
final class RuleOrder implements Comparator<String> {

	/** Rules that refer. */
	static final RuleOrder FINDINGS = new RuleOrder("EUDWN");

	/** Rules that limit a plan, then what was lifted. */
	static final RuleOrder CAUTIONS = new RuleOrder("KXNEUDW");

	private final String families;

	private RuleOrder(String families) {
		this.families = families;
	}

	@Override
	public int compare(String one, String other) {
		int family = Integer.compare(place(one), place(other));
		return (family != 0) ? family : one.compareTo(other);
	}

	/** An unknown family comes last. */
	private int place(String rule) {
		int place = this.families.indexOf(rule.charAt(0));
		return (place >= 0) ? place : this.families.length();
	}

}
