package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** Two safety sections beside one another: one before and one after a change. */
class TwoSheets {

	private final List<Question> questions;

	private final FormulaFactory f;

	private final AnswerSpace before;

	private final AnswerSpace after;

	private final Prover prover;

	private final Calm calm;

	private final Calm calmAfter;

	TwoSheets(ProofWork work) {
		this.f = work.f();
		this.before = work.space();
		this.after = new AnswerSpace(work.base(), this.f, "after ");
		this.questions = work.base().questions().stream().filter(this.before::isSafety).toList();
		this.calm = work.calm();
		this.calmAfter = new Calm(this.after);
		this.prover = new Prover(this.f, this.f.and(this.before.validSafety(), this.after.validSafety()));
	}

	AnswerSpace before() {
		return this.before;
	}

	AnswerSpace after() {
		return this.after;
	}

	boolean isPossible(Formula formula) {
		return this.prover.isPossible(formula);
	}

	/** The smallest pair of which something is true, the one before first. */
	Optional<List<Example>> smallest(Formula formula) {
		List<Variable> standingOut = new ArrayList<>(this.calmAfter.standingOut());
		standingOut.addAll(this.calm.standingOut());
		return this.prover.smallest(formula, standingOut)
			.map((chosen) -> List.of(this.calm.example(chosen), this.calmAfter.example(chosen)));
	}

	/**
	 * Every list has at least the signs it had; what is assumed of an open question may
	 * become the answer, as an old sign does that is new after all; all else stays.
	 */
	Formula moreSigns() {
		List<Formula> parts = new ArrayList<>();
		for (Question question : this.questions) {
			if (question.kind() == Kind.MULTI) {
				question.options()
					.stream()
					.filter((option) -> !option.excludesOthers())
					.forEach((option) -> parts.add(this.f.implication(this.before.option(question, option.id()),
							this.after.option(question, option.id()))));
			}
			else {
				parts.add((question.unansweredCountsAs() != null)
						? this.f.or(same(question), this.after.option(question, question.unansweredCountsAs()))
						: same(question));
			}
		}
		return this.f.and(parts);
	}

	/** One answer becomes "not sure" and nothing else changes. */
	Formula unsure(Question question, String from) {
		List<Formula> parts = new ArrayList<>();
		parts.add(this.before.option(question, from));
		for (Option option : question.options()) {
			Variable variable = this.after.option(question, option.id());
			parts.add(option.id().equals(Questionnaire.NOT_SURE) ? variable : variable.negate());
		}
		parts.add(sameBut(question));
		return this.f.and(parts);
	}

	/** All other answers stay. */
	Formula sameBut(Question question) {
		return this.f.and(this.questions.stream().filter((other) -> !other.equals(question)).map(this::same).toList());
	}

	/** The answer stays when the question is asked both times. */
	private Formula same(Question question) {
		List<Variable> one = this.before.variables(question);
		List<Variable> other = this.after.variables(question);
		List<Formula> equal = new ArrayList<>();
		for (int i = 0; i < one.size(); i++) {
			equal.add(this.f.equivalence(one.get(i), other.get(i)));
		}
		return this.f.implication(this.f.and(this.before.asked(question), this.after.asked(question)),
				this.f.and(equal));
	}

	/** The level is reached before and not after. */
	Formula lower(Level level) {
		return this.f.and(this.before.safetyRules().atLeast(level),
				this.f.not(this.after.safetyRules().atLeast(level)));
	}

	/** The levels of the two differ. */
	Formula anotherLevel() {
		return this.f.or(List.of(Level.values())
			.stream()
			.map((level) -> this.f.not(this.f.equivalence(this.before.safetyRules().atLeast(level),
					this.after.safetyRules().atLeast(level))))
			.toList());
	}

}
