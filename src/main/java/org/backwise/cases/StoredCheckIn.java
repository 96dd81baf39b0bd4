package org.backwise.cases;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.CheckInDecision;
import org.backwise.followup.CheckInDecision.FiredCaution;
import org.backwise.followup.CheckInDecision.FiredRule;
import org.backwise.followup.Measures;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;
import org.backwise.knowledge.Origin;
import org.backwise.triage.Answer;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Assessment.KnowledgeVersion;

/**
 * The decision about a check-in as it lies in its column, in a shape with a number of its
 * own. The outcome and the fingerprints are columns of their own.
 */
record StoredCheckIn(@Nullable String to, @Nullable String lead, List<Found> findings, List<String> known,
		List<Fired> rules, List<Limit> cautions, Measured measures, StoredDecision.@Nullable Choice technique,
		StoredDecision.@Nullable Where areas, List<String> asked, List<String> ignored, String version) {

	/** The shape that is written today. */
	static final int SCHEMA = 1;

	/** A new finding. */
	record Found(String rule, Level level, Origin source, String because, Map<String, Answer> answers) {
	}

	/** A rule that held. */
	record Fired(String rule, Outcome outcome, Origin source) {
	}

	/** A caution that held. */
	record Limit(String caution, boolean confirm, List<String> excludes, List<String> limits) {
	}

	/** The measures, in numbers and ids. */
	record Measured(int pain, int painStart, int painBest, int painNeed, Measures.Course painCourse,
			@Nullable Sums activities, Measures.Course felt, Measures.Response response, boolean settled,
			boolean flare) {
	}

	/** The things that matter. */
	record Sums(int now, int start, int best, int number, Measures.Course course) {
	}

	static StoredCheckIn of(CheckInDecision decided) {
		Measures measures = decided.measures();
		Measures.Pain pain = measures.pain();
		Measures.Activities sums = measures.activities();
		return new StoredCheckIn(decided.to(), decided.lead(), decided.findings()
			.stream()
			.map((found) -> new Found(found.rule(), found.level(), found.source(), found.because(), found.answers()))
			.toList(), decided.known(),
				decided.rules().stream().map((rule) -> new Fired(rule.rule(), rule.outcome(), rule.source())).toList(),
				decided.cautions()
					.stream()
					.map((limit) -> new Limit(limit.caution(), limit.confirm(), limit.excludes(), limit.limits()))
					.toList(),
				new Measured(pain.now(), pain.start(), pain.best(), pain.need(), pain.course(),
						(sums != null) ? new Sums(sums.now(), sums.start(), sums.best(), sums.number(), sums.course())
								: null,
						measures.felt(), measures.response(), measures.settled(), measures.flare()),
				StoredDecision.choice(decided.technique()), StoredDecision.where(decided.areas()), decided.asked(),
				decided.ignored(), decided.knowledge().version());
	}

	CheckInDecision decided(Outcome outcome, String rules, @Nullable String words) {
		Sums sums = this.measures.activities();
		return new CheckInDecision(outcome, this.to, this.lead, this.findings.stream()
			.map((found) -> new Finding(found.rule(), found.level(), found.source(), found.because(), found.answers()))
			.toList(), this.known,
				this.rules.stream().map((rule) -> new FiredRule(rule.rule(), rule.outcome(), rule.source())).toList(),
				this.cautions.stream()
					.map((limit) -> new FiredCaution(limit.caution(), limit.confirm(), limit.excludes(),
							limit.limits()))
					.toList(),
				new Measures(
						new Measures.Pain(this.measures.pain(), this.measures.painStart(), this.measures.painBest(),
								this.measures.painNeed(), this.measures.painCourse()),
						(sums != null) ? new Measures.Activities(sums.now(), sums.start(), sums.best(), sums.number(),
								sums.course()) : null,
						this.measures.felt(), this.measures.response(), this.measures.settled(), this.measures.flare()),
				StoredDecision.choice(this.technique), StoredDecision.where(this.areas), this.asked, this.ignored,
				new KnowledgeVersion(this.version, rules, words));
	}

}
