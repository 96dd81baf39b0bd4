package org.backwise.bench;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A rule for a general rule engine, made from the knowledge base.
 *
 * @param name what it notes
 * @param kind what it is about
 * @param when when it holds
 * @param unless higher levels of the same rule, none of which may hold
 */
record GeneralRule(String name, Kind kind, Condition when, @Nullable Condition unless) {

	/** What a rule is about. */
	enum Kind {

		FINDING, CAUTION, POINTS

	}

	static List<GeneralRule> all(KnowledgeBase base) {
		List<GeneralRule> rules = new ArrayList<>();
		for (Rules.Referral rule : base.referrals()) {
			List<Condition> higher = new ArrayList<>();
			for (Rules.AtLevel at : rule.atLevels()) {
				rules.add(new GeneralRule(rule.id() + " " + at.level(), Kind.FINDING, at.when(),
						higher.isEmpty() ? null : new Condition.AnyOf(higher)));
				higher.add(at.when());
			}
		}
		base.cautions().forEach((rule) -> rules.add(new GeneralRule(rule.id(), Kind.CAUTION, rule.when(), null)));
		base.techniques()
			.causes()
			.forEach((cause) -> rules.add(new GeneralRule(cause.id(), Kind.POINTS,
					new Condition.Chose("contributors", cause.contributors()), null)));
		base.techniques()
			.indications()
			.forEach((indication) -> rules.add(new GeneralRule(indication.id(), Kind.POINTS, indication.when(), null)));
		for (int i = 0; i < base.techniques().bonuses().size(); i++) {
			rules.add(new GeneralRule("extra " + i, Kind.POINTS, base.techniques().bonuses().get(i).when(), null));
		}
		return rules;
	}

	void note(FactSheet sheet, Verdict verdict) {
		switch (this.kind) {
			case FINDING -> verdict.found(this.name);
			case CAUTION -> verdict.limits(this.name);
			case POINTS -> sheet.holds(this.name);
		}
	}

}
