package org.backwise.result;

import java.util.List;

import org.backwise.cases.Consent;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.triage.Answers;

/**
 * The signs that stop a plan, in a few words each. Only what can apply to the client is
 * named, so that the list stays short enough to be read.
 *
 * @param atOnce the signs of an emergency
 * @param today the signs that need help the same day
 */
record StopSigns(List<String> atOnce, List<String> today) {

	static StopSigns of(Answers answers, Consent consent, KnowledgeBase base) {
		boolean child = consent.isChild(answers, base);
		return new StopSigns(signs(Level.EMERGENCY, answers, child, base), signs(Level.URGENT, answers, child, base));
	}

	private static List<String> signs(Level level, Answers answers, boolean child, KnowledgeBase base) {
		return base.referrals()
			.stream()
			.filter((rule) -> rule.atLevels().get(0).level() == level)
			.filter((rule) -> rule.warnWhen() == null || answers.hold(rule.warnWhen()))
			.map((rule) -> rule.titleFor(child))
			.toList();
	}

}
