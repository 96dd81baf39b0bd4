package org.backwise.triage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Rules;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.TechniqueChoice;
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

	private final Findings findings;

	/** Each outcome of the referral rules as what it limits once it is cleared. */
	private final List<Caution> cleared;

	private final RuleProgram cautions;

	/** Each caution as it is reported, in reporting order. */
	private final List<Caution> limits;

	/** The techniques that each caution leaves out, as bits. */
	private final int[] excludes;

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
		List<RuleOutcome> outcomes = rules.stream()
			.flatMap(List::stream)
			.sorted(Comparator.comparing(RuleOutcome::level).thenComparing(RuleOutcome::rule))
			.toList();
		this.referrals = new RuleProgram(rules, outcomes, code);
		this.findings = new Findings(base, outcomes, this.referrals, code);
		this.cleared = outcomes.stream().map((outcome) -> cleared(base.referral(outcome.rule()))).toList();
		List<Rules.Caution> limiting = base.cautions()
			.stream()
			.sorted(Comparator.comparing(Rules.Caution::id))
			.toList();
		List<RuleOutcome> limits = limiting.stream()
			.map((rule) -> new RuleOutcome(rule.id(), null, rule.when()))
			.toList();
		this.cautions = new RuleProgram(limits.stream().map(List::of).toList(), limits, code);
		this.limits = limiting.stream()
			.map((rule) -> new Caution(rule.id(), rule.source(), rule.caution(), rule.excludes()))
			.toList();
		this.reader = new AnswerReader(base, code, this.referrals);
		this.techniques = new TechniqueChooser(base, code);
		this.excludes = limiting.stream().mapToInt((rule) -> this.techniques.set(rule.excludes())).toArray();
		this.phases = new PhaseCounter(base, code);
		this.version = new KnowledgeVersion(base.about().version(), base.sha256(), base.language().sha256());
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
	 * Reads an answer sheet after a therapist recorded a clearance: the massage section
	 * is asked although the safety section refers, as long as nothing in it is more
	 * urgent than to see a doctor.
	 * @param sheet the sheet as it was handed in
	 * @return the good answers, pruned to the questions that are asked, and all problems
	 */
	public Reading readCleared(Map<String, ?> sheet) {
		return this.reader.readCleared(sheet);
	}

	/**
	 * Decides. After a clearance the plan is a complementary one: it begins with the
	 * technique named for that, every rule that was lifted becomes a caution and keeps
	 * what it excludes, and an emergency or an urgent rule still refers.
	 * @param reading a complete reading
	 * @return what the answers mean
	 * @throws IllegalArgumentException when the reading is not complete
	 */
	public Assessment assess(Reading reading) {
		if (!reading.isComplete()) {
			throw new IllegalArgumentException("Only a complete answer sheet can be decided");
		}
		return assess(reading.answers(), reading.ignored(), reading.cleared());
	}

	/**
	 * A decision with the rows that counted, found again where it was stored before they
	 * were kept. Nothing else is decided again.
	 * @param stored a decision of this knowledge base
	 * @param answers what was decided about
	 * @return the same decision
	 */
	public Assessment withCounted(Assessment stored, Answers answers) {
		TechniqueChoice choice = stored.technique();
		if (choice == null || !choice.counted().isEmpty()) {
			return stored;
		}
		return new Assessment(stored.outcome(), stored.level(), stored.findings(), stored.cautions(),
				new TechniqueChoice(choice.primary(), choice.alternative(), choice.scores(), choice.excluded(),
						this.techniques.counting(answers.bits(), choice.primary())),
				stored.phases(), stored.sensitised(), stored.ignored(), stored.knowledge());
	}

	private Assessment assess(Answers answers, List<String> ignored, boolean isCleared) {
		long[] fired = this.referrals.run(answers.bits());
		Level level = this.referrals.level(fired);
		if (isCleared && (level == null || level.mayBeCleared())) {
			return complementary(answers.bits(), RuleProgram.places(fired), ignored);
		}
		if (level == null) {
			return plan(answers.bits(), ignored);
		}
		return new Assessment(Outcome.REFERRAL, level, this.findings.of(fired, answers), List.of(), null, List.of(),
				this.techniques.isSensitised(answers.bits()), ignored, this.version);
	}

	private Assessment plan(long[] bits, List<String> ignored) {
		int[] fired = RuleProgram.places(this.cautions.run(bits));
		Caution[] found = new Caution[fired.length];
		int excluded = 0;
		for (int i = 0; i < fired.length; i++) {
			found[i] = this.limits.get(fired[i]);
			excluded |= this.excludes[fired[i]];
		}
		return new Assessment(Outcome.CARE_PLAN, null, List.of(), List.of(found),
				this.techniques.choose(bits, excluded, reasons(found, excluded)), this.phases.phases(bits),
				this.techniques.isSensitised(bits), ignored, this.version);
	}

	private Assessment complementary(long[] bits, int[] lifted, List<String> ignored) {
		List<Caution> found = new ArrayList<>();
		for (int place : lifted) {
			found.add(this.cleared.get(place));
		}
		for (int place : RuleProgram.places(this.cautions.run(bits))) {
			found.add(this.limits.get(place));
		}
		found.sort(Comparator.comparing(Caution::rule));
		int excluded = found.stream()
			.mapToInt((caution) -> this.techniques.set(caution.excludes()))
			.reduce(0, (a, b) -> a | b);
		TechniqueChoice choice = this.techniques.chooseBeginningWith(this.base.techniques().complementary().primary(),
				bits, excluded, reasons(found.toArray(Caution[]::new), excluded));
		return new Assessment(Outcome.CARE_PLAN, null, List.of(), List.copyOf(found), choice, this.phases.phases(bits),
				this.techniques.isSensitised(bits), ignored, this.version);
	}

	private static Caution cleared(Rules.Referral rule) {
		Rules.Cleared cleared = rule.cleared();
		return new Caution(rule.id(), rule.source(), rule.title(), (cleared != null) ? cleared.excludes() : List.of());
	}

	/** Technique to the rules that leave it out. */
	private static Map<String, List<String>> reasons(Caution[] cautions, int excluded) {
		if (excluded == 0) {
			return Map.of();
		}
		Map<String, List<String>> reasons = new LinkedHashMap<>();
		for (Caution caution : cautions) {
			for (String technique : caution.excludes()) {
				reasons.computeIfAbsent(technique, (key) -> new ArrayList<>()).add(caution.rule());
			}
		}
		return Collections.unmodifiableMap(reasons);
	}

}
