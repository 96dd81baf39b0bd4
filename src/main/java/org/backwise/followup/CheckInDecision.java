package org.backwise.followup;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Origin;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * What a check-in leads to.
 *
 * @param outcome the outcome, exactly one
 * @param to id of the phase that the plan moves to, null when it stays
 * @param lead placeholder of the service that leads the notice, null for the usual one
 * @param findings the new findings, the most urgent first
 * @param known ids of the rules of the findings that a clearance lifted and that stand as
 * they were
 * @param rules all rules that hold, the strictest outcome first
 * @param cautions what the therapist minds at the next session
 * @param measures the measures
 * @param technique the technique, chosen again by the rules of the questionnaire; null
 * while the plan is paused or over
 * @param areas where to work and where not; null as for the technique
 * @param asked ids of the questions that were asked
 * @param ignored ids of questions that were answered but not asked
 * @param knowledge the rules that decided
 */
public record CheckInDecision(Outcome outcome, @Nullable String to, @Nullable String lead, List<Finding> findings,
		List<String> known, List<FiredRule> rules, List<FiredCaution> cautions, Measures measures,
		@Nullable TechniqueChoice technique, @Nullable Areas areas, List<String> asked, List<String> ignored,
		KnowledgeVersion knowledge) {

	/**
	 * A rule that holds.
	 *
	 * @param rule its id
	 * @param outcome its outcome
	 * @param source where it comes from
	 */
	public record FiredRule(String rule, Outcome outcome, Origin source) {
	}

	/**
	 * A caution that holds.
	 *
	 * @param caution its id
	 * @param confirm whether the therapist ticks it before the session is kept
	 * @param excludes ids of the techniques that it leaves out
	 * @param limits ids of the rules of the questionnaire that limit the plan newly,
	 * where it is about those
	 */
	public record FiredCaution(String caution, boolean confirm, List<String> excludes, List<String> limits) {
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "a decision";
	}

}
