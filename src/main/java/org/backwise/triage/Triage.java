package org.backwise.triage;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.knowledge.Condition;
import org.backwise.knowledge.KnowledgeBase;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Notices;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.backwise.triage.RuleProgram.RuleOutcome;
import org.jspecify.annotations.Nullable;

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

	private final AnswerCode code;

	private final Lifting lifting;

	private final Plans plans;

	private final TechniqueChooser techniques;

	private final KnowledgeVersion version;

	/** The outcome that makes a service lead the notice of its level; -1 for none. */
	private final int leading;

	/**
	 * Compiles the rules of a knowledge base.
	 * @param base the knowledge base
	 */
	public Triage(KnowledgeBase base) {
		this.base = base;
		AnswerCode code = new AnswerCode(base);
		this.code = code;
		List<List<RuleOutcome>> rules = base.referrals()
			.stream()
			.map((rule) -> rule.atLevels()
				.stream()
				.map((at) -> new RuleOutcome(rule.id(), at.level(), at.when()))
				.toList())
			.toList();
		List<RuleOutcome> outcomes = rules.stream()
			.flatMap(List::stream)
			.sorted(Comparator.comparing(RuleOutcome::rule, RuleOrder.FINDINGS).thenComparing(RuleOutcome::level))
			.toList();
		this.referrals = new RuleProgram(rules, outcomes, code);
		this.findings = new Findings(base, outcomes, this.referrals, code);
		this.lifting = new Lifting(base, outcomes);
		this.reader = new AnswerReader(base, code, this.referrals, this.lifting);
		this.techniques = new TechniqueChooser(base, code);
		this.plans = new Plans(base, code, this.techniques, this.lifting);
		this.version = new KnowledgeVersion(base.about().version(), base.sha256(), base.language().sha256());
		Notices.Lead lead = base.notices().lead();
		this.leading = (lead != null) ? outcomes.indexOf(outcomes.stream()
			.filter((outcome) -> outcome.rule().equals(lead.rule()) && outcome.level() == lead.level())
			.findFirst()
			.orElse(null)) : -1;
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
		return read(sheet, Set.of());
	}

	/**
	 * Reads an answer sheet after a therapist cleared some findings: the massage section
	 * is asked although the safety section refers, when every finding of it is cleared.
	 * @param sheet the sheet as it was handed in
	 * @param cleared ids of the rules that are cleared; one that does not fire changes
	 * nothing
	 * @return the good answers, pruned to the questions that are asked, and all problems
	 */
	public Reading read(Map<String, ?> sheet, Set<String> cleared) {
		return this.reader.read(sheet, cleared);
	}

	/**
	 * Reads an answer sheet after a therapist cleared the case: all that can be cleared,
	 * and what was raised by hand.
	 * @param sheet the sheet as it was handed in
	 * @return the good answers, pruned to the questions that are asked, and all problems
	 */
	public Reading readCleared(Map<String, ?> sheet) {
		Set<String> cleared = new HashSet<>(clearable());
		cleared.add(Lifting.WHOLE_CASE);
		return read(sheet, Set.copyOf(cleared));
	}

	/**
	 * The answers of a part of a sheet, whether their questions would be asked or not.
	 * @param sheet question id to answer
	 * @param problems takes in what is wrong with the others
	 * @return question id to answer, the good ones only
	 */
	public Map<String, Answer> typed(Map<String, ?> sheet, List<Problem> problems) {
		return this.reader.typed(sheet, problems);
	}

	/**
	 * The rules that a therapist's clearance can lift, at the level that allows it.
	 * @return ids of rules
	 */
	public Set<String> clearable() {
		return this.lifting.clearable();
	}

	/**
	 * What a clearance could do with the findings of a sheet.
	 * @param sheet the sheet as it was handed in
	 * @return what it could lift and what not, both empty where nothing fired
	 */
	public Liftable liftable(Map<String, ?> sheet) {
		return this.lifting.liftable(RuleProgram.places(this.referrals.run(read(sheet).answers().bits())));
	}

	/**
	 * What is chosen among earlier answers without being one of them, in questions that
	 * are not asked.
	 * @param sheet the sheet as it was handed in
	 * @param reading what was read from it
	 * @return a problem for each such answer
	 */
	public List<Problem> notOffered(Map<String, ?> sheet, Reading reading) {
		return this.reader.notOffered(sheet, reading.ignored());
	}

	/**
	 * Decides. After a clearance the plan is a complementary one: it begins with the
	 * technique named for that, every finding that was lifted keeps what it excludes, and
	 * whatever is not cleared still refers.
	 * @param reading a complete reading
	 * @return what the answers mean
	 * @throws IllegalArgumentException when the reading is not complete
	 */
	public Assessment assess(Reading reading) {
		return assess(reading, Map.of(), Set.of());
	}

	/**
	 * Decides, with some techniques and areas left out for a reason that no answer of the
	 * sheet gives.
	 * @param reading a complete reading
	 * @param leftOut technique to the rules that leave it out
	 * @param as ids of cautions whose areas are left alone as if they held
	 * @return what the answers mean
	 * @throws IllegalArgumentException when the reading is not complete
	 */
	public Assessment assess(Reading reading, Map<String, List<String>> leftOut, Set<String> as) {
		if (!reading.isComplete()) {
			throw new IllegalArgumentException("Only a complete answer sheet can be decided");
		}
		return assess(reading.answers(), reading.ignored(), reading.cleared(), leftOut, as);
	}

	/**
	 * Everything that stops or delays massage in some answers, be they complete or not,
	 * and whatever was cleared.
	 * @param reading a reading
	 * @return every rule that fires, the most urgent first
	 */
	public List<Assessment.Finding> findings(Reading reading) {
		return this.findings.of(this.referrals.run(reading.answers().bits()), reading.answers());
	}

	/**
	 * The rules that limit a plan on these answers, whether there is a plan or not.
	 * @param reading a reading
	 * @return ids of rules, in the order in which they are reported
	 */
	public List<String> limiting(Reading reading) {
		return this.plans.limiting(reading.answers().bits());
	}

	/**
	 * The rules that decide.
	 * @return their version and fingerprints
	 */
	public KnowledgeVersion version() {
		return this.version;
	}

	/**
	 * Compiles conditions, to be tried on the answers that were read here.
	 * @param conditions conditions that stand in the knowledge base
	 * @return the same, in the same order
	 */
	public Conditions compile(List<Condition> conditions) {
		return new Conditions(this.code, conditions);
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
		TechniqueChoice counted = new TechniqueChoice(choice.primary(), choice.alternative(), choice.scores(),
				choice.excluded(), this.techniques.counting(answers.bits(), choice.primary()));
		return new Assessment(stored.outcome(), stored.level(), stored.lead(), stored.findings(), stored.cautions(),
				stored.complementary(), stored.cleared(), counted, stored.phases(), stored.areas(), stored.habit(),
				stored.sensitised(), stored.ignored(), stored.knowledge());
	}

	private Assessment assess(Answers answers, List<String> ignored, Set<String> cleared,
			Map<String, List<String>> leftOut, Set<String> as) {
		long[] fired = this.referrals.run(answers.bits());
		Level level = this.referrals.level(fired);
		if (level == null || this.lifting.lifts(fired, cleared)) {
			boolean alongside = level != null || cleared.contains(Lifting.WHOLE_CASE);
			return this.plans.plan(answers.bits(), RuleProgram.places(fired), alongside, leftOut, as, ignored,
					this.version);
		}
		return new Assessment(Outcome.REFERRAL, level, lead(fired, level), this.findings.of(fired, answers), List.of(),
				false, List.of(), null, List.of(), null, null, this.techniques.isSensitised(answers.bits()), ignored,
				this.version);
	}

	private @Nullable String lead(long[] fired, Level level) {
		Notices.Lead lead = this.base.notices().lead();
		boolean leads = lead != null && this.leading >= 0 && level == lead.level()
				&& (fired[this.leading >> 6] & 1L << this.leading) != 0;
		return leads ? lead.service() : null;
	}

}
