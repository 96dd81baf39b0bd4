package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.followup.MeasureSpace;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** The formulas and the solver that the proofs about one follow-up share. */
class FollowUpWork {

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final MeasureSpace measures;

	private final FollowUpSpace space;

	private final FollowUpRules rules;

	private final Calm calm;

	private final Set<String> measured = new HashSet<>();

	private @Nullable Prover prover;

	FollowUpWork(KnowledgeBase base) {
		this(base, new FormulaFactory(), new MeasureSpace(base), "");
	}

	/** The same once more beside it. */
	FollowUpWork(FollowUpWork other, String copy) {
		this(other.base, other.f, other.measures, copy);
	}

	private FollowUpWork(KnowledgeBase base, FormulaFactory f, MeasureSpace measures, String copy) {
		this.base = base;
		this.f = f;
		this.measures = measures;
		this.space = new FollowUpSpace(base, measures, f, copy);
		this.rules = new FollowUpRules(base, this.space, f, copy);
		this.calm = new Calm(this.space.sheets(),
				Stream.concat(
						this.rules.rules()
							.stream()
							.filter((rule) -> rule.finding() == null)
							.map((rule) -> CheckInQuestions.when(rule, base)),
						this.rules.cautions().stream().map(CareRules.Caution::when)));
		measures.parts().forEach((part) -> part.cases().forEach((one) -> this.measured.addAll(one.facts().keySet())));
		this.measured.addAll(
				measures.together(measures.parts().stream().map((part) -> part.cases().get(0).kind()).toList(), false)
					.keySet());
	}

	KnowledgeBase base() {
		return this.base;
	}

	FollowUp followUp() {
		return Objects.requireNonNull(this.base.followUp());
	}

	FormulaFactory f() {
		return this.f;
	}

	MeasureSpace measures() {
		return this.measures;
	}

	FollowUpSpace space() {
		return this.space;
	}

	FollowUpRules rules() {
		return this.rules;
	}

	/** The fact comes from the measures. */
	boolean isMeasured(Question fact) {
		return this.measured.contains(fact.id());
	}

	boolean isPossible(Formula formula) {
		return prover().isPossible(formula);
	}

	/** All check-ins, and what the rules say of them. */
	Formula valid() {
		return this.f.and(this.space.valid(), this.rules.meanings());
	}

	private Prover prover() {
		if (this.prover == null) {
			this.prover = new Prover(this.f, valid());
		}
		return this.prover;
	}

	Optional<Example> smallest(Formula formula, Set<String> read) {
		return prover().smallest(formula, standingOut()).map((chosen) -> story(chosen, read));
	}

	/** A check-in with this in it leads to less than an outcome. */
	Optional<Failure> milder(Formula formula, Outcome least, String words) {
		return smallest(this.f.and(formula, this.f.not(this.rules.atLeast(least))), Set.of())
			.map((found) -> new Failure(null, words, List.of(found)));
	}

	/** Everything that can stand out, new findings most. */
	List<Variable> standingOut() {
		List<Variable> found = new ArrayList<>();
		Stream.of(Level.values()).map(this.rules::finding).forEach(found::add);
		found.addAll(this.calm.standingOut());
		return found;
	}

	/** The person of a check-in: what is known, new findings, and the answers. */
	Example story(Set<Variable> chosen, Set<String> read) {
		Example sheet = this.calm.example(chosen, read);
		List<String> lines = new ArrayList<>(sheet.lines());
		Stream.of(Level.values())
			.filter((level) -> chosen.contains(this.rules.finding(level)))
			.forEach((level) -> lines.add("A new finding: " + level));
		return new Example(sheet.answers(), lines);
	}

	Set<String> read(Condition condition) {
		return condition.questions();
	}

}
