package org.backwise.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.Left;
import org.backwise.triage.RuleProgram.RuleOutcome;

/**
 * What a therapist's clearance lifts: findings at see-doctor or wait whose rule says what
 * stays left out. Everything that fired has to be lifted, or nothing is.
 */
class Lifting {

	/**
	 * Stands beside the rules when the whole case was cleared, so also what a therapist
	 * raised by hand: no rule needs to have fired then.
	 */
	static final String WHOLE_CASE = "whole-case";

	private final List<Outcome> outcomes;

	private final Set<String> clearable;

	/**
	 * An outcome of the referral rules.
	 *
	 * @param rule id of its rule
	 * @param clearable whether a clearance can lift it
	 * @param aboutMassage whether it is decided after the massage section only
	 * @param cleared what is said of it once it is lifted
	 * @param leave the areas to leave alone then
	 */
	private record Outcome(String rule, boolean clearable, boolean aboutMassage, Cleared cleared, List<Left> leave) {

	}

	Lifting(KnowledgeBase base, List<RuleOutcome> outcomes) {
		Set<String> massage = new HashSet<>();
		base.questions().stream().filter(base::isAboutMassage).map(Questionnaire.Question::id).forEach(massage::add);
		this.outcomes = outcomes.stream().map((outcome) -> outcome(base, outcome, massage)).toList();
		this.clearable = Set
			.copyOf(this.outcomes.stream().filter(Outcome::clearable).map(Outcome::rule).distinct().toList());
	}

	private static Outcome outcome(KnowledgeBase base, RuleOutcome outcome, Set<String> massage) {
		Rules.Referral rule = base.referral(outcome.rule());
		Rules.Cleared cleared = Objects.requireNonNullElse(rule.cleared(), new Rules.Cleared(List.of(), null));
		return new Outcome(rule.id(), base.isClearable(rule, Objects.requireNonNull(outcome.level())),
				outcome.when().questions().stream().anyMatch(massage::contains),
				new Cleared(rule.id(), outcome.level(), cleared.excludes()),
				cleared.leave().stream().map((area) -> new Left(area, rule.id())).toList());
	}

	/** The rules that a clearance can lift at one of their levels. */
	Set<String> clearable() {
		return this.clearable;
	}

	/**
	 * Whether the named lifting lift all that fired. What is decided after the massage
	 * section needs no name of its own beside other findings.
	 */
	boolean lifts(long[] fired, Set<String> named) {
		if (named.isEmpty()) {
			return false;
		}
		int[] places = RuleProgram.places(fired);
		boolean beside = isBeside(places);
		for (int place : places) {
			Outcome outcome = this.outcomes.get(place);
			boolean needsNoName = beside && outcome.aboutMassage();
			if (!outcome.clearable() || !(needsNoName || named.contains(outcome.rule()))) {
				return false;
			}
		}
		return places.length > 0;
	}

	/** What a clearance of everything that can be cleared would lift. */
	Liftable liftable(int[] places) {
		List<String> lifted = new ArrayList<>();
		List<String> held = new ArrayList<>();
		for (int place : places) {
			Outcome outcome = this.outcomes.get(place);
			(outcome.clearable() ? lifted : held).add(outcome.rule());
		}
		return new Liftable(lifted, held);
	}

	/** The findings that are lifted; what stands beside them is a caution. */
	List<Cleared> lifted(int[] places) {
		boolean beside = isBeside(places);
		List<Cleared> lifted = new ArrayList<>();
		for (int place : places) {
			if (!(beside && this.outcomes.get(place).aboutMassage())) {
				lifted.add(this.outcomes.get(place).cleared());
			}
		}
		return List.copyOf(lifted);
	}

	/** The rules that become cautions beside what is lifted. */
	List<String> cautions(int[] places) {
		List<String> rules = new ArrayList<>();
		for (int place : places) {
			if (isBeside(places) && this.outcomes.get(place).aboutMassage()) {
				rules.add(this.outcomes.get(place).rule());
			}
		}
		return rules;
	}

	/** The areas that lifted findings say to leave alone. */
	List<Left> leave(int[] places) {
		List<Left> left = new ArrayList<>();
		for (int place : places) {
			left.addAll(this.outcomes.get(place).leave());
		}
		return left;
	}

	private boolean isBeside(int[] places) {
		for (int place : places) {
			if (!this.outcomes.get(place).aboutMassage()) {
				return true;
			}
		}
		return false;
	}

}
