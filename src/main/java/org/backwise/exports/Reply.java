package org.backwise.exports;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.knowledge.Level;
import org.backwise.triage.Assessment;
import org.backwise.triage.Assessment.Areas;
import org.backwise.triage.Assessment.Caution;
import org.backwise.triage.Assessment.Cleared;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.Habit;
import org.backwise.triage.Assessment.KnowledgeVersion;
import org.backwise.triage.Assessment.Outcome;
import org.backwise.triage.Assessment.PlannedPhase;
import org.backwise.triage.Assessment.TechniqueChoice;

/**
 * A decision in the shape that the API promises. Its parts mean what they mean in an
 * {@link Assessment}.
 */
record Reply(Outcome outcome, @Nullable Level level, @Nullable String lead, List<Finding> findings,
		List<Caution> cautions, boolean complementary, List<Cleared> cleared, @Nullable Technique technique,
		List<PlannedPhase> phases, @Nullable Areas areas, @Nullable Habit habit, boolean sensitised,
		List<String> ignored, KnowledgeVersion knowledge) {

	/** The choice of technique, without what it was made of. */
	record Technique(String primary, @Nullable String alternative, Map<String, Integer> scores,
			Map<String, List<String>> excluded) {

		static @Nullable Technique of(@Nullable TechniqueChoice choice) {
			return (choice != null)
					? new Technique(choice.primary(), choice.alternative(), choice.scores(), choice.excluded()) : null;
		}

	}

	static Reply of(Assessment assessment) {
		return new Reply(assessment.outcome(), assessment.level(), assessment.lead(), assessment.findings(),
				assessment.cautions(), assessment.complementary(), assessment.cleared(),
				Technique.of(assessment.technique()), assessment.phases(), assessment.areas(), assessment.habit(),
				assessment.sensitised(), assessment.ignored(), assessment.knowledge());
	}

}
