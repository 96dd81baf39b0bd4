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

	Optional<Failure> addingASign() {
		return lower(this.pair.moreSigns(), "Ticking one more sign lowers the level.");
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

	Optional<Failure> unsureIsNeverLower() {
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

	Optional<Failure> unsureIsNeverNo() {
		Promises.Unsure unsure = this.promises.unsure();
		List<Failure> failures = new ArrayList<>();
		unsure.least()
			.forEach((question, least) -> unsure(question, this.f.not(this.work.rules().atLeast(least)),
					"is less than " + least, failures));
		for (String question : unsure.limits()) {
			unsure.excludes()
				.forEach((technique) -> unsure(question,
						this.f.and(this.work.plan(), this.f.not(this.work.rules().excluded(technique))),
						"does not leave out " + technique, failures));
		}
		Stream.concat(unsure.limits().stream(), unsure.cautions().stream())
			.forEach((question) -> unsure(question,
					this.f.and(this.work.plan(), this.f.not(caution(question, Questionnaire.NOT_SURE))),
					"is no caution", failures));
		return failures.stream().findFirst();
	}

	/** The first failure is enough. */
	private void unsure(String id, Formula wrong, String how, List<Failure> failures) {
		if (failures.isEmpty() && !this.base.hasQuestion(id)) {
			failures.add(Failure.missing(id));
		}
		else if (failures.isEmpty()) {
			Question question = this.base.question(id);
			this.work.smallest(this.f.and(this.space.option(question, Questionnaire.NOT_SURE), wrong))
				.ifPresent((example) -> failures.add(new Failure(null,
						"“Not sure” about “" + question.shortName() + "” " + how + ".", List.of(example))));
		}
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

	Optional<Failure> warningSigns() {
		Set<String> lists = new LinkedHashSet<>(this.promises.warningLists());
		lists.addAll(this.promises.emergencyLists());
		for (String list : lists) {
			boolean emergency = this.promises.emergencyLists().contains(list);
			Formula passed = this.f.not(this.work.rules().atLeast(emergency ? Level.EMERGENCY : Level.WAIT));
			Optional<Failure> failure = signs(list, (option) -> passed,
					(sign) -> "The sign " + sign + (emergency ? " is no emergency." : " gets a plan."));
			if (failure.isPresent()) {
				return failure;
			}
		}
		return Optional.empty();
	}

	Optional<Failure> heededSigns() {
		for (String list : this.promises.heededLists()) {
			Optional<Failure> failure = signs(list,
					(option) -> this.f.and(this.work.plan(), this.f.not(caution(list, option))),
					(sign) -> "No rule minds " + sign + ".");
			if (failure.isPresent()) {
				return failure;
			}
		}
		return Optional.empty();
	}

	/** The first sign of a list with which something wrong can happen. */
	private Optional<Failure> signs(String list, Function<String, Formula> wrong, UnaryOperator<String> words) {
		if (!this.base.hasQuestion(list)) {
			return Optional.of(Failure.missing(list));
		}
		Question question = this.base.question(list);
		for (Option option : question.signs()) {
			Optional<Example> found = this.work
				.smallest(this.f.and(this.space.option(question, option.id()), wrong.apply(option.id())));
			if (found.isPresent()) {
				return Failure.of(null, words.apply("“" + option.label() + "” (" + option.id() + ")"),
						List.of(found.get()));
			}
		}
		return Optional.empty();
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
			.filter((question) -> !this.promises.warningLists().contains(question.id()))
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
		return question.options()
			.stream()
			.map(Option::id)
			.filter(this.promises.unsure().insteadOf()::contains)
			.toList();
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
