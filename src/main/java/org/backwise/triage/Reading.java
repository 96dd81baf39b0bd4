package org.backwise.triage;

import java.util.List;
import java.util.Set;

import org.backwise.knowledge.Level;
import org.jspecify.annotations.Nullable;

/**
 * What was found in an answer sheet that somebody handed in.
 *
 * @param answers the good answers to the questions that are asked
 * @param problems everything that is wrong with the sheet, missing answers excepted
 * @param missing ids of asked questions without an answer, in order
 * @param ignored ids of questions that were answered but are not asked, in order
 * @param asked the questions that apply to this client so far, in order
 * @param level the level certain so far; null when nothing has fired
 * @param cleared ids of the rules that a therapist's clearance names; none without one
 * @param lifted whether the clearance lifts everything that fired
 */
public record Reading(Answers answers, List<Problem> problems, List<String> missing, List<String> ignored,
		List<AskedQuestion> asked, @Nullable Level level, Set<String> cleared, boolean lifted) {

	/**
	 * A question that applies to this client.
	 *
	 * @param id the question
	 * @param options ids of the options on offer, empty for a number
	 */
	public record AskedQuestion(String id, List<String> options) {

		public AskedQuestion {
			options = List.copyOf(options);
		}

	}

	/**
	 * Whether an emergency is already certain, so that nothing more needs to be asked.
	 * @return true when the level is emergency
	 */
	public boolean isEmergency() {
		return this.level == Level.EMERGENCY;
	}

	/**
	 * Whether the answers so far refer the client elsewhere: a level that nobody cleared.
	 * @return false when a plan is still possible
	 */
	public boolean isReferral() {
		return this.level != null && !this.lifted;
	}

	/**
	 * Whether the sheet can be decided: nothing wrong, and nothing missing unless an
	 * emergency is certain.
	 * @return true when {@link Triage#assess} may be called
	 */
	public boolean isComplete() {
		return this.problems.isEmpty() && (this.missing.isEmpty() || isEmergency());
	}

	/**
	 * Whether a therapist recorded a clearance for these answers.
	 * @return false for a first decision
	 */
	public boolean isCleared() {
		return !this.cleared.isEmpty();
	}

	/**
	 * Whether a question applies to this client.
	 * @param question a question id
	 * @return true when it is asked
	 */
	public boolean asks(String question) {
		return this.asked.stream().anyMatch((asked) -> asked.id().equals(question));
	}

}
