package org.backwise.proof;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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

	private final AnswerSpace space;

	private final TwoSheets pair;

	private final Promises promises = Promises.kept();

	SignProofs(ProofWork work) {
		this.work = work;
		this.base = work.base();
		this.f = work.f();
		this.space = work.space();
		this.pair = new TwoSheets(work);
	}

	/** A sign more, an old one that is new, or "not sure" for "none" is never less. */
	Optional<Failure> more() {
		return lower(this.pair.moreSigns(), "Ticking one more sign lowers the level.").or(this::unsureIsNeverLower);
	}

	/** A higher number in a question of the safety section is never less. */
	Optional<Failure> higher(String id) {
		Question question = this.base.question(id);
		List<Variable> one = this.pair.before().variables(question);
		List<Variable> other = this.pair.after().variables(question);
		List<Formula> rising = new ArrayList<>();
		for (int i = 0; i < one.size(); i++) {
			for (int j = i + 1; j < other.size(); j++) {
				rising.add(this.f.and(one.get(i), other.get(j)));
			}
		}
		return lower(this.f.and(this.f.or(rising), this.pair.sameBut(question)), "A higher number lowers the level.");
	}

	Optional<Failure> addingASignToExclusions() {
		Formula more = this.f.and(this.pair.moreSigns(), this.pair.after().planPossible());
		for (Technique technique : this.base.techniques().techniques()) {
			Formula wrong = this.f.and(more, this.pair.before().safetyRules().excluded(technique.id()),
					this.f.not(this.pair.after().safetyRules().excluded(technique.id())));
			Optional<List<Example>> found = this.pair.smallest(wrong);
			if (found.isPresent()) {
				return Failure.of(null, "One more sign brings “" + technique.name() + "” back.", found.get());
			}
		}
		return Optional.empty();
	}

	private Optional<Failure> unsureIsNeverLower() {
		for (Question question : unsureQuestions()) {
			for (String calm : instead(question)) {
				Optional<Failure> failure = lower(this.pair.unsure(question, calm),
						"“Not sure” lowers the level in the question “" + question.shortName() + "”.");
				if (failure.isPresent()) {
					return failure;
				}
			}
		}
		return Optional.empty();
	}

	Optional<Failure> unsureCountsAsStated() {
		for (Question question : unsureQuestions()) {
			if (question.unansweredCountsAs() != null) {
				Optional<List<Example>> found = this.pair.smallest(this.f
					.and(this.pair.unsure(question, question.unansweredCountsAs()), this.pair.anotherLevel()));
				if (found.isPresent()) {
					return Failure.of(null,
							"“Not sure” decides otherwise in the question “" + question.shortName() + "”.",
							found.get());
				}
			}
		}
		return Optional.empty();
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

	/** Each answer that is to be heeded leads to a referral, or to a caution about it. */
	Optional<Failure> heededSigns() {
		for (Condition.Atom heeded : this.promises.heeded().stream().flatMap(Condition::atoms).toList()) {
			Question question = Promises.builtIn().question(heeded.question());
			for (String option : heeded.options(question)) {
				Optional<Example> found = this.work.smallest(this.f.and(this.space.option(question, option),
						this.work.plan(), this.f.not(caution(question.id(), option))));
				if (found.isPresent()) {
					return Failure.of(null, "No rule minds “" + question.option(option).label() + "” (" + option + ").",
							List.of(found.get()));
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * The signs of the lists about health with which a plan is still possible: what a
	 * clinician should look at first.
	 */
	List<StillPlanned> stillPlanned() {
		List<StillPlanned> found = new ArrayList<>();
		unsureQuestions().stream()
			.filter((question) -> question.kind() == Kind.MULTI)
			.forEach((question) -> question.options()
				.stream()
				.filter((option) -> option.isSign() || option.id().equals(Questionnaire.NOT_SURE))
				.forEach((option) -> stillPlanned(question, option).ifPresent(found::add)));
		return found;
	}

	private Optional<StillPlanned> stillPlanned(Question question, Option option) {
		Formula planned = this.f.and(this.space.option(question, option.id()), this.work.plan());
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
			.filter(this.space::isSafety)
			.filter((question) -> question.options()
				.stream()
				.anyMatch((option) -> option.id().equals(Questionnaire.NOT_SURE)))
			.toList();
	}

	/** The answers that "not sure" is compared with. */
	private List<String> instead(Question question) {
		if (question.kind() == Kind.MULTI) {
			return question.options().stream().filter(Option::excludesOthers).map(Option::id).toList();
		}
		if (question.unansweredCountsAs() != null) {
			return List.of(question.unansweredCountsAs());
		}
		return question.options().stream().map(Option::id).filter(this.promises.more().insteadOf()::contains).toList();
	}

	private Optional<Failure> lower(Formula relation, String failure) {
		List<Formula> lower = List.of(Level.values()).stream().map(this.pair::lower).toList();
		return this.pair.smallest(this.f.and(relation, this.f.or(lower)))
			.map((found) -> new Failure(lowered(relation), failure, found));
	}

	/** The first rule that fires before and less so after. */
	private @Nullable String lowered(Formula relation) {
		return this.base.referrals()
			.stream()
			.filter((rule) -> rule.atLevels()
				.stream()
				.anyMatch((at) -> this.pair
					.isPossible(this.f.and(relation, this.pair.before().safetyRules().fires(rule, at.level()),
							this.f.not(this.pair.after().safetyRules().atLeast(at.level()))))))
			.map((rule) -> rule.id())
			.findFirst()
			.orElse(null);
	}

}
