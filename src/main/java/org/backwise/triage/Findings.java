package org.backwise.triage;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.RuleProgram.RuleOutcome;

/**
 * Says why rules fired. A finding that can only have one answer behind it is made once,
 * at start.
 */
class Findings {

	private final AnswerCode code;

	private final BitTest[] tests;

	/** For each outcome the questions behind it. */
	private final AnswerCode.Place[][] places;

	/** The ids of these questions. */
	private final String[][] questions;

	/** The outcomes as findings, without or with their only answer. */
	private final Finding[] findings;

	private final boolean[] fixed;

	Findings(KnowledgeBase base, List<RuleOutcome> outcomes, RuleProgram program, AnswerCode code) {
		this.code = code;
		this.tests = IntStream.range(0, outcomes.size()).mapToObj(program::test).toArray(BitTest[]::new);
		this.places = Arrays.stream(this.tests)
			.map((test) -> code.places(test).toArray(AnswerCode.Place[]::new))
			.toArray(AnswerCode.Place[][]::new);
		this.questions = Arrays.stream(this.places)
			.map((some) -> Arrays.stream(some).map((place) -> place.question().id()).toArray(String[]::new))
			.toArray(String[][]::new);
		this.findings = new Finding[outcomes.size()];
		this.fixed = new boolean[outcomes.size()];
		for (int i = 0; i < outcomes.size(); i++) {
			RuleOutcome outcome = outcomes.get(i);
			Rules.Referral rule = base.referral(outcome.rule());
			Map<String, Answer> only = code.onlyAnswer(this.tests[i]);
			this.fixed[i] = only != null;
			this.findings[i] = new Finding(rule.id(), Objects.requireNonNull(outcome.level()), rule.source(),
					rule.because(), (only != null) ? only : Map.of());
		}
	}

	/** The findings for the outcomes that fired. */
	List<Finding> of(long[] fired, Answers answers) {
		Finding[] found = new Finding[RuleProgram.count(fired)];
		long[] shown = new long[this.code.words()];
		int next = 0;
		for (int word = 0; word < fired.length; word++) {
			for (long rest = fired[word]; rest != 0; rest &= rest - 1) {
				int place = (word << 6) + Long.numberOfTrailingZeros(rest);
				found[next++] = this.fixed[place] ? this.findings[place] : finding(place, answers, shown);
			}
		}
		return Collections.unmodifiableList(Arrays.asList(found));
	}

	private Finding finding(int place, Answers answers, long[] shown) {
		Arrays.fill(shown, 0);
		this.tests[place].show(answers.bits(), shown);
		Finding bare = this.findings[place];
		return new Finding(bare.rule(), bare.level(), bare.source(), bare.because(),
				new SmallMap<>(this.questions[place], AnswerCode.parts(shown, this.places[place], answers)));
	}

}
