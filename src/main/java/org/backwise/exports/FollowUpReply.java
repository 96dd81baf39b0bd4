package org.backwise.exports;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.backwise.exports.Reply.Technique;
import org.backwise.followup.CheckInDecision;
import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.followup.Measures;
import org.backwise.followup.Measures.Course;
import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;

/**
 * What a check-in leads to, in the shape that the API promises. Its parts mean what they
 * mean in a {@link CheckInDecision}.
 */
record FollowUpReply(Outcome outcome, @Nullable String to, List<Finding> findings, List<FiredRule> rules,
		List<Caution> cautions, Measured measures, @Nullable Technique technique, List<String> asked,
		List<String> ignored, KnowledgeVersion knowledge) {

	/** What the therapist minds, and the techniques that it leaves out. */
	record Caution(String rule, boolean confirm, List<String> excludes) {
	}

	/** The measures; no activities when none were named. */
	record Measured(Measure pain, @Nullable Measure activities, Response response) {
	}

	/** A measure, and the size of a real change of it; 0 for none. */
	record Measure(int now, int start, int best, int need, boolean better) {
	}

	static FollowUpReply of(CheckInDecision decided, FollowUp followUp) {
		return new FollowUpReply(decided.outcome(), decided.to(), decided.findings(), decided.rules(),
				decided.cautions()
					.stream()
					.map((caution) -> new Caution(caution.caution(), caution.confirm(), caution.excludes()))
					.toList(),
				measured(decided.measures(), followUp.measures()), Technique.of(decided.technique()), decided.asked(),
				decided.ignored(), decided.knowledge());
	}

	private static Measured measured(Measures measures, FollowUp.Measures sizes) {
		Measures.Pain pain = measures.pain();
		return new Measured(
				new Measure(pain.now(), pain.start(), pain.best(), pain.need(), pain.course() == Course.BETTER),
				(measures.activities() != null) ? measured(Objects.requireNonNull(measures.activities()), sizes) : null,
				measures.response());
	}

	private static Measure measured(Measures.Activities activities, FollowUp.Measures sizes) {
		int need = (activities.number() == 1) ? sizes.activitySingle() : sizes.activityEach() * activities.number();
		return new Measure(activities.now(), activities.start(), activities.best(), need,
				activities.course() == Course.BETTER);
	}

}
