package org.backwise.proof;

import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** The formulas and the solver that the proofs of one knowledge base share. */
class ProofWork {

	private final FormulaFactory f;

	private final AnswerSpace space;

	private final RuleFormulas rules;

	private final Prover sheets;

	private final Calm calm;

	ProofWork(KnowledgeBase base) {
		this(new AnswerSpace(base, new FormulaFactory(), ""));
	}

	ProofWork(AnswerSpace space) {
		this.space = space;
		this.f = space.factory();
		this.rules = this.space.view().rules();
		this.sheets = new Prover(this.f, this.space.valid());
		this.calm = new Calm(this.space);
	}

	KnowledgeBase base() {
		return this.space.base();
	}

	FormulaFactory f() {
		return this.f;
	}

	AnswerSpace space() {
		return this.space;
	}

	RuleFormulas rules() {
		return this.rules;
	}

	Calm calm() {
		return this.calm;
	}

	/** Whether something can happen on a whole sheet. */
	boolean isPossible(Formula formula) {
		return this.sheets.isPossible(formula);
	}

	/** The smallest whole sheet on which something happens. */
	Optional<Example> smallest(Formula formula) {
		return smallest(formula, Set.of());
	}

	Optional<Example> smallest(Formula formula, Set<String> read) {
		return this.sheets.smallest(formula, this.calm.standingOut()).map((chosen) -> this.calm.example(chosen, read));
	}

	/** A sheet gets a plan: its massage section is asked, and no rule refers it. */
	Formula plan() {
		return this.space.view().plan();
	}

	/** When a promise speaks of a sheet; it means the questions as they come with us. */
	Formula promised(Condition condition) {
		return new ConditionFormulas(Promises.builtIn(), this.f, new Letters() {

			@Override
			public Formula option(Question question, String option) {
				return ProofWork.this.space.option(question, option);
			}

			@Override
			public Formula within(Question question, int from, int to) {
				return ProofWork.this.space.within(question, from, to);
			}

		}).of(condition);
	}

	static String name(@Nullable Level level) {
		return (level != null) ? level.toString() : "care plan";
	}

}
