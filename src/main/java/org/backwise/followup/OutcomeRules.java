package org.backwise.followup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.knowledge.CareRules;
import org.backwise.knowledge.CheckInQuestions;
import org.backwise.knowledge.Condition;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.PlanGuide;
import org.backwise.triage.Answer;
import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Conditions;
import org.backwise.triage.Triage;

/** The rules of the follow-up, compiled: the strictest outcome first. */
class OutcomeRules {

	private final List<String> phases;

	private final CareRules.Rule[] rules;

	private final List<Condition> whens;

	private final FiredRule[] fired;

	/** What is reported when nothing holds. */
	private final List<FiredRule> otherwise;

	/** Each with no new finding; one that reads a new finding never holds here. */
	private final Conditions conditions;

	OutcomeRules(KnowledgeBase base, FollowUp followUp, Triage checkIns) {
		this.phases = base.plan().phases().stream().map(PlanGuide.Phase::id).toList();
		this.rules = followUp.rules()
			.stream()
			.sorted(Comparator.comparing(CareRules.Rule::outcome))
			.toArray(CareRules.Rule[]::new);
		this.fired = new FiredRule[this.rules.length];
		for (int i = 0; i < this.rules.length; i++) {
			this.fired[i] = new FiredRule(this.rules[i].id(), this.rules[i].outcome(), this.rules[i].source());
		}
		this.otherwise = followUp.otherwise()
			.map((rule) -> new FiredRule(rule.id(), rule.outcome(), rule.source()))
			.stream()
			.toList();
		this.whens = List.of(this.rules).stream().map((rule) -> CheckInQuestions.when(rule, base)).toList();
		this.conditions = checkIns.compile(this.whens);
	}

	/** When each rule holds, in the order of their places. */
	List<Condition> whens() {
		return this.whens;
	}

	/** The answers with what is known beside them. */
	Answers knowing(Answers answers, Map<String, Answer> facts) {
		return this.conditions.knowing(answers, facts);
	}

	Answers knowing(Answers answers, Answers more) {
		return this.conditions.knowing(answers, more);
	}

	/** A rule that nobody argues with holds: the client wants to stop. */
	boolean isByWish(BitSet holding) {
		return holding.stream()
			.mapToObj((place) -> this.rules[place])
			.anyMatch((rule) -> rule.outcome() == Outcome.FINISH && !rule.overrules().isEmpty());
	}

	/** The places of all rules that hold. */
	BitSet holding(Answers answers, List<Finding> fresh) {
		BitSet holding = this.conditions.holding(answers);
		if (!fresh.isEmpty()) {
			Set<Level> levels = EnumSet.noneOf(Level.class);
			fresh.forEach((finding) -> levels.add(finding.level()));
			addFindings(holding, levels);
		}
		return holding;
	}

	/** The rules that read new findings. */
	void addFindings(BitSet holding, Set<Level> levels) {
		for (int i = 0; i < this.rules.length; i++) {
			Level level = this.rules[i].finding();
			if (level != null && levels.contains(level)) {
				holding.set(i);
			}
		}
	}

	/**
	 * The strictest first; one that holds in two ways is reported once, and where none
	 * holds the one by which it goes on.
	 */
	List<FiredRule> fired(BitSet holding) {
		if (holding.isEmpty()) {
			return this.otherwise;
		}
		List<FiredRule> fired = new ArrayList<>(holding.cardinality());
		for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
			if (!fired.contains(this.fired[i])) {
				fired.add(this.fired[i]);
			}
		}
		return List.copyOf(fired);
	}

	/** The strictest, but for what another one only lets be reported. */
	CareRules.@Nullable Rule decides(BitSet holding) {
		CareRules.Rule decides = null;
		for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
			CareRules.Rule rule = this.rules[i];
			if (!isOnlyReported(rule.outcome(), holding)
					&& (decides == null || rule.outcome().isStricterThan(decides.outcome())
							|| rule.outcome() == decides.outcome() && reach(rule) < reach(decides))) {
				decides = rule;
			}
		}
		return decides;
	}

	private boolean isOnlyReported(Outcome outcome, BitSet holding) {
		for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
			if (this.rules[i].overrules().contains(outcome)) {
				return true;
			}
		}
		return false;
	}

	/** Of two steps back the one that goes further. */
	private static int reach(CareRules.Rule rule) {
		return (rule.toPhase() != null) ? 0 : 1;
	}

	/** The phase that a rule leads to; null when the plan stays. */
	@Nullable String to(CareRules.Rule rule, String phase) {
		if (rule.toPhase() != null) {
			return rule.toPhase();
		}
		if (rule.to() == null) {
			return null;
		}
		int place = Math.max(0, Math.min(this.phases.size() - 1, this.phases.indexOf(phase) + rule.to()));
		return this.phases.get(place);
	}

}
