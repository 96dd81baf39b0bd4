package org.backwise.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire.Range;
import org.backwise.knowledge.Questionnaire;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * The answer sheets of two knowledge bases taken together: a sheet answers what either of
 * them asks, and each of them sees only what it asked for itself.
 */
class JointSpace {

	private final FormulaFactory f = new FormulaFactory();

	private final AnswerSpace all;

	private final View running;

	private final View candidate;

	JointSpace(KnowledgeBase running, KnowledgeBase candidate) {
		this.all = new AnswerSpace(together(running, candidate), this.f, "", Band.of(List.of(running, candidate)));
		this.running = new View(running);
		this.candidate = new View(candidate);
	}

	FormulaFactory f() {
		return this.f;
	}

	AnswerSpace all() {
		return this.all;
	}

	View running() {
		return this.running;
	}

	View candidate() {
		return this.candidate;
	}

	/** All questions and options of both. */
	private static KnowledgeBase together(KnowledgeBase one, KnowledgeBase other) {
		Map<String, Question> questions = new LinkedHashMap<>();
		one.questions().forEach((question) -> questions.put(question.id(), question));
		for (Question question : other.questions()) {
			questions.merge(question.id(), question, JointSpace::together);
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
		Questionnaire both = new Questionnaire(here.sections(), parts, pages, List.copyOf(questions.values()));
		return new KnowledgeBase(one.about(), both, one.terms(), one.referrals(), one.cautions(), one.signposts(),
				one.techniques(), one.plan(), one.notices(), one.sources(), one.sha256(), one.language());
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
		return new Question(one.id(), one.page(), one.kind(), one.ask(), one.shortName(), one.hint(), one.why(),
				one.asked(), one.onlyIf(), one.unansweredCountsAs(), one.chooseOneOfOffered(), one.range(),
				one.missing(), List.copyOf(options.values()));
	}

	/** Every sheet that answers what either knowledge base asks, and nothing else. */
	Formula valid() {
		return this.f.and(this.all.base().questions().stream().map(this::valid).toList());
	}

	private Formula valid(Question question) {
		List<Formula> parts = new ArrayList<>();
		List<Variable> variables = this.all.variables(question);
		parts.add(this.f.equivalence(this.f.or(this.running.asked(question.id()), this.candidate.asked(question.id())),
				this.f.or(variables)));
		if (question.kind() == Kind.NUMBER) {
			this.all.bands(question)
				.forEach((band) -> parts.add(this.f.implication(this.all.band(question, band), this.f
					.or(this.running.takes(question.id(), band), this.candidate.takes(question.id(), band)))));
		}
		for (Option option : question.options()) {
			Variable variable = this.all.option(question, option.id());
			parts.add(this.f.implication(variable, this.f.or(this.running.offers(question.id(), option.id()),
					this.candidate.offers(question.id(), option.id()))));
			if (option.excludesOthers()) {
				parts.add(this.f.implication(variable,
						this.all.none(variables.stream().filter((other) -> !other.equals(variable)).toList())));
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

	/** What one of the knowledge bases sees of a sheet. */
	final class View implements Letters {

		private final KnowledgeBase base;

		private final Map<String, Formula> asked = new HashMap<>();

		private final boolean safetyOnly;

		private @Nullable RuleFormulas rules;

		private @Nullable View safety;

		View(KnowledgeBase base) {
			this(base, false);
		}

		private View(KnowledgeBase base, boolean safetyOnly) {
			this.base = base;
			this.safetyOnly = safetyOnly;
		}

		KnowledgeBase base() {
			return this.base;
		}

		RuleFormulas rules() {
			if (this.rules == null) {
				this.rules = new RuleFormulas(this.base, JointSpace.this.f, this);
			}
			return this.rules;
		}

		/** A sheet gets a plan. */
		Formula plan() {
			return JointSpace.this.f.and(planPossible(), rules().noReferral());
		}

		/** The safety section leaves a plan possible. */
		Formula planPossible() {
			if (this.safety == null) {
				this.safety = new View(this.base, true);
			}
			return this.safety.rules().noReferral();
		}

		Formula asked(String id) {
			if (!this.base.hasQuestion(id)) {
				return JointSpace.this.f.falsum();
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
			if (aboutMassage && this.safetyOnly) {
				return JointSpace.this.f.falsum();
			}
			ConditionFormulas conditions = new ConditionFormulas(this.base, JointSpace.this.f, this);
			List<Formula> parts = new ArrayList<>();
			if (question.asked() != null) {
				parts.add(conditions.of(question.asked()));
			}
			if (question.choosesOneOfOffered()) {
				parts.add(conditions.atLeast(2, question.options().stream().map(this::offered).toList()));
			}
			if (aboutMassage) {
				parts.add(planPossible());
			}
			return JointSpace.this.f.and(parts);
		}

		private Formula offered(Option option) {
			return (option.offered() != null)
					? new ConditionFormulas(this.base, JointSpace.this.f, this).of(option.offered())
					: JointSpace.this.f.verum();
		}

		Formula offers(String id, String option) {
			if (!this.base.hasQuestion(id)
					|| this.base.question(id).options().stream().noneMatch((own) -> own.id().equals(option))) {
				return JointSpace.this.f.falsum();
			}
			return JointSpace.this.f.and(asked(id), offered(this.base.question(id).option(option)));
		}

		Formula takes(String id, Band band) {
			Range range = this.base.hasQuestion(id) ? this.base.question(id).range() : null;
			return (range != null && band.isInside(range.from(), range.to())) ? asked(id) : JointSpace.this.f.falsum();
		}

		@Override
		public Formula option(Question question, String option) {
			return JointSpace.this.f.and(JointSpace.this.all.option(question, option), offers(question.id(), option));
		}

		@Override
		public Formula within(Question question, int from, int to) {
			return JointSpace.this.f.and(JointSpace.this.all.within(question, from, to), asked(question.id()));
		}

	}

}
