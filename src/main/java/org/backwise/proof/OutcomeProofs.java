package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.TechniqueGuide.Sensitised;
import org.backwise.proof.RuleFormulas.Firing;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** One outcome for every sheet, no plan against a rule, a technique for every plan. */
class OutcomeProofs {

	private final ProofWork work;

	private final KnowledgeBase base;

	private final FormulaFactory f;

	OutcomeProofs(ProofWork work) {
		this.work = work;
		this.base = work.base();
		this.f = work.f();
	}

	Optional<Failure> oneOutcome() {
		List<Formula> outcomes = new ArrayList<>();
		List.of(Level.values()).forEach((level) -> outcomes.add(this.work.rules().level(level)));
		outcomes.add(this.work.plan());
		List<Formula> wrong = new ArrayList<>();
		wrong.add(this.f.not(this.f.or(outcomes)));
		for (int i = 0; i < outcomes.size(); i++) {
			for (int j = i + 1; j < outcomes.size(); j++) {
				wrong.add(this.f.and(outcomes.get(i), outcomes.get(j)));
			}
		}
		return never(this.f.or(wrong), "A sheet has no outcome, or two.");
	}

	/** The questions a rule reads. */
	Set<String> read(Referral rule) {
		Set<String> read = new java.util.HashSet<>();
		rule.atLevels().forEach((at) -> read.addAll(at.when().questions()));
		return read;
	}

	private Formula noneLeft() {
		return this.f.and(this.base.techniques()
			.techniques()
			.stream()
			.map((technique) -> this.work.rules().excluded(technique.id()))
			.toList());
	}

	/**
	 * The choice passes over what is excluded, which the build shows for every
	 * combination of answers: unless nothing is left, or the sensitised pattern leads to
	 * a technique that is excluded.
	 */
	Optional<Failure> excludedIsOffered() {
		Sensitised pattern = this.base.techniques().sensitised();
		Formula forced = this.f.and(this.work.space().conditions().of(pattern.when()),
				this.work.rules().excluded(pattern.primary()));
		return never(this.f.and(this.work.plan(), this.f.or(noneLeft(), forced)),
				"A technique is offered that a rule excludes.");
	}

	/** Emergencies are certain as soon as they are shown. */
	Optional<Failure> emergencyIsCertain() {
		EarlyStop stop = new EarlyStop(this.work);
		for (int pages = 1; pages < this.base.questionnaire().pages().size(); pages++) {
			Optional<Example> found = this.work.smallest(stop.shownTooEarly(pages));
			if (found.isPresent()) {
				return Failure
					.of(stop.rule(pages),
							"After page “" + this.base.questionnaire().pages().get(pages - 1).id()
									+ "” an emergency would be shown, and the full sheet is none.",
							List.of(found.get()));
			}
		}
		return never(stop.shownTooEarlyWithGaps(),
				"A sheet with any gaps is an emergency, and the full sheet is none.");
	}

	Optional<Failure> dangerIsNotAskedLate() {
		for (Firing firing : this.work.rules().firings()) {
			if (firing.level().compareTo(Level.URGENT) <= 0) {
				for (String read : read(firing.rule())) {
					Question question = this.base.question(read);
					if (!this.work.space().isSafety(question)) {
						return Failure.of(firing.rule().id(),
								"Rule " + firing.rule().id() + " reads “" + question.shortName() + "”.", List.of());
					}
				}
			}
		}
		return Optional.empty();
	}

	private Optional<Failure> never(Formula wrong, String failure) {
		return this.work.smallest(wrong).map((example) -> new Failure(null, failure, List.of(example)));
	}

}
