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
 * What two answers can have to do with one another has letters, told the solver once.
 */
class FollowUpPair {

	private final FormulaFactory f;

	private final MeasureSpace measures;

	private final FollowUpWork before;

	private final FollowUpWork after;

	private final Prover prover;

	private final Variable milder;

	FollowUpPair(FollowUpWork work) {
		this.f = work.f();
		this.measures = work.measures();
		this.before = work;
		this.after = new FollowUpWork(work, "after ");
		this.milder = this.f.variable("milder");
		this.prover = new Prover(this.f,
				this.f.and(work.valid(), this.after.valid(), samePast(), parts(), answers(), milder()));
	}

	/** What is known of the past, and new findings that do not vanish. */
	private Formula samePast() {
		List<Formula> parts = new ArrayList<>();
		questions((question) -> question.page().equals(FollowUp.FACTS) && !this.before.isMeasured(question))
			.forEach((question) -> parts.addAll(same(question)));
		parts.add(this.f.equivalence(this.before.space().sinceLong(), this.after.space().sinceLong()));
		for (Level level : Level.values()) {
			parts.add(this.f.implication(this.before.rules().finding(level), this.after.rules().findingAtLeast(level)));
		}
		return this.f.and(parts);
	}

	private Stream<Question> questions(Predicate<Question> which) {
		return this.before.space().questions().stream().filter(which);
	}

	/** What stays and what gets worse in a part of the measures. */
	private Formula parts() {
		List<Formula> all = new ArrayList<>();
		for (int part = 0; part < this.measures.parts().size(); part++) {
			for (int place = 0; place < this.measures.parts().get(part).cases().size(); place++) {
				all.add(this.f.implication(same(part),
						this.f.equivalence(this.before.space().is(part, place), this.after.space().is(part, place))));
			}
			List<Variable> steps = new ArrayList<>();
			for (MeasureSpace.Step step : this.measures.parts().get(part).steps()) {
				Variable taken = this.f.variable("step " + part + " " + step.one() + " " + step.worse());
				steps.add(taken);
				all.add(this.f.implication(taken, this.before.space().is(part, step.one())));
				all.add(this.f.implication(taken, this.after.space().is(part, step.worse())));
			}
			all.add(this.f.implication(worse(part), this.f.or(steps)));
		}
		return this.f.and(all);
	}

	private Variable same(int part) {
		return this.f.variable("same part " + part);
	}

	private Variable worse(int part) {
		return this.f.variable("worse part " + part);
	}

	/** What stays and what is more in the answers, where they are asked both times. */
	private Formula answers() {
		List<Formula> all = new ArrayList<>();
		questions((question) -> !question.page().equals(FollowUp.FACTS)).forEach((question) -> {
			Variable one = this.f.variable("answered " + question.id());
			Variable other = this.f.variable("after answered " + question.id());
			all.add(this.f.equivalence(one, this.before.space().answered(question.id())));
			all.add(this.f.equivalence(other, this.after.space().answered(question.id())));
			Formula both = this.f.and(same(question.id()), one, other);
			same(question).forEach((equal) -> all.add(this.f.implication(both, equal)));
			question.options().forEach((option) -> all.add(more(question, option)));
		});
		return this.f.and(all);
	}

	/** A sign stays; nothing stays nothing when it is so afterwards. */
	private Formula more(Question question, Option option) {
		Variable now = this.before.space().sheets().option(question, option.id());
		Variable then = this.after.space().sheets().option(question, option.id());
		return this.f.implication(more(question.id()), option.excludesOthers()
				? this.f.implication(then, same(question.id())) : this.f.implication(now, then));
	}

	private Variable same(String question) {
		return this.f.variable("same " + question);
	}

	private Variable more(String question) {
		return this.f.variable("more " + question);
	}

	private List<Formula> same(Question question) {
		List<Variable> one = this.before.space().sheets().variables(question);
		List<Variable> other = this.after.space().sheets().variables(question);
		return IntStream.range(0, one.size()).mapToObj((i) -> this.f.equivalence(one.get(i), other.get(i))).toList();
	}

	private Formula milder() {
		List<Variable> ways = new ArrayList<>();
		List<Formula> all = new ArrayList<>();
		for (Outcome outcome : Outcome.values()) {
			if (outcome != Outcome.FINISH) {
				Variable way = this.f.variable("less than " + outcome);
				ways.add(way);
				all.add(this.f.implication(way, this.before.rules().atLeast(outcome)));
				all.add(this.f.implication(way, this.f.not(this.after.rules().atLeast(outcome))));
			}
		}
		all.add(this.f.implication(this.milder, this.f.or(ways)));
		return this.f.and(all);
	}

	/** A part of the measures gets worse, and nothing else is answered otherwise. */
	Optional<Failure> part(int part) {
		List<String> own = this.measures.parts().get(part).questions();
		return milder(this.f.and(worse(part), sameParts(part), sameAnswers((question) -> !own.contains(question))));
	}

	private Formula sameParts(int but) {
		return this.f.and(IntStream.range(0, this.measures.parts().size())
			.filter((part) -> part != but)
			.mapToObj(this::same)
			.toList());
	}

	private Formula sameAnswers(Predicate<String> which) {
		return this.f.and(questions((question) -> !question.page().equals(FollowUp.FACTS)).map(Question::id)
			.filter(which)
			.map(this::same)
			.toList());
	}

	/** One answer becomes another, of any of these questions; all else stays. */
	Optional<Failure> answers(List<Change> changes) {
		List<Formula> ways = changes.stream()
			.map((change) -> this.f.and(this.before.space().chosen(change.question(), change.from()),
					this.after.space().chosen(change.question(), change.to()),
					sameAnswers((question) -> !question.equals(change.question()))))
			.toList();
		return milder(this.f.and(sameParts(-1), this.f.or(ways)));
	}

	/** An answer that becomes another. */
	record Change(String question, String from, String to) {
	}

	/** A sign more in any list. */
	Optional<Failure> sign() {
		return milder(this.f.and(sameParts(-1),
				this.f.and(questions((question) -> !question.page().equals(FollowUp.FACTS))
					.map((question) -> (question.kind() == Kind.MULTI) ? more(question.id()) : same(question.id()))
					.toList())));
	}

	/** These questions are answered in any way, and an outcome for safety is another. */
	Optional<Failure> noMatter(List<String> questions) {
		List<Formula> parts = new ArrayList<>();
		parts.add(sameParts(-1));
		parts.add(sameAnswers((question) -> !questions.contains(question)));
		for (Level level : Level.values()) {
			parts.add(this.f.equivalence(this.before.rules().finding(level), this.after.rules().finding(level)));
		}
		parts.add(this.f.or(Stream.of(Outcome.values())
			.filter((outcome) -> outcome.compareTo(Outcome.END_AND_REFER) <= 0)
			.map((outcome) -> this.f
				.not(this.f.equivalence(this.before.rules().atLeast(outcome), this.after.rules().atLeast(outcome))))
			.toList()));
		return smallest(this.f.and(parts)).map((found) -> new Failure(null, "The outcome is another.", found));
	}

	private Optional<Failure> milder(Formula relation) {
		return smallest(this.f.and(relation, this.milder))
			.map((found) -> new Failure(null, "The outcome is milder.", found));
	}

	private Optional<List<Example>> smallest(Formula formula) {
		List<Variable> standingOut = new ArrayList<>(this.after.standingOut());
		standingOut.addAll(this.before.standingOut());
		return this.prover.smallest(formula, standingOut)
			.map((chosen) -> List.of(this.before.story(chosen, Set.of()), this.after.story(chosen, Set.of())));
	}

}
