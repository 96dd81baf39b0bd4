package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules.AtLevel;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** What the rules say of a sheet, as formulas. */
class RuleFormulas {

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final ConditionFormulas conditions;

	private final List<Firing> firings = new ArrayList<>();

	/** A rule at one of its levels, and when it fires at this level. */
	record Firing(Referral rule, Level level, Formula when) {

	}

	RuleFormulas(KnowledgeBase base, FormulaFactory f, Letters letters) {
		this.base = base;
		this.f = f;
		this.conditions = new ConditionFormulas(base, f, letters);
		for (Referral rule : base.referrals()) {
			Formula above = f.falsum();
			for (AtLevel at : rule.atLevels()) {
				Formula when = this.conditions.of(at.when());
				this.firings.add(new Firing(rule, at.level(), f.and(when, f.not(above))));
				above = f.or(above, when);
			}
		}
	}

	List<Firing> firings() {
		return this.firings;
	}

	/** The rule fires at a level, or at a more urgent one. */
	Formula fires(Referral rule, Level least) {
		return this.f.or(rule.atLevels()
			.stream()
			.filter((at) -> !least.isMoreUrgentThan(at.level()))
			.map((at) -> this.conditions.of(at.when()))
			.toList());
	}

	/** Some rule fires at a level or at a more urgent one. */
	Formula atLeast(Level least) {
		return this.f.or(this.base.referrals().stream().map((rule) -> fires(rule, least)).toList());
	}

	/** No rule refers. */
	Formula noReferral() {
		return this.f.not(atLeast(Level.WAIT));
	}

	/** Nothing fires at a level that no clearance lifts. */
	Formula onlyClearable() {
		return this.f.not(this.f.or(this.firings.stream()
			.filter((firing) -> !this.base.isClearable(firing.rule(), firing.level()))
			.map(Firing::when)
			.toList()));
	}

	/** The most urgent level; null is for no level at all. */
	Formula level(@Nullable Level level) {
		if (level == null) {
			return noReferral();
		}
		return (level == Level.EMERGENCY) ? atLeast(level)
				: this.f.and(atLeast(level), this.f.not(atLeast(Level.values()[level.ordinal() - 1])));
	}

	/** A caution fires, and the referral rule that it gives way to does not. */
	Formula fires(Caution caution) {
		Formula when = this.conditions.of(caution.when());
		return this.f.and(when,
				this.f.not(this.f.or(this.base.referrals()
					.stream()
					.filter((rule) -> rule.id().equals(caution.givesWayTo()))
					.map((rule) -> fires(rule, Level.WAIT))
					.toList())));
	}

	/** Some caution leaves a technique out. */
	Formula excluded(String technique) {
		return this.f.or(this.base.cautions()
			.stream()
			.filter((rule) -> rule.excludes().contains(technique))
			.map(this::fires)
			.toList());
	}

}
