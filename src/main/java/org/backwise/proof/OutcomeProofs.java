package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.proof.Property.Kind;
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

	Property oneOutcome() {
		String id = "one-outcome";
		String title = "Every answer sheet has exactly one outcome: one of the four levels, or a care plan.";
		List<Formula> outcomes = new ArrayList<>();
		ProofWork.levels().forEach((level) -> outcomes.add(this.work.rules().level(level)));
		outcomes.add(this.work.plan());
		List<Formula> wrong = new ArrayList<>();
		wrong.add(this.f.not(this.f.or(outcomes)));
		for (int i = 0; i < outcomes.size(); i++) {
			for (int j = i + 1; j < outcomes.size(); j++) {
				wrong.add(this.f.and(outcomes.get(i), outcomes.get(j)));
			}
		}
		return never(id, title, this.f.or(wrong), "A sheet has no outcome, or two.");
	}

	Property noPlanAgainstARule() {
		String id = "no-plan-against-a-rule";
		String title = "No sheet on which a rule refers (any E, U, D or W rule, N-01 or N-02) gets a care plan.";
		for (Firing firing : this.work.rules().firings()) {
			Optional<Example> found = this.work.smallest(this.f.and(firing.when(), this.work.plan()));
			if (found.isPresent()) {
				return Property.broken(id, Kind.SAFETY, title, firing.rule().id(),
						"Rule " + firing.rule().id() + " fires and there is a plan.", List.of(found.get()));
			}
		}
		return Property.holds(id, Kind.SAFETY, title);
	}

	/** Rule ids never change meaning, so their letter keeps its level. */
	Property letterKeepsItsLevel() {
		String id = "letter-keeps-its-level";
		String title = "The letter of a rule still says its highest level: E emergency, U urgent, D see a doctor,"
				+ " W wait, N-01 urgent, N-02 see a doctor.";
		for (Referral rule : this.base.referrals()) {
			Level promised = Promises.level(rule.id());
			Level highest = rule.atLevels().get(0).level();
			if (promised != null && highest != promised) {
				Formula fires = this.f.or(this.work.rules()
					.firings()
					.stream()
					.filter((firing) -> firing.rule().equals(rule))
					.map(Firing::when)
					.toList());
				return Property.broken(id, Kind.SAFETY, title, rule.id(),
						"Rule " + rule.id() + " is at most " + highest + ", and its id promises " + promised + ".",
						this.work.smallest(fires, read(rule)).stream().toList());
			}
		}
		return Property.holds(id, Kind.SAFETY, title);
	}

	/** The questions a rule reads. */
	Set<String> read(Referral rule) {
		Set<String> read = new java.util.HashSet<>();
		rule.atLevels().forEach((at) -> read.addAll(at.when().questions()));
		return read;
	}

	Property everyPlanHasATechnique() {
		String id = "a-technique-for-every-plan";
		String title = "Every care plan has a technique that nothing excludes. The gentlest one leads after a doctor’s"
				+ " clearance, and when the body seems to be on high alert; no rule ever excludes it.";
		List<Formula> excluded = new ArrayList<>();
		for (Technique technique : this.base.techniques().techniques()) {
			excluded.add(this.work.rules().excluded(technique.id()));
		}
		List<String> always = List.of(this.base.techniques().sensitised().primary(),
				this.base.techniques().complementary().primary());
		for (Referral rule : this.base.referrals()) {
			if (rule.cleared() != null && rule.cleared().excludes().stream().anyMatch(always::contains)) {
				return Property.broken(id, Kind.SAFETY, title, rule.id(),
						"Rule " + rule.id() + " leaves out the technique that leads after a clearance.", List.of());
			}
		}
		for (var rule : this.base.cautions()) {
			if (rule.excludes().stream().anyMatch(always::contains)) {
				return Property.broken(id, Kind.SAFETY, title, rule.id(),
						"Rule " + rule.id() + " leaves out the technique that must always be possible.",
						this.work.smallest(this.f.and(this.work.rules().fires(rule), this.work.plan()))
							.stream()
							.toList());
			}
		}
		return never(id, title, this.f.and(this.work.plan(), this.f.and(excluded)), "A plan has no technique left.");
	}

	/** Emergencies are certain as soon as they are shown. */
	Property emergencyIsCertain() {
		String id = "emergency-is-certain";
		String title = "An emergency that is shown before all questions are answered stays an emergency, whatever the"
				+ " later answers are.";
		EarlyStop stop = new EarlyStop(this.work);
		for (int pages = 1; pages < this.base.questionnaire().pages().size(); pages++) {
			Optional<Example> found = this.work.smallest(stop.shownTooEarly(pages));
			if (found.isPresent()) {
				return Property
					.broken(id, Kind.SAFETY, title, stop.rule(pages),
							"After page “" + this.base.questionnaire().pages().get(pages - 1).id()
									+ "” an emergency would be shown, and the full sheet is none.",
							List.of(found.get()));
			}
		}
		return never(id, title, stop.shownTooEarlyWithGaps(),
				"A sheet with any gaps is an emergency, and the full sheet is none.");
	}

	Property dangerIsNotAskedLate() {
		String id = "danger-is-asked-first";
		String title = "No emergency or urgent rule reads a question of the massage section.";
		for (Firing firing : this.work.rules().firings()) {
			if (firing.level().compareTo(Level.URGENT) <= 0) {
				for (String read : read(firing.rule())) {
					Question question = this.base.question(read);
					if (!this.work.space().isSafety(question)) {
						return Property.broken(id, Kind.SAFETY, title, firing.rule().id(),
								"Rule " + firing.rule().id() + " reads “" + question.shortName() + "”.", List.of());
					}
				}
			}
		}
		return Property.holds(id, Kind.SAFETY, title);
	}

	private Property never(String id, String title, Formula wrong, String failure) {
		return this.work.smallest(wrong)
			.map((example) -> Property.broken(id, Kind.SAFETY, title, null, failure, List.of(example)))
			.orElseGet(() -> Property.holds(id, Kind.SAFETY, title));
	}

}
