package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Turns conditions into propositional formulas, by a walk of its own. */
class ConditionFormulas {

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final Letters letters;

	ConditionFormulas(KnowledgeBase base, FormulaFactory f, Letters letters) {
		this.base = base;
		this.f = f;
		this.letters = letters;
	}

	Formula of(Condition condition) {
		if (condition instanceof Condition.AllOf all) {
			return this.f.and(all.parts().stream().map(this::of).toList());
		}
		if (condition instanceof Condition.AnyOf any) {
			return this.f.or(any.parts().stream().map(this::of).toList());
		}
		if (condition instanceof Condition.Is is) {
			return of(this.base.term(is.term()).when());
		}
		Question question = this.base.question(Conditions.question(condition));
		if (condition instanceof Condition.Chose chose) {
			return this.f.or(chose.options().stream().map((id) -> this.letters.option(question, id)).toList());
		}
		List<Formula> signs = signs(question);
		if (condition instanceof Condition.Within within) {
			return (question.kind() == Kind.NUMBER) ? this.letters.within(question, within.from(), within.to()) : this.f
				.and(atLeast(Math.max(1, within.from()), signs),
						(within.to() < signs.size()) ? this.f.not(atLeast(within.to() + 1, signs)) : this.f.verum());
		}
		return this.f.or(signs);
	}

	/** The signs of a multi question. */
	List<Formula> signs(Question question) {
		return question.signs().stream().map(Option::id).map((id) -> this.letters.option(question, id)).toList();
	}

	/** At least so many of the formulas hold. */
	Formula atLeast(int count, List<Formula> formulas) {
		List<Formula> row = new ArrayList<>();
		for (int k = 0; k <= count; k++) {
			row.add((k == 0) ? this.f.verum() : this.f.falsum());
		}
		for (int i = formulas.size() - 1; i >= 0; i--) {
			for (int k = count; k > 0; k--) {
				row.set(k, this.f.or(this.f.and(formulas.get(i), row.get(k - 1)), row.get(k)));
			}
		}
		return row.get(count);
	}

}
