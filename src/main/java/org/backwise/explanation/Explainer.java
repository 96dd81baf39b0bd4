package org.backwise.explanation;

import java.util.function.UnaryOperator;

import org.backwise.knowledge.KnowledgeBase;

/** Turns a knowledge base into an {@link Explanation}. */
final class Explainer {

	private Explainer() {
	}

	/** Explains everything once. */
	static Explanation explain(KnowledgeBase base, Phrases phrases, UnaryOperator<String> services) {
		ExplainedRules rules = new ExplainedRules(base, phrases, services);
		ExplainedPlan plan = new ExplainedPlan(base, phrases);
		Citations citations = new Citations(base, phrases);
		return new Explanation(rules.origins(), new ExplainedQuestions(base, phrases).parts(), rules.levels(),
				rules.cautions(), rules.signposts(), plan.choice(), plan.phases(),
				ExplainedCare.explain(base, phrases, services), plan.evidence(), citations.document(),
				citations.register());
	}

}
