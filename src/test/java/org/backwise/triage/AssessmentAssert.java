package org.backwise.triage;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.backwise.knowledge.Level;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;
import org.jspecify.annotations.Nullable;

/** What one says about a decision in a test. */
public final class AssessmentAssert extends AbstractAssert<AssessmentAssert, Assessment> {

	private AssessmentAssert(Assessment actual) {
		super(actual, AssessmentAssert.class);
	}

	/**
	 * Begins a sentence about a decision.
	 * @param actual the decision
	 * @return the sentence
	 */
	public static AssessmentAssert assertThat(Assessment actual) {
		return new AssessmentAssert(actual);
	}

	/**
	 * The level is emergency.
	 * @return this
	 */
	public AssessmentAssert isEmergency() {
		return refers(Level.EMERGENCY);
	}

	/**
	 * The level is urgent.
	 * @return this
	 */
	public AssessmentAssert isUrgent() {
		return refers(Level.URGENT);
	}

	/**
	 * The level is see-doctor.
	 * @return this
	 */
	public AssessmentAssert isSeeDoctor() {
		return refers(Level.SEE_DOCTOR);
	}

	/**
	 * The level is wait.
	 * @return this
	 */
	public AssessmentAssert isWait() {
		return refers(Level.WAIT);
	}

	/**
	 * Massage may be planned, and nothing of a referral is there.
	 * @return this
	 */
	public AssessmentAssert isCarePlan() {
		hasOutcome("care-plan");
		Assertions.assertThat(this.actual.findings()).as("findings of a plan").isEmpty();
		Assertions.assertThat(this.actual.technique()).as("technique of a plan").isNotNull();
		Assertions.assertThat(this.actual.phases()).as("phases of a plan").isNotEmpty();
		return this;
	}

	/**
	 * The level of a referral, or {@code care-plan}.
	 * @param outcome the id of a level, or {@code care-plan}
	 * @return this
	 */
	public AssessmentAssert hasOutcome(String outcome) {
		Level level = this.actual.level();
		Assertions.assertThat((level != null) ? level.toString() : this.actual.outcome().toString())
			.as("outcome; fired: %s", firedRules())
			.isEqualTo(outcome);
		return this;
	}

	/**
	 * These rules fired, at whatever level, beside others.
	 * @param rules ids of rules
	 * @return this
	 */
	public AssessmentAssert fired(String... rules) {
		Assertions.assertThat(firedRules()).as("rules that fired").contains(rules);
		return this;
	}

	/**
	 * This rule fired at this level.
	 * @param rule id of the rule
	 * @param level its level
	 * @return this
	 */
	public AssessmentAssert firedAt(String rule, Level level) {
		Assertions.assertThat(this.actual.findings())
			.extracting(Finding::rule, Finding::level)
			.contains(Assertions.tuple(rule, level));
		return this;
	}

	/**
	 * None of these rules fired.
	 * @param rules ids of rules
	 * @return this
	 */
	public AssessmentAssert didNotFire(String... rules) {
		Assertions.assertThat(firedRules()).as("rules that fired").doesNotContain(rules);
		return this;
	}

	/**
	 * These rules fired, in this order, and no other.
	 * @param rules ids of rules
	 * @return this
	 */
	public AssessmentAssert firedOnly(String... rules) {
		Assertions.assertThat(firedRules()).as("rules that fired").containsExactly(rules);
		return this;
	}

	/**
	 * The technique to begin with.
	 * @param technique id of the technique
	 * @return this
	 */
	public AssessmentAssert primary(String technique) {
		Assertions.assertThat(choice().primary()).as("primary; scores %s", choice().scores()).isEqualTo(technique);
		return this;
	}

	/**
	 * The technique that may be chosen instead.
	 * @param technique id of the technique, null for none
	 * @return this
	 */
	public AssessmentAssert alternative(@Nullable String technique) {
		Assertions.assertThat(choice().alternative())
			.as("alternative; scores %s", choice().scores())
			.isEqualTo(technique);
		return this;
	}

	/**
	 * The raw points of all techniques.
	 * @param myofascial points of myofascial release
	 * @param deep points of deep therapeutic massage
	 * @param relaxation points of relaxation massage
	 * @param heat points of heat
	 * @return this
	 */
	public AssessmentAssert scores(int myofascial, int deep, int relaxation, int heat) {
		Assertions.assertThat(choice().scores())
			.containsExactly(Map.entry("myofascial-release", myofascial), Map.entry("deep-therapeutic", deep),
					Map.entry("relaxation", relaxation), Map.entry("heat", heat));
		return this;
	}

	/**
	 * The excluded techniques and the rules behind each, and no other.
	 * @param excluded technique to rules
	 * @return this
	 */
	public AssessmentAssert excluded(Map<String, List<String>> excluded) {
		Assertions.assertThat(choice().excluded()).isEqualTo(excluded);
		return this;
	}

	/**
	 * The phases, such as {@code weekly 4 x 7 days}.
	 * @param phases each as phase, sessions, days
	 * @return this
	 */
	public AssessmentAssert phases(String... phases) {
		Assertions.assertThat(this.actual.phases())
			.extracting(AssessmentAssert::inWords)
			.as("phases")
			.containsExactly(phases);
		return this;
	}

	/**
	 * The questions that were answered but not asked.
	 * @param questions ids in the order of the questionnaire
	 * @return this
	 */
	public AssessmentAssert ignored(String... questions) {
		Assertions.assertThat(this.actual.ignored()).as("ignored").containsExactly(questions);
		return this;
	}

	private AssessmentAssert refers(Level level) {
		hasOutcome(level.toString());
		Assertions.assertThat(this.actual.outcome()).isEqualTo(Assessment.Outcome.REFERRAL);
		Assertions.assertThat(this.actual.technique()).as("technique of a referral").isNull();
		Assertions.assertThat(this.actual.phases()).as("phases of a referral").isEmpty();
		Assertions.assertThat(this.actual.cautions()).as("cautions of a referral").isEmpty();
		return this;
	}

	private List<String> firedRules() {
		return Stream
			.concat(this.actual.findings().stream().map(Finding::rule),
					this.actual.cautions().stream().map(Caution::rule))
			.toList();
	}

	private TechniqueChoice choice() {
		TechniqueChoice choice = this.actual.technique();
		if (choice == null) {
			throw new AssertionError("A referral has no technique; fired: " + firedRules());
		}
		return choice;
	}

	private static String inWords(PlannedPhase phase) {
		return phase.phase() + " " + phase.sessions() + " x " + phase.everyDays() + " days";
	}

}
