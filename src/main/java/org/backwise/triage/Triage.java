package org.backwise.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.RuleProgram.RuleOutcome;

/**
 * Decides what a set of answers means. All rules are evaluated, the most urgent level
 * wins, and everything that fired is reported. The order of the rules in the files and of
 * the answers changes nothing. Safe for use by many threads.
 */
public final class Triage {

	private final KnowledgeBase base;

	private final AnswerReader reader;

	private final RuleProgram referrals;

	private final RuleProgram cautions;

	private final TechniqueChooser techniques;

	private final PhaseCounter phases;

	private final KnowledgeVersion version;

	/**
	 * Compiles the rules of a knowledge base.
	 * @param base the knowledge base
	 */
	public Triage(KnowledgeBase base) {
		this.base = base;
		AnswerCode code = new AnswerCode(base);
		List<List<RuleOutcome>> rules = base.referrals()
			.stream()
			.map((rule) -> rule.atLevels()
				.stream()
				.map((at) -> new RuleOutcome(rule.id(), at.level(), at.when()))
				.toList())
			.toList();
		this.referrals = new RuleProgram(rules,
				rules.stream()
					.flatMap(List::stream)
					.sorted(Comparator.comparing(RuleOutcome::level).thenComparing(RuleOutcome::rule))
					.toList(),
				code);
		List<RuleOutcome> limits = base.cautions()
			.stream()
			.map((rule) -> new RuleOutcome(rule.id(), null, rule.when()))
			.sorted(Comparator.comparing(RuleOutcome::rule))
			.toList();
		this.cautions = new RuleProgram(limits.stream().map(List::of).toList(), limits, code);
		this.reader = new AnswerReader(base, code, this.referrals);
		this.techniques = new TechniqueChooser(base, code);
		this.phases = new PhaseCounter(base);
		this.version = new KnowledgeVersion(base.about().version(), base.sha256());
	}

	/**
	 * The knowledge base it decides by.
	 * @return the knowledge base
	 */
	public KnowledgeBase knowledge() {
		return this.base;
	}

	/**
	 * Reads an answer sheet: a map from question id to a whole number, an option id or a
	 * list of option ids. Nothing is guessed; every problem is named.
	 * @param sheet the sheet as it was handed in
	 * @return the good answers, pruned to the questions that are asked, and all problems
	 */
	public Reading read(Map<String, ?> sheet) {
		return this.reader.read(sheet);
	}

	/**
	 * Decides.
	 * @param reading a complete reading
	 * @return what the answers mean
	 * @throws IllegalArgumentException when the reading is not complete
	 */
	public Assessment assess(Reading reading) {
		if (!reading.isComplete()) {
			throw new IllegalArgumentException("Only a complete answer sheet can be decided");
		}
		return assess(reading.answers(), reading.ignored());
	}

	private Assessment assess(Answers answers, List<String> ignored) {
		long[] fired = this.referrals.run(answers.bits());
		List<RuleOutcome> outcomes = this.referrals.outcomes(fired);
		if (outcomes.isEmpty()) {
			return plan(answers, ignored);
		}
		List<Finding> findings = outcomes.stream().map((outcome) -> finding(outcome, answers)).toList();
		return new Assessment(Outcome.REFERRAL, this.referrals.level(fired), findings, List.of(), null, List.of(),
				this.techniques.isSensitised(answers), ignored, this.version);
	}

	private Finding finding(RuleOutcome outcome, Answers answers) {
		Rules.Referral rule = this.base.referral(outcome.rule());
		return new Finding(rule.id(), java.util.Objects.requireNonNull(outcome.level()), rule.source(), rule.because(),
				answers.evidence(outcome.when()));
	}

	private Assessment plan(Answers answers, List<String> ignored) {
		List<Caution> found = new ArrayList<>();
		Map<String, List<String>> excluded = new LinkedHashMap<>();
		for (RuleOutcome outcome : this.cautions.outcomes(this.cautions.run(answers.bits()))) {
			Rules.Caution rule = this.base.caution(outcome.rule());
			found.add(new Caution(rule.id(), rule.source(), rule.caution(), rule.excludes()));
			rule.excludes()
				.forEach((technique) -> excluded.computeIfAbsent(technique, (key) -> new ArrayList<>()).add(rule.id()));
		}
		return new Assessment(Outcome.CARE_PLAN, null, List.of(), List.copyOf(found),
				this.techniques.choose(answers, Collections.unmodifiableMap(excluded)), this.phases.phases(answers),
				this.techniques.isSensitised(answers), ignored, this.version);
	}

}
