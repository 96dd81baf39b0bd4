package org.backwise.followup;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.backwise.followup.Measures.Response;
import org.backwise.knowledge.FollowUp.Moment;
import org.backwise.knowledge.FollowUp.Outcome;
import org.backwise.knowledge.Level;
import org.backwise.triage.Answer;

/**
 * What a check-in can lead to.
 *
 * @param moment when it is made
 * @param alarm level of a new finding, null for none
 * @param outcome the outcome
 * @param to place of the phase that runs then
 * @param byWish whether the client wants to stop
 * @param flare whether it has flared up
 * @param tightAgain whether it is tight or stiff again
 * @param example answers and measures that lead to it
 * @param before what the check-ins before left behind, seen from that day
 * @param left what this one leaves behind
 */
public record CourseWay(Moment moment, @Nullable Level alarm, Outcome outcome, int to, boolean byWish, boolean flare,
		boolean tightAgain, Map<String, Answer> example, Past before, Past.Left left) {

	/**
	 * What is measured.
	 * @return what it says of the plan
	 */
	public Response response() {
		return this.left.response();
	}

	/**
	 * Whether it is settled.
	 * @return true when it is
	 */
	public boolean isSettled() {
		return this.left.settled();
	}

	List<Object> effect() {
		return List.of(this.moment, String.valueOf(this.alarm), this.outcome, this.to, this.byWish, this.left,
				this.flare, this.tightAgain);
	}

	/** What lets the care go on changes it alike, until a therapist takes a step. */
	List<Object> changes() {
		return switch (this.outcome) {
			case EMERGENCY, URGENT -> List.of(Outcome.URGENT);
			case SEE_DOCTOR, WAIT, END_AND_REFER -> List.of(this.outcome, this.left);
			case STEP_BACK, STEP_DOWN, HOLD, GO_ON, FINISH ->
				this.byWish ? List.of(Outcome.FINISH) : List.of(Outcome.GO_ON, this.left);
		};
	}

	CourseWay from(Past past) {
		return new CourseWay(this.moment, this.alarm, this.outcome, this.to, this.byWish, this.flare, this.tightAgain,
				this.example, past, this.left);
	}

}
