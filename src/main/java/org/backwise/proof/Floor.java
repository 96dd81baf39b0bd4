package org.backwise.proof;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.proof.RuleFormulas.Firing;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * The rules that come with Backwise are the least that anybody gets: compares a
 * practice's own rules with them by what they decide, on every answer sheet, and once
 * more after everything is cleared that can be.
 */
class Floor {

	private final AnswerSpace space;

	private final SheetView floor;

	private final SheetView own;

	private final ProofWork work;

	private final FormulaFactory f;

	private final Map<String, Failure> tooMild = new LinkedHashMap<>();

	private Floor(KnowledgeBase floor, KnowledgeBase own) {
		this.space = AnswerSpace.cleared(floor, own);
		this.floor = this.space.view();
		this.own = this.space.candidate();
		this.work = new ProofWork(this.space);
		this.f = this.space.factory();
	}

	/**
	 * Where the rules of a practice are milder than they may be, each with the smallest
	 * person who shows it.
	 */
	static List<Failure> broken(KnowledgeBase own) {
		return broken(own, List.of());
	}

	/**
	 * The same, where some promises are known to be broken: a rule that breaks one is not
	 * advised to be listed.
	 */
	static List<Failure> broken(KnowledgeBase own, List<Property> promises) {
		KnowledgeBase builtIn = Promises.builtIn();
		Map<String, Failure> mild = new Floor(builtIn, own).tooMild();
		Loosening loosening = new Loosening(own, mild.keySet());
		List<Failure> broken = new ArrayList<>(FollowUpFloor.broken(own));
		broken.addAll(loosening.faults());
		Map<String, Failure> left = own.loosened().isEmpty() ? mild
				: new Floor(loosening.floor(builtIn), own).tooMild();
		left.values().stream().map((failure) -> loosening.advised(failure, promises)).forEach(broken::add);
		return broken;
	}

	private Map<String, Failure> tooMild() {
		this.floor.base().referrals().forEach(this::levels);
		Formula plans = this.f.and(this.floor.plan(), this.own.plan());
		for (Caution rule : this.floor.base().cautions()) {
			found(rule.id(), this.f.and(plans, this.floor.rules().fires(rule), this.f.not(fires(rule))),
					"Here the caution is missing, or asks for less.");
			rule.excludes()
				.forEach((technique) -> offered(rule.id(), technique, this.floor.rules().fires(rule), plans));
			rule.leave().forEach((area) -> workedOn(rule.id(), area, this.floor.rules().fires(rule), plans));
		}
		for (Referral rule : this.floor.base().referrals()) {
			lifted(rule, plans);
		}
		newTechniques();
		return this.tooMild;
	}

	/** Where a rule fires, the level is no lower than it says. */
	private void levels(Referral rule) {
		boolean last = this.floor.isDecidedByMassage(rule);
		Formula asked = last ? this.own.safetyOnly().rules().noReferral() : this.f.verum();
		for (Firing firing : this.floor.rules().firings()) {
			if (firing.rule().equals(rule)) {
				found(rule.id(), this.f.and(firing.when(), asked, this.f.not(this.own.rules().atLeast(firing.level()))),
						"Here the level is lower than " + firing.level() + ".");
			}
		}
	}

	/** What is cleared may be, and leaves out what it leaves out with us. */
	private void lifted(Referral rule, Formula plans) {
		for (Firing firing : this.floor.rules().firings()) {
			if (firing.rule().equals(rule) && !this.floor.base().isClearable(rule, firing.level())) {
				found(rule.id(), this.f.and(firing.when(), this.own.plan()), "Here a clearance lifts it.");
			}
		}
		if (rule.cleared() != null) {
			rule.cleared()
				.excludes()
				.forEach((technique) -> offered(rule.id(), technique, this.floor.lifted(rule), plans));
			rule.cleared().leave().forEach((area) -> workedOn(rule.id(), area, this.floor.lifted(rule), plans));
		}
		if (this.floor.isDecidedByMassage(rule)) {
			Formula beside = this.f.and(plans, this.floor.rules().fires(rule, Level.WAIT),
					this.f.not(this.floor.safetyOnly().rules().noReferral()));
			found(rule.id(), this.f.and(beside, this.f.not(sameReferral(rule))), "Here it is no caution.");
		}
	}

	private Formula sameReferral(Referral rule) {
		return this.f.or(this.own.base()
			.referrals()
			.stream()
			.filter((other) -> other.id().equals(rule.id()))
			.map((other) -> this.own.rules().fires(other, Level.WAIT))
			.toList());
	}

	/** The practice's caution of this id fires, is as gentle, and says as much. */
	private Formula fires(Caution rule) {
		return this.f.or(this.own.base()
			.cautions()
			.stream()
			.filter((other) -> other.id().equals(rule.id()))
			.filter((other) -> other.beginsGently() || !rule.beginsGently())
			.filter((other) -> other.keepsOffThePain() || !rule.keepsOffThePain())
			.filter((other) -> other.caution() != null || rule.caution() == null)
			.filter((other) -> other.question() != null || rule.question() == null)
			.filter((other) -> other.seeDoctorAdvice() != null || rule.seeDoctorAdvice() == null)
			.map((other) -> this.own.rules().fires(other))
			.toList());
	}

	/** A technique that a rule leaves out is offered; one that there is not cannot be. */
	private void offered(String rule, String technique, Formula fires, Formula plans) {
		if (techniques(this.own.base()).contains(technique)) {
			found(rule, this.f.and(plans, fires, this.f.not(this.own.excluded(technique))),
					"Here “" + technique + "” is no longer left out.");
		}
	}

	/** An area that a rule says to leave alone is left alone by none. */
	private void workedOn(String rule, String area, Formula fires, Formula plans) {
		Stream<Formula> cautions = this.own.base()
			.cautions()
			.stream()
			.filter((other) -> other.leave().contains(area))
			.map((other) -> this.own.rules().fires(other));
		Stream<Formula> lifted = this.own.base()
			.referrals()
			.stream()
			.filter((other) -> other.cleared() != null && other.cleared().leave().contains(area))
			.map(this.own::lifted);
		Formula left = this.f.or(Stream.concat(cautions, lifted).toList());
		found(rule, this.f.and(plans, fires, this.f.not(left)), "Here “" + area + "” is no longer left alone.");
	}

	/** Nothing says whom a technique of the practice's own could hurt. */
	private void newTechniques() {
		Set<String> others = new LinkedHashSet<>(techniques(this.own.base()));
		techniques(this.floor.base()).forEach(others::remove);
		others.forEach((technique) -> this.tooMild.put(technique, new Failure(technique,
				"There is no technique “" + technique + "” in the rules that come with Backwise.", List.of())));
	}

	private static List<String> techniques(KnowledgeBase base) {
		return base.techniques().techniques().stream().map(Technique::id).toList();
	}

	private void found(String rule, Formula wrong, String words) {
		if (!this.tooMild.containsKey(rule)) {
			Optional<Example> found = this.work.smallest(wrong);
			found.ifPresent((example) -> this.tooMild.put(rule, new Failure(rule,
					"Rule " + rule + " is milder than the one that comes with Backwise. " + words, List.of(example))));
		}
	}

	/** The rules of the floor that a folder has in its own way. */
	static <T> List<T> taken(List<T> floor, List<T> own, java.util.function.Function<T, String> id, Set<String> rules) {
		return Stream
			.concat(floor.stream().filter((rule) -> !rules.contains(id.apply(rule))),
					own.stream().filter((rule) -> rules.contains(id.apply(rule))))
			.toList();
	}

}
