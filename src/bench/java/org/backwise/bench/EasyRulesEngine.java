package org.backwise.bench;

import java.util.function.Predicate;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The rules in Easy Rules. */
class EasyRulesEngine {

	private final KnowledgeBase base;

	private final Rules rules = new Rules();

	private final DefaultRulesEngine engine = new DefaultRulesEngine();

	EasyRulesEngine(KnowledgeBase base) {
		this.base = base;
		for (GeneralRule rule : GeneralRule.all(base)) {
			Condition unless = rule.unless();
			Predicate<FactSheet> when = FactSheet.predicate(rule.when());
			Predicate<FactSheet> holds = (unless != null) ? when.and(FactSheet.predicate(unless).negate()) : when;
			this.rules.register(new RuleBuilder().name(rule.name())
				.when((facts) -> holds.test(facts.get("sheet")))
				.then((facts) -> rule.note(facts.get("sheet"), facts.get("verdict")))
				.build());
		}
	}

	Verdict decide(FactSheet sheet) {
		sheet.reset();
		Verdict verdict = new Verdict();
		Facts facts = new Facts();
		facts.put("sheet", sheet);
		facts.put("verdict", verdict);
		this.engine.fire(this.rules, facts);
		verdict.scores = sheet.scores(this.base);
		return verdict;
	}

}
