package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.backwise.followup.MeasureSpace;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Kind;
import org.backwise.knowledge.Questionnaire.Option;
import org.backwise.knowledge.Questionnaire.Question;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/**
 * Two check-ins of one person on one day: as it is, and as it would be one step worse.
 */
class FollowUpPair {

	private final FormulaFactory f;

	private final MeasureSpace measures;

	private final FollowUpWork before;

	private final FollowUpWork after;

	private final Prover prover;

	FollowUpPair(FollowUpWork work) {
		this.f = work.f();
		this.measures = work.measures();
		this.before = work;
		this.after = new FollowUpWork(work, "after ");
		this.prover = new Prover(this.f, this.f.and(work.valid(), this.after.valid(), samePast()));
	}

	/** What is known of the past, and new findings that do not vanish. */
	private Formula samePast() {
		List<Formula> parts = new ArrayList<>();
		questions((question) -> question.page().equals(FollowUp.FACTS) && !this.before.isMeasured(question))
			.forEach((question) -> parts.add(same(question)));
		parts.add(this.f.equivalence(this.before.space().sinceLong(), this.after.space().sinceLong()));
		Stream.of(Level.values())
			.forEach((level) -> parts.add(this.f.implication(this.before.rules().findingAtLeast(level),
					this.after.rules().findingAtLeast(level))));
		return this.f.and(parts);
	}

	private Stream<Question> questions(Predicate<Question> which) {
		return this.before.space().questions().stream().filter(which);
	}

	/** A part of the measures gets worse, and nothing else is answered otherwise. */
	Optional<Failure> part(int part) {
		List<Formula> parts = new ArrayList<>(sameParts(part));
		List<Variable> steps = new ArrayList<>();
		for (MeasureSpace.Step step : this.measures.parts().get(part).steps()) {
			Variable taken = this.f.variable("step " + part + " " + step.one() + " " + step.worse());
			steps.add(taken);
			parts.add(this.f.implication(taken, this.before.space().is(part, step.one())));
			parts.add(this.f.implication(taken, this.after.space().is(part, step.worse())));
		}
		parts.add(this.f.or(steps));
		List<String> own = this.measures.parts().get(part).questions();
		others((question) -> !own.contains(question.id())).forEach((question) -> parts.add(sameIfAsked(question)));
		return milder(parts);
	}

	private List<Formula> sameParts(int but) {
		List<Formula> parts = new ArrayList<>();
		for (int i = 0; i < this.measures.parts().size(); i++) {
			int number = i;
			if (i != but) {
				IntStream.range(0, this.measures.parts().get(i).cases().size())
					.forEach((place) -> parts.add(this.f.equivalence(this.before.space().is(number, place),
							this.after.space().is(number, place))));
			}
		}
		return parts;
	}

	/** A reaction becomes another one; none other is answered otherwise. */
	Optional<Failure> answer(String id, String from, String to) {
		List<Formula> parts = new ArrayList<>(sameParts(-1));
		parts.add(this.before.space().chosen(id, from));
		parts.add(this.after.space().chosen(id, to));
		others((question) -> !question.id().equals(id)).forEach((question) -> parts.add(sameIfAsked(question)));
		return milder(parts);
	}

	/** A sign more in any list, or "not sure" for nothing. */
	Optional<Failure> sign() {
		List<Formula> parts = new ArrayList<>(sameParts(-1));
		others((question) -> true)
			.forEach((question) -> parts.add((question.kind() == Kind.MULTI) ? more(question) : sameIfAsked(question)));
		return milder(parts);
	}

	private Formula more(Question question) {
		List<Formula> parts = new ArrayList<>();
		for (Option option : question.options()) {
			if (!option.excludesOthers()) {
				Variable one = this.before.space().sheets().option(question, option.id());
				Variable other = this.after.space().sheets().option(question, option.id());
				parts.add(this.f.implication(one, other));
			}
		}
		Formula nothing = this.f.or(question.options()
			.stream()
			.filter(Option::excludesOthers)
			.map((option) -> (Formula) this.after.space().sheets().option(question, option.id()))
			.toList());
		parts.add(this.f.implication(nothing, sameIfAsked(question)));
		return this.f.and(parts);
	}

	/** These questions are answered in any way, and an outcome for safety is another. */
	Optional<Failure> noMatter(List<String> questions) {
		List<Formula> parts = new ArrayList<>(sameParts(-1));
		others((question) -> !questions.contains(question.id()))
			.forEach((question) -> parts.add(sameIfAsked(question)));
		Stream.of(Level.values())
			.forEach((level) -> parts.add(this.f.equivalence(this.before.rules().findingAtLeast(level),
					this.after.rules().findingAtLeast(level))));
		parts.add(this.f.or(Stream.of(Outcome.values())
			.filter((outcome) -> outcome.compareTo(Outcome.END_AND_REFER) <= 0)
			.map((outcome) -> this.f
				.not(this.f.equivalence(this.before.rules().atLeast(outcome), this.after.rules().atLeast(outcome))))
			.toList()));
		return smallest(this.f.and(parts)).map((found) -> new Failure(null, "The outcome is another.", found));
	}

	private Stream<Question> others(Predicate<Question> which) {
		return questions((question) -> !question.page().equals(FollowUp.FACTS) && which.test(question));
	}

	private Formula sameIfAsked(Question question) {
		return this.f.implication(
				this.f.and(this.before.space().answered(question.id()), this.after.space().answered(question.id())),
				same(question));
	}

	private Formula same(Question question) {
		List<Variable> one = this.before.space().sheets().variables(question);
		List<Variable> other = this.after.space().sheets().variables(question);
		return this.f
			.and(IntStream.range(0, one.size()).mapToObj((i) -> this.f.equivalence(one.get(i), other.get(i))).toList());
	}

	private Optional<Failure> milder(List<Formula> relation) {
		List<Formula> parts = new ArrayList<>(relation);
		parts.add(this.f.or(Stream.of(Outcome.values())
			.filter((outcome) -> outcome != Outcome.FINISH)
			.map((outcome) -> this.f.and(this.before.rules().atLeast(outcome),
					this.f.not(this.after.rules().atLeast(outcome))))
			.toList()));
		return smallest(this.f.and(parts)).map((found) -> new Failure(null, "The outcome is milder.", found));
	}

	private Optional<List<Example>> smallest(Formula formula) {
		List<Variable> standingOut = new ArrayList<>(this.after.standingOut());
		standingOut.addAll(this.before.standingOut());
		return this.prover.smallest(formula, standingOut)
			.map((chosen) -> List.of(this.before.story(chosen, Set.of()), this.after.story(chosen, Set.of())));
	}

}
