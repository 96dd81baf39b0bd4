package org.backwise.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.backwise.followup.By;
import org.backwise.followup.CheckInDecision;
import org.backwise.followup.Measures;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;

/**
 * A round of answers during the care, and what it led to. Later pages show this record
 * and never decide again.
 *
 * @param id the case
 * @param number its number among the rounds of the case
 * @param moment when it was made
 * @param by who gave the answers
 * @param sentAt when it was sent
 * @param day the same as a day of the practice
 * @param sheet the answers in the shape in which they were handed in
 * @param merged the safety answers of the questionnaire with these in their place
 * @param activities the things that matter to the client, in their own words; at the
 * start only
 * @param course where the care stood
 * @param answers the answers under the words they were given
 * @param changes answers altered before it was sent
 * @param decision what was decided
 */
public record CheckIn(CaseId id, int number, Moment moment, By by, Instant sentAt, LocalDate day,
		Map<String, Object> sheet, Map<String, Object> merged, List<String> activities, Course course,
		List<AnsweredQuestion> answers, List<ChangedAnswer> changes, CheckInDecision decision) {

	/**
	 * Where the care stood when a check-in was made: what its decision rests on beside
	 * the rounds of the case.
	 *
	 * @param phase id of the phase that ran
	 * @param kept phase to how many of its sessions had taken place
	 * @param lastTechnique id of the technique of the last one, empty for none
	 * @param stepBacks how many times the plan had stepped back in the last 365 days
	 * @param missed the days of check-ins that were missed until then
	 * @param session number of the session that it came before, 0 for none
	 */
	public record Course(String phase, Map<String, Integer> kept, String lastTechnique, int stepBacks,
			List<LocalDate> missed, int session) {

		public Course {
			kept = Map.copyOf(kept);
			missed = List.copyOf(missed);
		}

	}

	/**
	 * Whether it came after the end of the care.
	 * @return true for the ones some weeks later
	 */
	public boolean isAfterCare() {
		return this.moment == Moment.AFTER_4_WEEKS || this.moment == Moment.AFTER_12_WEEKS;
	}

	/**
	 * Whether it let the care go on after a stop.
	 * @return true for a return that stops nothing
	 */
	public boolean isReturn() {
		return this.moment == Moment.RETURN && !this.decision.outcome().pauses();
	}

	/**
	 * Whether it says that the client got better, and the care need not turn elsewhere.
	 * @return false while nobody can be sure
	 */
	public boolean isBetter() {
		return this.decision.outcome() != Outcome.END_AND_REFER && isBetter(this.decision.measures());
	}

	private static boolean isBetter(Measures measures) {
		return measures.response() != Measures.Response.WORSE && (measures.response() == Measures.Response.RESPONDS
				|| measures.pain().course() == Measures.Course.BETTER);
	}

	/**
	 * Whether it says that nothing got better since the care began.
	 * @return false at the start, and while nobody can be sure
	 */
	public boolean isNoBetter() {
		return this.moment != Moment.START && this.decision.outcome() != Outcome.FINISH && !isBetter()
				&& Set.of(Measures.Response.NONE, Measures.Response.WORSE)
					.contains(this.decision.measures().response());
	}

	/** Says nothing of the answers. */
	@Override
	public String toString() {
		return "check-in " + this.number;
	}

}
