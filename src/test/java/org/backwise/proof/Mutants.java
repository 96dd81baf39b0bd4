package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;

/** Knowledge bases with one thing changed. */
final class Mutants {

	private Mutants() {
	}

	static KnowledgeBase without(KnowledgeBase base, String rule) {
		return with(base, base.referrals().stream().filter((each) -> !each.id().equals(rule)).toList(),
				base.cautions().stream().filter((each) -> !each.id().equals(rule)).toList());
	}

	static KnowledgeBase with(KnowledgeBase base, Referral rule) {
		return with(base, replaced(base.referrals(), (each) -> each.id().equals(rule.id()) ? rule : each),
				base.cautions());
	}

	static KnowledgeBase with(KnowledgeBase base, Caution rule) {
		return with(base, base.referrals(),
				replaced(base.cautions(), (each) -> each.id().equals(rule.id()) ? rule : each));
	}

	static KnowledgeBase with(KnowledgeBase base, List<Referral> referrals, List<Caution> cautions) {
		return new KnowledgeBase(base.about(), base.questionnaire(), base.terms(), referrals, cautions,
				base.signposts(), base.techniques(), base.plan(), base.notices(), base.sources(), base.sha256());
	}

	static <T> List<T> replaced(List<T> list, UnaryOperator<T> change) {
		List<T> changed = new ArrayList<>();
		list.forEach((item) -> changed.add(change.apply(item)));
		return changed;
	}

}
