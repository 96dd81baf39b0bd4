package org.backwise.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Questionnaire.Question;
import org.jspecify.annotations.Nullable;
import org.logicng.formulas.Formula;
import org.logicng.formulas.FormulaFactory;
import org.logicng.formulas.Variable;

/** What is decided while questions are still open. */
class EarlyStop {

	private final ProofWork work;

	private final KnowledgeBase base;

	private final FormulaFactory f;

	EarlyStop(ProofWork work) {
		this.work = work;
		this.base = work.base();
		this.f = work.f();
	}

	/** An emergency after so many pages that the full sheet does not confirm. */
	Formula shownTooEarly(int pages) {
		RuleFormulas early = new RuleFormulas(this.base, this.f, new Pages(answered(pages)));
		return this.f.and(early.atLeast(Level.EMERGENCY), this.f.not(this.work.rules().atLeast(Level.EMERGENCY)));
	}

	/** The rule that shows it. */
	@Nullable String rule(int pages) {
		RuleFormulas early = new RuleFormulas(this.base, this.f, new Pages(answered(pages)));
		Formula late = this.f.not(this.work.rules().atLeast(Level.EMERGENCY));
		return early.firings()
			.stream()
			.filter((firing) -> firing.level() == Level.EMERGENCY)
			.filter((firing) -> this.work.isPossible(this.f.and(firing.when(), late)))
			.map((firing) -> firing.rule().id())
			.findFirst()
			.orElse(null);
	}

	/**
	 * An emergency on a sheet with any gaps that the full sheet does not confirm. A
	 * question with a stated answer for the time being counts only when the full sheet
	 * gives an answer that decides like it.
	 */
	Formula shownTooEarlyWithGaps() {
		Gaps gaps = new Gaps();
		RuleFormulas early = new RuleFormulas(this.base, this.f, gaps);
		List<Formula> parts = new ArrayList<>();
		parts.add(early.atLeast(Level.EMERGENCY));
		parts.add(this.f.not(this.work.rules().atLeast(Level.EMERGENCY)));
		for (Question question : this.base.questions()) {
			if (question.unansweredCountsAs() != null) {
				parts.add(this.f.or(gaps.given(question),
						this.work.space().option(question, question.unansweredCountsAs())));
			}
		}
		return this.f.and(parts);
	}

	private Set<String> answered(int pages) {
		return this.base.questionnaire()
			.pages()
			.subList(0, pages)
			.stream()
			.flatMap((page) -> this.base.questionsOn(page).stream())
			.map(Question::id)
			.collect(Collectors.toSet());
	}

	/** The first pages are answered, the others are not. */
	private final class Pages implements Letters {

		private final Set<String> answered;

		Pages(Set<String> answered) {
			this.answered = answered;
		}

		@Override
		public Formula option(Question question, String option) {
			if (this.answered.contains(question.id())) {
				return EarlyStop.this.work.space().option(question, option);
			}
			if (!option.equals(question.unansweredCountsAs())) {
				return EarlyStop.this.f.falsum();
			}
			return (question.asked() != null)
					? new ConditionFormulas(EarlyStop.this.base, EarlyStop.this.f, this).of(question.asked())
					: EarlyStop.this.f.verum();
		}

		@Override
		public Formula within(Question question, int from, int to) {
			return this.answered.contains(question.id()) ? EarlyStop.this.work.space().within(question, from, to)
					: EarlyStop.this.f.falsum();
		}

	}

	/** Every question may be answered or not. */
	private final class Gaps implements Letters {

		Variable given(Question question) {
			return EarlyStop.this.f.variable("given " + question.id());
		}

		@Override
		public Formula option(Question question, String option) {
			return EarlyStop.this.f.and(given(question), EarlyStop.this.work.space().option(question, option));
		}

		@Override
		public Formula within(Question question, int from, int to) {
			return EarlyStop.this.f.and(given(question), EarlyStop.this.work.space().within(question, from, to));
		}

	}

}
