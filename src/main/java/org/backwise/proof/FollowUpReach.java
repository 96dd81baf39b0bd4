package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.proof.ProofReport.Witness;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** What can come out of a check-in, and the smallest person for each. */
class FollowUpReach {

	private final CarePromises promises = Promises.kept().care();

	private final FollowUpWork work;

	private final FollowUpRules rules;

	private final FormulaFactory f;

	FollowUpReach(FollowUpWork work) {
		this.work = work;
		this.rules = work.rules();
		this.f = work.f();
	}

	Optional<Failure> everyRule() {
		return Stream
			.of(this.rules.rules()
				.stream()
				.filter((rule) -> !this.work.isPossible(this.rules.holds(rule)))
				.map(CareRules.Rule::id),
					this.rules.cautions()
						.stream()
						.filter((caution) -> !this.work.isPossible(this.rules.holds(caution)))
						.map(CareRules.Caution::id),
					Stream.of(Outcome.values())
						.filter((outcome) -> !this.work.isPossible(this.rules.outcome(outcome)))
						.map(Outcome::toString))
			.flatMap((ids) -> ids)
			.findFirst()
			.map((id) -> new Failure(id, id + " never comes out.", List.of()));
	}

	/** The smallest person for every outcome, rule and caution. */
	List<Witness> witnesses() {
		List<Witness> found = new ArrayList<>();
		for (Outcome outcome : Outcome.values()) {
			found.add(witness("The outcome “" + outcome + "”", this.rules.outcome(outcome), Set.of()));
		}
		Set<String> seen = new LinkedHashSet<>();
		for (CareRules.Rule rule : this.rules.rules()) {
			Set<String> read = (rule.finding() != null) ? Set.of()
					: this.work.read(CheckInQuestions.when(rule, this.work.base()));
			String name = seen.add(rule.id()) ? rule.id() : rule.id() + " (again)";
			Formula decides = this.rules.decides(rule);
			found.add(witness(name + ": " + rule.title(),
					this.work.isPossible(decides) ? decides : this.rules.holds(rule), read));
		}
		this.rules.cautions()
			.forEach((caution) -> found.add(witness(caution.id() + ": " + caution.says(), this.rules.holds(caution),
					this.work.read(caution.when()))));
		return found;
	}

	private Witness witness(String what, Formula formula, Set<String> read) {
		return new Witness(what, this.work.smallest(formula, read).orElse(null));
	}

	/** Everything that pauses a plan has an end. */
	Optional<Failure> wayOut() {
		KnowledgeBase base = this.work.base();
		for (Referral rule : base.referrals()) {
			for (AtLevel at : rule.atLevels()) {
				if (base.isClearable(rule, at.level()) && !at.level().mayBeCleared()) {
					return Failure.of(rule.id(), "A clearance lifts " + rule.id() + ".", List.of());
				}
			}
		}
		if (this.work.followUp().timing().waitHours() < 1 || this.work.followUp().timing().longestPause() < 1) {
			return Failure.of(null, "A wait has no end.", List.of());
		}
		return base.plan().phases().stream().map(this::goesOn).flatMap(Optional::stream).findFirst();
	}

	/** After a pause a calm sheet goes on, with everything known that can be. */
	private Optional<Failure> goesOn(Phase phase) {
		FollowUpSpace space = this.work.space();
		List<Formula> parts = new ArrayList<>();
		parts.add(space.promised(this.promises.back()));
		parts.add(space.chosen("phase", phase.id()));
		parts.add(this.rules.outcome(Outcome.GO_ON));
		Stream.of(Level.values()).forEach((level) -> parts.add(this.rules.finding(level).negate()));
		this.work.base().referrals().stream().filter((rule) -> rule.cleared() != null).forEach((rule) -> {
			String known = CheckInQuestions.known(this.work.followUp(), rule.id());
			parts.add(space.chosen(CheckInQuestions.CLEARED, rule.id()));
			parts.add(this.f.or(this.promises.knownCalm().stream().map((calm) -> space.chosen(known, calm)).toList()));
		});
		return this.work.isPossible(this.f.and(parts)) ? Optional.empty()
				: Failure.of(null, "In the phase " + phase.id() + " nobody can come back.", List.of());
	}

}
