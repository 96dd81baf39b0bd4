package org.backwise.followup;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.triage.Answers;
import org.backwise.triage.Assessment.Finding;
import org.backwise.triage.Problem;
import org.backwise.triage.Reading;

/**
 * What was found in the answers of a check-in.
 *
 * @param episode the course of care so far
 * @param sheet the answers as they were handed in
 * @param reading the good answers to the questions that are asked, and all problems
 * @param merged the questionnaire with these answers in their place, safety only
 * @param safety the same, read
 * @param fresh the new findings in it, the most urgent first
 * @param known ids of the rules of the other findings
 * @param ready what decides, made ready; null while it cannot be decided
 */
public record CheckInReading(Episode episode, CheckInSheet sheet, Reading reading, Map<String, Object> merged,
		Reading safety, List<Finding> fresh, List<String> known, @Nullable Ready ready) {

	/**
	 * What the rules read, as far as it does not depend on them.
	 *
	 * @param answers the answers with all that is measured
	 * @param measures the measures
	 * @param limits ids of the rules that limit a plan on these answers and did not when
	 * it began
	 * @param massage today's safety answers with what was said of the massage, read
	 * @param asked ids of the questions that were asked
	 */
	record Ready(Answers answers, Measures measures, List<String> limits, Reading massage, List<String> asked) {
	}

	CheckInReading with(Ready all) {
		return new CheckInReading(this.episode, this.sheet, this.reading, this.merged, this.safety, this.fresh,
				this.known, all);
	}

	/**
	 * Whether an emergency is certain, whatever is still missing.
	 * @return true when a new finding is an emergency
	 */
	public boolean isEmergency() {
		return this.fresh.stream().anyMatch((finding) -> finding.level() == org.backwise.knowledge.Level.EMERGENCY);
	}

	/**
	 * Whether it can be decided: nothing wrong, and nothing missing unless an emergency
	 * is certain.
	 * @return true when {@link CheckInTriage#decide} may be called
	 */
	public boolean isComplete() {
		return problems().isEmpty() && (missing().isEmpty() || isEmergency());
	}

	/**
	 * Everything that is wrong with the sheet, missing answers excepted.
	 * @return none for a good one
	 */
	public List<Problem> problems() {
		return this.reading.problems();
	}

	/**
	 * What is asked and not answered.
	 * @return ids of questions
	 */
	public List<String> missing() {
		return this.reading.missing();
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "a reading of " + this.sheet;
	}

}
