package org.backwise.proof;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** What the rules of the follow-up say of a check-in, as formulas. */
class FollowUpRules {

	private final FormulaFactory f;

	private final FollowUpSpace space;

	private final String copy;

	private final List<CareRules.Rule> rules;

	/** What each letter of this class stands for. */
	private final List<Formula> meanings = new ArrayList<>();

	private final List<Variable> holds = new ArrayList<>();

	private final Map<Outcome, Variable> asks = new EnumMap<>(Outcome.class);

	private final List<CareRules.Caution> cautions;

	FollowUpRules(KnowledgeBase base, FollowUpSpace space, FormulaFactory f, String copy) {
		this.f = f;
		this.space = space;
		this.copy = copy;
		FollowUp followUp = Objects.requireNonNull(base.followUp());
		this.rules = followUp.rules();
		this.cautions = followUp.cautions();
		this.rules.forEach((rule) -> this.holds.add(means("rule " + this.holds.size(),
				(rule.finding() != null) ? finding(rule.finding()) : space.of(CheckInQuestions.when(rule, base)))));
		Stream.of(Outcome.values())
			.forEach((outcome) -> this.asks.put(outcome, means("asks " + outcome, asks(outcome))));
	}

	private Variable means(String name, Formula meaning) {
		Variable letter = this.f.variable(this.copy + name);
		this.meanings.add(this.f.equivalence(letter, meaning));
		return letter;
	}

	/** To be added to what is true of all check-ins. */
	Formula meanings() {
		return this.f.and(this.meanings);
	}

	/** There is a new finding at a level. */
	Variable finding(Level level) {
		return this.f.variable(this.copy + "new finding=" + level);
	}

	Formula findingAtLeast(Level level) {
		return this.f.or(Stream.of(Level.values())
			.filter((other) -> !level.isMoreUrgentThan(other))
			.map(this::finding)
			.toList());
	}

	List<CareRules.Rule> rules() {
		return this.rules;
	}

	List<CareRules.Caution> cautions() {
		return this.cautions;
	}

	Variable holds(CareRules.Rule rule) {
		return this.holds.get(place(rule));
	}

	Formula holds(CareRules.Caution caution) {
		return this.space.of(caution.when());
	}

	private int place(CareRules.Rule rule) {
		for (int i = 0; i < this.rules.size(); i++) {
			if (this.rules.get(i) == rule) {
				return i;
			}
		}
		throw new IllegalArgumentException("no rule of this follow-up");
	}

	/** Another rule lets it only be reported. */
	private Formula isOverruled(Outcome outcome) {
		return this.f
			.or(this.rules.stream().filter((rule) -> rule.overrules().contains(outcome)).map(this::holds).toList());
	}

	/** Some rule asks for an outcome and is not overruled. */
	private Formula asks(Outcome outcome) {
		return this.f.and(
				this.f.or(this.rules.stream().filter((rule) -> rule.outcome() == outcome).map(this::holds).toList()),
				this.f.not(isOverruled(outcome)));
	}

	/** Nothing asks for anything. */
	private Formula nothing() {
		return this.f.not(this.f.or(this.asks.values()));
	}

	Formula outcome(Outcome outcome) {
		Formula strictest = this.f.and(letter(outcome), this.f.not(this.f.or(stricterThan(outcome))));
		return (outcome == Outcome.GO_ON) ? this.f.or(strictest, nothing()) : strictest;
	}

	/** The outcome is this one or a stricter one. */
	Formula atLeast(Outcome outcome) {
		List<Formula> parts = new ArrayList<>(stricterThan(outcome));
		parts.add(letter(outcome));
		if (outcome.compareTo(Outcome.GO_ON) >= 0) {
			parts.add(nothing());
		}
		return this.f.or(parts);
	}

	private List<Formula> stricterThan(Outcome outcome) {
		return Stream.of(Outcome.values())
			.filter((other) -> other.isStricterThan(outcome))
			.<Formula>map(this::letter)
			.toList();
	}

	private Variable letter(Outcome outcome) {
		return Objects.requireNonNull(this.asks.get(outcome));
	}

	/** The rule asks for the outcome that comes out. */
	Formula decides(CareRules.Rule rule) {
		return this.f.and(holds(rule), outcome(rule.outcome()));
	}

}
