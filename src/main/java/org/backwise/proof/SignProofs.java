package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Questionnaire;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.backwise.proof.ProofReport.StillPlanned;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** What becomes of a sheet when a sign is added, or when the client is not sure. */
class SignProofs {

	private final ProofWork work;

	private final KnowledgeBase base;

	private final FormulaFactory f;

	private final AnswerSpace before;

	private final AnswerSpace after;

	private final Prover pairs;

	private final Calm calmAfter;

	SignProofs(ProofWork work) {
		this.work = work;
		this.base = work.base();
		this.f = work.f();
		this.before = work.space();
		this.after = new AnswerSpace(this.base, this.f, "after ");
		this.calmAfter = new Calm(this.after);
		this.pairs = new Prover(this.f, this.f.and(this.before.validSafety(), this.after.validSafety()));
	}

	Property addingASign() {
		String id = "adding-a-sign";
		String title = "Adding a sign to a list of the safety section never lowers the level that this section decides."
				+ " There is one exception, which is meant: when only D-12 refers, ticking an illness of today as well turns"
				+ " “see a doctor” into “wait”, for the questions about massage are then not asked.";
		return notLower(id, title, this.f.and(moreSigns()), "Ticking one more sign lowers the level.");
	}

	Property addingASignToExclusions() {
		String id = "exclusions-only-add-up";
		String title = "Adding a sign never brings an excluded technique back.";
		Formula more = this.f.and(this.f.and(moreSigns()), this.after.planPossible());
		for (Technique technique : this.base.techniques().techniques()) {
			Formula wrong = this.f.and(more, this.before.safetyRules().excluded(technique.id()),
					this.f.not(this.after.safetyRules().excluded(technique.id())));
			Optional<List<Example>> found = smallest(wrong);
			if (found.isPresent()) {
				return Property.broken(id, Property.Kind.SAFETY, title, null,
						"One more sign brings “" + technique.name() + "” back.", found.get());
			}
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

	/** Every list has at least the signs it had; everything else stays. */
	private List<Formula> moreSigns() {
		List<Formula> parts = new ArrayList<>();
		for (Question question : this.base.questions()) {
			if (!this.before.isSafety(question)) {
				continue;
			}
			if (question.kind() == Kind.MULTI) {
				question.options()
					.stream()
					.filter((option) -> !option.excludesOthers())
					.forEach((option) -> parts.add(this.f.implication(this.before.option(question, option.id()),
							this.after.option(question, option.id()))));
			}
			else {
				parts.add(same(question));
			}
		}
		return parts;
	}

	/** The answer stays when the question is asked both times. */
	Formula same(Question question) {
		List<Variable> one = this.before.variables(question);
		List<Variable> other = this.after.variables(question);
		List<Formula> equal = new ArrayList<>();
		for (int i = 0; i < one.size(); i++) {
			equal.add(this.f.equivalence(one.get(i), other.get(i)));
		}
		return this.f.implication(this.f.and(this.before.asked(question), this.after.asked(question)),
				this.f.and(equal));
	}

	Property unsureIsNeverLower() {
		String id = "unsure-is-never-lower";
		String title = "“Not sure” in place of “none” (or of “no”) never lowers the level.";
		for (Question question : unsureQuestions()) {
			for (String calm : instead(question)) {
				Property property = notLower(id, title, swapped(question, calm),
						"“Not sure” lowers the level in the question “" + question.shortName() + "”.");
				if (!property.holds()) {
					return property;
				}
			}
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

	Property unsureCountsAsStated() {
		String id = "unsure-counts-as-stated";
		String title = "Somebody who is not sure whether a nerve sign is new is decided exactly like somebody for whom it"
				+ " is new or getting worse.";
		for (Question question : unsureQuestions()) {
			if (question.unansweredCountsAs() != null) {
				for (Level level : Level.values()) {
					Formula differs = this.f.not(this.f.equivalence(this.before.safetyRules().atLeast(level),
							this.after.safetyRules().atLeast(level)));
					Optional<List<Example>> found = smallest(
							this.f.and(swapped(question, question.unansweredCountsAs()), differs));
					if (found.isPresent()) {
						return Property.broken(id, Property.Kind.SAFETY, title, null,
								"“Not sure” decides otherwise in the question “" + question.shortName() + "”.",
								found.get());
					}
				}
			}
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

	Property unsureIsNeverNo() {
		String id = "unsure-is-never-no";
		String title = "“Not sure” never decides like “none”: about nerve or body signs it is at least urgent; about limb"
				+ " signs, a slipped disc, other signs, history or health today at least see-a-doctor; about ongoing"
				+ " health, skin or medicines it leaves out deep massage and heat and is a caution; about signs of"
				+ " inflammation it is a caution.";
		for (Map.Entry<String, Level> promise : Promises.unsure().entrySet()) {
			Formula wrong = this.f.not(this.work.rules().atLeast(promise.getValue()));
			Property broken = broken(id, title, promise.getKey(), wrong, "is less than " + promise.getValue());
			if (broken != null) {
				return broken;
			}
		}
		Formula plan = this.work.plan();
		for (String question : Promises.UNSURE_LIMITS) {
			for (String technique : Promises.UNSURE_EXCLUDES) {
				Property broken = broken(id, title, question,
						this.f.and(plan, this.f.not(this.work.rules().excluded(technique))),
						"does not leave out " + technique);
				if (broken != null) {
					return broken;
				}
			}
		}
		List<String> minded = new ArrayList<>(Promises.UNSURE_LIMITS);
		minded.addAll(Promises.UNSURE_CAUTIONS);
		for (String question : minded) {
			Property broken = broken(id, title, question,
					this.f.and(plan, this.f.not(caution(question, Questionnaire.NOT_SURE))), "is no caution");
			if (broken != null) {
				return broken;
			}
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

	private @Nullable Property broken(String id, String title, String questionId, Formula wrong, String how) {
		if (!this.base.hasQuestion(questionId)) {
			return Property.broken(id, Property.Kind.SAFETY, title, null, "The question " + questionId + " is missing.",
					List.of());
		}
		Question question = this.base.question(questionId);
		return this.work.smallest(this.f.and(this.before.option(question, Questionnaire.NOT_SURE), wrong))
			.map((example) -> Property.broken(id, Property.Kind.SAFETY, title, null,
					"“Not sure” about “" + question.shortName() + "” " + how + ".", List.of(example)))
			.orElse(null);
	}

	/** A caution that speaks of an option fires. */
	private Formula caution(String question, String option) {
		return this.f.or(this.base.cautions()
			.stream()
			.filter((rule) -> reads(rule.when(), question, option))
			.map((rule) -> this.work.rules().fires(rule))
			.toList());
	}

	private boolean reads(Condition condition, String question, String option) {
		return condition.atoms()
			.anyMatch((atom) -> atom.question().equals(question)
					&& atom.options(this.base.question(question)).contains(option));
	}

	Property warningSigns() {
		String id = "warning-signs-stop";
		String title = "Nobody who ticks a sign of the five warning lists (nerves, body, limbs, other signs, health today)"
				+ " gets a care plan, and every sign of the body list is an emergency.";
		for (String questionId : Promises.WARNING_LISTS) {
			if (!this.base.hasQuestion(questionId)) {
				return Property.broken(id, Property.Kind.SAFETY, title, null,
						"The question " + questionId + " is missing.", List.of());
			}
			Question question = this.base.question(questionId);
			Level least = Promises.EMERGENCY_LISTS.contains(questionId) ? Level.EMERGENCY : Level.SEE_DOCTOR;
			Formula stopped = (least == Level.EMERGENCY) ? this.work.rules().atLeast(least)
					: this.work.rules().atLeast(Level.WAIT);
			for (Option option : question.signs()) {
				Optional<Example> found = this.work
					.smallest(this.f.and(this.before.option(question, option.id()), this.f.not(stopped)));
				if (found.isPresent()) {
					return Property.broken(id, Property.Kind.SAFETY, title, null,
							"The sign “" + option.label() + "” (" + option.id() + ") "
									+ ((least == Level.EMERGENCY) ? "is no emergency." : "gets a plan."),
							List.of(found.get()));
				}
			}
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

	Property heededSigns() {
		String id = "signs-are-heeded";
		String title = "Nothing that is ticked about ongoing health, skin or medicines is passed over: every sign leads to"
				+ " a referral, a caution or an exclusion of its own.";
		for (String questionId : Promises.HEEDED_LISTS) {
			if (!this.base.hasQuestion(questionId)) {
				return Property.broken(id, Property.Kind.SAFETY, title, null,
						"The question " + questionId + " is missing.", List.of());
			}
			Question question = this.base.question(questionId);
			for (Option option : question.signs()) {
				Formula wrong = this.f.and(this.before.option(question, option.id()), this.work.plan(),
						this.f.not(caution(questionId, option.id())));
				Optional<Example> found = this.work.smallest(wrong);
				if (found.isPresent()) {
					return Property.broken(id, Property.Kind.SAFETY, title, null,
							"No rule minds “" + option.label() + "” (" + option.id() + ").", List.of(found.get()));
				}
			}
		}
		return Property.holds(id, Property.Kind.SAFETY, title);
	}

	/**
	 * The signs of the lists about health that are no warning lists, with which a plan is
	 * still possible: what a clinician should look at first.
	 * @return each with the cautions that always come with it, and the smallest sheet
	 */
	List<StillPlanned> stillPlanned() {
		List<StillPlanned> found = new ArrayList<>();
		unsureQuestions().stream()
			.filter((question) -> question.kind() == Kind.MULTI)
			.filter((question) -> !Promises.WARNING_LISTS.contains(question.id()))
			.forEach((question) -> question.options()
				.stream()
				.filter((option) -> option.isSign() || option.id().equals(Questionnaire.NOT_SURE))
				.forEach((option) -> stillPlanned(question, option).ifPresent(found::add)));
		return found;
	}

	private Optional<StillPlanned> stillPlanned(Question question, Option option) {
		Formula planned = this.f.and(this.before.option(question, option.id()), this.work.plan());
		return this.work.smallest(planned)
			.map((example) -> new StillPlanned(question.shortName(), option.label(), this.base.cautions()
				.stream()
				.filter((rule) -> reads(rule.when(), question.id(), option.id()))
				.filter((rule) -> !this.work.isPossible(this.f.and(planned, this.f.not(this.work.rules().fires(rule)))))
				.map((rule) -> rule.id())
				.toList(), example));
	}

	private List<Question> unsureQuestions() {
		return this.base.questions()
			.stream()
			.filter(this.before::isSafety)
			.filter((question) -> question.options()
				.stream()
				.anyMatch((option) -> option.id().equals(Questionnaire.NOT_SURE)))
			.toList();
	}

	/** The answers that "not sure" is compared with. */
	private static List<String> instead(Question question) {
		if (question.kind() == Kind.MULTI) {
			return question.options().stream().filter(Option::excludesOthers).map(Option::id).toList();
		}
		if (question.unansweredCountsAs() != null) {
			return List.of(question.unansweredCountsAs());
		}
		return question.options().stream().map(Option::id).filter("no"::equals).toList();
	}

	/** One answer becomes "not sure" and nothing else changes. */
	private Formula swapped(Question question, String from) {
		List<Formula> parts = new ArrayList<>();
		parts.add(this.before.option(question, from));
		for (Option option : question.options()) {
			Variable variable = this.after.option(question, option.id());
			parts.add(option.id().equals(Questionnaire.NOT_SURE) ? variable : variable.negate());
		}
		this.base.questions()
			.stream()
			.filter(this.before::isSafety)
			.filter((other) -> !other.equals(question))
			.forEach((other) -> parts.add(same(other)));
		return this.f.and(parts);
	}

	private Property notLower(String id, String title, Formula relation, String failure) {
		List<Formula> lower = new ArrayList<>();
		for (Level level : Level.values()) {
			lower.add(this.f.and(this.before.safetyRules().atLeast(level),
					this.f.not(this.after.safetyRules().atLeast(level))));
		}
		Formula wrong = this.f.and(relation, this.f.or(lower));
		if (!this.pairs.isPossible(wrong)) {
			return Property.holds(id, Property.Kind.SAFETY, title);
		}
		return Property.broken(id, Property.Kind.SAFETY, title, lowered(relation), failure,
				smallest(wrong).orElseThrow());
	}

	/** The first rule that fires before and less so after. */
	private @Nullable String lowered(Formula relation) {
		return this.base.referrals()
			.stream()
			.filter((rule) -> rule.atLevels()
				.stream()
				.anyMatch((at) -> this.pairs
					.isPossible(this.f.and(relation, this.before.safetyRules().fires(rule, at.level()),
							this.f.not(this.after.safetyRules().atLeast(at.level()))))))
			.map((rule) -> rule.id())
			.findFirst()
			.orElse(null);
	}

	private Optional<List<Example>> smallest(Formula wrong) {
		List<Variable> standingOut = new ArrayList<>(this.calmAfter.standingOut());
		standingOut.addAll(this.work.calm().standingOut());
		return this.pairs.smallest(wrong, standingOut)
			.map((chosen) -> List.of(this.work.calm().example(chosen), this.calmAfter.example(chosen)));
	}

	/** The whole of the differences between two sheets that a question alone makes. */
	Formula onlyDifferentIn(Question question) {
		List<Formula> parts = new ArrayList<>();
		this.base.questions()
			.stream()
			.filter(this.before::isSafety)
			.filter((other) -> !other.equals(question))
			.forEach((other) -> parts.add(same(other)));
		parts.add(this.before.asked(question));
		return this.f.and(parts);
	}

	/** The safety section decides otherwise: another level, or other cautions. */
	boolean mattersToSafety(Question question) {
		List<Formula> differs = new ArrayList<>();
		for (Level level : Level.values()) {
			differs.add(this.f.not(this.f.equivalence(this.before.safetyRules().atLeast(level),
					this.after.safetyRules().atLeast(level))));
		}
		Formula bothPossible = this.f.and(this.before.planPossible(), this.after.planPossible());
		this.base.cautions()
			.forEach((rule) -> differs.add(this.f.and(bothPossible, this.f.not(
					this.f.equivalence(this.before.safetyRules().fires(rule), this.after.safetyRules().fires(rule))))));
		return this.pairs.isPossible(this.f.and(onlyDifferentIn(question), this.f.or(differs)));
	}

}
