package org.backwise.proof;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Question;
import org.backwise.knowledge.Rules.Caution;
import org.backwise.knowledge.Rules.Referral;
import org.backwise.knowledge.TechniqueGuide;
import org.backwise.knowledge.TechniqueGuide.Technique;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;

/**
 * What is promised by situation: the level, what a plan leaves out, and what a
 * therapist's clearance changes. Every finding of a plan after a clearance was cleared,
 * so that the sheets alone tell what was.
 */
class PromiseProofs {

	/** The promises about what a plan leaves out, and when there is one. */
	static final List<String> PLANS = List.of("S-limits", "S-calm", "S-complementary", "S-closed");

	private final Promises promises = Promises.kept();

	private final ProofWork work;

	/** The sheets once everything is cleared that can be. */
	private final ProofWork cleared;

	private final KnowledgeBase base;

	PromiseProofs(ProofWork work) {
		this.work = work;
		this.base = work.base();
		this.cleared = new ProofWork(AnswerSpace.cleared(work.base()));
	}

	static boolean isOfLevelsOrPlans(String id) {
		return Promises.kept().situations().containsKey(id) || PLANS.contains(id);
	}

	/** The proof of a promise about levels or plans. */
	Optional<Failure> proof(String id) {
		return switch (id) {
			case "S-limits" -> limits();
			case "S-calm" -> calm();
			case "S-complementary" -> complementary();
			case "S-closed" -> closed();
			default -> situation(id);
		};
	}

	/** A situation is at least at its levels. */
	Optional<Failure> situation(String id) {
		for (Map.Entry<Level, Condition> least : this.promises.situation(id).least().entrySet()) {
			Level level = least.getKey();
			Optional<Example> found = this.work.smallest(this.work.f()
				.and(this.work.promised(least.getValue()), this.work.f().not(this.work.rules().atLeast(level))));
			if (found.isPresent()) {
				return Failure.of(null,
						spokenOf(least.getValue(), found.get())
								+ ((level == Level.EMERGENCY) ? " is no emergency." : " is less than " + level + "."),
						List.of(found.get()));
			}
		}
		return Optional.empty();
	}

	/** The answers of an example that a condition speaks of, by their ids. */
	private static String spokenOf(Condition condition, Example example) {
		return condition.atoms().flatMap((atom) -> {
			Question question = Promises.builtIn().question(atom.question());
			Object answer = example.answers().get(question.id());
			if (question.kind() == Kind.NUMBER) {
				return Stream.ofNullable(answer).map((number) -> question.id() + " " + number);
			}
			return atom.options(question)
				.stream()
				.filter((option) -> option.equals(answer) || answer instanceof List<?> list && list.contains(option));
		}).distinct().collect(Collectors.joining(", "));
	}

	Optional<Failure> limits() {
		return leftOut(this.promises.limits(), this.cleared.f().verum());
	}

	Optional<Failure> complementary() {
		Formula lifted = this.cleared.rules().atLeast(Level.WAIT);
		for (String technique : this.promises.clearance().never()) {
			Optional<Failure> failure = leftOut(technique, lifted);
			if (failure.isPresent()) {
				return failure;
			}
		}
		return leftOut(this.promises.clearance().excludes(), lifted);
	}

	private Optional<Failure> leftOut(Map<String, Condition> limits, Formula which) {
		return limits.entrySet()
			.stream()
			.map((limit) -> leftOut(limit.getKey(),
					this.cleared.f().and(which, this.cleared.promised(limit.getValue()))))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/** A plan leaves a technique out; one that there is not is no harm. */
	private Optional<Failure> leftOut(String technique, Formula when) {
		FormulaFactory f = this.cleared.f();
		List<Technique> known = this.base.techniques().techniques();
		return known.stream()
			.filter((own) -> own.id().equals(technique))
			.flatMap((own) -> this.cleared
				.smallest(f.and(this.cleared.plan(), when, f.not(this.cleared.space().view().excluded(technique))))
				.stream()
				.map((example) -> new Failure(null, "A plan offers “" + own.name() + "” (" + technique + ").",
						List.of(example))))
			.findFirst();
	}

	/** No plan against a rule, and nothing is lifted that only a doctor or time may. */
	Optional<Failure> closed() {
		FormulaFactory f = this.cleared.f();
		Optional<Example> found = this.work
			.smallest(this.work.f().and(this.work.plan(), this.work.rules().atLeast(Level.WAIT)));
		if (found.isPresent()) {
			return Failure.of(null, "A rule refers and there is a plan.", List.of(found.get()));
		}
		Formula fixed = f.or(this.cleared.rules().atLeast(Level.URGENT),
				this.cleared.promised(this.promises.clearance().notLifted()));
		return this.cleared.smallest(f.and(this.cleared.space().planPossible(), fixed))
			.map((example) -> new Failure(null, "A clearance lifts what it may not lift.", List.of(example)));
	}

	Optional<Failure> calm() {
		TechniqueGuide guide = this.base.techniques();
		String calm = this.promises.calm().technique();
		if (!guide.sensitised().primary().equals(calm) || !guide.complementary().primary().equals(calm)) {
			return Failure.of(null, "Another technique than " + calm + " leads.", List.of());
		}
		Optional<String> leaving = Stream
			.concat(this.base.referrals()
				.stream()
				.filter((rule) -> rule.cleared() != null && rule.cleared().excludes().contains(calm))
				.map(Referral::id),
					this.base.cautions().stream().filter((rule) -> rule.excludes().contains(calm)).map(Caution::id))
			.findFirst();
		if (leaving.isPresent()) {
			return Failure.of(leaving.get(), "Rule " + leaving.get() + " leaves out " + calm + ".", List.of());
		}
		return this.cleared
			.smallest(this.cleared.f()
				.and(this.cleared.plan(), this.cleared.promised(this.promises.calm().when()),
						this.cleared.f().not(this.cleared.space().conditions().of(guide.sensitised().when()))))
			.map((example) -> new Failure(null, calm + " does not lead.", List.of(example)));
	}

	/** What is said about massage decides a level in one situation only. */
	Optional<Failure> massageDecidesNothing() {
		for (Referral rule : this.base.referrals()) {
			if (this.work.space().view().isDecidedByMassage(rule)) {
				Formula elsewhere = this.work.f()
					.and(this.work.rules().fires(rule, Level.WAIT),
							this.work.f().not(this.work.promised(this.promises.gate())));
				Optional<Example> found = this.work.smallest(elsewhere);
				if (found.isPresent()) {
					return Failure.of(rule.id(), "Rule " + rule.id() + " decides by what is said about massage.",
							List.of(found.get()));
				}
			}
		}
		return Optional.empty();
	}

}
