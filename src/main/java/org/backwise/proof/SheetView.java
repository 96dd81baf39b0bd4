package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.knowledge.Rules.Referral;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/** What one knowledge base sees of a sheet: the answers that it asked for itself. */
class SheetView implements Letters {

	private final AnswerSpace space;

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final ConditionFormulas conditions;

	private final Map<String, Formula> asked = new HashMap<>();

	/** Nobody else asks, so that every answer on the sheet was asked for. */
	private final boolean alone;

	/** Null in the view that ends with the safety section. */
	private final @Nullable SheetView safetyOnly;

	private @Nullable RuleFormulas rules;

	SheetView(AnswerSpace space, KnowledgeBase base, boolean alone) {
		this(space, base, alone, new SheetView(space, base, alone, null));
	}

	private SheetView(AnswerSpace space, KnowledgeBase base, boolean alone, @Nullable SheetView safetyOnly) {
		this.space = space;
		this.base = base;
		this.f = space.factory();
		this.alone = alone;
		this.safetyOnly = safetyOnly;
		this.conditions = new ConditionFormulas(base, this.f, this);
	}

	KnowledgeBase base() {
		return this.base;
	}

	ConditionFormulas conditions() {
		return this.conditions;
	}

	RuleFormulas rules() {
		if (this.rules == null) {
			this.rules = new RuleFormulas(this.base, this.f, this);
		}
		return this.rules;
	}

	/** The same sheet with no question of the massage section answered. */
	SheetView safetyOnly() {
		return (this.safetyOnly != null) ? this.safetyOnly : this;
	}

	/** The safety section leaves a plan possible, so the massage section is asked. */
	Formula planPossible() {
		return isOpen(safetyOnly().rules());
	}

	/**
	 * A sheet gets a plan: its massage section is asked, and no rule refers it but for
	 * what is cleared.
	 */
	Formula plan() {
		return this.f.and(planPossible(), isOpen(rules()));
	}

	private Formula isOpen(RuleFormulas found) {
		return this.space.isCleared() ? found.onlyClearable() : found.noReferral();
	}

	/** A technique is left out, by a caution or by what is cleared. */
	Formula excluded(String technique) {
		Formula excluded = rules().excluded(technique);
		return this.space.isCleared() ? this.f.or(excluded,
				this.f.or(this.base.referrals()
					.stream()
					.filter((rule) -> rule.cleared() != null && rule.cleared().excludes().contains(technique))
					.map(this::lifted)
					.toList()))
				: excluded;
	}

	/** A rule is lifted on a plan; what the massage section says is, alone. */
	Formula lifted(Referral rule) {
		Formula fires = rules().fires(rule, Level.WAIT);
		return isDecidedByMassage(rule) ? this.f.and(fires, safetyOnly().rules().noReferral()) : fires;
	}

	boolean isDecidedByMassage(Referral rule) {
		return rule.atLevels()
			.stream()
			.flatMap((at) -> at.when().questions().stream())
			.anyMatch((question) -> this.base.isAboutMassage(this.base.question(question)));
	}

	/** When a question is asked, given the answers of a whole sheet. */
	Formula asked(String id) {
		if (!this.base.hasQuestion(id)) {
			return this.f.falsum();
		}
		Formula known = this.asked.get(id);
		if (known == null) {
			known = findAsked(this.base.question(id));
			this.asked.put(id, known);
		}
		return known;
	}

	private Formula findAsked(Question question) {
		boolean aboutMassage = this.base.isAboutMassage(question);
		if (aboutMassage && this.safetyOnly == null) {
			return this.f.falsum();
		}
		List<Formula> parts = new ArrayList<>();
		if (question.asked() != null) {
			parts.add(this.conditions.of(question.asked()));
		}
		if (question.choosesOneOfOffered()) {
			parts.add(this.conditions.atLeast(2, question.options().stream().map(this::offered).toList()));
		}
		if (aboutMassage) {
			parts.add(planPossible());
		}
		return this.f.and(parts);
	}

	private Formula offered(Option option) {
		return (option.offered() != null) ? this.conditions.of(option.offered()) : this.f.verum();
	}

	/** When an option may be chosen. */
	Formula offers(String id, String option) {
		if (!this.base.hasQuestion(id)) {
			return this.f.falsum();
		}
		return this.f.or(this.base.question(id)
			.options()
			.stream()
			.filter((own) -> own.id().equals(option))
			.map((own) -> this.f.and(asked(id), offered(own)))
			.toList());
	}

	/** When a number of a band may be given. */
	Formula takes(String id, Band band) {
		Range range = this.base.hasQuestion(id) ? this.base.question(id).range() : null;
		return (range != null && band.isInside(range.from(), range.to())) ? asked(id) : this.f.falsum();
	}

	@Override
	public Formula option(Question question, String option) {
		return seen(question, this.space.option(question, option), () -> offers(question.id(), option));
	}

	@Override
	public Formula within(Question question, int from, int to) {
		return seen(question, this.space.within(question, from, to), () -> asked(question.id()));
	}

	private Formula seen(Question question, Formula answer, Supplier<Formula> askedFor) {
		if (this.safetyOnly == null && this.base.isAboutMassage(question)) {
			return this.f.falsum();
		}
		return this.alone ? answer : this.f.and(answer, askedFor.get());
	}

}
