package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Turns conditions into propositional formulas, by a walk of its own. */
class ConditionFormulas implements Condition.Fold<Formula> {

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final Letters letters;

	ConditionFormulas(KnowledgeBase base, FormulaFactory f, Letters letters) {
		this.base = base;
		this.f = f;
		this.letters = letters;
	}

	Formula of(Condition condition) {
		return condition.fold(this);
	}

	@Override
	public Formula all(List<Formula> parts) {
		return this.f.and(parts);
	}

	@Override
	public Formula any(List<Formula> parts) {
		return this.f.or(parts);
	}

	@Override
	public Formula chose(Condition.Chose chose) {
		return this.f.or(options(chose));
	}

	@Override
	public Formula anySign(Condition.AnySign sign) {
		return this.f.or(options(sign));
	}

	@Override
	public Formula within(Condition.Within within) {
		Question question = this.base.question(within.question());
		if (question.kind() == Kind.NUMBER) {
			return this.letters.within(question, within.from(), within.to());
		}
		List<Formula> signs = options(within);
		return this.f.and(atLeast(Math.max(1, within.from()), signs),
				(within.to() < signs.size()) ? this.f.not(atLeast(within.to() + 1, signs)) : this.f.verum());
	}

	private List<Formula> options(Condition.Atom atom) {
		Question question = this.base.question(atom.question());
		return atom.options(question).stream().map((id) -> this.letters.option(question, id)).toList();
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
