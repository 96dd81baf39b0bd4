package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.PlanGuide.Count;
import org.backwise.knowledge.PlanGuide.Extra;
import org.backwise.knowledge.PlanGuide.Phase;
import org.backwise.knowledge.TechniqueGuide;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** Where two knowledge bases choose a technique or count sessions by other conditions. */
class GuideDifferences {

	private final AnswerSpace space;

	private final FormulaFactory f;

	GuideDifferences(AnswerSpace space) {
		this.space = space;
		this.f = space.factory();
	}

	/** The conditions that choose a technique or count sessions hold otherwise. */
	List<Formula> formulas() {
		List<Formula> different = new ArrayList<>();
		List<Formula> here = guides(this.space.view());
		List<Formula> there = guides(this.space.candidate());
		for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
			different.add(this.f.not(this.f.equivalence(here.get(i), there.get(i))));
		}
		if (here.size() != there.size()) {
			different.add(this.f.verum());
		}
		Map<String, Formula> before = sessions(this.space.view());
		Map<String, Formula> after = sessions(this.space.candidate());
		Set<String> all = new LinkedHashSet<>(before.keySet());
		all.addAll(after.keySet());
		all.forEach((sessions) -> different
			.add(this.f.not(this.f.equivalence(before.getOrDefault(sessions, this.f.falsum()),
					after.getOrDefault(sessions, this.f.falsum())))));
		return different;
	}

	private List<Formula> guides(SheetView view) {
		TechniqueGuide guide = view.base().techniques();
		ConditionFormulas conditions = view.conditions();
		List<Formula> found = new ArrayList<>();
		guide.causes()
			.forEach((cause) -> found
				.add(conditions.of(new Condition.Chose(view.base().roles().contributors(), cause.contributors()))));
		guide.indications().forEach((indication) -> found.add(conditions.of(indication.when())));
		guide.bonuses().forEach((bonus) -> found.add(conditions.of(bonus.when())));
		found.add(conditions.of(guide.sensitised().when()));
		return found;
	}

	/** Phase and number of sessions to what leads to it. */
	private Map<String, Formula> sessions(SheetView view) {
		ConditionFormulas conditions = view.conditions();
		Map<String, Formula> found = new LinkedHashMap<>();
		for (Phase phase : view.base().plan().phases()) {
			Formula open = (phase.when() != null) ? conditions.of(phase.when()) : this.f.verum();
			Extra extra = phase.extra();
			Formula more = (extra != null) ? conditions.of(extra.when()) : this.f.falsum();
			for (Count count : phase.sessions()) {
				Formula when = (count.when() != null) ? conditions.of(count.when()) : this.f.verum();
				int longest = (extra != null) ? Math.min(extra.atMost(), count.sessions() + extra.sessions())
						: count.sessions();
				String every = phase.id() + " every " + phase.everyDays() + " days: ";
				found.merge(every + count.sessions(), this.f.and(open, when, this.f.not(more)), this.f::or);
				found.merge(every + longest, this.f.and(open, when, more), this.f::or);
				open = this.f.and(open, this.f.not(when));
			}
		}
		return found;
	}

}
