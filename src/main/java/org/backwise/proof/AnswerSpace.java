package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * All answer sheets of a questionnaire at once: a variable for every option and for every
 * band of a number, and the formula that says which of them make a sheet. An answer
 * stands in a sheet exactly when its question is asked, so nothing is left to remove.
 */
class AnswerSpace implements Letters {

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final String copy;

	private final Map<String, List<Band>> bands;

	private final ConditionFormulas conditions;

	private final Map<String, Formula> asked = new HashMap<>();

	private @Nullable RuleFormulas safetyRules;

	/**
	 * The sheets of a knowledge base.
	 * @param base the knowledge base
	 * @param f where formulas are made
	 * @param copy what the names of the variables begin with, to tell two sheets apart
	 */
	AnswerSpace(KnowledgeBase base, FormulaFactory f, String copy) {
		this(base, f, copy, Band.of(List.of(base)));
	}

	/** The same with bands that other knowledge bases tell apart as well. */
	AnswerSpace(KnowledgeBase base, FormulaFactory f, String copy, Map<String, List<Band>> bands) {
		this.base = base;
		this.f = f;
		this.copy = copy;
		this.bands = bands;
		this.conditions = new ConditionFormulas(base, f, this);
	}

	KnowledgeBase base() {
		return this.base;
	}

	FormulaFactory factory() {
		return this.f;
	}

	ConditionFormulas conditions() {
		return this.conditions;
	}

	List<Band> bands(Question question) {
		return this.bands.getOrDefault(question.id(), List.of());
	}

	boolean isSafety(Question question) {
		return !this.base.isAboutMassage(question);
	}

	@Override
	public Variable option(Question question, String option) {
		return this.f.variable(this.copy + question.id() + "=" + option);
	}

	Variable band(Question question, Band band) {
		return this.f.variable(this.copy + question.id() + "=" + band.from());
	}

	@Override
	public Formula within(Question question, int from, int to) {
		return this.f.or(bands(question).stream()
			.filter((band) -> band.isInside(from, to))
			.map((band) -> band(question, band))
			.toList());
	}

	/** The variables of one question, in the order of its options or numbers. */
	List<Variable> variables(Question question) {
		return (question.kind() == Kind.NUMBER) ? bands(question).stream().map((band) -> band(question, band)).toList()
				: question.options().stream().map((option) -> option(question, option.id())).toList();
	}

	/** The variables of one question that an atom speaks of. */
	List<Variable> speaksOf(Condition.Atom atom) {
		Question question = this.base.question(atom.question());
		if (atom instanceof Condition.Within within && question.kind() == Kind.NUMBER) {
			return bands(question).stream()
				.filter((band) -> band.isInside(within.from(), within.to()))
				.map((band) -> band(question, band))
				.toList();
		}
		return atom.options(question).stream().map((option) -> option(question, option)).toList();
	}

	/** When a question is asked, given the answers of a whole sheet. */
	Formula asked(Question question) {
		Formula known = this.asked.get(question.id());
		if (known == null) {
			List<Formula> parts = new ArrayList<>();
			if (question.asked() != null) {
				parts.add(this.conditions.of(question.asked()));
			}
			if (question.choosesOneOfOffered()) {
				parts.add(this.conditions.atLeast(2, question.options().stream().map(this::offered).toList()));
			}
			if (!isSafety(question)) {
				parts.add(planPossible());
			}
			known = this.f.and(parts);
			this.asked.put(question.id(), known);
		}
		return known;
	}

	private Formula offered(Option option) {
		return (option.offered() != null) ? this.conditions.of(option.offered()) : this.f.verum();
	}

	/**
	 * The safety section alone leaves a plan possible, so the massage section is asked.
	 */
	Formula planPossible() {
		return safetyRules().noReferral();
	}

	/** What the rules say while no question of the massage section is answered. */
	RuleFormulas safetyRules() {
		if (this.safetyRules == null) {
			this.safetyRules = new RuleFormulas(this.base, this.f, new SafetyOnly());
		}
		return this.safetyRules;
	}

	/** The safety section alone, completely answered. */
	Formula validSafety() {
		return this.f.and(this.base.questions()
			.stream()
			.filter(this::isSafety)
			.map((question) -> valid(question, asked(question)))
			.toList());
	}

	/** Whole sheets: every question that is asked is answered, and no other. */
	Formula valid() {
		return this.f.and(this.base.questions().stream().map((question) -> valid(question, asked(question))).toList());
	}

	private Formula valid(Question question, Formula asked) {
		List<Variable> variables = variables(question);
		List<Formula> parts = new ArrayList<>();
		parts.add(this.f.equivalence(asked, this.f.or(variables)));
		if (question.kind() == Kind.MULTI) {
			question.options()
				.stream()
				.filter(Option::excludesOthers)
				.forEach((option) -> parts.add(this.f.or(this.f.not(option(question, option.id())),
						noneBut(variables, option(question, option.id())))));
		}
		else {
			for (int i = 0; i < variables.size(); i++) {
				for (int j = i + 1; j < variables.size(); j++) {
					parts.add(this.f.or(variables.get(i).negate(), variables.get(j).negate()));
				}
			}
		}
		question.options()
			.stream()
			.filter((option) -> option.offered() != null)
			.forEach((option) -> parts.add(this.f.or(option(question, option.id()).negate(), offered(option))));
		return this.f.and(parts);
	}

	Formula none(List<Variable> variables) {
		return this.f.and(variables.stream().map(Variable::negate).toList());
	}

	private Formula noneBut(List<Variable> variables, Variable alone) {
		return none(variables.stream().filter((variable) -> !variable.equals(alone)).toList());
	}

	/** The same letters, with no question of the massage section answered. */
	private final class SafetyOnly implements Letters {

		@Override
		public Formula option(Question question, String option) {
			return isSafety(question) ? AnswerSpace.this.option(question, option) : AnswerSpace.this.f.falsum();
		}

		@Override
		public Formula within(Question question, int from, int to) {
			return isSafety(question) ? AnswerSpace.this.within(question, from, to) : AnswerSpace.this.f.falsum();
		}

	}

}
