package org.backwise.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.PlanGuide;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.Habit;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Left;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.RuleProgram.RuleOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Makes the plan of somebody whom nothing refers, or whose findings a therapist lifted.
 */
class Plans {

	private final KnowledgeBase base;

	private final RuleProgram cautions;

	/** Each caution as it is reported, in reporting order. */
	private final List<Rules.Caution> rules;

	private final List<Caution> limits;

	/** The techniques that each caution leaves out, as bits. */
	private final int[] excludes;

	private final TechniqueChooser techniques;

	private final PhaseCounter phases;

	private final Lifting lifting;

	private final @Nullable BodyAreas areas;

	private final @Nullable HabitChooser habits;

	Plans(KnowledgeBase base, AnswerCode code, TechniqueChooser techniques, Lifting lifting) {
		this.base = base;
		this.techniques = techniques;
		this.lifting = lifting;
		this.rules = base.cautions()
			.stream()
			.sorted(Comparator.comparing(Rules.Caution::id, RuleOrder.CAUTIONS))
			.toList();
		List<RuleOutcome> outcomes = this.rules.stream()
			.map((rule) -> new RuleOutcome(rule.id(), null, rule.when()))
			.toList();
		this.cautions = new RuleProgram(outcomes.stream().map(List::of).toList(), outcomes, code);
		this.limits = this.rules.stream()
			.map((rule) -> new Caution(rule.id(), rule.source(), rule.caution(), rule.excludes()))
			.toList();
		this.excludes = this.rules.stream().mapToInt((rule) -> techniques.set(rule.excludes())).toArray();
		this.phases = new PhaseCounter(base, code);
		PlanGuide.Areas named = base.plan().areas();
		this.areas = (named != null) ? new BodyAreas(base, named, code) : null;
		List<PlanGuide.Habit> offered = base.plan().habits();
		String question = base.roles().habit();
		this.habits = (offered != null && question != null && base.hasQuestion(question))
				? new HabitChooser(base, offered, question, code) : null;
	}

	/**
	 * The plan; the techniques that are left out beside the rules have their reasons
	 * already, the areas are those of some cautions.
	 */
	Assessment plan(long[] bits, int[] lifted, boolean complementary, Map<String, List<String>> leftOut, Set<String> as,
			List<String> ignored, KnowledgeVersion version) {
		int[] fired = RuleProgram.places(this.cautions.run(bits));
		List<Cleared> cleared = (lifted.length > 0) ? this.lifting.lifted(lifted) : List.of();
		Set<String> referring = (lifted.length > 0) ? firing(cleared) : Set.of();
		List<Caution> found = new ArrayList<>(fired.length);
		int excluded = 0;
		boolean keepOff = false;
		for (int place : fired) {
			Rules.Caution rule = this.rules.get(place);
			if (rule.givesWayTo() == null || !referring.contains(rule.givesWayTo())) {
				found.add(this.limits.get(place));
				excluded |= this.excludes[place];
				keepOff |= rule.keepsOffThePain();
			}
		}
		for (Cleared finding : cleared) {
			excluded |= this.techniques.set(finding.excludes());
		}
		List<String> always = complementary ? this.base.techniques().complementary().excludes() : List.of();
		excluded |= this.techniques.set(always);
		excluded |= this.techniques.set(List.copyOf(leftOut.keySet()));
		for (String rule : as) {
			keepOff |= this.base.caution(rule).keepsOffThePain();
		}
		List<Left> leave = leave(found, as, lifted);
		if (lifted.length > 0) {
			this.lifting.cautions(lifted).forEach((rule) -> found.add(noted(rule)));
		}
		Map<String, List<String>> reasons = reasons(cleared, found, always, leftOut, excluded);
		TechniqueChoice choice = complementary ? this.techniques
			.chooseBeginningWith(this.base.techniques().complementary().primary(), bits, excluded, reasons)
				: this.techniques.choose(bits, excluded, reasons);
		Areas where = (this.areas != null) ? this.areas.of(bits, keepOff, leave) : null;
		Habit habit = (this.habits != null) ? this.habits.of(bits) : null;
		return new Assessment(Outcome.CARE_PLAN, null, null, List.of(), Collections.unmodifiableList(found),
				complementary, cleared, choice, this.phases.phases(bits), where, habit,
				this.techniques.isSensitised(bits), ignored, version);
	}

	/** The cautions that fire, by their ids. */
	List<String> limiting(long[] bits) {
		return Arrays.stream(RuleProgram.places(this.cautions.run(bits)))
			.mapToObj((at) -> this.rules.get(at).id())
			.toList();
	}

	private static Set<String> firing(List<Cleared> cleared) {
		Set<String> rules = new LinkedHashSet<>();
		cleared.forEach((finding) -> rules.add(finding.rule()));
		return rules;
	}

	/** What is decided after the massage section, beside findings that are lifted. */
	private Caution noted(String rule) {
		Rules.Referral referral = this.base.referral(rule);
		return new Caution(referral.id(), referral.source(), referral.title(), List.of());
	}

	private List<Left> leave(List<Caution> found, Set<String> as, int[] lifted) {
		Set<Left> left = (lifted.length > 0) ? new LinkedHashSet<>(this.lifting.leave(lifted)) : null;
		for (Caution caution : found) {
			left = leave(left, caution.rule());
		}
		for (String rule : as) {
			left = leave(left, rule);
		}
		return (left != null) ? List.copyOf(left) : List.of();
	}

	/** Most rules leave no area alone, so that most plans need no set of them. */
	private @Nullable Set<Left> leave(@Nullable Set<Left> left, String rule) {
		Set<Left> more = left;
		for (String area : this.base.caution(rule).leave()) {
			more = (more != null) ? more : new LinkedHashSet<>();
			more.add(new Left(area, rule));
		}
		return more;
	}

	/** Technique to the rules that leave it out; none where no rule does. */
	private static Map<String, List<String>> reasons(List<Cleared> cleared, List<Caution> cautions, List<String> always,
			Map<String, List<String>> leftOut, int excluded) {
		if (excluded == 0) {
			return Map.of();
		}
		Map<String, List<String>> reasons = new LinkedHashMap<>();
		cleared.forEach((finding) -> add(reasons, finding.rule(), finding.excludes()));
		cautions.forEach((caution) -> add(reasons, caution.rule(), caution.excludes()));
		leftOut.forEach((technique, rules) -> rules.forEach((rule) -> add(reasons, rule, List.of(technique))));
		always.forEach((technique) -> reasons.putIfAbsent(technique, List.of()));
		return Collections.unmodifiableMap(reasons);
	}

	private static void add(Map<String, List<String>> reasons, String rule, List<String> excludes) {
		excludes.forEach((technique) -> reasons.computeIfAbsent(technique, (key) -> new ArrayList<>()).add(rule));
	}

}
