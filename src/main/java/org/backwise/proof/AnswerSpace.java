package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * All answer sheets of a questionnaire at once: a variable for every option and for every
 * band of a number, and the formula that says which of them make a sheet. An answer
 * stands in a sheet exactly when its question is asked, so nothing is left to remove. The
 * sheets of two knowledge bases taken together answer what either of them asks, and each
 * sees only what it asked for itself. What may stay blank decides nothing and is left
 * out.
 */
class AnswerSpace {

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final String copy;

	private final Map<String, List<Band>> bands;

	private final List<SheetView> views;

	/** Everything that may be cleared is, so that its massage section is asked too. */
	private final boolean cleared;

	/** The sheets of a knowledge base. */
	AnswerSpace(KnowledgeBase base, FormulaFactory f, String copy) {
		this(List.of(deciding(base)), deciding(base), f, copy, false);
	}

	/** The sheets of two knowledge bases taken together. */
	AnswerSpace(KnowledgeBase running, KnowledgeBase candidate) {
		this(List.of(deciding(running), deciding(candidate)), false);
	}

	private AnswerSpace(List<KnowledgeBase> bases, boolean cleared) {
		this(bases, (bases.size() == 1) ? bases.get(0) : together(bases.get(0), bases.get(1)), new FormulaFactory(), "",
				cleared);
	}

	/**
	 * The sheets of one or two knowledge bases, with the massage section also where the
	 * safety section refers and everything that it found may be cleared, and is.
	 */
	static AnswerSpace cleared(KnowledgeBase... bases) {
		return new AnswerSpace(Stream.of(bases).map(AnswerSpace::deciding).toList(), true);
	}

	private AnswerSpace(List<KnowledgeBase> bases, KnowledgeBase all, FormulaFactory f, String copy, boolean cleared) {
		this.cleared = cleared;
		this.base = all;
		this.f = f;
		this.copy = copy;
		this.bands = Band.of(bases);
		this.views = bases.stream().map((own) -> new SheetView(this, own, bases.size() == 1)).toList();
	}

	private static KnowledgeBase deciding(KnowledgeBase base) {
		Questionnaire all = base.questionnaire();
		return base.with(
				new Questionnaire(all.retired(), all.sections(), all.parts(), all.pages(),
						all.questions().stream().filter((question) -> !question.isOptional()).toList()),
				base.referrals(), base.cautions());
	}

	boolean isCleared() {
		return this.cleared;
	}

	/** All questions and options that any of the knowledge bases has. */
	KnowledgeBase base() {
		return this.base;
	}

	FormulaFactory factory() {
		return this.f;
	}

	/** What the first, or the only, knowledge base sees of a sheet. */
	SheetView view() {
		return this.views.get(0);
	}

	/** What the last one sees. */
	SheetView candidate() {
		return this.views.get(this.views.size() - 1);
	}

	ConditionFormulas conditions() {
		return view().conditions();
	}

	List<Band> bands(Question question) {
		return this.bands.getOrDefault(question.id(), List.of());
	}

	boolean isSafety(Question question) {
		return !this.base.isAboutMassage(question);
	}

	Variable option(Question question, String option) {
		return this.f.variable(this.copy + question.id() + "=" + option);
	}

	Variable band(Question question, Band band) {
		return this.f.variable(this.copy + question.id() + "=" + band.from());
	}

	Formula within(Question question, int from, int to) {
		return this.f.or(bands(question).stream()
			.filter((band) -> band.isInside(from, to))
			.map((band) -> band(question, band))
			.toList());
	}

	/** The variables of one question, in the order of its options or numbers. */
	List<Variable> variables(Question question) {
		return (question.kind() == Kind.NUMBER) ? bands(question).stream().map((band) -> band(question, band)).toList()
				: question.options().stream().map((option) -> option(question, option.id())).toList();
	}

	/** The variables of one question that an atom speaks of. */
	List<Variable> speaksOf(Condition.Atom atom) {
		Question question = this.base.question(atom.question());
		if (atom instanceof Condition.Within within && question.kind() == Kind.NUMBER) {
			return bands(question).stream()
				.filter((band) -> band.isInside(within.from(), within.to()))
				.map((band) -> band(question, band))
				.toList();
		}
		return atom.options(question).stream().map((option) -> option(question, option)).toList();
	}

	/** When a question is asked by any of the knowledge bases. */
	Formula asked(Question question) {
		return this.f.or(this.views.stream().map((view) -> view.asked(question.id())).toList());
	}

	/**
	 * The safety section alone leaves a plan possible, so the massage section is asked.
	 */
	Formula planPossible() {
		return view().planPossible();
	}

	/** What the rules say while no question of the massage section is answered. */
	RuleFormulas safetyRules() {
		return view().safetyOnly().rules();
	}

	/** The safety section alone, completely answered. */
	Formula validSafety() {
		return this.f.and(this.base.questions().stream().filter(this::isSafety).map(this::valid).toList());
	}

	/** Whole sheets: every question that is asked is answered, and no other. */
	Formula valid() {
		return this.f.and(this.base.questions().stream().map(this::valid).toList());
	}

	private Formula valid(Question question) {
		List<Variable> variables = variables(question);
		List<Formula> parts = new ArrayList<>();
		parts.add(this.f.equivalence(asked(question), this.f.or(variables)));
		if (question.kind() == Kind.NUMBER) {
			bands(question).forEach((band) -> parts.add(this.f.implication(band(question, band),
					this.f.or(this.views.stream().map((view) -> view.takes(question.id(), band)).toList()))));
		}
		for (Option option : question.options()) {
			Variable variable = option(question, option.id());
			parts.add(this.f.implication(variable,
					this.f.or(this.views.stream().map((view) -> view.offers(question.id(), option.id())).toList())));
			if (option.excludesOthers()) {
				parts.add(this.f.implication(variable,
						none(variables.stream().filter((other) -> !other.equals(variable)).toList())));
			}
		}
		if (question.kind() != Kind.MULTI) {
			for (int i = 0; i < variables.size(); i++) {
				for (int j = i + 1; j < variables.size(); j++) {
					parts.add(this.f.or(variables.get(i).negate(), variables.get(j).negate()));
				}
			}
		}
		return this.f.and(parts);
	}

	Formula none(List<Variable> variables) {
		return this.f.and(variables.stream().map(Variable::negate).toList());
	}

	/** All questions and options of both. */
	private static KnowledgeBase together(KnowledgeBase one, KnowledgeBase other) {
		Map<String, Question> questions = new LinkedHashMap<>();
		one.questions().forEach((question) -> questions.put(question.id(), question));
		for (Question question : other.questions()) {
			questions.merge(question.id(), question, AnswerSpace::together);
		}
		Questionnaire here = one.questionnaire();
		List<Questionnaire.Page> pages = new ArrayList<>(here.pages());
		other.questionnaire().pages().forEach((page) -> {
			if (pages.stream().noneMatch((known) -> known.id().equals(page.id()))) {
				pages.add(page);
			}
		});
		List<Questionnaire.Part> parts = new ArrayList<>(here.parts());
		other.questionnaire().parts().forEach((part) -> {
			if (parts.stream().noneMatch((known) -> known.id().equals(part.id()))) {
				parts.add(part);
			}
		});
		Questionnaire both = new Questionnaire(here.retired(), here.sections(), parts, pages,
				List.copyOf(questions.values()));
		return one.with(both, one.referrals(), one.cautions());
	}

	private static Question together(Question one, Question other) {
		if (one.kind() != other.kind()) {
			throw new IllegalArgumentException("The question " + one.id()
					+ " is answered in another way by the candidate, so that no answer can be compared.");
		}
		Map<String, Option> options = new LinkedHashMap<>();
		one.options().forEach((option) -> options.put(option.id(), option));
		other.options()
			.forEach((option) -> options.merge(option.id(), option,
					(here, there) -> there.excludesOthers() ? there : here));
		return one.with(List.copyOf(options.values()));
	}

}
